"""How much two passages are alike, by their words. Pure."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import LCSseq, Postfix, Prefix

from diptych.comparison.normal import common_ends
from diptych.comparison.tokens import tokens_of, words_of

_MOST_CELLS = 2_000_000_000
"""The most words, old × new, that one link's likeness is computed on word by word."""

_MOST_CHARACTERS = 2_000_000
"""The most characters of a link that are cut into words for its likeness; of more, the common ends are measured."""


def similarity(old: str, new: str) -> float:
    """How much of their words two passages share in order, from 0 to 1: twice the common subsequence over all words.

    The passages are given in one form, as by :func:`unwrapped`.
    """
    if len(old) + len(new) > _MOST_CHARACTERS:
        head, tail = common_ends(old, new)
        return round(2 * (head + tail) / (len(old) + len(new)), 4)
    # What both begin and end with is cut into words once; no word has a space inside.
    head = old.rfind(" ", 0, Prefix.similarity(old, new)) + 1
    most = min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
    stop = old.find(" ", len(old) - most)
    tail = len(old) - stop if stop >= 0 else 0
    shared = len(words_of(old[:head])) + (len(words_of(old[stop:])) if tail else 0)
    left, right = _words(old[head : len(old) - tail]), _words(new[head : len(new) - tail])
    if not shared and not (left and right):  # marks alone
        left, right = left or _marks(old), right or _marks(new)
    if len(left) * len(right) > _MOST_CELLS:
        a, b = Counter(left), Counter(right)
        common = (a & b).total()
    else:
        common = LCSseq.similarity(left, right)
    return round(2 * (shared + common) / (2 * shared + len(left) + len(right) or 1), 4)


def _words(text: str) -> list[str]:
    """The words of a text, punctuation and case put aside."""
    return words_of(text.lower()) if text.isascii() else [word.casefold() for word in words_of(text)]


def _marks(text: str) -> list[str]:
    """The tokens of a text that has no words."""
    return [token.text for token in tokens_of(text)]
