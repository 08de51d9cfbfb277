"""Which sentences of large texts are worth scoring: those that share rare words, or stand opposite each other. Pure.

Of two texts that leave hundreds of sentences open, most of these were inserted or deleted, and share nothing telling
with any other. So words are looked up first, rarest first and only so many places, in an inverted index; what comes out
is scored as if there were no other sentences. The cost grows with the text, not with its square.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import chain, count, pairwise, product
from math import log
from typing import TYPE_CHECKING

from diptych.comparison.gaps import gaps
from diptych.comparison.normal import WIDE, folded
from diptych.comparison.watch import UNWATCHED, Watch
from diptych.scripts import is_western

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]

_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters of a word that are looked at, so that most inflected forms are one."""
_LOOKED = 4000
"""Characters of a sentence that are looked at."""
_MET = 100
"""How many sentences a sentence meets through its rare words, at most, one met twice counted twice."""
_COMMON = 300
"""Sentences from which a word is too common to be looked up."""
_CLOSER = 6
"""How many of those met are compared word by word."""
_LEAST = 0.2
"""The least share of the words' weight that two sentences on the list have in common."""
_SMALL = 64
"""Pairs of a gap up to which all of them are listed."""
_BEST = 3
_EQUAL = 2
"""So many of the best partners, and of those of equal text, are listed for a sentence."""


def shortlist(old: Sequence[str], new: Sequence[str], watch: Watch = UNWATCHED) -> set[Pair]:
    """Pairs of indices: for each sentence the best partners by their words, and some of those of equal text."""
    left = [_stems(text) for text in watch.part(0, 0.3).each(old)]
    right = [_stems(text) for text in watch.part(0.3, 0.6).each(new)]
    frequency = Counter(chain.from_iterable(left))
    frequency.update(chain.from_iterable(right))
    size = len(old) + len(new)
    worths = {times: round(1000 * log(1 + size / times)) for times in set(frequency.values())}  # whole, as in profiles
    weight = {word: worths[times] for word, times in frequency.items()}
    ranks, places = _places(left, right, frequency)
    worth = weight.__getitem__
    mass = [sum(map(worth, words)) for words in right]
    chosen = _equal(old, new)
    columns: list[list[tuple[float, int, int]]] = [[] for _ in new]
    for i, words in enumerate(watch.part(0.6, 1).each(left)):
        known = sorted([ranks[word] for word in words if word in ranks])
        if not known:
            continue
        own = sum(map(worth, words))
        row = []
        for j in _met(i, [places[rank] for rank in known], size):
            shared = 2 * sum(map(worth, words & right[j])) / (own + mass[j])
            if shared >= _LEAST:
                row.append((-shared, abs(i - j), j))
                columns[j].append((-shared, abs(i - j), i))
        chosen.update([(i, j) for _, _, j in sorted(row)[:_BEST]])
    for j, column in enumerate(columns):
        chosen.update([(i, j) for _, _, i in sorted(column)[:_BEST]])
    return chosen


def _stems(text: str) -> set[str]:
    """The beginnings of a sentence's words."""
    return set().union(*map(_stems_between_spaces, text[:_LOOKED].split()))


@cache
def _any_word() -> re.Pattern[str]:
    """A word of any script."""
    return re.compile(f"[{WIDE}]|[^\\W{WIDE}]+")


@lru_cache(maxsize=1 << 15)
def _stems_between_spaces(piece: str) -> list[str]:
    """The same for what stands between two spaces; most pieces come again and again."""
    plain = folded(piece)
    return [word[:_STEM] for word in (_WORD if is_western(plain) else _any_word()).findall(plain)]


def _places(
    left: Sequence[set[str]], right: Sequence[set[str]], frequency: Counter[str]
) -> tuple[dict[str, int], list[list[int]]]:
    """The words that both sides have and that are not common, by number, the rarest least; and where each stands."""
    both = set().union(*left) & set().union(*right)
    telling = {word for word in both if frequency[word] <= _COMMON}
    index: dict[str, list[int]] = {word: [] for word in telling}
    for j, words in enumerate(right):
        for word in words & telling:
            index[word].append(j)
    ranked = sorted(index, key=lambda word: (len(index[word]), word))
    return dict(zip(ranked, count(), strict=False)), [index[word] for word in ranked]


def _met(own: int, posted: Sequence[Sequence[int]], size: int) -> list[int]:
    """The sentences, of so many, that share the most of the rarest words, those nearest first among equals.

    ``posted`` is where one's words stand, the rarest first.
    """
    used = 0
    budget = _MET
    for places in posted:
        budget -= len(places)
        if budget < 0 and used:
            break
        used += 1
    met = sorted(chain.from_iterable(posted[:used]))
    again = [j for j, following in pairwise(met) if j == following]
    if not again:
        return _nearest(met, own, _CLOSER)
    times = Counter(again)
    # One number each: sorting them takes a third of the time of sorting tuples.
    ranked = sorted([(abs(own - j) - more * size) * size + j for j, more in times.items()])
    chosen = [number % size for number in ranked[:_CLOSER]]
    return chosen + _nearest([j for j in met if j not in times], own, _CLOSER - len(chosen))


def _nearest(places: Sequence[int], own: int, most: int) -> list[int]:
    """So many of the places, which ascend and are all different, as are nearest to one's own; the lesser first."""
    if len(places) <= most:
        return list(places)
    at = bisect_left(places, own)
    around = places[max(0, at - most) : at + most]
    return sorted(around, key=lambda place: (abs(own - place), place))[:most]


def _equal(old: Sequence[str], new: Sequence[str]) -> set[Pair]:
    """Pairs of equal text."""
    same: dict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(new):
        same[text].append(j)
    return {(i, j) for i, text in enumerate(old) for j in same.get(text, ())[:_EQUAL]}


def opposite(settled: Sequence[Pair], size: Pair) -> set[Pair]:
    """All pairs within the small gaps between pairs that are settled, which are increasing on both sides."""
    found: set[Pair] = set()
    for low, high, left, right in gaps(settled, size):
        if (high - low) * (right - left) <= _SMALL:
            found.update(product(range(low, high), range(left, right)))
    return found
