"""The heaviest in-order chain: which ties stay in place, so that all others are what moved. Pure.

The chain is the maximum-weight strictly increasing subsequence (Fredman, "On computing the length of longest increasing
subsequences", 1975, with weights), in O(n log n) by a Fenwick tree of prefix maxima. Places that follow each other on
both sides stay or move together, so each run of them is weighed as one.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, count, islice, pairwise
from operator import lt, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest(places: Sequence[float], weights: Sequence[int] | None = None) -> list[int]:
    """Indices of the heaviest strictly increasing subsequence of ``places``, ascending; all weigh 1 if nothing else is
    said."""
    if all(map(lt, places, islice(places, 1, None))):
        return list(range(len(places)))
    rank = dict(zip(sorted(set(places)), count(1), strict=False))
    ranks = list(map(rank.__getitem__, places))
    starts = _runs(ranks, lone=len(rank) == len(places))
    ends = [*starts[1:], len(places)]
    if weights is None:
        heavy = [end - start for start, end in zip(starts, ends, strict=True)]
    else:
        total = [0, *accumulate(weights)]
        heavy = [total[end] - total[start] for start, end in zip(starts, ends, strict=True)]
    return [index for run in _chain([ranks[at] for at in starts], heavy) for index in range(starts[run], ends[run])]


def heaviest_with(
    base: Sequence[tuple[int, int]],
    weights: Sequence[int],
    others: Sequence[tuple[float, float]],
    other_weights: Sequence[int],
) -> tuple[list[tuple[int, int]], list[int]]:
    """The heaviest chain of pairs that increase on both sides already and some others that may cross them.

    What no other pair comes between stays or moves together, so that the cost is that of the others.

    Returns:
        the stretches of ``base`` that are in it, ascending, and the indices of ``others`` that are, ascending.
    """
    olds, news = [i for i, _ in base], [j for _, j in base]
    cuts = {0, len(base)}
    cuts.update([bisect_left(olds, i) for i, _ in others])
    cuts.update([bisect_left(news, j) for _, j in others])
    total = [0, *accumulate(weights)]
    items: list[tuple[float, float, int, int, int]]
    items = [(olds[a], news[a], total[b] - total[a], a, b) for a, b in pairwise(sorted(cuts))]
    items += [(i, j, weight, n, -1) for n, ((i, j), weight) in enumerate(zip(others, other_weights, strict=True))]
    items.sort()
    kept = [items[n] for n in heaviest([item[1] for item in items], [item[2] for item in items])]
    return [(a, b) for *_, a, b in kept if b >= 0], sorted([n for *_, n, b in kept if b < 0])


def _runs(ranks: Sequence[int], *, lone: bool) -> list[int]:
    """Where runs of ranks that follow each other begin; where a rank can come twice, each is a run of its own."""
    if not lone:
        return list(range(len(ranks)))
    return [0, *[at for at, step in enumerate(map(sub, islice(ranks, 1, None), ranks), 1) if step != 1]]


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
