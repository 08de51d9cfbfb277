"""Which sentences of large texts are worth scoring: those that share rare words, or stand opposite each other. Pure.

Of two texts that leave hundreds of sentences open, most of these were inserted or deleted, and share nothing telling
with any other. So words are looked up first, rarest first and only so many places, in an inverted index; what comes out
is scored as if there were no other sentences. The cost grows with the text, not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain, product
from math import log
from typing import TYPE_CHECKING

from diptych.comparison.normal import WIDE, folded
from diptych.comparison.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

Pair = tuple[int, int]

_WORD = re.compile(f"[{WIDE}]|[^\\W{WIDE}]+")
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
_LEAST = 0.15
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
    count = len(old) + len(new)
    weight = {word: round(1000 * log(1 + count / times)) for word, times in frequency.items()}  # whole, as in profiles
    index = _places(right, frequency)
    worth = weight.__getitem__
    mass = [sum(map(worth, words)) for words in right]
    chosen = _equal(old, new)
    columns: list[list[tuple[float, int, int]]] = [[] for _ in new]
    for i, words in enumerate(watch.part(0.6, 1).each(left)):
        known = [word for word in words if word in index]
        if not known:
            continue
        own = sum(map(worth, words))
        row = []
        for j in _met(i, known, index):
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
    return {word[:_STEM] for word in _WORD.findall(folded(text[:_LOOKED]))}


def _places(sides: Sequence[set[str]], frequency: Counter[str]) -> dict[str, list[int]]:
    """Where each word stands that is neither common nor alone."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(sides):
        for word in words:
            if 1 < frequency[word] <= _COMMON:
                index[word].append(j)
    return dict(index)


def _met(own: int, words: Sequence[str], index: dict[str, list[int]]) -> list[int]:
    """The sentences that share the most of the rarest words, those nearest first among equals."""
    posted = [index[word] for word in words]
    if sum(map(len, posted)) > _MET:
        budget = _MET
        used: list[list[int]] = []
        for _, word in sorted([(len(index[word]), word) for word in words]):
            places = index[word]
            budget -= len(places)
            if budget < 0 and used:
                break
            used.append(places)
        posted = used
    met = Counter(chain.from_iterable(posted))
    if len(met) <= _CLOSER:
        return list(met)
    return [j for _, _, j in sorted([(-times, abs(own - j), j) for j, times in met.items()])[:_CLOSER]]


def _equal(old: Sequence[str], new: Sequence[str]) -> set[Pair]:
    """Pairs of equal text."""
    same: dict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(new):
        same[text].append(j)
    return {(i, j) for i, text in enumerate(old) for j in same.get(text, ())[:_EQUAL]}


def opposite(settled: Sequence[Pair], size: Pair) -> set[Pair]:
    """All pairs within the small gaps between pairs that are settled, which are increasing on both sides."""
    found: set[Pair] = set()
    low = left = 0
    for i, j in [*settled, size]:
        if 0 < (i - low) * (j - left) <= _SMALL and low < i:
            found.update(product(range(low, i), range(left, j)))
        low, left = i + 1, j + 1
    return found
