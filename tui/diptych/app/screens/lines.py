"""Lines in a dialog, to read or to choose from: a version as it is, problems, code points, an article's versions."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Generic

from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from diptych.app.paint import content
from diptych.app.screens.dialog import Chosen, Dialog, Keys
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.line_list import LineList, MovesInList
from diptych.layout.display import Piece, safe
from diptych.layout.fencing import fenced
from diptych.layout.wrap import fit
from diptych.palette import Ink
from diptych.paths import sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult


_OPENERS = (("i", "inspect"), ("t", "timeline"), ("v", "read"), ("P", "problems"))
"""Keys and names of the commands that open such a dialog; they close it as well, with the keys of the settings too."""

_AROUND = 8
"""Lines of the dialog that are not the list's: border, padding, title, keys, and a blank above and below the list."""
_BESIDE, _NARROWEST = 18, 20
"""Cells of a window beside the lines, and the fewest that they have."""
_PADDED = 30
"""Lines of a window from which on there is padding."""


class LinesScreen(Dialog[Chosen], MovesInList, Generic[Chosen]):
    """Shows lines until the reader has read them; a dialog to choose from gives what was chosen, this one nothing."""

    CSS_PATH: ClassVar = [sheet("lines")]
    BINDINGS: ClassVar = [
        Binding("escape,q,enter", "leave", "close"),
        *(Binding(key, "leave", show=False, id=name) for key, name in _OPENERS),
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown,space,ctrl+d", "turn(1)", show=False),
        Binding("pageup,b,ctrl+u", "turn(-1)", show=False),
        Binding("home,g", "edge(0)", show=False),
        Binding("end,G", "edge(1)", show=False),
    ]
    KEYS: ClassVar[Keys] = (("esc", "close", "leave"), ("↑ ↓", "scroll", ""), ("space b", "page", ""))

    def __init__(self, title: str, count: int, line: Callable[[int, int], Sequence[Piece]], begin: int = 0) -> None:
        """Take a title, how many lines there are, what makes a line for a width, and where the cursor begins."""
        super().__init__()
        self._title, self._count, self._line, self._begin = title, count, line, begin

    def compose(self) -> ComposeResult:
        """The title, the lines, and how to leave."""
        with Vertical(id="lines"):
            yield Static(id="title", markup=False)
            yield LineList(id="list")
            yield KeyLine(id="hint")

    def on_mount(self) -> None:
        """Show them."""
        self.query_one("#title", Static).update(content([Piece(safe(self._title), Ink.TITLE)], self.app.scheme))
        self.tell_keys()
        self.list.paint_in(self.app.scheme)
        self.show_lines(self._count, self._begin)
        self.list.focus()

    def show_lines(self, count: int, cursor: int) -> None:
        """Show so many lines, the cursor on one of them, in a dialog that is as high as they need."""
        self.query_one("#lines").styles.height = count + _AROUND - 2 * (self.app.size.height < _PADDED)
        self.list.show(count, self._line, cursor)


class ToldLines(LinesScreen[None]):
    """A dialog of lines as they are, none of which holds what a terminal would obey."""

    def __init__(self, title: str, told: Callable[[int], Sequence[str]], window: int) -> None:
        """Take a title, what gives the lines for a width, and how wide the window is."""
        self._told, self._width = told, 0
        self._lines: Sequence[str] = ()
        self._place = 0, 0
        """The line that the cursor was put on, and how many characters stood before what it was on then."""
        self._lay_out(window)
        super().__init__(title, len(self._lines), self._shown)

    def _lay_out(self, window: int) -> None:
        if window != self._width:
            self._width, self._lines = window, self._told(max(_NARROWEST, window - _BESIDE))

    def _shown(self, index: int, width: int) -> Sequence[Piece]:
        return [Piece(fenced(fit(self._lines[index], width)), Ink.TEXT)]

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew; the cursor stays on the words it was on."""
        cursor, passed = self._place
        if self.list.cursor != cursor:
            passed = sum(map(len, self._lines[: self.list.cursor]))
        self._lay_out(event.size.width)
        here = min(bisect_right(list(accumulate(map(len, self._lines))), passed), len(self._lines) - 1)
        self._place = here, passed
        self.show_lines(len(self._lines), here)
