"""What is settled before anything is scored, and what that leaves open. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]
Tied = tuple[tuple[int, ...], tuple[int, ...]]


class Settled(NamedTuple):
    """Ties told without scoring, by indices of sentences; made by :func:`settled`."""

    sure: Sequence[Pair]
    """Pairs of equal sentences, increasing on both sides."""
    near: Sequence[Pair]
    """Pairs hardly reworded, increasing as the others are."""
    pairs: Sequence[Pair]
    """Both, increasing."""
    told: Sequence[Tied]
    """Sentences and their parts, and sentences that stand elsewhere word for word."""
    rows: Sequence[int]
    """The old sentences that are left open, ascending."""
    columns: Sequence[int]
    """The new ones."""
    size: Pair
    """The sentences of both sides."""

    def besides(self, told: Sequence[Tied]) -> Settled:
        """The same, and some of what it leaves open told as well."""
        if not told:
            return self
        left = {i for old, _ in told for i in old}
        right = {j for _, new in told for j in new}
        rows, columns = [i for i in self.rows if i not in left], [j for j in self.columns if j not in right]
        return self._replace(told=sorted([*self.told, *told]), rows=rows, columns=columns)

    def within(self, old: Pair, new: Pair) -> Settled:
        """The same within a stretch of either side that begins and ends at pairs in order, counted from its beginning.

        Of what is told only that remains which has both ends there.
        """
        (i, a), (j, b) = old, new
        sure, near = ([(x - i, y - j) for x, y in _between(pairs, i, a)] for pairs in (self.sure, self.near))
        told = [
            (tuple([x - i for x in left]), tuple([y - j for y in right]))
            for left, right in self.told[bisect_left(self.told, ((i,), ())) : bisect_left(self.told, ((a,), ()))]
            if left[-1] < a and j <= right[0] and right[-1] < b
        ]
        rows = [x - i for x in self.rows[bisect_left(self.rows, i) : bisect_left(self.rows, a)]]
        columns = [y - j for y in self.columns[bisect_left(self.columns, j) : bisect_left(self.columns, b)]]
        return Settled(sure, near, sorted([*sure, *near]), told, rows, columns, (a - i, b - j))


def settled(size: Pair, sure: Sequence[Pair], near: Sequence[Pair] = ()) -> Settled:
    """What pairs settle between sides of so many sentences, and what they leave open."""
    pairs = sorted([*sure, *near]) if near else sure
    rows, columns = _left(size[0], [i for i, _ in pairs]), _left(size[1], [j for _, j in pairs])
    return Settled(sure, near, pairs, (), rows, columns, size)


def _left(count: int, taken: Sequence[int]) -> list[int]:
    """The indices that are not among those taken, which ascend."""
    found: list[int] = []
    at = 0
    for index in taken:
        if at < index:
            found += range(at, index)
        at = index + 1
    found += range(at, count)
    return found


def _between(pairs: Sequence[Pair], start: int, end: int) -> Sequence[Pair]:
    """Those of the pairs whose old ends lie between two indices."""
    return pairs[bisect_left(pairs, (start, -1)) : bisect_left(pairs, (end, -1))]
