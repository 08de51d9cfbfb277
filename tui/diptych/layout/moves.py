"""Every way to move about a comparison. Pure: a move takes a reading and gives a new one.

:data:`MOVES` lists those that a reader asks for by a key, by the name of the command.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from diptych.layout import selecting, views
from diptych.layout.filters import facets_of, kind_of
from diptych.layout.page import Page
from diptych.layout.reading import TOP, Reading, clamped, in_window, last_top, moved, placed
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
    row = reading.rows.row_at(round(max(0.0, min(1.0, fraction)) * reading.rows.extent))
    return replace(reading, top=clamped(page, height, page.top_of(row)))


def stepped(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go to the next change, or with negative steps to a previous one, from where the reader looks.

    From the current change while it is in the window; otherwise from the window, so that reading on and then asking for
    the next change never leads back.
    """
    changes = page.walked
    if not changes or not steps:
        return reading
    at = _standing(reading, page, height, onward=steps > 0)
    return to_change(reading, page, height, changes[max(0, min(len(changes) - 1, at + steps))])


def _standing(reading: Reading, page: Page, height: int, *, onward: bool) -> int:
    """The index into ``page.walked`` one step from which is the next change, or the one before."""
    changes, homes, here = page.walked, reading.rows.homes, reading.change
    if here is not None and in_window(reading, page, height, homes[here]):
        at = bisect_left(changes, here)
        hidden = at == len(changes) or changes[at] != here  # then the next one is at `at`
        return at - 1 if onward and hidden else at
    beyond = bisect_left if onward else bisect_right
    return beyond(changes, reading.top.row, key=homes.__getitem__) - onward


def to_such(reading: Reading, page: Page, height: int, steps: int, is_such: Callable[[int], bool]) -> Reading:
    """Go to the next change of which something is true, or to a previous one; stay where there is none."""
    sign = 1 if steps > 0 else -1
    at, target = _standing(reading, page, height, onward=steps > 0) + sign, None
    while steps and 0 <= at < len(page.walked):
        if is_such(page.walked[at]):
            target, steps = page.walked[at], steps - sign
        at += sign
    return reading if target is None else to_change(reading, page, height, target)


