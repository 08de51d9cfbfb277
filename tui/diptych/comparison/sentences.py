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
from diptych.comparison.watch import UNWATCHED, Watch
from diptych.model import Role, Sentence

if TYPE_CHECKING:
    from diptych.model import Block, Version

_SPACE = re.compile(r"\s+")
_UNEVEN = re.compile(r"\s\s|[^\S ]")


_EVEN = b"\n" + bytes(range(32, 127))
"""What a text in ASCII may consist of."""
_KEPT = 1 << 20
"""Characters from which a paragraph is not remembered, and of which a text is looked through at a time: for memory."""


def sentences_of(
    version: Version,
    known: dict[str, list[tuple[int, int]]] | None = None,
    *,
    even: bool | None = None,
    watch: Watch = UNWATCHED,
) -> tuple[Sentence, ...]:
    """The sentences of all blocks, in order; a header line is one sentence.

    Args:
        version: the version.
        known: where the sentences of paragraphs already cut are kept; given again with the other version it spares
            cutting what both have.
        even: what :func:`is_even` says of the version, where that is known.
        watch: who waits.
    """
    cuts = known if known is not None else {}
    found: list[Sentence] = []
    headers = {role: role.is_header for role in Role}
    if even is None:
        even = is_even(version)
    text = version.text
    new = tuple.__new__  # a third of the time of Sentence(…), and there can be a million
    for index, block in enumerate(watch.each(version.blocks)):
        at, end, role, _ = block
        if headers[role]:
            found += [Sentence(start, stop, index) for start, stop in _whole(version, block)]
            continue
        body, places = text[at:end], None
        if not even or "\n" in body:
            body, places = _smooth(version, block)
        cut = cuts.get(body)
        if cut is None:
            cut = spans(body)
            if len(body) < _KEPT:
                cuts[body] = cut
        if places is None:
            found += [new(Sentence, (at + start, at + stop, index)) for start, stop in cut]
        else:
            found += [Sentence(_place(places, start), _place(places, stop - 1) + 1, index) for start, stop in cut]
    return tuple(found)


def is_even(version: Version) -> bool:
    """True where there is no mark-up, and all white space is line breaks and single spaces: asked once for the whole
    text, it need not be asked of each block."""
    text = version.text
    if version.markup or "  " in text:
        return False
    parts = (text[at : at + _KEPT] for at in range(0, len(text), _KEPT))
    if text.isascii():
        return not any(part.encode().translate(None, _EVEN) for part in parts)
    return all(part.replace("\n", "").isprintable() for part in parts)


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
    body = text[start:end]
    pieces = version.pieces(start, end) if version.markup else [(start, end)]
    if len(pieces) == 1 and pieces[0] == (start, end) and _even(body):
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


def _even(body: str) -> bool:
    """True where all white space is single spaces."""
    return "  " not in body and (body.isprintable() or not _UNEVEN.search(body))


def _place(places: list[tuple[int, int]], offset: int) -> int:
    """The offset into the version's text of an offset into the smoothed body."""
    start, source = places[bisect_right(places, (offset, 1 << 62)) - 1]
    return source + offset - start
