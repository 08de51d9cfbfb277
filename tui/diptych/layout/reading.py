"""Where the reader stands, and every way to move. Pure: each move takes a reading and gives a new one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diptych.layout.page import PLAIN, Page, Place, View
from diptych.layout.search import Search, nearest
from diptych.layout.search import stepped as step_search

if TYPE_CHECKING:
    from diptych.layout.page import Line
    from diptych.layout.rows import Rows
    from diptych.model import Link


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

    @property
    def link(self) -> int | None:
        """The link of the current change."""
        return None if self.change is None else self.rows.changes[self.change]

    @property
    def current(self) -> Link | None:
        """The current change itself."""
        return None if self.link is None else self.rows.comparison.links[self.link]

    def is_current(self, row: int) -> bool:
        """Whether a row belongs to the current change (a passage that moved has one at either end)."""
        return self.link is not None and self.rows.rows[row].link == self.link


def opened(rows: Rows, page: Page, height: int) -> Reading:
    """A reading that begins at the first change."""
    reading = Reading(rows, view=page.view)
    return to_change(reading, page, height, 0) if rows.changes else reading


def scrolled(reading: Reading, page: Page, height: int, lines: int) -> Reading:
    """Move the window down by so many lines, or up; it stops where the text begins and ends."""
    return replace(reading, top=_clamped(page, height, moved(page, reading.top, lines)))


def to_edge(reading: Reading, page: Page, height: int, *, end: bool) -> Reading:
    """Move the window to the beginning or to the end."""
    return replace(reading, top=last_top(page, height) if end else TOP)


def to_way(reading: Reading, page: Page, height: int, fraction: float) -> Reading:
    """Move the window to a fraction of the way through the document, 0 to 1."""
    row = page.folds.holding(reading.rows.row_at(round(max(0.0, min(1.0, fraction)) * reading.rows.extent)))
    return replace(reading, top=_clamped(page, height, Place(row, 0)))


def fitted(reading: Reading, page: Page, height: int, before: Page | None = None) -> Reading:
    """The same place on another page: of another width, in one column or two, folded or not.

    The current change stays on its line of the window if it was in it; otherwise the row at the top stays there.

    Args:
        reading: where the reader stood on the page before.
        page: the page there is now.
        height: lines of the window.
        before: the page there was, if it is still to be had.
    """
    if not page.end:
        return replace(reading, top=TOP)
    home = None if reading.change is None else reading.rows.homes[reading.change]
    if before is not None and home is not None and _in_window(reading, before, height, home):
        window = enumerate(visible(reading, before, height))
        lines = (n for n, (place, line) in window if place.row == home and not line.gap)
        top = moved(page, Place(home, _opening(page, home)), -next(lines, 0))
    else:
        row = page.folds.holding(min(reading.top.row, page.end - 1))
        top = Place(row, min(reading.top.line, page.height(row) - 1))
    return replace(reading, top=_clamped(page, height, top))


def stepped(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go to the next change, or with negative steps to a previous one, from where the reader looks.

    From the current change while it is in the window; otherwise from the window, so that reading on and then asking for
    the next change never leads back.
    """
    changes = reading.rows.changes
    if not changes:
        return reading
    homes = reading.rows.homes
    at = reading.change
    if at is None or not _in_window(reading, page, height, homes[at]):
        first = reading.top.row
        at = bisect_left(homes, first) - 1 if steps > 0 else bisect_right(homes, first)
    return to_change(reading, page, height, max(0, min(len(changes) - 1, at + steps)))


def to_change(reading: Reading, page: Page, height: int, change: int) -> Reading:
    """Make a change the current one and bring it into the window, scrolling only where that is needed."""
    row = reading.rows.homes[change]
    reading = replace(reading, change=change)
    if _in_window(reading, page, height, row, whole=True):
        return reading
    return replace(reading, top=_clamped(page, height, moved(page, Place(row, 0), -(height // 4))))


def visible(reading: Reading, page: Page, height: int) -> list[tuple[Place, Line]]:
    """The lines in the window with their places, from the top."""
    found: list[tuple[Place, Line]] = []
    row, line = reading.top
    while row < page.end and len(found) < height:
        lines = page.lines(row)
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


def _clamped(page: Page, height: int, place: Place) -> Place:
    return max(TOP, min(place, last_top(page, height)))


def _opening(page: Page, row: int) -> int:
    """The line of a row where its text begins: after the blank line, if there is one."""
    return int(page.end > 0 and page.line(Place(row, 0)).gap)


def _in_window(reading: Reading, page: Page, height: int, row: int, *, whole: bool = False) -> bool:
    """Whether the row's first line is in the window; ``whole``: its last one too, or as much of it as there is room."""
    first = _opening(page, row)
    last = min(page.height(row) - 1, first + height - 1) if whole else first
    bottom = moved(page, reading.top, max(1, height) - 1)
    return reading.top <= Place(row, first) and Place(row, last) <= bottom


def to_other_end(reading: Reading, page: Page, height: int) -> Reading:
    """Of a passage that moved, bring the end into the window that is further from its top."""
    if reading.change is None:
        return reading
    home = reading.rows.homes[reading.change]
    other = reading.rows.other_end.get(home)
    if other is None:
        return reading
    shown = other if _in_window(reading, page, height, home) else home
    return replace(reading, top=_clamped(page, height, moved(page, Place(shown, 0), -(height // 4))))


def to_link(reading: Reading, page: Page, height: int, link: Link) -> Reading:
    """Go to the change that is that link."""
    links = reading.rows.comparison.links
    at = next((n for n, index in enumerate(reading.rows.changes) if links[index] == link), None)
    return reading if at is None else to_change(reading, page, height, at)


def in_columns(reading: Reading, page: Page, _height: int) -> Reading:
    """Show two columns where there was one, and one where there were two."""
    return replace(reading, view=reading.view._replace(columns=not page.measures.columns))


def folded(reading: Reading, _page: Page, _height: int) -> Reading:
    """Fold the unchanged stretches away, or bring them all back."""
    return replace(reading, view=reading.view._replace(folded=not reading.view.folded, opened=frozenset()))


def unfolded_at(reading: Reading, _page: Page, _height: int, row: int) -> Reading:
    """Open the fold that begins at a row."""
    return replace(reading, view=reading.view._replace(opened=reading.view.opened | {row}))


def found(reading: Reading, page: Page, height: int, search: Search) -> Reading:
    """Begin a search, standing at the first find from the top of the window on."""
    return _at_find(reading, page, height, nearest(search, reading.top.row))


def next_found(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go to a later find, or with negative steps to an earlier one."""
    search = reading.view.search
    return reading if search is None else _at_find(reading, page, height, step_search(search, steps))


def _at_find(reading: Reading, page: Page, height: int, search: Search) -> Reading:
    """Stand at the search's find: its row in the window, and no fold over it."""
    view, here = reading.view._replace(search=search), search.here
    if here is None:
        return replace(reading, view=view)
    fold = page.folds.holding(here.row)
    if fold in page.folds.stops:
        view = view._replace(opened=view.opened | {fold})
    change = reading.rows.change_at(here.row)
    reading = replace(reading, view=view, change=reading.change if change is None else change)
    if fold == here.row and _in_window(reading, page, height, here.row, whole=True):
        return reading
    return replace(reading, top=moved(page, Place(fold, 0), -(height // 4)))


def search_ended(reading: Reading, _page: Page, _height: int) -> Reading:
    """Search no more; the place stays."""
    return replace(reading, view=reading.view._replace(search=None))
