"""Every way to move about a comparison. Pure: a move takes a reading and gives a new one.

:data:`MOVES` lists those that a reader asks for by a key, by the name of the command.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from diptych.layout.page import Page, Place
from diptych.layout.reading import TOP, Reading, clamped, in_window, last_top, moved
from diptych.layout.search import Search, nearest
from diptych.layout.search import stepped as step_search

if TYPE_CHECKING:
    from diptych.layout.rows import Rows
    from diptych.model import Link

Move: TypeAlias = Callable[[Reading, Page, int, int], Reading]
"""Takes the reading, the page, the lines of the window, and how often or how far: 1 where nothing was said."""


def opened(rows: Rows, page: Page, height: int) -> Reading:
    """A reading that begins at the first change."""
    reading = Reading(rows, view=page.view)
    return to_change(reading, page, height, page.walked[0]) if page.walked else reading


def scrolled(reading: Reading, page: Page, height: int, lines: int) -> Reading:
    """Move the window down by so many lines, or up; it stops where the text begins and ends."""
    return replace(reading, top=clamped(page, height, moved(page, reading.top, lines)))


def to_edge(reading: Reading, page: Page, height: int, *, end: bool) -> Reading:
    """Move the window to the beginning or to the end."""
    return replace(reading, top=last_top(page, height) if end else TOP)


def to_way(reading: Reading, page: Page, height: int, fraction: float) -> Reading:
    """Move the window to a fraction of the way through the document, 0 to 1."""
    row = page.folds.holding(reading.rows.row_at(round(max(0.0, min(1.0, fraction)) * reading.rows.extent)))
    return replace(reading, top=clamped(page, height, Place(row, 0)))


def stepped(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go to the next change, or with negative steps to a previous one, from where the reader looks.

    From the current change while it is in the window; otherwise from the window, so that reading on and then asking for
    the next change never leads back.
    """
    changes = page.walked
    if not changes:
        return reading
    homes, here = reading.rows.homes, reading.change
    if here is not None and in_window(reading, page, height, homes[here]):
        at = bisect_left(changes, here)
        if steps > 0 and (at == len(changes) or changes[at] != here):  # here is left aside: the next one is at `at`
            at -= 1
    else:
        first = reading.top.row
        beyond = bisect_left if steps > 0 else bisect_right
        at = beyond(changes, first, key=homes.__getitem__) - (steps > 0)
    return to_change(reading, page, height, changes[max(0, min(len(changes) - 1, at + steps))])


def to_change(reading: Reading, page: Page, height: int, change: int) -> Reading:
    """Make a change the current one and bring it into the window, scrolling only where that is needed."""
    row = reading.rows.homes[change]
    reading = replace(reading, change=change)
    if in_window(reading, page, height, row, whole=True):
        return reading
    return replace(reading, top=clamped(page, height, moved(page, Place(row, 0), -(height // 4))))


def to_other_end(reading: Reading, page: Page, height: int) -> Reading:
    """Of a passage that moved, bring the end into the window that is further from its top."""
    if reading.change is None:
        return reading
    home = reading.rows.homes[reading.change]
    other = reading.rows.other_end.get(home)
    if other is None:
        return reading
    shown = other if in_window(reading, page, height, home) else home
    return replace(reading, top=clamped(page, height, moved(page, Place(shown, 0), -(height // 4))))


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
    if fold == here.row and in_window(reading, page, height, here.row, whole=True):
        return reading
    return replace(reading, top=moved(page, Place(fold, 0), -(height // 4)))


def search_ended(reading: Reading, _page: Page, _height: int) -> Reading:
    """Search no more; the place stays."""
    return replace(reading, view=reading.view._replace(search=None))


def _to_start(reading: Reading, page: Page, height: int, times: int) -> Reading:
    """Go to the beginning; with a number, to the change of that number."""
    return to_number(reading, page, height, times) if times > 1 else to_edge(reading, page, height, end=False)


def _to_end(reading: Reading, page: Page, height: int, times: int) -> Reading:
    """Go to the end; with a number, to the change of that number."""
    return to_number(reading, page, height, times) if times > 1 else to_edge(reading, page, height, end=True)


def to_number(reading: Reading, page: Page, height: int, number: int) -> Reading:
    """Go to a change by its number, from 1; past the last one to the last."""
    count = len(reading.rows.changes)
    return to_change(reading, page, height, min(number, count) - 1) if count else reading


def _next(reading: Reading, page: Page, height: int, times: int) -> Reading:
    """The next change; while there is a search, the next find."""
    return (stepped if reading.view.search is None else next_found)(reading, page, height, times)


def left_aside(reading: Reading, _page: Page, _height: int, aside: frozenset[str]) -> Reading:
    """Leave these sorts of change aside, and walk all others."""
    return replace(reading, view=reading.view._replace(aside=aside, opened=frozenset()))


MOVES: dict[str, Move] = {
    "next_change": _next,
    "previous_change": lambda reading, page, height, times: _next(reading, page, height, -times),
    "previous_find": lambda reading, page, height, times: next_found(reading, page, height, -times),
    "other_end": lambda reading, page, height, _: to_other_end(reading, page, height),
    "line_down": scrolled,
    "line_up": lambda reading, page, height, times: scrolled(reading, page, height, -times),
    "page_down": lambda reading, page, height, times: scrolled(reading, page, height, times * max(1, height - 1)),
    "page_up": lambda reading, page, height, times: scrolled(reading, page, height, -times * max(1, height - 1)),
    "half_down": lambda reading, page, height, times: scrolled(reading, page, height, times * max(1, height // 2)),
    "half_up": lambda reading, page, height, times: scrolled(reading, page, height, -times * max(1, height // 2)),
    "to_start": _to_start,
    "to_end": _to_end,
    "fold": lambda reading, page, height, _: folded(reading, page, height),
    "columns": lambda reading, page, height, _: in_columns(reading, page, height),
}
"""By the name of the command; a page keeps one line of the one before."""
