"""The overview bar: where in the whole document the changes are, in a column of cells. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.rows import MOVED, MOVED_SIGN, ONLY_NEW, ONLY_OLD, REWORDED
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.layout.rows import Rows


class Mark(NamedTuple):
    """One cell of the bar: a shape that tells the kind without colour, and its ink."""

    shape: str
    ink: Ink


EMPTY = Mark(" ", Ink.RULE)
_DELETED = Mark("▌", Ink.REMOVED)
_INSERTED = Mark("▐", Ink.ADDED)
_REWORDED = Mark("┃", Ink.REWORDED)
_MOVED = Mark(MOVED_SIGN, Ink.MOVED)
_MARKS = {0: EMPTY, REWORDED: _REWORDED, ONLY_NEW: _INSERTED, ONLY_OLD: _DELETED, MOVED: _MOVED}
"""Where several changes fall on one cell the rarer and graver shows."""


def overview(rows: Rows, height: int, changes: Sequence[int] | None = None) -> list[Mark]:
    """The bar of these changes, or of all, a mark a cell.

    Left half for what only the old text has, right half for the new, a line for both. What it costs depends on the
    height, not on the rows.
    """
    sorts, extent = rows.sorts, rows.extent
    if changes is not None and len(changes) < len(rows.changes):
        kept = set(changes)
        sorts = bytes(sort if owner in kept else 0 for sort, owner in zip(sorts, rows.owners, strict=True))
    marks: list[Mark] = []
    for cell in range(height if rows.rows else 0):
        first, last = rows.row_at(cell * extent // height), rows.row_at(((cell + 1) * extent - 1) // height)
        here = sorts[bisect_left(rows.changed, first) : bisect_right(rows.changed, last)]
        marks.append(_MARKS[max(here, default=0)])
    return marks or [EMPTY] * height


def span(rows: Rows, first: int, last: int, height: int) -> tuple[int, int]:
    """The first and the last cell of the bar that rows ``first`` to ``last`` take."""
    if height < 1 or not rows.rows:
        return 0, -1
    top = rows.start_of(first) * height // rows.extent
    end = (rows.start_of(last + 1) * height - 1) // rows.extent
    return min(top, height - 1), min(max(top, end), height - 1)
