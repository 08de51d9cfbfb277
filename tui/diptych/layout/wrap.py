"""Breaking running text into lines of a width in terminal cells. Pure; one width function for measuring and painting.

The width of text is Rich's ``cell_len``, which is also what Textual composes lines with.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rich.cells import cell_len, split_graphemes

__all__ = ["cell_len", "fit", "fit_end", "is_odd", "ticked", "wrap"]

_ODD_WIDTH = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2500-\u257f]")
"""Anything that may take another width than one cell, or that may break a line without a space."""

_NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°’”†‡›»℃、。〃〉》」』】〕〗〙〛゛゜ゝゞ・ヽヾ！％），．：；？］｝～ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…‥"
)
_NEVER_LAST = frozenset("([{“‘«‹〈《「『【〔〖〘〝（［｛£¥＄￡￥")

_NEAR = 4
"""Characters of an overlong word that may go to the next line, so that it does not begin with a closing mark."""


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Lines of the text as half-open ranges of its characters; the spaces at a break belong to no line.

    Lines break at spaces, but at none before a closing mark or after an opening one; between wide characters where East
    Asian line-breaking rules allow (no line begins with a closing mark or ends with an opening one); and inside a word
    only when the word alone is wider than a line.

    Args:
        text: one paragraph, without line breaks; white space is spaces.
        width: cells a line, at least 1; a character wider than that stands on a line of its own.
    """
    lines = (_wrap_measured if is_odd(text) else _wrap_narrow)(text, max(1, width))
    return [_trimmed(text, start, end) for start, end in lines]


def is_odd(text: str) -> bool:
    """Whether anything in the text may take another width than one cell."""
    return _ODD_WIDTH.search(text) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _wrap_narrow(text: str, width: int) -> list[tuple[int, int]]:
    """Greedy breaking where every character takes one cell."""
    lines: list[tuple[int, int]] = []
    start, size = 0, len(text)
    while size - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        while cut > start and _clings(text, cut):
            cut = text.rfind(" ", start, cut)
        if cut <= start:  # no space, or nothing but a leading one
            cut = start + width
            back = range(cut, max(start, cut - _NEAR), -1)
            cut = next((place for place in back if text[place] not in _NEVER_FIRST), cut)
        lines.append((start, cut))
        start = cut
        while start < size and text[start] == " ":
            start += 1
    if start < size or not lines:
        lines.append((start, size))
    return lines


def _clings(text: str, space: int) -> bool:
    """Whether no line may be broken at a space: before a mark that closes, as in French, or after one that opens."""
    return text[space + 1 : space + 2] in _NEVER_FIRST or text[space - 1] in _NEVER_LAST


def _wrap_measured(text: str, width: int) -> list[tuple[int, int]]:
    """Greedy breaking by graphemes and their cells."""
    lines: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip(" "))
    cells = -start
    rest = cells_to_rest = 0  # where the next line begins if this one ends at its last allowed break; cells before it
    graphemes, _ = split_graphemes(text)
    for (begin, end, size), (after, *_) in pairwise([*graphemes, (len(text), len(text), 0)]):
        space = text[begin:end] == " "
        while cells + size > width and begin > start and not space:
            if rest <= start:  # a word longer than the line
                rest, cells_to_rest = begin, cells
            lines.append((start, rest))
            start, cells = rest, cells - cells_to_rest
        cells += size
        if (space and (after >= len(text) or not _clings(text, begin))) or (
            after < len(text) and _may_break(text[begin], size, text[after])
        ):
            rest, cells_to_rest = end, cells
    if text[start:].strip(" ") or not lines:
        lines.append((start, len(text)))
    return lines


def _may_break(char: str, size: int, following: str) -> bool:
    """Whether a line may end between two characters that no space parts."""
    wide = size == 2 or cell_len(following) == 2
    return wide and following not in _NEVER_FIRST and following != " " and char not in _NEVER_LAST


def ticked(value: bool) -> str:
    """The sign of what is chosen, or not: the same width either way, and plain ASCII."""
    return "[x]" if value else "[ ]"


def fit(text: str, width: int) -> str:
    """The text on one line of at most ``width`` cells, its end replaced by ``…`` where it is longer."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    kept, cells = 0, 0
    for _, end, size in split_graphemes(text)[0]:
        if cells + size > width - 1:
            break
        kept, cells = end, cells + size
    return text[:kept].rstrip() + "…"


def fit_end(text: str, width: int) -> str:
    """The same where the end tells most, as of a path: its beginning is replaced by ``…``."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    kept, cells = len(text), 0
    for start, _, size in reversed(split_graphemes(text)[0]):
        if cells + size > width - 1:
            break
        kept, cells = start, cells + size
    return "…" + text[kept:].lstrip()
