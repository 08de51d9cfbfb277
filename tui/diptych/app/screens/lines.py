"""Lines to read and nothing else: a version as it is, a list of problems. Every character is shown, none obeyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from diptych.app.paint import content
from diptych.app.widgets.line_list import LineList
from diptych.layout.display import safe
from diptych.layout.pieces import Piece
from diptych.layout.wrap import fit
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from diptych.app.main import DiptychApp


class LinesScreen(ModalScreen[None]):
    """Shows lines until the reader has read them."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("escape,q,enter", "dismiss", "close"),
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "turn(1)", show=False),
        Binding("pageup,b,ctrl+u", "turn(-1)", show=False),
        Binding("home,g", "edge(0)", show=False),
        Binding("end,G", "edge(1)", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        """Take a title, and lines that :func:`diptych.layout.listing.broken` made."""
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """The lines, and how to leave."""
        with Vertical(id="lines"):
            yield Static(id="title", markup=False)
            yield LineList(id="list")
            yield Static("↑ ↓ space b scroll · escape closes", id="hint", markup=False)

    def on_mount(self) -> None:
        """Show them."""
        self.query_one("#title", Static).update(content([Piece(safe(self._title), Ink.TITLE)], self.app.scheme))
        self.list.paint_in(self.app.scheme)
        self.list.show(len(self._lines), lambda row, width: [Piece(fit(self._lines[row], width), Ink.TEXT)])
        self.list.focus()

    @property
    def list(self) -> LineList:
        """The lines."""
        return self.query_one("#list", LineList)

    def action_step(self, lines: int) -> None:
        """Go down or up."""
        self.list.step(lines)

    def action_turn(self, pages: int) -> None:
        """Go down or up by pages."""
        self.list.step(pages * self.list.page)

    def action_edge(self, end: int) -> None:
        """Go to the first line, or the last."""
        self.list.move_to(len(self._lines) - 1 if end else 0)
