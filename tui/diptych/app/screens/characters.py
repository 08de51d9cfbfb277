"""The characters of the current change, by code point and name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from diptych.app.widgets.line_list import LineList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diptych.app.main import DiptychApp
    from diptych.layout.pieces import Piece


class CharactersScreen(ModalScreen[None]):
    """Lists lines to read, and gives nothing."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("escape,i,q,enter", "dismiss", "close"),
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown,space", "turn(1)", show=False),
        Binding("pageup,b", "turn(-1)", show=False),
    ]

    def __init__(self, lines: list[list[Piece]]) -> None:
        """Take the lines."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines, and how to close them."""
        with Vertical(id="pick"):
            yield LineList(id="list")
            yield Static("↑ ↓ read on · escape closes", id="hint", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self.list.paint_in(self.app.scheme)
        self.list.show(len(self._lines), lambda index, _width: self._lines[index])
        self.list.focus()

    @property
    def list(self) -> LineList:
        """The lines."""
        return self.query_one("#list", LineList)

    def action_step(self, lines: int) -> None:
        """Read on."""
        self.list.step(lines)

    def action_turn(self, pages: int) -> None:
        """Read on by pages."""
        self.list.step(pages * self.list.page)
