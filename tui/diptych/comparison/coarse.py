"""A simpler way for more sentences than the full method is let loose on: mutual best partners by rare words. Pure.

One to one only; splits and merges stay insertions and deletions. Linear: a word in more than a few sentences is no
evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from diptych.comparison.normal import folded
from diptych.comparison.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_RARE = 6
_SHARED = 0.5
_WORDS = 200
"""Words of a sentence that are looked at."""


def rough_pairs(
    old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]], watch: Watch = UNWATCHED
) -> list[tuple[int, int]]:
    """Pairs of sentences, given with their indices, that are each other's best partner and share half their words."""
    left = [frozenset(_WORD.findall(folded(text))[:_WORDS]) for _, text in watch.part(0, 0.3).each(old)]
    right = [frozenset(_WORD.findall(folded(text))[:_WORDS]) for _, text in watch.part(0.3, 0.6).each(new)]
    frequency: Counter[str] = Counter()
    for words in watch.part(0.6, 0.7).each((*left, *right)):
        frequency.update(words)
    index: dict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(watch.part(0.7, 0.8).each(right)):
        for word in words:
            if frequency[word] <= _RARE:
                index[word].append(j)
    best_old: dict[int, tuple[int, int, int]] = {}
    best_new: dict[int, tuple[int, int, int]] = {}
    for i, words in enumerate(watch.part(0.8, 1).each(left)):
        met = Counter(j for word in words for j in index.get(word, ()))
        for j, count in met.items():
            key = (-count, abs(i - j), j)
            if key < best_old.get(i, (0, 0, 0)):
                best_old[i] = key
            other = (-count, abs(i - j), i)
            if other < best_new.get(j, (0, 0, 0)):
                best_new[j] = other
    found = []
    for i, (_, _, j) in sorted(best_old.items()):
        shared = len(left[i] & right[j])
        if best_new[j][2] == i and 2 * shared >= _SHARED * (len(left[i]) + len(right[j])):
            found.append((old[i][0], new[j][0]))
    return found
