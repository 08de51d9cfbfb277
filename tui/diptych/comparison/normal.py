"""Texts made plain for comparing: what two spellings of the same sentence have in common. Pure; keeps no offsets.

Three degrees, each coarser than the one before:

* :func:`unwrapped`: Unicode form and white space put aside. Sentences alike in this are the *same*.
* :func:`plain`: quotation marks and dashes made straight as well. Sentences alike in this anchor the alignment.
* :func:`folded`: case put aside as well. What scores of likeness are computed on.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import Postfix, Prefix

from diptych.comparison.watch import UNWATCHED, Watch
from diptych.scripts import is_western

if TYPE_CHECKING:
    from collections.abc import Sequence

_STRAIGHT = {ord(c): "'" for c in "‘’‚‛"} | {ord(c): '"' for c in "“”„‟«»"} | {ord(c): "-" for c in "–—‒‐‑−―"}

WIDE = (
    "\u2e80-\u2fdf\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that put no space between words, as the inside of a character class."""

_AT_ONCE = 128
"""How many sentences are looked at together."""

_WIDE_MARK = WIDE + "\u3001-\u301f\uff01-\uff0f\uff1a-\uff20"


@cache
def _wide() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A wide character, and a space between two; compiled for the first text that can have one."""
    return re.compile(f"[{WIDE}]"), re.compile(f"(?<=[{_WIDE_MARK}]) (?=[{_WIDE_MARK}])")


def unwrapped(text: str) -> str:
    """The text in one Unicode form (NFKC) with single spaces; a line break between Chinese characters is no space."""
    if text.isascii():
        if text.isprintable() and "  " not in text and text == text.strip(" "):
            return text
        return " ".join(text.split())
    # White space goes first: NFKC turns the spacing accents (´, ¨) into a space and a combining mark.
    found = " ".join(unicodedata.normalize("NFKC", " ".join(text.split())).split())
    if is_western(found):
        return found
    wide, between = _wide()
    return between.sub("", found) if wide.search(found) else found


def plain(text: str) -> str:
    """The text with straight quotation marks and dashes besides."""
    found = unwrapped(text)
    return found if found.isascii() else found.translate(_STRAIGHT)


def plain_all(texts: Sequence[str], watch: Watch = UNWATCHED) -> list[str]:
    """:func:`plain` for many sentences; of those in ASCII with single spaces, which are plain already, a hundred are
    told at once."""
    found: list[str] = []
    for start in watch.each(range(0, len(texts), _AT_ONCE)):
        some = texts[start : start + _AT_ONCE]
        joined = f"|{'|'.join(some)}|"
        spaced = "  " in joined or " |" in joined or "| " in joined
        found += some if joined.isascii() and joined.isprintable() and not spaced else map(plain, some)
    return found


def folded(text: str) -> str:
    """The plain text without difference of case."""
    return plain(text).casefold()


@lru_cache(maxsize=65536)
def plain_word(text: str) -> str:
    """:func:`plain` for single words, remembered."""
    return plain(text)


def common_ends(old: str, new: str) -> tuple[int, int]:
    """How many characters two texts share at the beginning, and of the rest at the end."""
    head = Prefix.similarity(old, new)
    return head, min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
