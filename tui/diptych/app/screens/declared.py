"""What every full screen does alike: help on its commands, colours, suspending, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen

from diptych.app.bindings import action
from diptych.app.commands import offered
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.still import Still

if TYPE_CHECKING:
    from diptych.app.commands import Command, Wanted
    from diptych.app.main import DiptychApp


class DeclaredScreen(Still, Screen[None]):
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

    def offer(self, wanted: Wanted) -> None:
        """Show the keys of these commands at the foot of the screen, as far as they can be used now."""
        told = tuple(entry for entry in wanted if self.check_action(entry if isinstance(entry, str) else entry[0], ()))
        self.query_one("#keys", KeyLine).show(offered(self.commands, told), self.app.scheme)

    @on(KeyLine.Pressed)
    async def _press(self, pressed: KeyLine.Pressed) -> None:
        """Do what the key that was clicked does."""
        await self.run_action(action(next(command for command in self.DECLARED if command.name == pressed.name)))

    def action_help(self) -> None:
        """Show all keys and signs."""
        from diptych.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands, self.size.width))

    def action_theme(self) -> None:
        """Choose the colours."""
        self.app.choose_theme()

    def action_suspend(self) -> None:
        """Suspend diptych, where the system can."""
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        """Leave diptych."""
        self.app.exit(0)
