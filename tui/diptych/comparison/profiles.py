"""What the scores of likeness know about a sentence: its words, their weight, its character 4-grams. Pure."""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING

from diptych.comparison.normal import WIDE, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3"
_WORD = re.compile(f"[{WIDE}]|(?:[^\\W{WIDE}]|[{_MARKS}])+")
_GRAM = 4


class Profile:
    """One sentence, ready to be scored against others."""

    __slots__ = ("code", "grams", "mass", "place", "size", "text", "weights", "words")

    def __init__(self, text: str, place: float) -> None:
        self.text = folded(text)
        self.words: list[str] = _WORD.findall(self.text)
        self.place = place
        self.size = len(self.words)
        self.code = ""
        self.weights: dict[str, float] = {}
        self.mass = 0.0
        self.grams: dict[str, float] = {}


def profiles(old: Sequence[tuple[str, float]], new: Sequence[tuple[str, float]]) -> tuple[list[Profile], list[Profile]]:
    """Profiles of both sides' sentences, given as text and relative place; weights are idf over the two together."""
    left = [Profile(text, place) for text, place in old]
    right = [Profile(text, place) for text, place in new]
    both = left + right
    _weigh_words(both)
    _weigh_grams(both)
    return left, right


def _weigh_words(both: list[Profile]) -> None:
    frequency: Counter[str] = Counter()
    for profile in both:
        frequency.update(set(profile.words))
    count = len(both) + 1
    weight = {word: log(count / (df + 0.5)) for word, df in frequency.items()}
    letter = {word: chr(number) if number < 0xD800 else chr(number + 0x800) for number, word in enumerate(weight, 1)}
    for profile in both:
        profile.code = "".join([letter[word] for word in profile.words])
        profile.weights = {word: max(0.05, weight[word]) for word in profile.words}
        profile.mass = sum(profile.weights.values())


def _weigh_grams(both: list[Profile]) -> None:
    grams = [_grams(profile.words) for profile in both]
    frequency: Counter[str] = Counter()
    for found in grams:
        frequency.update(found.keys())
    count = len(both) + 1
    for profile, found in zip(both, grams):
        weighed = {g: n * log(count / (frequency[g] + 0.5)) for g, n in found.items() if frequency[g] * 2 < count}
        norm = sqrt(sum(w * w for w in weighed.values())) or 1.0
        profile.grams = {g: w / norm for g, w in weighed.items()}


def _grams(words: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in words:
        padded = f" {word} "
        if len(padded) <= _GRAM:
            found[padded] += 1
        else:
            found.update([padded[k : k + _GRAM] for k in range(len(padded) - _GRAM + 1)])
    return found
