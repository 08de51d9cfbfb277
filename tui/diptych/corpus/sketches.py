"""A text sketched by its phrases, so that its versions can be found without comparing all texts with all. Pure.

A phrase is a run of five words; where a script leaves no space between words, of six characters. Each becomes a number
of 32 bits, made of its words' checksums, that is the same on every machine and in every run: that two phrases have the
same one is rare enough for texts that must share several. Of a long text only those phrases are kept that begin with
one of an eighth of all words, which the word's checksum chooses: two texts choose alike without knowing of each other
(as in the FracMinHash of Irber and others, 2022, but by the first word, so that most phrases need never be put
together); and those of its first words, where breaking news of two lines says what the report repeats.
"""

from __future__ import annotations

import re
import sys
from array import array
from dataclasses import dataclass
from itertools import compress
from zlib import crc32

PHRASE = 5
"""Words in a phrase."""

SKETCH_FORM = 4
"""Grows whenever the same text would be sketched otherwise; sketches of two forms cannot be compared."""

HEAD = 24
"""Words at the beginning of a long text of which every phrase is kept."""

_SHORT = 256
_ONE_IN = 8
_SUM = 4
_SPAN = PHRASE * _SUM
_ASCII = bytes(range(128))
_FLAT = bytes(ord(chr(n).lower()) if chr(n).isalnum() or n == 95 else 32 for n in _ASCII) + bytes(range(128, 256))
_FLATTER = _FLAT[:128] + b" " * 128
_CHOSEN = bytes(n % _ONE_IN == 0 for n in range(256))
_TYPOGRAPHIC = re.compile("|".join("“”‘’–—…\u00a0").encode())
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


def words_of(plain: str) -> list[bytes]:
    """The words of a text without mark-up, as phrases are made of them: in one case, in UTF-8.

    Of a script without spaces, every two neighbouring characters make a word.
    """
    data = plain.encode("utf-8", "surrogatepass")
    if data.isascii():
        return data.translate(_FLAT).split()
    if not _TYPOGRAPHIC.sub(b"", data.translate(None, _ASCII)):  # most English texts have nothing else beyond ASCII
        return data.translate(_FLATTER).split()
    plain = _NO_WORD.sub(" ", plain.casefold())
    if _UNSPACED.search(plain):
        plain = _PAIRED.sub(r" \1\2 ", plain)
    return plain.encode("utf-8", "surrogatepass").translate(_FLAT).split()


def sketch_of(plain: str, *, whole: bool = False) -> Sketch:
    """Sketch a text.

    Args:
        plain: the text without mark-up.
        whole: keep every phrase, however long the text is.
    """
    words = words_of(plain)
    numbers = array("I", map(crc32, words))
    if sys.byteorder == "big":
        numbers.byteswap()
    sums = numbers.tobytes()
    last = max(1, len(sums) - _SPAN + _SUM) if words else 0
    chosen = compress(range(0, last, _SUM), sums[1::_SUM].translate(_CHOSEN))
    thin = dict.fromkeys([crc32(sums[at : at + _SPAN]) for at in chosen])
    is_whole = whole or len(words) < _SHORT + PHRASE
    kept = range(0, last if is_whole else (HEAD - PHRASE + 1) * _SUM, _SUM)
    phrases = dict.fromkeys([crc32(sums[at : at + _SPAN]) for at in kept])
    return Sketch(array("I", phrases if is_whole else phrases | thin), array("I", thin), len(words), is_whole)
