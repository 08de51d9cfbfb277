"""Both versions on one widget: it paints the lines in its window, and nothing else of the document exists here."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from diptych.app.paint import Painter, filtered, selected
from diptych.app.widgets.still import Still
from diptych.errors import DiptychError
from diptych.layout import moves, selecting, views
from diptych.layout import reading as window
from diptych.layout.measures import Measures
from diptych.layout.overview import EMPTY, Mark, overview, span
from diptych.layout.page import PLAIN, Page, View
from diptych.palette import DARK, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.geometry import Region

    from diptych.layout.reading import Reading
    from diptych.layout.rows import Rows

    Step = Callable[[Reading, Page, int], Reading]

_OVERVIEW = 3
"""Cells at the right edge: a blank, the track with the window's place, and the overview."""
_WHEEL = 3
"""Lines that one notch of the wheel scrolls."""
_REST = 0.02
"""Seconds without a move after which what probably comes next is laid out."""
_PULL = 0.06
"""Seconds between two lines while a selection is held at an edge of the window."""


class _Ahead(NamedTuple):
    """What the window will show if the last step is taken once more."""

    reading: Reading
    page: Page
    scheme: Scheme
    strips: list[Strip]


class DiffView(Still, Widget, can_focus=True):
    """Two aligned columns, or one, with the overview bar at the right edge; both sides always in step."""

    ALLOW_SELECT: ClassVar[bool] = False

    reading: reactive[Reading | None] = reactive(None, always_update=True)
    """Where the reader stands. Watchers are called at once, so that all of the screen changes in one frame."""
    page: reactive[Page | None] = reactive(None, always_update=True)
    """The lines for the width there is."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.scheme: Scheme = DARK
        self._bar: list[Mark] = []
        self._dragging = False
        self._anchor: selecting.Anchor | None = None
        """Where the mouse went down on the text, while it is down."""
        self._held = (0, 0)
        """The cell where the mouse is, while a selection is drawn out."""
        self._painter = Painter(DARK, Measures(columns=True, number=0, text=0), 0)
        self._ahead: _Ahead | None = None
        self._step: Step = lambda reading, page, height: moves.MOVES["page_down"](reading, page, height, 1)
        """The step that was taken last, which is likely to be taken again."""

    def show(self, rows: Rows) -> None:
        """Read a comparison from its first change, in the columns and with the folds that the reader chose before."""
        view = PLAIN if self.reading is None else self.reading.view
        self._lay_out(rows, View(view.columns, view.folded))
        if self.page is not None:
            self.reading = moves.opened(rows, self.page, self.size.height)

    def on_mount(self) -> None:
        """Be ready to scroll on while a selection is held at an edge, and to look ahead when nothing is done."""
        self._pull = self.set_interval(_PULL, self._draw_out, pause=True)
        self._rested = self.set_interval(_REST, self.look_ahead, pause=True)

    def paint_in(self, scheme: Scheme) -> None:
        """Use other colours."""
        self.scheme = scheme
        self.refresh()

    def move(self, step: Step) -> None:
        """Take a step: a function of the reading, the page and the height of the window."""
        if self.reading is None or self.page is None or not self.page.end:
            return
        reading, before = step(self.reading, self.page, self.size.height), self.page
        if reading.view != before.view:
            self._lay_out(reading.rows, reading.view)
            reading = window.fitted(reading, self.page, self.size.height, before)
        self._step, self.reading = step, reading

    def watch_reading(self) -> None:
        """Look ahead once the reader has been here for a moment."""
        if self.is_mounted:
            self._rested.reset()

    def look_ahead(self) -> None:
        """Paint what is shown next if the last step is taken once more, and clear away, while nobody waits for it."""
        self._rested.pause()
        if self.reading is None or self.page is None or not self.page.end:
            return
        with suppress(DiptychError):  # told when somebody really goes there
            ahead = self._step(self.reading, self.page, self.size.height)
            if ahead.view == self.page.view:
                strips = self._painted(ahead, self.page)
                self._ahead = _Ahead(ahead, self.page, self.scheme, strips)
                for strip in strips:
                    strip.render(self.app.console)  # which the strip keeps
        gc.collect(1)

    def scroll_lines(self, lines: int) -> None:
        """Scroll both sides."""
        self.move(lambda reading, page, height: moves.scrolled(reading, page, height, lines))

    def _lay_out(self, rows: Rows, view: View) -> None:
        self.page = Page(rows, max(1, self.size.width - _OVERVIEW), view)
        self._bar = overview(rows, self.size.height, self.page.walked)

    def fit(self) -> None:
        """Lay out anew; the place stays."""
        if self.reading is not None and self.page is not None:
            before = self.page
            self._lay_out(self.reading.rows, self.reading.view)
            self.reading = window.fitted(self.reading, self.page, self.size.height, before)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the lines of the window that are asked for.

        Overridden rather than ``render_line``, which would send every line through the styles cache.
        """
        strips = self._strips()[crop.y : crop.bottom]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strips(self) -> list[Strip]:
        width, height = self.size
        reading, page, ahead = self.reading, self.page, self._ahead
        if reading is None or page is None:
            return filtered([Strip.blank(width, Style(bgcolor=self.scheme.page))] * height, self, self.scheme)
        if ahead is not None and ahead.page is page and ahead.scheme is self.scheme and ahead.reading == reading:
            return ahead.strips
        return self._painted(reading, page)

    def _painted(self, reading: Reading, page: Page) -> list[Strip]:
        """All lines of the window, as the reader stands there."""
        width, height = self.size
        if (self.scheme, page.measures, width) != (self._painter.scheme, self._painter.measures, self._painter.width):
            self._painter = Painter(self.scheme, page.measures, width)
        painter = self._painter
        if len(self._bar) != height:  # a frame may come before word of the new height
            self._bar = overview(reading.rows, height, page.walked)
        lines = window.visible(reading, page, height)
        first, last = span(reading.rows, lines[0][0].row, lines[-1][0].row, height) if lines else (0, -1)
        strips: list[Strip] = []
        is_current = lru_cache(reading.is_current)
        for y in range(height):
            thumb, mark = first <= y <= last, self._bar[y] if y < len(self._bar) else EMPTY
            if y < len(lines):
                place, line = lines[y]
                held = line.old.rows + line.new.rows
                current = {row for row in held or (place.row,) if is_current(row)} or None
                strip = painter.strip(line, current=current, thumb=thumb, mark=mark)
                if reading.selection is not None:
                    strip = selected(strip, selecting.ranges(page, place, reading.selection), self.scheme)
                strips.append(strip)
            else:
                strips.append(painter.empty(thumb=thumb, mark=mark))
        return filtered(strips, self, self.scheme)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(-_WHEEL)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to a place on the overview, or make the change under the mouse the current one."""
        if event.x >= self.size.width - _OVERVIEW:
            self._dragging = True
            self.capture_mouse()
            self._go_to(event.y, leap=True)
        else:
            self._take(event.y)
            if self.reading is not None and self.page is not None:
                self._anchor = selecting.anchored(self.reading, self.page, self.size.height, (event.x, event.y))
            self.capture_mouse()

    def _take(self, y: int) -> None:
        """Open the fold on a line, or make its change the current one."""
        if self.reading is None or self.page is None:
            return
        lines = window.visible(self.reading, self.page, self.size.height)
        row = lines[y][0].row if y < len(lines) else -1
        if row in self.page.folds.stops:
            self.move(partial(views.unfolded_at, row=row))
        elif row >= 0 and (change := self.reading.rows.change_at(row)) is not None:
            self.reading = replace(self.reading, change=change, selection=None)
        elif self.reading.selection is not None:
            self.reading = replace(self.reading, selection=None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag along the overview, or select."""
        if self._dragging:
            self._go_to(event.y)
        elif self._anchor is not None:
            self._held = (event.x, event.y)
            self._draw_out()
            (self._pull.resume if self._pulled else self._pull.pause)()

    def on_mouse_up(self) -> None:
        """Let go."""
        self._dragging, self._anchor = False, None
        self._pull.pause()
        self.release_mouse()

    def _draw_out(self) -> None:
        """Select as far as the mouse is; at an edge of the window, scroll on."""
        if self._anchor is not None:
            self.move(partial(selecting.dragged, anchor=self._anchor, end=self._held, lines=self._pulled))

    @property
    def _pulled(self) -> int:
        region, whole = self.region, self.screen.size
        above, below = region.y > 0, region.bottom < whole.height
        return selecting.pulled(self._held[1], self.size.height, above=above, below=below)

    def _go_to(self, y: int, *, leap: bool = False) -> None:
        fraction = y / max(1, self.size.height - 1)
        go = partial(moves.to_way, fraction=fraction)
        self.move(moves.leaping(go) if leap else go)
