"""Text that runs from right to left, kept to itself on a line of the screen. Pure.

Most terminals draw characters as they come; some (VTE, mlterm, Konsole, Apple's) put right-to-left words in order, and
no program can ask which. Such a terminal takes numbers, signs and arrows between two Hebrew words for part of what they
say, even if one word is in the left column and the other in the right. So what comes from a document is fenced with
U+200E, a letter without width or shape: wherever lines are put in order it parts what stands on either side, and every
terminal gives it no cell. Isolates would say it better, but some terminals draw them, give them a cell, or do not know
them. Where a paragraph runs from right to left, U+202B says so to the terminals that heed it.

What is taken away (copies, exports) holds none of these marks, and those of a document are shown by their names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional

from diptych.layout.display import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Hebrew, Arabic, Syriac, Thaana, N'Ko and all others that run from right to left."""

_MARK, _TURNED, _BACK = "\u200e", "\u202b", "\u202c"


class Fence(NamedTuple):
    """The marks before and after what stands on a line; they take no cell."""

    before: str = ""
    after: str = ""


OPEN = Fence()
"""No fence: nothing runs from right to left."""


def fence_of(text: str) -> Fence:
    """The fence for all lines of a paragraph, or for a name."""
    if text.isascii() or _LEFTWARD.search(text) is None:
        return OPEN
    strong = next((kind for kind in map(bidirectional, text) if kind in {"L", "R", "AL"}), "L")
    return Fence(_MARK, _MARK) if strong == "L" else Fence(_MARK + _TURNED, _BACK + _MARK)


def fenced(text: str) -> str:
    """A name or a few words of a document, to stand between what is not of it."""
    before, after = fence_of(text)
    return f"{before}{text}{after}"


def fenced_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """The same for words in several inks."""
    before, after = fence_of("".join(piece.text for piece in pieces))
    if not before:
        return list(pieces)
    return [Piece(before, pieces[0].ink), *pieces, Piece(after, pieces[-1].ink)]
