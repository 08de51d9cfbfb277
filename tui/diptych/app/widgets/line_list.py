"""A list with a cursor: only the lines in the window are made, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from diptych.app.paint import BAR, filtered, style
from diptych.palette import DARK, Ink, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.geometry import Region

    from diptych.layout.pieces import Piece

_MARGIN = 2


class MovesInList(Widget):
    """What shows a list under the id ``list``, and moves its cursor; a second base, after the kind of widget it is."""

    @property
    def list(self) -> LineList:
        """The lines."""
        return self.query_one("#list", LineList)

    def action_step(self, lines: int) -> None:
        """Move the cursor."""
        self.list.step(lines)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.list.step(pages * self.list.page)

    def action_edge(self, end: int) -> None:
        """Go to the first line, or the last."""
        self.list.move_to(self.list.count - 1 if end else 0)


BESIDE_WORDS = (
    Binding("down,ctrl+n", "step(1)", show=False),
    Binding("up,ctrl+p", "step(-1)", show=False),
    Binding("pagedown", "turn(1)", show=False),
    Binding("pageup", "turn(-1)", show=False),
)
"""The keys that move in a list while words are typed above it."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines made by a function of their number and the cells there are for them.

    A scroll view's own keys would move the window, gliding, and leave the cursor behind.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    class Highlighted(Message):
        """The cursor stands on another line."""

    class Clicked(Message):
        """A line was clicked; the cursor stands on it."""

    class Chosen(Message):
        """A line was clicked twice."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.scheme: Scheme = DARK
        self.count = 0
        self.cursor = 0
        self._line: Callable[[int, int], Sequence[Piece]] = lambda _index, _width: []

    def show(self, count: int, line: Callable[[int, int], Sequence[Piece]], cursor: int = 0) -> None:
        """List so many lines, the cursor on one of them."""
        self.count, self._line = count, line
        self.virtual_size = Size(self.size.width, count)
        self.refresh()
        self.move_to(cursor)

    def paint_in(self, scheme: Scheme) -> None:
        """Use other colours."""
        if scheme != self.scheme:
            self.scheme = scheme
            self.refresh()

    def move_to(self, cursor: int) -> None:
        """Put the cursor on a line, and the line into the window."""
        before, self.cursor = self.cursor, max(0, min(self.count - 1, cursor))
        if not self._scroll_to_cursor():
            for line in {before, self.cursor}:
                self.refresh_lines(line)
        self.post_message(self.Highlighted())

    def step(self, lines: int) -> None:
        """Move the cursor down, or with a negative number up."""
        self.move_to(self.cursor + lines)

    @property
    def page(self) -> int:
        """Lines in the window, less the one that stays when it is turned."""
        return max(1, self.size.height - 1)

    def lead_with(self, cursor: int) -> None:
        """Put the cursor on a line, and the line at the top of the window if what follows fills it."""
        self.move_to(cursor)
        self.scroll_to(y=self.cursor, animate=False, force=True)

    def _scroll_to_cursor(self) -> bool:
        """Bring the cursor into the window; False where it is there already."""
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + self.size.height > top:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False, force=True)
        else:
            return False
        return True

    def on_resize(self) -> None:
        """Let the lines take the width there is; the cursor stays in the window, which had no height at first."""
        self.virtual_size = Size(self.size.width, self.count)
        self._scroll_to_cursor()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the window that are asked for; past the styles cache, which costs more than making them."""
        strips = filtered([self._strip(y) for y in crop.line_range], self, self.scheme)
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def _strip(self, y: int) -> Strip:
        width, index = self.size.width, y + self.scroll_offset.y
        if index >= self.count:
            return Strip.blank(width, Style(bgcolor=self.scheme.page))
        here = index == self.cursor
        back = self.scheme.current if here else self.scheme.page
        pieces = self._line(index, max(1, width - 2 * _MARGIN))
        bar = Segment(BAR if here else " ", style(self.scheme.inks[Ink.REWORDED], back))
        blank = Segment(" ", Style(bgcolor=back))
        painted = [Segment(text, style(self.scheme.inks[ink], back)) for text, ink in pieces]
        return Strip([bar, blank, *painted]).adjust_cell_length(width, Style(bgcolor=back))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click chooses."""
        index = event.y + self.scroll_offset.y
        if index < self.count:
            again = index == self.cursor and event.chain > 1
            self.move_to(index)
            self.post_message(self.Clicked())
            if again:
                self.post_message(self.Chosen())
