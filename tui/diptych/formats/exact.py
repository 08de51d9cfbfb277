"""Both versions as one text that either can be taken from again, to the code point or word for word. Pure.

Nothing is compared here: the order is that of the rows, the changes are those of the comparison. Where the comparison
takes two spellings for the same (another line break, another quotation mark), they stand here as removed and added.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diptych.comparison.normal import common_ends
from diptych.formats.running import Fate
from diptych.layout.rows import rows_of
from diptych.model import Side, Span, Version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.layout.row_table import Row

Told: TypeAlias = Callable[[Version, int, int], str]
"""What a stretch of a version is told as: :func:`raw` or :func:`words`."""

PARAGRAPH = "\n\n"


class Run(NamedTuple):
    """A stretch of text, never empty, with what became of it and the link it belongs to."""

    text: str
    fate: Fate
    link: int
    moved: bool = False
    """Whether it is one end of a passage that moved: removed where it was, added where it is."""


class _Region(NamedTuple):
    """One side of a row: where it begins (with the space before its first sentence), and the places of its changes."""

    version: Version
    start: int
    end: int
    changed: list[Span]


def raw(version: Version, start: int, end: int) -> str:
    """The characters of the file."""
    return version.text[start:end]


def words(version: Version, start: int, end: int) -> str:
    """The words without mark-up, with single spaces; two line feeds where a paragraph ends."""
    told: list[str] = []
    blocks = version.blocks
    first = max(0, bisect_right(blocks, start, key=lambda block: block.start) - 1)
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.start > end:
            break
        if index and start < block.start:
            told.append(PARAGRAPH)
        told.append(_spaced(version.plain(max(start, block.start), max(start, min(end, block.end)))))
    return "".join(told)


def _spaced(text: str) -> str:
    """Single spaces, also at the edges where there was any."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"


def runs(comparison: Comparison, told: Told = raw) -> Iterator[Run]:
    """The whole of both versions: kept and removed runs make the old one, kept and added runs the new one."""
    pieces = _pieces(comparison, told)
    for (fate, link, moved), same in groupby((p for p in pieces if p.text), key=lambda piece: piece[1:]):
        yield Run("".join(piece.text for piece in same), fate, link, moved)


def _pieces(comparison: Comparison, told: Told) -> Iterator[Run]:
    reached = {Side.OLD: 0, Side.NEW: 0}
    for row in rows_of(comparison).rows:
        link = comparison.links[row.link]
        regions = {}
        for side in Side:
            if row.has(side):
                end = comparison.sentences(side)[row.on(side)[1] - 1].end
                spans = _changed(comparison, row, side) if link.old and link.new else []
                regions[side] = _Region(comparison.version(side), reached[side], end, spans)
                reached[side] = end
        if len(regions) == 2:
            yield from _both(regions[Side.OLD], regions[Side.NEW], row.link, told)
        else:
            for side, region in regions.items():
                fate = Fate.REMOVED if side is Side.OLD else Fate.ADDED
                yield Run(told(region.version, region.start, region.end), fate, row.link, link.moved)
    old, new = (_Region(v, reached[s], len(v.text), []) for s, v in ((s, comparison.version(s)) for s in Side))
    yield from _both(old, new, -1, told)


def _changed(comparison: Comparison, row: Row, side: Side) -> list[Span]:
    """The places of a row's word changes on a side, in order, those with only white space between them made one."""
    start, stop = row.on(side)
    listed = comparison.sentences(side)
    low, high = listed[start].start, listed[stop - 1].end
    version = comparison.version(side)
    found: list[Span] = []
    for span in sorted(span for change in comparison.words(row.link) for span in change.on(side)):
        if not low <= span.start <= span.end <= high:
            continue
        if found and not version.plain(found[-1].end, max(found[-1].end, span.start)).strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _both(old: _Region, new: _Region, link: int, told: Told) -> Iterator[Run]:
    """A row that both sides have: kept where nothing changed, removed and added where something did."""
    if len(old.changed) != len(new.changed):
        yield from _trimmed(told(*old[:3]), told(*new[:3]), link)
        return
    a, b = old.start, new.start
    for one, other in zip(old.changed, new.changed, strict=True):
        yield from _trimmed(told(old.version, a, one.start), told(new.version, b, other.start), link)
        yield Run(told(old.version, one.start, one.end), Fate.REMOVED, link)
        yield Run(told(new.version, other.start, other.end), Fate.ADDED, link)
        a, b = one.end, other.end
    yield from _trimmed(told(old.version, a, old.end), told(new.version, b, new.end), link)


def _trimmed(old: str, new: str, link: int) -> Iterator[Run]:
    """Two texts that mean the same: kept if they are the same, and otherwise their common ends are."""
    head, tail = (len(old), 0) if old == new else common_ends(old, new)
    yield Run(old[:head], Fate.KEPT, link)
    yield Run(old[head : len(old) - tail], Fate.REMOVED, link)
    yield Run(new[head : len(new) - tail], Fate.ADDED, link)
    yield Run(old[len(old) - tail :] if tail else "", Fate.KEPT, link)
