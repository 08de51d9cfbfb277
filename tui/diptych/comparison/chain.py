"""The heaviest in-order chain: which ties stay in place, so that all others are what moved. Pure.

The chain is the maximum-weight strictly increasing subsequence (Fredman, "On computing the length of longest increasing
subsequences", 1975, with weights), in O(n log n) by a Fenwick tree of prefix maxima.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest(places: Sequence[float], weights: Sequence[int]) -> list[int]:
    """Indices of the heaviest strictly increasing subsequence of ``places``, ascending."""
    if all(a < b for a, b in itertools.pairwise(places)):
        return list(range(len(places)))
    rank = {place: number for number, place in enumerate(sorted(set(places)), 1)}
    size = len(rank)
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    back = [-1] * len(places)
    total = [0] * len(places)
    for index, place in enumerate(places):
        best, before = 0, -1
        node = rank[place] - 1
        while node:
            if tree[node][0] > best:
                best, before = tree[node]
            node &= node - 1
        back[index] = before
        total[index] = best + weights[index]
        node = rank[place]
        while node <= size:
            if tree[node][0] < total[index]:
                tree[node] = (total[index], index)
            node += node & -node
    at = max(range(len(places)), key=total.__getitem__, default=-1)
    kept = []
    while at != -1:
        kept.append(at)
        at = back[at]
    return kept[::-1]
