"""What a text is written in, as far as finding its words depends on it, and how many words it has. Pure.

A pattern that knows all scripts takes longer to compile than most articles take to compare, so who needs one asks first
whether the text is western, and compiles it for the first that is not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE = re.compile("[^\0-\u058f\u1e00-\u206f\u20a0-\u20bf\u2100-\u22ff]")

_UNSPACED = "\u0e00-\u0eff\u1780-\u17d3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_JOINTS = "-‐‑'’.,:&@"


def is_western(text: str) -> bool:
    """True where all letters are Latin, Greek, Cyrillic or Armenian, and all else common marks and symbols."""
    return text.isascii() or _ELSEWHERE.search(text) is None


def count_words(text: str) -> int:
    """How many words a text has: in scripts without spaces between words, each character is one."""
    return sum(map(_words_in, _parts(text)))


@cache
def _word(*, western: bool) -> re.Pattern[str]:
    if western:
        return re.compile(rf"\w+(?:[{_JOINTS}]\w+)*")
    return re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[{_JOINTS}][^\W{_UNSPACED}]+)*")


_SORTS = bytes(ord("w" if chr(n).isalnum() or n == 95 else "-" if chr(n) in "-'.,:&@" else " ") for n in range(128))
"""What each character of ASCII is to :func:`_word`: part of a word, a joint between two parts, or neither."""


def _words_in(text: str) -> int:
    """The words of a part; of ASCII alone counted by their beginnings, which a joint inside a word is none of."""
    if not text.isascii():
        return len(_word(western=is_western(text)).findall(text))
    sorts = b" " + text.encode().translate(_SORTS + bytes(128))
    return sorts.count(b" w") + sorts.count(b" -w") + sorts.count(b"--w")


def _parts(text: str) -> Iterator[str]:
    """A text cut at some of its spaces, so that counting a long one takes little memory."""
    start = 0
    while start < len(text):
        stop = text.find(" ", start + _PART)
        stop = len(text) if stop < 0 else stop
        yield text[start:stop]
        start = stop


_PART = 1 << 20
"""About how many characters are counted at a time."""
