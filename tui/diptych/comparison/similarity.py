"""How much two passages are alike, by their words. Pure."""

from __future__ import annotations

from collections import Counter

from rapidfuzz.distance import LCSseq

from diptych.comparison.normal import common_ends
from diptych.comparison.tokens import LONGEST, tokens_of, words_of

_MOST_CELLS = 2_000_000_000
"""The most words, old × new, that one link's likeness is computed on word by word."""


def similarity(old: str, new: str) -> float:
    """How much of their words two passages share in order, from 0 to 1: twice the common subsequence over all words.

    The passages are given in one form, as by :func:`unwrapped`.
    """
    head, tail = common_ends(old, new)
    if len(old) + len(new) > LONGEST:
        return round(2 * (head + tail) / (len(old) + len(new)), 4)
    # What both begin and end with is cut into words once; no word has a space inside.
    head = old.rfind(" ", 0, head) + 1
    stop = old.find(" ", len(old) - tail)
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
