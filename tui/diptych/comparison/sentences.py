"""The sentences of a version, as spans of its text. Pure; it never looks across the edge of a block.

White space is collapsed before the tokenizer sees it, so that rewrapping a paragraph cannot move a boundary, and
mark-up
is left out. Every character of a block that is neither white space nor mark-up lies in exactly one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from diptych.comparison.boundaries import spans
from diptych.model import Sentence

if TYPE_CHECKING:
    from diptych.model import Block, Version

_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]")


def sentences_of(version: Version) -> tuple[Sentence, ...]:
    """The sentences of all blocks, in order; a header line is one sentence."""
    text = version.text
    cut: dict[str, list[tuple[int, int]]] = {}
    found: list[Sentence] = []
    for index, block in enumerate(version.blocks):
        if block.role.is_header:
            found += [Sentence(start, end, index) for start, end in _whole(version, block)]
            continue
        body, places = _smooth(version, block)
        known = cut.get(body)
        if known is None:
            known = cut[body] = spans(body)
        if places is None:
            at = block.start
            found += [Sentence(at + start, at + end, index) for start, end in known]
        else:
            found += [Sentence(_place(places, start), _place(places, end - 1) + 1, index) for start, end in known]
    assert not found or found[-1].end <= len(text)
    return tuple(found)


def _whole(version: Version, block: Block) -> list[tuple[int, int]]:
    """A block's words as one span; none where it has no words."""
    pieces = [(a, b) for a, b in version.pieces(block.start, block.end) if not version.text[a:b].isspace()]
    if not pieces:
        return []
    (first, first_end), (last, last_end) = pieces[0], pieces[-1]
    head, tail = version.text[first:first_end], version.text[last:last_end]
    return [(first + len(head) - len(head.lstrip()), last + len(tail.rstrip()))]


def _smooth(version: Version, block: Block) -> tuple[str, list[tuple[int, int]] | None]:
    """The block's words with single spaces, and where its stretches come from; None where no character moved."""
    start, end = block.start, block.end
    text = version.text
    pieces = version.pieces(start, end)
    body = text[start:end]
    if len(pieces) == 1 and pieces[0] == (start, end) and not _UNEVEN.search(body):
        return body, None
    joined: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for a, b in pieces:
        at = a
        for gap in _SPACE.finditer(text, a, b):
            stretch = text[at : gap.start()]
            places.append((length, at))
            joined.append(stretch)
            joined.append(" ")
            length += len(stretch) + 1
            at = gap.end()
        if at < b:
            places.append((length, at))
            joined.append(text[at:b])
            length += b - at
    return "".join(joined), places


def _place(places: list[tuple[int, int]], offset: int) -> int:
    """The offset into the version's text of an offset into the smoothed body."""
    start, source = places[bisect_right(places, (offset, 1 << 62)) - 1]
    return source + offset - start