def to_alike(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go to the next change of the kind of the current one."""
    if reading.change is None:
        return reading
    rows, kind = reading.rows, kind_of(reading.rows, reading.change)
    return to_such(reading, page, height, steps, lambda change: kind_of(rows, change) == kind)


def to_touching(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go to the next change that touches something that the current one touches: a number, a name."""
    if reading.change is None:
        return reading
    rows, facets = reading.rows, facets_of(reading.rows, reading.change)
    return to_such(reading, page, height, steps, lambda change: not facets.isdisjoint(facets_of(rows, change)))


def to_change(reading: Reading, page: Page, height: int, change: int) -> Reading:
    """Make a change the current one and bring it into the window, scrolling only where that is needed."""
    row = reading.rows.homes[change]
    reading = replace(reading, change=change, blink=None)
    if in_window(reading, page, height, row, whole=True):
        return reading
    return replace(reading, top=clamped(page, height, moved(page, page.top_of(row), -(height // 4))))


def to_row(reading: Reading, page: Page, height: int, row: int) -> Reading:
    """Bring a row to the upper part of the window; if it is of a change, that becomes the current one."""
    change = reading.rows.change_at(row)
    top = clamped(page, height, moved(page, page.top_of(row), -(height // 4)))
    return replace(reading, change=reading.change if change is None else change, top=top)


def to_other_end(reading: Reading, page: Page, height: int) -> Reading:
    """Of a passage that moved, bring the end into the window that is further from its top."""
    if not reading.ends:
        return reading
    home, other = reading.ends
    shown = other if in_window(reading, page, height, home) else home
    return replace(reading, top=clamped(page, height, moved(page, page.top_of(shown), -(height // 4))))


def leaping(move: Callable[[Reading, Page, int], Reading]) -> Callable[[Reading, Page, int], Reading]:
    """The same move, which remembers the place that it leads away from."""

    def leap(reading: Reading, page: Page, height: int) -> Reading:
        after = move(reading, page, height)
        return after if after.spot == reading.spot else replace(after, visited=after.visited.left(reading.spot))

    return leap


def back(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Go back to the place before the last leap, or with negative steps forward again."""
    for _ in range(abs(steps)):
        turn = reading.visited.back if steps > 0 else reading.visited.forward
        spot, visited = turn(reading.spot)
        if visited == reading.visited:
            break
        reading = replace(placed(reading, page, height, spot), visited=visited)
    return reading


def to_link(reading: Reading, page: Page, height: int, link: Link) -> Reading:
    """Go to the change that is that link."""
    links = reading.rows.comparison.links
    at = next((n for n, index in enumerate(reading.rows.changes) if links[index] == link), None)
    return reading if at is None else to_change(reading, page, height, at)


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
    if fold not in page.folds.stops and in_window(reading, page, height, here.row, whole=True):
        return reading
    return replace(reading, top=moved(page, page.top_of(fold), -(height // 4)))


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


def _lines(reading: Reading, page: Page, height: int, lines: int) -> Reading:
    """Scroll by lines; while something is selected, draw that out by sentences instead."""
    return (scrolled if reading.selection is None else selecting.extended)(reading, page, height, lines)


def _blink(reading: Reading, page: Page, height: int, _times: int) -> Reading:
    """Flip old and new at the current change, which is brought into the window first."""
    if reading.blink is None and reading.change is not None:
        reading = to_change(reading, page, height, reading.change)
    return views.blinked(reading, page, height)


def _leap(move: Move) -> Move:
    def leap(reading: Reading, page: Page, height: int, times: int) -> Reading:
        return leaping(lambda *_: move(reading, page, height, times))(reading, page, height)

    return leap


MOVES: dict[str, Move] = {
    "next_change": _next,
    "previous_change": lambda reading, page, height, times: _next(reading, page, height, -times),
    "previous_find": lambda reading, page, height, times: next_found(reading, page, height, -times),
    "next_alike": to_alike,
    "previous_alike": lambda reading, page, height, times: to_alike(reading, page, height, -times),
    "next_touching": to_touching,
    "previous_touching": lambda reading, page, height, times: to_touching(reading, page, height, -times),
    "opposite": lambda reading, page, height, _: views.opposed(reading, page, height),
    "other_end": _leap(lambda reading, page, height, _: to_other_end(reading, page, height)),
    "place_before": back,
    "place_after": lambda reading, page, height, times: back(reading, page, height, -times),
    "select": lambda reading, page, height, _: selecting.begun(reading, page, height),
    "line_down": _lines,
    "line_up": lambda reading, page, height, times: _lines(reading, page, height, -times),
    "page_down": lambda reading, page, height, times: scrolled(reading, page, height, times * max(1, height - 1)),
    "page_up": lambda reading, page, height, times: scrolled(reading, page, height, -times * max(1, height - 1)),
    "half_down": lambda reading, page, height, times: scrolled(reading, page, height, times * max(1, height // 2)),
    "half_up": lambda reading, page, height, times: scrolled(reading, page, height, -times * max(1, height // 2)),
    "to_start": _leap(_to_start),
    "to_end": _leap(_to_end),
    "fold": lambda reading, page, height, _: views.folded(reading, page, height),
    "open_fold": lambda reading, page, height, _: views.unfolded_next(reading, page, height),
    "columns": lambda reading, page, height, _: views.in_columns(reading, page, height),
    "flow": lambda reading, page, height, _: views.flowed(reading, page, height),
    "blink": _blink,
}
"""By the name of the command; a page keeps one line of the one before."""

NOTHING = {
    "next_alike": "There is no further change of this kind.",
    "previous_alike": "There is no earlier change of this kind.",
    "next_touching": "There is no further change that touches the same.",
    "previous_touching": "There is no earlier change that touches the same.",
    "opposite": "This passage did not move.",
    "other_end": "This passage did not move.",
    "open_fold": "There is no fold in sight; z folds unchanged stretches away.",
    "blink": "There is no change to flip.",
    "place_before": "There is no place to go back to.",
    "place_after": "There is no place to go forward to.",
}
"""What to say, by the name of the command, where a move leads nowhere."""
