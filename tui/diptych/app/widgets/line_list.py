"""A list with a cursor: only the lines in the window are made, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from diptych.app.paint import BAR, THUMB, TRACK, Brush, filtered, styles
from diptych.app.widgets.still import Still
from diptych.layout.track import thumb, top_at
from diptych.layout.wrap import cell_len
from diptych.palette import DARK, Ink, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.strip import Strip

    from diptych.layout.display import Piece

_MARGIN = 2
_WHEEL = 3
"""Lines that one notch of the wheel scrolls."""


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


class LineList(Still, Widget, can_focus=True):
    """Lines made by a function of their number and the cells there are for them.

    A plain widget that paints its own track at the right edge: where Textual scrolls, every page costs a layout, and
    the bars that come with it another one before anything can be seen.
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
        self.top = 0
        """The first line in the window."""
        self._line: Callable[[int, int], Sequence[Piece]] = lambda _index, _width: []
        self._dragging = False

    def show(self, count: int, line: Callable[[int, int], Sequence[Piece]], cursor: int = 0) -> None:
        """List so many lines, the cursor on one of them."""
        self.count, self._line = count, line
        self._put(cursor)
        self.refresh()
        self.post_message(self.Highlighted())

    def paint_in(self, scheme: Scheme) -> None:
        """Use other colours."""
        if scheme != self.scheme:
            self.scheme = scheme
            self.refresh()

    def move_to(self, cursor: int) -> None:
        """Put the cursor on a line, and the line into the window."""
        before = self.cursor
        scrolled = self._put(cursor)
        if before != self.cursor:
            if not scrolled:
                self.refresh(*(Region(0, line - self.top, self.size.width, 1) for line in (before, self.cursor)))
            self.post_message(self.Highlighted())

    def _put(self, cursor: int) -> bool:
        self.cursor = max(0, min(self.count - 1, cursor))
        return self._scroll_to_cursor()

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
        self._scroll(self.cursor)

    def _scroll_to_cursor(self) -> bool:
        """Bring the cursor into the window; False where it is there already."""
        height = self.size.height
        return height > 0 and self._scroll(min(self.cursor, max(self.top, self.cursor - height + 1)))

    def _scroll(self, top: int) -> bool:
        """Let the window begin at a line, as far as there are lines to fill it; False where it begins there already."""
        before, self.top = self.top, max(0, min(self.count - self.size.height, top))
        if before != self.top:
            self.refresh()
        return before != self.top

    def fit(self) -> None:
        """Keep the cursor in the window, which had no height at first."""
        self._scroll_to_cursor()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the window that are asked for; past the styles cache, which costs more than making them."""
        marked, styled = thumb(self.top, self.size.height, self.count), styles(self.scheme)
        strips = [self._strip(Brush(styled), y, y in marked if marked else None) for y in crop.line_range]
        return [strip.crop(crop.x, crop.right) for strip in filtered(strips, self, self.scheme)]

    def _strip(self, brush: Brush, y: int, marked: bool | None) -> Strip:
        """A line of the window; at its end a cell of the track where not all lines are in the window."""
        page, index, width = self.scheme.page, self.top + y, self.size.width
        room = width if marked is None else width - 1
        here = index == self.cursor and index < self.count
        back = self.scheme.current if here else page
        brush.put(f"{BAR} " if here else "  ", Ink.REWORDED, back)
        cells = 2
        for text, ink in self._line(index, max(1, room - 2 * _MARGIN)) if index < self.count else ():
            brush.put(text, ink, back)
            cells += cell_len(text)
        brush.put(" " * (room - cells), Ink.QUIET, back)
        if cells > room:  # a window too narrow for what a line says at the least
            return brush.strip(cells).crop(0, width)
        if marked is not None:
            brush.put(THUMB if marked else TRACK, Ink.FAINT if marked else Ink.RULE, page)
        return brush.strip(width)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel; the cursor stays on its line."""
        event.stop()
        self._scroll(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self._scroll(self.top - _WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to a place on the track."""
        if self._is_on_track(event):
            self._dragging = True
            self.capture_mouse()
            self._scroll(top_at(event.y, self.size.height, self.count))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag along the track."""
        if self._dragging:
            self._scroll(top_at(event.y, self.size.height, self.count))

    def on_mouse_up(self) -> None:
        """Let go."""
        self._dragging = False
        self.release_mouse()

    def _is_on_track(self, event: events.MouseEvent) -> bool:
        return event.x == self.size.width - 1 and self.count > self.size.height

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click chooses."""
        index = event.y + self.top
        if index < self.count and not self._is_on_track(event):
            again = index == self.cursor and event.chain > 1
            self.move_to(index)
            self.post_message(self.Clicked())
            if again:
                self.post_message(self.Chosen())
