"""Which old and new sentences might belong together: an inverted index over rare character 4-grams. Pure.

Every sentence looks its rarest grams up first and stops when it has met enough sentences, so that cost grows with the
text and not with its square; the cosine itself is computed for the few that come out best.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappush, heapreplace, nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.profiles import Profile

_BEST = 4
_LEAST = 0.02
_MET = 600
"""How many sentences a sentence meets through its grams, at most, one met twice counted twice."""


def candidates(old: Sequence[Profile], new: Sequence[Profile]) -> dict[tuple[int, int], float]:
    """Cosine of each pair worth scoring: the best of every row and every column, and pairs of equal text."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(new):
        for gram in profile.grams:
            index[gram].append(j)
    lengths = [profile.length for profile in new]
    chosen: set[tuple[int, int]] = set(_equal(old, new))
    columns: list[list[tuple[float, int]]] = [[] for _ in new]
    for i, profile in enumerate(old):
        met = _met(profile, index)
        near = [(value / lengths[j], -abs(j - i), j) for j, value in met.items()]
        least = _LEAST / profile.length
        for value, _, j in nlargest(_BEST, near) if len(near) > _BEST else near:
            if value > least:
                chosen.add((i, j))
        for value, _, j in near:
            column = columns[j]
            likeness = value * profile.length
            if len(column) < _BEST:
                heappush(column, (likeness, i))
            elif likeness > column[0][0]:
                heapreplace(column, (likeness, i))
    for j, column in enumerate(columns):
        chosen.update((i, j) for likeness, i in column if likeness > _LEAST)
    return {(i, j): _cosine(old[i], new[j]) for i, j in sorted(chosen)}


def _met(profile: Profile, index: dict[str, list[int]]) -> dict[int, float]:
    """The sentences that share the rarest grams, with the squared weights of what is shared."""
    found: dict[int, float] = {}
    get = found.get
    budget = _MET
    posted = [(len(index[gram]), gram) for gram in profile.grams if gram in index]
    if sum([count for count, _ in posted]) > budget:
        posted.sort()
    for count, gram in posted:
        if count > budget:
            break
        budget -= count
        worth = profile.grams[gram] ** 2
        for j in index[gram]:
            found[j] = get(j, 0.0) + worth
    return found


def _cosine(old: Profile, new: Profile) -> float:
    a, b = (old.grams, new.grams) if len(old.grams) <= len(new.grams) else (new.grams, old.grams)
    return sum([weight * b[gram] for gram, weight in a.items() if gram in b])


def _equal(old: Sequence[Profile], new: Sequence[Profile]) -> list[tuple[int, int]]:
    same: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(new):
        same[profile.text].append(j)
    return [(i, j) for i, profile in enumerate(old) for j in same.get(profile.text, ())[:_BEST]]
