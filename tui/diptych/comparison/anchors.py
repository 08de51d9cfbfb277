"""Exact anchors: equal items that surely belong together, in order. Pure, over sequences of interned numbers.

First the shared beginning and end, then items that occur once on either side (patience: Bram Cohen's method, the
longest
increasing run of them, extended over equal neighbours), again inside every gap between them; where a gap has no such
items its longest common subsequence is taken, so that texts of repeated lines still find their order.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from diptych.comparison.chain import heaviest

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRETCH = 20_000
"""The longest stretch of either side that the longest common subsequence is let loose on at once (50 MB of bits)."""


def in_order(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of indices of equal items, increasing on both sides."""
    pairs: list[tuple[int, int]] = []
    stack = [(0, len(old), 0, len(new))]
    while stack:
        low, high, left, right = stack.pop()
        while low < high and left < right and old[low] == new[left]:
            pairs.append((low, left))
            low, left = low + 1, left + 1
        while low < high and left < right and old[high - 1] == new[right - 1]:
            high, right = high - 1, right - 1
            pairs.append((high, right))
        if low == high or left == right or high - low == right - left == 1:
            continue
        if set(old[low:high]).isdisjoint(new[left:right]):
            continue
        once = _once(old, new, (low, high, left, right))
        if once:
            stack += _gaps(once, (low, high, left, right))
            pairs += once
        else:
            pairs += _common(old, new, (low, high, left, right))
    pairs.sort()
    return pairs


def _once(old: Sequence[int], new: Sequence[int], gap: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Items that occur once on either side of a gap, those of them that stand in order."""
    low, high, left, right = gap
    items, others = old[low:high], new[left:right]
    place = {item: index for index, item in enumerate(others, left)}
    if len(place) < len(others):
        times = Counter(others)
        place = {item: index for item, index in place.items() if times[item] == 1}
    found = [(i, place[item]) for i, item in enumerate(items, low) if item in place]
    if len(set(items)) < len(items):
        times = Counter(items)
        found = [(i, j) for i, j in found if times[old[i]] == 1]
    return [found[k] for k in heaviest([j for _, j in found])]


def _gaps(pairs: list[tuple[int, int]], gap: tuple[int, int, int, int]) -> list[tuple[int, int, int, int]]:
    """What lies between the pairs."""
    low, high, left, right = gap
    found = []
    for i, j in [*pairs, (high, right)]:
        if low < i and left < j:
            found.append((low, i, left, j))
        low, left = i + 1, j + 1
    return found


def _common(old: Sequence[int], new: Sequence[int], gap: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """The longest common subsequence of a gap without unique items; a very long gap is cut into stretches first, each
    compared with what stands at the same relative place."""
    low, high, left, right = gap
    shared = set(old[low:high]) & set(new[left:right])
    rows = [i for i in range(low, high) if old[i] in shared]
    columns = [j for j in range(left, right) if new[j] in shared]
    parts = -(-max(len(rows), len(columns)) // _STRETCH)
    found = []
    for part in range(parts):
        row = rows[part * len(rows) // parts : (part + 1) * len(rows) // parts]
        column = columns[part * len(columns) // parts : (part + 1) * len(columns) // parts]
        for block in LCSseq.editops([old[i] for i in row], [new[j] for j in column]).as_matching_blocks():
            found += [(row[block.a + k], column[block.b + k]) for k in range(block.size)]
    return found
