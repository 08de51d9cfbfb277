"""What every dialog has: keys at its foot that can be clicked, a way out, and no more margin than there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeAlias, TypeVar

from textual import on
from textual.screen import ModalScreen

from diptych.app.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual import events

    from diptych.app.main import DiptychApp

Chosen = TypeVar("Chosen")

Keys: TypeAlias = tuple[tuple[str, str, str], ...]
"""Keys, what they do, and the action that a click there carries out."""


class Dialog(ModalScreen["Chosen | None"], Generic[Chosen]):
    """Stands over a screen until it is answered or left; a click beside it leaves it as escape does."""

    app: DiptychApp
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-short"), (30, "-high")]  # noqa: RUF012
    KEYS: ClassVar[Keys] = (("esc", "close", "leave"),)
    """What stands at its foot."""

    def tell_keys(self) -> None:
        """Say at the foot which keys there are."""
        self.query_one("#hint", KeyLine).show(self.KEYS, self.app.scheme)

    def on_click(self, event: events.Click) -> None:
        """Leave, where the click was beside the dialog."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_leave()

    @on(KeyLine.Pressed)
    async def _clicked(self, event: KeyLine.Pressed) -> None:
        event.stop()
        await self.run_action(event.name)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
