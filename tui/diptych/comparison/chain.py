"""The heaviest in-order chain: which ties stay in place, so that all others are what moved. Pure.

The chain is the maximum-weight strictly increasing subsequence (Fredman, "On computing the length of longest increasing
subsequences", 1975, with weights), in O(n log n) by a Fenwick tree of prefix maxima. Places that follow each other on
both sides stay or move together, so each run of them is weighed as one.
"""

from __future__ import annotations

from itertools import accumulate, islice, pairwise
from operator import lt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest(places: Sequence[float], weights: Sequence[int] | None = None) -> list[int]:
    """Indices of the heaviest strictly increasing subsequence of ``places``, ascending; all weigh 1 if nothing else is
    said."""
    if all(map(lt, places, islice(places, 1, None))):
        return list(range(len(places)))
    rank = {place: number for number, place in enumerate(sorted(set(places)), 1)}
    ranks = [rank[place] for place in places]
    starts = _runs(ranks, lone=len(rank) == len(places))
    ends = [*starts[1:], len(places)]
    if weights is None:
        heavy = [end - start for start, end in zip(starts, ends, strict=True)]
    else:
        total = [0, *accumulate(weights)]
        heavy = [total[end] - total[start] for start, end in zip(starts, ends, strict=True)]
    return [index for run in _chain([ranks[at] for at in starts], heavy) for index in range(starts[run], ends[run])]


def _runs(ranks: Sequence[int], *, lone: bool) -> list[int]:
    """Where runs of ranks that follow each other begin; where a rank can come twice, each is a run of its own."""
    if not lone:
        return list(range(len(ranks)))
    return [0, *[at for at, (a, b) in enumerate(pairwise(ranks), 1) if b != a + 1]]


def _chain(ranks: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The heaviest chain of ranks, which need not be close to each other."""
    narrow = {rank: number for number, rank in enumerate(sorted(set(ranks)), 1)}
    size = len(narrow)
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    back = [-1] * len(ranks)
    total = [0] * len(ranks)
    for index, rank in enumerate(ranks):
        best, before = 0, -1
        own = narrow[rank]
        node = own - 1
        while node:
            if tree[node][0] > best:
                best, before = tree[node]
            node &= node - 1
        back[index] = before
        total[index] = best + weights[index]
        node = own
        while node <= size:
            if tree[node][0] < total[index]:
                tree[node] = (total[index], index)
            node += node & -node
    at = max(range(len(ranks)), key=total.__getitem__, default=-1)
    kept = []
    while at != -1:
        kept.append(at)
        at = back[at]
    return kept[::-1]
