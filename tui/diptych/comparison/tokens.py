"""The tokens of a sentence: words, numbers, punctuation, symbols, as spans of a plain string. Pure.

A word keeps its apostrophes and hyphens (``don't``, ``Nagorno-Karabakh``), a number its separators, sign and percent
(``1,234.5``, ``-3``, ``12%``); scripts without spaces between words go by character. Invisible characters belong to the
word that they stand in.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from diptych.comparison.normal import WIDE
from diptych.scripts import is_western

LONGEST = 1_000_000
"""Characters of both sides of a link that are cut into words; of what is longer only the common ends are told."""

WHOLESALE = (
    "A passage has more than {:,} characters without an end of a sentence: what changed in it is marked from the first "
    "difference to the last, and how alike both sides are is told by what stands before and after that."
)

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f"
"""Characters that take no room, as the inside of a character class."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f"
)
_SYLLABIC = "\u0900-\u0963\u0966-\u096f\u0971-\u0dff\u1000-\u1049\u1050-\u109f"
_UNSPACED = WIDE + "\u0e00-\u0eff\u1780-\u17d3"
_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
"""Vowels of Thai and Lao that are written before their consonant, and belong to it."""
_WIDE = (
    f"(?:[{_BEFORE}](?=[\u0e01-\u0eae]))?[{_UNSPACED}]"
    f"[{_MARKS}{INVISIBLE}\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u17b4-\u17d3]*"
)
_WESTERN_MARKS = "\u0300-\u036f\u0483-\u0489"
_WESTERN_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
"""Of the marks and of what is invisible those that a western text may have."""
_NUMBER = "(?<!\\w)[-−+]?[$€£¥]?\\d+(?:(?:[.,:’']\\d++)++[^\\W\\d_]{1,3}\\b|(?:[.,:’']\\d+)*(?:%|\\b))"
_RUN = "\\.{2,}|-{2,}|'{2}|`{2}"


class _Patterns(NamedTuple):
    """A token by its sort, and a word or a number as a group, or a mark as none."""

    token: re.Pattern[str]
    word: re.Pattern[str]


@cache
def _patterns(*, western: bool) -> _Patterns:
    """Compiled for the first string that is not ASCII alone: that takes longer than many a text."""
    if western:
        letter, wide, marks = f"[\\w{_WESTERN_MARKS}{_WESTERN_INVISIBLE}]", "", _WESTERN_MARKS
    else:
        letter, wide, marks = f"(?:[^\\W\\d_{_UNSPACED}]|[{_MARKS}{_SYLLABIC}{INVISIBLE}]|\\d|_)", _WIDE, _MARKS
    word = f"(?:[^\\W\\d_]\\.){{2,}}(?!\\w)(?:[-‐‑'’]{letter}+)*|{letter}+(?:[-‐‑'’.&@·]{letter}+)*"
    other = f"[^\\w\\s][{marks}\u200d]*"
    named = f"|(?P<wide>{wide})" if wide else ""
    return _Patterns(
        re.compile(f"(?P<space>\\s+)|(?P<number>{_NUMBER})|(?P<word>{word}){named}|(?P<run>{_RUN})|(?P<other>{other})"),
        re.compile(f"({_NUMBER}|{word}{f'|{wide}' if wide else ''})|{_RUN}|{other}"),
    )


# The same for strings of ASCII alone, where a letter is told four times as fast.
_ASCII_NUMBER = "(?<!\\w)[-+]?\\$?\\d+(?:(?:[.,:']\\d++)++[A-Za-z]{1,3}\\b|(?:[.,:']\\d+)*(?:%|\\b))"
_ASCII_WORD = "(?:[A-Za-z]\\.){2,}(?!\\w)(?:[-']\\w+)*|\\w+(?:[-'.&@]\\w+)*"
_ASCII = _Patterns(
    re.compile(
        f"(?P<space>\\s+)|(?P<number>{_ASCII_NUMBER})|(?P<word>{_ASCII_WORD})|(?P<run>{_RUN})|(?P<other>[^\\w\\s])"
    ),
    re.compile(f"({_ASCII_NUMBER}|{_ASCII_WORD})|{_RUN}|[^\\w\\s]"),
)


def _for(text: str) -> _Patterns:
    """The patterns that tell the tokens of this string soonest; all tell the same."""
    return _ASCII if text.isascii() else _patterns(western=is_western(text))


class Sort(IntEnum):
    """What a token is."""

    WORD = 0
    NUMBER = 1
    WIDE = 2
    MARK = 3


class Token(NamedTuple):
    """A token and where it stands in the string that was cut."""

    text: str
    start: int
    end: int
    sort: Sort


_SORTS = {"number": Sort.NUMBER, "word": Sort.WORD, "wide": Sort.WIDE, "run": Sort.MARK, "other": Sort.MARK}


def tokens_of(text: str) -> list[Token]:
    """The tokens of a string; together they hold every character that is not white space."""
    found: list[Token] = []
    made = tuple.__new__
    for match in _for(text).token.finditer(text):
        group = match.lastgroup or "other"
        if group != "space":
            found.append(made(Token, (match.group(), *match.span(), _SORTS[group])))
    return found


def words_of(text: str) -> list[str]:
    """The texts of the tokens that are no marks: the same as by :func:`tokens_of`, only quicker."""
    if len(text) > _SENTENCE:
        return _words(text)
    return list(chain.from_iterable(map(_known_words, text.split())))


_SENTENCE = 10_000
"""Characters up to which a text is cut at its spaces first, which no token has inside, and each piece looked up."""


def _words(text: str) -> list[str]:
    return [word for word in _for(text).word.findall(text) if word]


@lru_cache(maxsize=1 << 15)
def _known_words(piece: str) -> list[str]:
    """The words of what stands between two spaces; most pieces come again and again."""
    return _words(piece)
