"""Where quotations open and close. Pure. Single quotation marks count only in pairs that cannot be apostrophes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.model import Sentence, Version

MARKS = frozenset('"“”„‟«»「」『』＂')
_MARK = re.compile('["“”„‟«»「」『』＂]')
_OPENING = frozenset("“„‟«「『")
_CLOSING = frozenset("”」』")
_REACH = 4000
"""How far back from a sentence its paragraph is read for a quotation still open."""

SINGLE_MARKS = frozenset("'‘’‚‛‹›")
_SINGLE = (
    r"(?<![\w'’.,])['‘‚‹](?!(?:em|tis|twas|til|till|cause|bout|n|\d\ds?)\b)(?=[\w\"“¿¡(…])"
    r"[^\n]{1,600}?"
    r"(?<=[^\s(\[])(?:(?<!s)['’‘›](?!\w)|(?<=s)['’‘›](?!\w| [a-z]))"
)


@cache
def _single() -> re.Pattern[str]:
    """A quotation in single marks; compiled for the first text that may have one."""
    return re.compile(_SINGLE, re.IGNORECASE)


_MAYBE_SINGLE = re.compile(r"(?:^|[^\w'’])['‘‚‹]\S")


def opens(text: str, at: int, *, inside: bool) -> bool:
    """True where the quotation mark at a place opens a quotation: by its form, else by the space around it."""
    mark = text[at]
    if mark in _CLOSING:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == '"' and before.isalnum() and after.isalnum():
        return inside  # a Hebrew abbreviation, or inches
    if mark in _OPENING and not (inside and before and not before.isspace() and (not after or not after.isalnum())):
        return True
    hugs_right = bool(after) and not after.isspace() and after not in ",.;:!?…"
    hugs_left = bool(before) and not before.isspace() and before not in "([{—–-/"
    if hugs_left != hugs_right:
        return hugs_right
    return not inside


def open_before(version: Version, sentence: Sentence) -> bool:
    """True where a sentence begins inside a quotation that began earlier in its paragraph."""
    start = max(version.blocks[sentence.block].start, sentence.start - _REACH)
    return open_after(version.text[start : sentence.start], inside=False)


def open_after(text: str, *, inside: bool) -> bool:
    """Whether a quotation is open behind a text."""
    for match in _MARK.finditer(text):
        inside = opens(text, match.start(), inside=inside)
    return inside


def single_quotations(version: Version, sentence: Sentence) -> Sequence[tuple[int, int]]:
    """The stretches near a sentence that stand between single quotation marks, marks and all; mostly none."""
    block = version.blocks[sentence.block]
    if not _MAYBE_SINGLE.search(version.text, max(block.start, sentence.start - _REACH), sentence.end):
        return ()
    start, end = max(block.start, sentence.start - _REACH), min(block.end, sentence.end + _REACH)
    text = " ".join(version.text[start:end].split("\n"))
    return [(start + match.start(), start + match.end()) for match in _single().finditer(text)]
