"""What the scores of likeness know about a sentence: its words, their weight, its character 4-grams. Pure.

Weights are whole numbers (thousandths of an idf), so that sums do not depend on the order of a set, which differs from
run to run.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import hypot, log
from typing import TYPE_CHECKING

from diptych.comparison.normal import WIDE, folded
from diptych.comparison.watch import UNWATCHED, Watch
from diptych.scripts import is_western

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3"
)
_ASCII_WORD = re.compile(r"\w+")
_WORD = re.compile("[\\w\u0300-\u036f]+")
"""What :func:`_any_word` is for strings of ASCII alone, and for western ones."""
_PARTED = re.compile(r"[^\W\d_]+(?:[-·][^\W\d_]+)+")
_PARTING = re.compile("[-·]")
_GRAM = 4
_UNIT = 1000
_LONGEST = 4000
_FURTHEST = 40_000
"""Words and characters of a sentence that are looked at; what is longer is no sentence."""
_BACKGROUND = 40
"""Sentences that are thought to stand beside the two texts, so that what a short text shares is not weightless."""
_SHORT = (0.0, 0.5, 0.4, 0.3, 0.1, 0.03)
"""In which part of the background's sentences a word of 0, 1, 2… letters stands."""


@cache
def _any_word() -> re.Pattern[str]:
    """A word of any script."""
    return re.compile(f"[{WIDE}]|(?:[^\\W{WIDE}]|[{_MARKS}])+")


def _words_in(text: str) -> list[str]:
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return (_WORD if is_western(text) else _any_word()).findall(text)


class Profile:
    """One sentence, ready to be scored against others."""

    __slots__ = ("code", "grams", "length", "mass", "numbers", "place", "size", "text", "weights", "words")

    def __init__(self, text: str, place: float) -> None:
        self.text = folded(text[:_FURTHEST])
        self.place = place
        """Where in its text it stands, from 0 to 1."""
        self.read(self.text)
        self.code = ""
        """The words as one character each, for comparing sequences of words at the speed of strings."""
        self.weights: dict[str, int] = {}
        self.mass = 0
        self.grams: dict[int, float] = {}
        """4-grams by number, the rarest least, with their weights, as a vector."""
        self.length = 1.0
        """The vector's length."""

    def read(self, text: str) -> None:
        """Take the words from a text."""
        self.words: list[str] = _words_in(text)[:_LONGEST]
        self.size = len(self.words)
        self.numbers = frozenset(word for word in self.words if word.isdigit())


def profiles(
    old: Sequence[tuple[str, float]], new: Sequence[tuple[str, float]], watch: Watch = UNWATCHED
) -> tuple[list[Profile], list[Profile]]:
    """Profiles of both sides' sentences, given as text and place; weights are idf over the two together."""
    left = [Profile(text, place) for text, place in watch.part(0, 0.2).each(old)]
    right = [Profile(text, place) for text, place in watch.part(0.2, 0.4).each(new)]
    _join_compounds(left + right)
    _weigh_words(left + right, watch.part(0.4, 0.6))
    _weigh_grams(left + right, watch.part(0.6, 1))
    return left, right


def _join_compounds(both: list[Profile]) -> None:
    """Take a compound with a hyphen or a middle dot inside for one word where the texts have it without, too.

    ``co-operate`` and ``cooperate``; easy German parts its compounds, ``Wind-Kraft`` and ``Wind·kraft``.
    """
    parted = [profile for profile in both if "-" in profile.text or "·" in profile.text]
    found = {compound for profile in parted for compound in _PARTED.findall(profile.text)}
    if not found:
        return
    words = {word for profile in both for word in profile.words}
    joined = {compound: whole for compound in found if (whole := _PARTING.sub("", compound)) in words}
    if not joined:
        return
    for profile in parted:
        text = _PARTED.sub(lambda match: joined.get(match[0], match[0]), profile.text)
        if len(text) < len(profile.text):
            profile.read(text)


def _weigh_words(both: list[Profile], watch: Watch) -> None:
    frequency: Counter[str] = Counter()
    for profile in watch.each(both):
        frequency.update(list(dict.fromkeys(profile.words)))
    count = len(both) + _BACKGROUND + 1
    weight = {word: max(50, round(_UNIT * log(count / (df + _expected(word) + 0.5)))) for word, df in frequency.items()}
    letter = {word: _letter(number) for number, word in enumerate(weight)}
    for profile in both:
        profile.code = "".join([letter[word] for word in profile.words])
        profile.weights = {word: weight[word] for word in profile.words}
        profile.mass = sum(profile.weights.values())


def _expected(word: str) -> float:
    """In how many sentences of the background a word would stand, as its length lets expect."""
    size = len(word)
    return _BACKGROUND * (_SHORT[size] if size < len(_SHORT) else _SHORT[-1])


def _letter(number: int) -> str:
    """A character for a word: no surrogate, and the first again when there are no more."""
    number = number % 0x10F000 + 1
    return chr(number if number < 0xD800 else number + 0x800)


def _weigh_grams(both: list[Profile], watch: Watch) -> None:
    """Give each profile its grams as numbers, the rarest least, so that sorting them puts the telling ones first."""
    numbers: dict[str, int] = {}
    known: dict[str, list[int]] = {}
    frequency: Counter[int] = Counter()
    for profile in watch.part(0, 0.5).each(both):
        found: list[int] = []
        for word in profile.words:
            cut = known.get(word)
            if cut is None:
                cut = known[word] = [numbers.setdefault(gram, len(numbers)) for gram in _grams(word)]
            found += cut
        frequency.update(dict.fromkeys(found).keys())
    count = len(both) + _BACKGROUND + 1
    rank = [0] * len(numbers)
    for place, number in enumerate(sorted(frequency, key=frequency.__getitem__)):
        rank[number] = place
    weight = {rank[n]: log(count / (df + 0.5)) for n, df in frequency.items() if df * 2 < count}
    telling = {word: [rank[n] for n in cut if rank[n] in weight] for word, cut in known.items()}
    for profile in watch.part(0.5, 1).each(both):
        kept: list[int] = []
        for word in profile.words:
            kept += telling[word]
        weighed = {number: weight[number] for number in kept}
        if len(weighed) < len(kept):
            weighed = {number: weight[number] * times for number, times in Counter(kept).items()}
        profile.length = hypot(*weighed.values()) or 1.0
        profile.grams = weighed


def _grams(word: str) -> list[str]:
    """The 4-grams of a word with a space at either end; a short word whole."""
    padded = f" {word} "
    return [padded[k : k + _GRAM] for k in range(max(1, len(padded) - _GRAM + 1))]
