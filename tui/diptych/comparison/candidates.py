"""Which old and new sentences might belong together: an inverted index over rare character 4-grams. Pure.

Every sentence looks its rarest grams up first and stops when it has met enough sentences, so that cost grows with the
text and not with its square; the cosine itself is computed for the few that come out best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from diptych.comparison.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diptych.comparison.profiles import Profile

_BEST = 4
_LEAST = 0.03
_MET = 600
"""How many sentences a sentence meets through its grams, at most, one met twice counted twice."""


def candidates(
    old: Sequence[Profile], new: Sequence[Profile], watch: Watch = UNWATCHED
) -> dict[tuple[int, int], float]:
    """Cosine of each pair worth scoring: the best of every row and every column, and pairs of equal text."""
    index: dict[int, list[int]] = defaultdict(list)
    for j, profile in enumerate(new):
        for gram in profile.grams:
            index[gram].append(j)
    lengths = [profile.length for profile in new]
    chosen: set[tuple[int, int]] = set(_equal(old, new))
    columns: list[list[tuple[float, int]]] = [[] for _ in new]
    for i, profile in enumerate(watch.each(old)):
        met, worth = _met(profile, index)
        least = _LEAST * profile.length / worth
        near = [(value / lengths[j], -abs(j - i), j) for j, value in met.items() if value > least * lengths[j]]
        if len(near) > _BEST:
            near.sort(reverse=True)
        chosen.update([(i, j) for _, _, j in near[:_BEST]])
        share = worth / profile.length
        for value, _, j in near:
            columns[j].append((value * share, -i))
    for j, column in enumerate(columns):
        if len(column) > _BEST:
            column.sort(reverse=True)
        chosen.update([(-i, j) for _, i in column[:_BEST]])
    return {(i, j): cosine(old[i], new[j]) for i, j in sorted(chosen)}


def _met(profile: Profile, index: Mapping[int, list[int]]) -> tuple[Mapping[int, float], float]:
    """The sentences that share the rarest grams, with the squared weights of what is shared, and the unit of those.

    Where too many are met to weigh every gram, grams are counted, and the unit is their mean squared weight.
    """
    own = profile.grams
    posted = [(gram, index[gram]) for gram in sorted(own) if gram in index]
    met: dict[int, float] = {}
    if sum([len(places) for _, places in posted]) <= _MET:
        get = met.get
        for gram, places in posted:
            worth = own[gram] ** 2
            for j in places:
                met[j] = get(j, 0.0) + worth
        return met, 1.0
    budget = _MET
    most = 0
    total = 0.0
    for gram, places in posted:
        budget -= len(places)
        if budget < 0:
            break
        most += 1
        total += own[gram] ** 2
    return Counter(chain.from_iterable([places for _, places in posted[:most]])), total / (most or 1) or 1.0


def cosine(old: Profile, new: Profile) -> float:
    """The cosine of two sentences' grams."""
    a, b = (old.grams, new.grams) if len(old.grams) <= len(new.grams) else (new.grams, old.grams)
    return sum([weight * b[gram] for gram, weight in a.items() if gram in b]) / (old.length * new.length)


def _equal(old: Sequence[Profile], new: Sequence[Profile]) -> list[tuple[int, int]]:
    same: dict[str, list[int]] = defaultdict(list)
    for j, profile in enumerate(new):
        same[profile.text].append(j)
    return [(i, j) for i, profile in enumerate(old) for j in same.get(profile.text, ())[:_BEST]]
