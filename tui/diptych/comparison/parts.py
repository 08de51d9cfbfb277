"""Splits and merges told by their letters alone: a sentence, and opposite it its parts. Pure.

Between two pairs that are settled, a sentence on the one side and some neighbours on the other, which joined are the
one to within a few letters, need no scoring. What is freer than that is left to :mod:`diptych.comparison.joining`.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.gaps import gaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diptych.comparison.gaps import Gap

Pair = tuple[int, int]
Tied = tuple[tuple[int, ...], tuple[int, ...]]

_ALMOST = 0.95
"""The share of common letters from which a sentence says what its parts say."""
_PART = 0.15
"""The least share of the whole that a part has: three times what may differ, so that none is there by chance."""
_SHAPES = ((1, 2), (2, 1), (1, 3), (3, 1))
"""Sentences of either side that can be a whole and its parts."""
_SMALL = 16
"""Pairs of a gap up to which it is looked through."""
_LONGEST = 4000
"""Characters from which a sentence is too long to be looked at letter by letter."""


def whole_and_parts(old: Sequence[str], new: Sequence[str], sure: Sequence[Pair]) -> list[Tied]:
    """Ties of one sentence with its parts, between pairs that increase on both sides; the ties increase as well.

    A sentence that the other side has word for word, wherever it stands there, is left to be tied with that.
    """
    size = len(old), len(new)
    small = [gap for gap in gaps(sure, size) if 1 < (gap.high - gap.low) * (gap.right - gap.left) <= _SMALL]
    found = list(chain.from_iterable([_in_gap(old, new, gap) for gap in small]))
    if not found:
        return found
    here = {new[j] for _, right in found for j in right}.intersection(old)
    there = {old[i] for left, _ in found for i in left}.intersection(new)
    return [
        (left, right)
        for left, right in found
        if there.isdisjoint([old[i] for i in left]) and here.isdisjoint([new[j] for j in right])
    ]


def _in_gap(old: Sequence[str], new: Sequence[str], gap: Gap) -> Iterator[Tied]:
    """The ties of a gap, each behind the one before."""
    i, j = gap.low, gap.left
    for low in range(gap.low, gap.high):
        for left in range(gap.left, gap.right):
            if low < i or left < j:
                continue
            for many, others in _SHAPES:
                high, right = low + many, left + others
                if high <= gap.high and right <= gap.right and _say_the_same(old[low:high], new[left:right]):
                    yield tuple(range(low, high)), tuple(range(left, right))
                    i, j = high, right
                    break


def _say_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """True where one side is a sentence, the other its parts."""
    whole, parts = (old[0], new) if len(old) == 1 else (new[0], old)
    size = sum(map(len, parts)) + len(parts) - 1
    if 2 * min(size, len(whole)) < _ALMOST * (size + len(whole)):
        return False
    joined = " ".join(parts)
    if max(len(whole), len(joined)) > _LONGEST or min(map(len, parts)) < _PART * len(whole):
        return False
    return Indel.normalized_similarity(whole, joined, score_cutoff=_ALMOST) >= _ALMOST
