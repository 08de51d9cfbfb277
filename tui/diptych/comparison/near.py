"""Near anchors: sentences reworded where they stand, told by their letters alone. Pure.

Between two exact anchors the sentences are walked side by side from either end, as one reads two versions in step. A
pair that is alike, unlike its neighbours, and stands between settled pairs, so that no part of it can be among what
was left over beside it, needs no scoring. What this cannot settle is left to :mod:`diptych.comparison.matching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.gaps import Gap, gaps

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]

_ALIKE = 0.7
"""The share of common letters from which two sentences that stand opposite are alike."""
_ALMOST = 0.95
"""The share from which they are so even beside a sentence that has no partner."""
_RIVAL = 0.15
"""By how much less a sentence must be like the neighbours of its partner."""
_MISSES = 8
"""After so many steps without a pair a walk is given up."""
_AHEAD = ((1, 1), (1, 0), (0, 1), (2, 0), (0, 2), (2, 1), (1, 2), (3, 0), (0, 3))
"""Where a walk that lost its way looks for the next pair: sentences to pass over on either side."""
_LONGEST = 2000
"""Characters from which a sentence is too long to be looked at letter by letter."""


def near_pairs(old: Sequence[str], new: Sequence[str], sure: Sequence[Pair]) -> list[Pair]:
    """Pairs of sentences between the pairs of ``sure``, increasing as those are, that are surely versions of each
    other. A sentence that the other side has word for word, wherever it stands there, is left to be tied with that."""
    found: list[Pair] = []
    for gap in gaps(sure, (len(old), len(new))):
        if gap.high - gap.low == gap.right - gap.left == 1:
            if _likeness(old[gap.low], new[gap.left], _ALIKE) >= _ALIKE:
                found.append((gap.low, gap.left))
        else:
            found += _settled(old, new, gap)
    if not found:
        return found
    here = {new[j] for _, j in found}.intersection(old)
    there = {old[i] for i, _ in found}.intersection(new)
    return [(i, j) for i, j in found if old[i] == new[j] or (old[i] not in there and new[j] not in here)]


def _likeness(old: str, new: str, least: float) -> float:
    """The share of letters in common order; 0 where it is less than asked for, or too much to look at."""
    if len(old) > _LONGEST or len(new) > _LONGEST:
        return 0.0
    return Indel.normalized_similarity(old, new, score_cutoff=least)


def _settled(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Pair]:
    """The pairs of a gap that need no scoring."""
    pairs = _walk(old, new, gap, 1)
    low, left = (pairs[-1][0] + 1, pairs[-1][1] + 1) if pairs else (gap.low, gap.left)
    pairs += _walk(old, new, Gap(low, gap.high, left, gap.right), -1)[::-1]
    pairs = [pair for pair in pairs if not _has_rival(old, new, pair, gap)]
    beside = {(gap.low - 1, gap.left - 1), *pairs, (gap.high, gap.right)}
    return [
        (i, j)
        for i, j in pairs
        if ((i - 1, j - 1) in beside and (i + 1, j + 1) in beside) or _likeness(old[i], new[j], _ALMOST) >= _ALMOST
    ]


def _walk(old: Sequence[str], new: Sequence[str], gap: Gap, step: int) -> list[Pair]:
    """Pairs met going through a gap from its beginning, or from its end with a step of -1."""
    low, high, left, right = gap
    i, j = (low, left) if step == 1 else (high - 1, right - 1)
    pairs: list[Pair] = []
    missed = 0
    while low <= i < high and left <= j < right and missed < _MISSES:
        if _likeness(old[i], new[j], _ALIKE) >= _ALIKE:
            pairs.append((i, j))
            i, j, missed = i + step, j + step, 0
            continue
        missed += 1
        for over, other in _AHEAD:
            x, y = i + step * over, j + step * other
            if low <= x < high and left <= y < right and _likeness(old[x], new[y], _ALIKE) >= _ALIKE:
                i, j = x, y
                break
        else:
            i, j = i + step, j + step
    return pairs


def _has_rival(old: Sequence[str], new: Sequence[str], pair: Pair, gap: Gap) -> bool:
    """True where one of the two is nearly as like the other's neighbour."""
    i, j = pair
    least = _likeness(old[i], new[j], _ALIKE) - _RIVAL
    around = ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))
    return any(
        _likeness(old[x], new[y], least) >= least
        for x, y in around
        if gap.low <= x < gap.high and gap.left <= y < gap.right
    )
