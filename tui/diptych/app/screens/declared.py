"""What every full screen does alike: help on its commands, colours, suspending, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

if TYPE_CHECKING:
    from diptych.app.commands import Command
    from diptych.app.main import DiptychApp


class DeclaredScreen(Screen[None]):
    """A screen whose commands are declared in :mod:`diptych.app.commands`."""

    app: DiptychApp
    DECLARED: ClassVar[tuple[Command, ...]] = ()

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here, with the keys in use."""
        return self.app.settled(self.DECLARED)

    @property
    def is_there(self) -> bool:
        """Whether there is still somebody to tell: the app may have been left meanwhile, and the widgets be going."""
        return self.is_attached and self.is_running and self.display

    def action_help(self) -> None:
        """Show all keys and signs."""
        from diptych.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands))

    def action_theme(self) -> None:
        """Choose the colours."""
        self.app.choose_theme()

    def action_suspend(self) -> None:
        """Suspend diptych, where the system can."""
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave diptych."""
        self.app.exit(0)
