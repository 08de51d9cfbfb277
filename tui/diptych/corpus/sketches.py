"""A text sketched by its phrases, so that its versions can be found without comparing all texts with all. Pure.

A phrase is a run of five words; where a script leaves no space between words, of six characters. Each becomes a number
of 32 bits that is the same on every machine and in every run: that two phrases have the same one is rare enough for
texts that must share several. Of a long text only those phrases are kept that begin with one of an eighth of all words,
which the word's checksum chooses: two texts choose alike without knowing of each other (as in the FracMinHash of Irber
and others, 2022, but by the first word, so that most phrases need never be put together); and those of its first words,
where breaking news of two lines says what the report repeats.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass
from itertools import compress
from zlib import crc32

PHRASE = 5
"""Words in a phrase."""

SKETCH_FORM = 3
"""Grows whenever the same text would be sketched otherwise; sketches of two forms cannot be compared."""

HEAD = 24
"""Words at the beginning of a long text of which every phrase is kept."""

_SHORT = 256
_ONE_IN = 8
_REMEMBERED = 1 << 20
_FLAT = bytes(ord(chr(n).lower()) if chr(n).isalnum() or n == 95 else 32 for n in range(128)) + bytes(range(128, 256))
_TYPOGRAPHIC = re.compile(
    "|".join("“”‘’–—…\u00a0").encode()
)  # most English texts have no other characters beyond ASCII
_NO_WORD = re.compile(r"[^\w\x00-\x7f]+")
SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters of scripts that leave no space between words, for a regular expression's brackets."""
_UNSPACED = re.compile(f"[{SPACELESS}]")
_PAIRED = re.compile(f"([{SPACELESS}])(?=([{SPACELESS}]?))")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its versions: numbers for its phrases, in the order in which they first occur."""

    phrases: array[int]
    thin: array[int]
    """Those of them that are chosen by their first word."""
    words: int
    is_whole: bool
    """True where every phrase of the text was kept."""


class _Choice(dict[bytes, bool]):
    """Which words begin a phrase that is kept of a long text."""

    def __missing__(self, word: bytes) -> bool:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = chosen = (crc32(word) >> 8) % _ONE_IN == 0
        return chosen


_CHOICE = _Choice()


def words_of(plain: str) -> list[bytes]:
    """The words of a text without mark-up, as phrases are made of them: in one case, in UTF-8.

    Of a script without spaces, every two neighbouring characters make a word.
    """
    data = plain.encode("utf-8", "surrogatepass")
    if not data.isascii():
        data = _TYPOGRAPHIC.sub(b" ", data)
        if not data.isascii():
            plain = _NO_WORD.sub(" ", plain.casefold())
            if _UNSPACED.search(plain):
                plain = _PAIRED.sub(r" \1\2 ", plain)
            data = plain.encode("utf-8", "surrogatepass")
    return data.translate(_FLAT).split()


def phrases_of(words: list[bytes]) -> list[bytes]:
    """All runs of five words, in order; fewer words than that are one phrase."""
    runs = zip(*(words[offset:] for offset in range(PHRASE)), strict=False)
    return list(map(b" ".join, runs)) or ([b" ".join(words)] if words else [])


def sketch_of(plain: str, *, whole: bool = False) -> Sketch:
    """Sketch a text.

    Args:
        plain: the text without mark-up.
        whole: keep every phrase, however long the text is.
    """
    words = words_of(plain)
    if len(words) >= _SHORT + PHRASE and not whole:
        runs = zip(*(words[offset:] for offset in range(PHRASE)), strict=False)
        thin = dict.fromkeys(map(crc32, map(b" ".join, compress(runs, map(_CHOICE.__getitem__, words)))))
        head = dict.fromkeys(map(crc32, phrases_of(words[:HEAD])))
        return Sketch(array("I", head | thin), array("I", thin), len(words), False)
    spoken = phrases_of(words)
    thin = dict.fromkeys(map(crc32, compress(spoken, map(_CHOICE.__getitem__, words))))
    return Sketch(array("I", dict.fromkeys(map(crc32, spoken))), array("I", thin), len(words), True)
