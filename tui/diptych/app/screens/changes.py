"""The list of changes, a line each, narrowed down as one types; choosing one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from diptych.app.widgets.line_list import LineList
from diptych.layout.excerpt import found, line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diptych.app.main import DiptychApp
    from diptych.layout.pieces import Piece
    from diptych.layout.reading import Reading


class ChangesScreen(ModalScreen[int | None]):
    """Gives the change that was chosen, as an index into the rows' changes."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("escape", "leave", "close"),
        Binding("down,ctrl+n", "step(1)", show=False),
        Binding("up,ctrl+p", "step(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def __init__(self, reading: Reading) -> None:
        """Take where the reader stands."""
        super().__init__()
        self._reading = reading
        self._found: list[int] = []

    def compose(self) -> ComposeResult:
        """What to look for, and what there is."""
        with Vertical(id="changes"):
            yield Input(placeholder="words, or a kind: deleted, moved, number …", id="wanted")
            yield LineList(id="list")
            yield Static("enter goes there · ↑ ↓ choose · escape closes", id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin with all changes, the cursor on the current one."""
        self.query_one("#list", LineList).can_focus = False
        self.query_one("#list", LineList).paint_in(self.app.scheme)
        self._look_for("")

    @on(Input.Changed)
    def _wanted(self, event: Input.Changed) -> None:
        self._look_for(event.value)

    def _look_for(self, words: str) -> None:
        rows = self._reading.rows
        self._found = found(rows, words)
        here = self._reading.change
        cursor = next((n for n, change in enumerate(self._found) if here is None or change >= here), 0)
        self.query_one("#list", LineList).show(len(self._found), self._line, cursor)

    def _line(self, index: int, width: int) -> list[Piece]:
        return line(self._reading.rows, self._found[index], width)

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _choose(self) -> None:
        cursor = self.query_one("#list", LineList).cursor
        self.dismiss(self._found[cursor] if self._found else None)

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)

    def action_step(self, lines: int) -> None:
        """Move the cursor."""
        self.query_one("#list", LineList).step(lines)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        lines = self.query_one("#list", LineList)
        lines.step(pages * lines.page)
