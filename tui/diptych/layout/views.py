"""The moves that change how the page is shown: columns, folds, old and new flipped, a move's ends opposite. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.layout.reading import in_window, visible
from diptych.model import Side

if TYPE_CHECKING:
    from diptych.layout.filters import Filter
    from diptych.layout.page import Page
    from diptych.layout.reading import Reading


def opposed(reading: Reading, page: Page, height: int) -> Reading:
    """Of a passage that moved, bring the other end opposite this one; or, where that was done, go back to before.

    While one passage is shown so, asking at another one that moved brings its ends together instead.
    """
    ends = reading.ends
    if ends and reading.view.opposite not in ends:
        row = next((end for end in ends if in_window(reading, page, height, end)), ends[0])
        return replace(reading, left=reading.spot, view=reading.view._replace(opposite=row))
    return reading if reading.view.opposite is None else replace(reading, view=reading.view._replace(opposite=None))


def in_columns(reading: Reading, page: Page, _height: int) -> Reading:
    """Show what the width would not give, one column or two; then the other; then what the width gives again."""
    room = page.has_room
    columns = {None: not room, not room: room, room: None}[reading.view.columns]
    return replace(reading, blink=None, view=reading.view._replace(columns=columns))


def flowed(reading: Reading, _page: Page, _height: int) -> Reading:
    """Let the sentences of each paragraph run together, or stand in rows of their own again."""
    return replace(reading, view=reading.view._replace(flowing=not reading.view.flowing))


def blinked(reading: Reading, page: Page, _height: int) -> Reading:
    """Flip old and new in place at the current change; in one column: old alone, new alone, both again."""
    if reading.change is None:
        return reading
    after_old = None if page.measures.columns else Side.NEW
    onward = {None: Side.OLD, Side.OLD: after_old, Side.NEW: None}
    return replace(reading, blink=onward[reading.blink])


def folded(reading: Reading, _page: Page, _height: int) -> Reading:
    """Fold the unchanged stretches away, or bring them all back."""
    return replace(reading, view=reading.view._replace(folded=not reading.view.folded, opened=frozenset()))


def folds_in_sight(reading: Reading, page: Page, height: int) -> list[int]:
    """The first rows of the folds in the window."""
    return list(dict.fromkeys(row for (row, _), _ in visible(reading, page, height) if row in page.folds.stops))


def unfolded_next(reading: Reading, page: Page, height: int) -> Reading:
    """Open the first fold in the window from the current change on, or else the first one in it."""
    shown = folds_in_sight(reading, page, height)
    home = -1 if reading.change is None else reading.rows.homes[reading.change]
    row = next((row for row in shown if row > home), next(iter(shown), None))
    return reading if row is None else unfolded_at(reading, page, height, row)


def unfolded_at(reading: Reading, _page: Page, _height: int, row: int) -> Reading:
    """Open the fold that begins at a row."""
    return replace(reading, view=reading.view._replace(opened=reading.view.opened | {row}))


def filtered(reading: Reading, _page: Page, _height: int, wanted: Filter) -> Reading:
    """Walk only the changes that the filter lets through."""
    return replace(reading, view=reading.view._replace(wanted=wanted, opened=frozenset()))
