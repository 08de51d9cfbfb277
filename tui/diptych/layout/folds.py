"""Stretches of unchanged rows that the reader has folded away. Pure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diptych.layout.particulars import plural

if TYPE_CHECKING:
    from collections.abc import Container

    from diptych.layout.rows import Rows

CONTEXT = 1
"""Unchanged rows that stay on either side of a change."""

_WORTH_FOLDING = 2
"""The fewest rows that a fold takes away."""


@dataclass(frozen=True, slots=True)
class Folds:
    """Disjoint stretches of rows, each shown as one line in the place of its first row."""

    stops: dict[int, int] = field(default_factory=dict)
    """For the first row of each fold the row after its last; in ascending order."""
    starts: dict[int, int] = field(default_factory=dict)
    """The same the other way round."""
    ordered: tuple[int, ...] = ()
    """The first rows."""

    def holding(self, row: int) -> int:
        """The row under which a row is shown: itself, or the first one of the fold it is in."""
        at = bisect_right(self.ordered, row) - 1
        if at >= 0 and row < self.stops[self.ordered[at]]:
            return self.ordered[at]
        return row


NONE = Folds()


def folds_told(folds: Folds) -> str:
    """What the screen says once stretches were folded away, since none of them need be in sight."""
    count = len(folds.stops)
    if not count:
        return "No unchanged stretch is long enough to be folded away."
    return f"Folded away: {plural(count, 'unchanged stretch', 'unchanged stretches')}. Enter opens the next one, z all."


def folds_of(rows: Rows, opened: frozenset[int] = frozenset(), walked: Container[int] | None = None) -> Folds:
    """Fold every long enough stretch of rows without a change, but for those whose first row is in ``opened``.

    ``walked`` are the changes that count, as indices into ``rows.changes``; None for all.
    """
    owned = zip(rows.changed, rows.owners, strict=True)
    changed = [row for row, change in owned if walked is None or change in walked]
    stops: dict[int, int] = {}
    for before, after in zip([None, *changed], [*changed, None], strict=True):
        first = 0 if before is None else before + 1 + CONTEXT
        stop = len(rows.rows) if after is None else after - CONTEXT
        if stop - first >= _WORTH_FOLDING and first not in opened:
            stops[first] = stop
    return Folds(stops, {stop: first for first, stop in stops.items()}, tuple(stops))
