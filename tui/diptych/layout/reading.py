"""Where the reader stands, and what is in the window from there. Pure; :mod:`diptych.layout.moves` moves about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diptych.layout.page import PLAIN, Page, Place, View
from diptych.layout.visited import NOWHERE, Spot, Visited

if TYPE_CHECKING:
    from diptych.layout.page import Line
    from diptych.layout.rows import Rows
    from diptych.layout.selecting import Selection
    from diptych.model import Link, Side


TOP = Place()
"""The first line of the page."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A comparison being read: the place at the top of the window, and the current change."""

    rows: Rows
    top: Place = TOP
    change: int | None = None
    """Index into ``rows.changes``; None where there is nothing to walk."""
    view: View = PLAIN
    visited: Visited = NOWHERE
    """The places that the reader left by a leap."""
    selection: Selection | None = None
    """What is selected on one side."""
    blink: Side | None = None
    """While old and new are flipped at the current change, the side that is shown where there is one column."""
    left: Spot | None = None
    """Where both ends of a passage that moved were brought opposite each other, while they are."""

    @property
    def spot(self) -> Spot:
        """Where the reader stands, to come back to."""
        return Spot(self.top, self.change)

    @property
    def number(self) -> int:
        """The number of the current change as readers count, from 1; 0 where there is none."""
        return 0 if self.change is None else self.change + 1

    @property
    def link(self) -> int | None:
        """The link of the current change."""
        return None if self.change is None else self.rows.changes[self.change]

    @property
    def ends(self) -> tuple[int, ...]:
        """The two rows of the current change where it moved, its home first; none where it did not."""
        home = -1 if self.change is None else self.rows.homes[self.change]
        other = self.rows.other_end.get(home)
        return () if other is None else (home, other)

    @property
    def current(self) -> Link | None:
        """The current change itself."""
        return None if self.link is None else self.rows.comparison.links[self.link]

    def is_current(self, row: int) -> bool:
        """Whether a row belongs to the current change (a passage that moved has one at either end)."""
        return self.link is not None and self.rows.rows[row].link == self.link


def fitted(reading: Reading, page: Page, height: int, before: Page | None = None) -> Reading:
    """The same place on another page: of another width, in one column or two, folded or not.

    The current change stays on its line of the window if it was in it; otherwise the row at the top stays there. Where
    the ends of a passage stood opposite each other and no longer do, it is the place where they were brought there.

    Args:
        reading: where the reader stood on the page before.
        page: the page there is now.
        height: lines of the window.
        before: the page there was, if it is still to be had.
    """
    if not page.end:
        return replace(reading, top=TOP)
    if reading.left is not None and reading.view.opposite is None:
        return placed(replace(reading, left=None), page, height, reading.left)
    home = None if reading.change is None else reading.rows.homes[reading.change]
    if before is not None and home is not None and in_window(reading, before, height, home):
        first = before.span(home)[0]
        above = next((n for n, (place, _) in enumerate(visible(reading, before, height)) if place == first), 0)
        top = moved(page, page.span(home)[0], -above)
    elif before is not None and before.end:
        row = before.row_on(reading.top)
        was, (first, last) = before.span(row)[0], page.span(row)
        down = reading.top.line - was.line if reading.top.row == was.row else 0
        top = Place(first.row, max(0, min(first.line + down, last.line)))
    else:
        return placed(reading, page, height, reading.spot)
    return replace(reading, top=clamped(page, height, top))


def placed(reading: Reading, page: Page, height: int, spot: Spot) -> Reading:
    """Stand at a spot again, as nearly as the page allows: its row may be folded away now, or have fewer lines."""
    row = page.holding(min(spot.top.row, page.end - 1))
    top = Place(row, min(spot.top.line, page.height(row) - 1))
    return replace(reading, change=spot.change, top=clamped(page, height, top))


def visible(reading: Reading, page: Page, height: int) -> list[tuple[Place, Line]]:
    """The lines in the window with their places, from the top."""
    found: list[tuple[Place, Line]] = []
    row, line = reading.top
    home = None if reading.change is None else reading.rows.homes[reading.change]
    blinking = () if not reading.blink or home is None else (page.holding(home), *map(page.holding, reading.ends))
    while row < page.end and len(found) < height:
        lines = page.flipped(row, reading.blink) if reading.blink and row in blinking else page.lines(row)
        found.extend((Place(row, n), lines[n]) for n in range(line, min(len(lines), line + height - len(found))))
        row, line = page.after(row), 0
    return found


def moved(page: Page, place: Place, lines: int) -> Place:
    """The place so many lines further down or up, within the text."""
    row, line = place
    line += lines
    while line < 0 and page.before(row) >= 0:
        row = page.before(row)
        line += page.height(row)
    while row < page.end and line >= (height := page.height(row)):
        line -= height
        row = page.after(row)
    return Place(row, max(0, line)) if row < page.end else _last_line(page)


def last_top(page: Page, height: int) -> Place:
    """The place at the top of the window when the last line is at its foot."""
    return moved(page, _last_line(page), 1 - max(1, height)) if page.end else TOP


def _last_line(page: Page) -> Place:
    return Place(page.last, page.height(page.last) - 1) if page.end else TOP


def clamped(page: Page, height: int, place: Place) -> Place:
    """The place, or the nearest one at which the window is full."""
    return max(TOP, min(place, last_top(page, height)))


def in_window(reading: Reading, page: Page, height: int, row: int, *, whole: bool = False) -> bool:
    """Whether the row's first line is in the window; ``whole``: its last one too, or as much of it as there is room."""
    first, last = page.span(row)
    last = last._replace(line=min(last.line, first.line + height - 1)) if whole else first
    return reading.top <= first and last <= moved(page, reading.top, max(1, height) - 1)
