"""Which old and new sentences might belong together: an inverted index over rare character 4-grams. Pure."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.profiles import Profile

_BEST = 4
_LEAST = 0.02
_COMMON = 400
"""Grams in more new sentences than this are passed over, so that cost grows with the text and not with its square."""


def candidates(old: Sequence[Profile], new: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Cosine of each pair worth scoring: the best of every row and every column, and pairs of equal text."""
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, profile in enumerate(new):
        for gram, weight in profile.grams.items():
            index[gram].append((j, weight))
    chosen: dict[tuple[int, int], float] = {}
    columns: list[list[tuple[float, int]]] = [[] for _ in new]
    for i, profile in enumerate(old):
        cosine: dict[int, float] = defaultdict(float)
        for gram, weight in profile.grams.items():
            posted = index.get(gram)
            if posted and len(posted) <= _COMMON:
                for j, other in posted:
                    cosine[j] += weight * other
        near = [(value, -abs(j - i), j) for j, value in cosine.items() if value > _LEAST]
        for value, _, j in nlargest(_BEST, near):
            chosen[i, j] = value
        for value, _, j in near:
            columns[j].append((value, i))
    for j, column in enumerate(columns):
        for value, i in nlargest(_BEST, column):
            chosen[i, j] = value
    for i, j in _equal(old, new):
        chosen[i, j] = 1.0
    return chosen


def _equal(old: Sequence[Profile], new: Sequence[Profile]) -> list[tuple[int, int]]:
    same: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(new):
        same[profile.text].append(j)
    return [(i, j) for i, profile in enumerate(old) for j in same.get(profile.text, ())[:_BEST]]
