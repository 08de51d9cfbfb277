"""The overview bar: where in the whole document the changes are, in a column of cells. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.rows import MOVED_SIGN
from diptych.model import Kind, Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Iterable

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
_WEIGHT = {EMPTY: 0, _REWORDED: 1, _INSERTED: 2, _DELETED: 3, _MOVED: 4}
"""Where several changes fall on one cell the rarer and graver shows."""


def overview(rows: Rows, height: int, changes: Iterable[int] | None = None) -> list[Mark]:
    """The bar of these changes, or of all, a mark a cell.

    Left half for what only the old text has, right half for the new, a line for both.
    """
    marks = [EMPTY] * height
    for home in rows.homes if changes is None else (rows.homes[change] for change in changes):
        for row in {home, rows.other_end.get(home, home)}:
            mark = _mark(rows, row)
            first, last = span(rows, row, row, height)
            for cell in range(first, last + 1):
                if _WEIGHT[mark] > _WEIGHT[marks[cell]]:
                    marks[cell] = mark
    return marks


def span(rows: Rows, first: int, last: int, height: int) -> tuple[int, int]:
    """The first and the last cell of the bar that rows ``first`` to ``last`` take."""
    if height < 1 or not rows.rows:
        return 0, -1
    top = rows.start_of(first) * height // rows.extent
    end = (rows.ends[last] * height - 1) // rows.extent
    return min(top, height - 1), min(max(top, end), height - 1)


def _mark(rows: Rows, row: int) -> Mark:
    link = rows.link_of(row)
    if link.moved:
        return _MOVED
    if link.kind is Kind.DELETED:
        return _DELETED
    if link.kind is Kind.INSERTED:
        return _INSERTED
    return _REWORDED if rows.rows[row].has(Side.OLD) else _INSERTED
