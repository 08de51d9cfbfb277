"""The rows of a comparison: what stands opposite what, in the order of both texts. Pure, and independent of any width.

Each side's column, read from top to bottom, is that side's text with nothing left out; a link whose sentences do not
stand together (a passage that moved, a split with an insertion in its middle) has several rows.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from diptych.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diptych.comparison.result import Comparison
    from diptych.model import Link

SIGNS = {
    Kind.SAME: " ",
    Kind.REWORDED: "~",
    Kind.INSERTED: "+",
    Kind.DELETED: "-",
    Kind.SPLIT: "≺",
    Kind.MERGED: "≻",
}
"""The sign of each kind, in the margin and in every text export; a passage that moved has :data:`MOVED_SIGN`."""

MOVED_SIGN = "↕"

_LEAST_EXTENT = 40
"""Characters that the shortest row counts for on the way through a document: about a line."""


class Row(NamedTuple):
    """Sentences of one link that stand opposite each other: ``[start, stop)`` on each side, empty where blank."""

    link: int
    old: tuple[int, int]
    new: tuple[int, int]

    def on(self, side: Side) -> tuple[int, int]:
        """Its range of sentences on one side."""
        return self.old if side is Side.OLD else self.new

    def has(self, side: Side) -> bool:
        """Whether anything stands on that side."""
        start, stop = self.on(side)
        return start < stop


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """All rows of a comparison, the changes in walking order, and how far down the document each row is."""

    comparison: Comparison
    rows: tuple[Row, ...]
    changes: tuple[int, ...]
    """Indices of links, in the order in which a reader meets them; a moved passage is met at its new place."""
    homes: tuple[int, ...]
    """For each of ``changes``, the row where a reader meets it; ascending."""
    change_of: dict[int, int]
    """For each link that is a change, its index in ``changes``."""
    other_end: dict[int, int]
    """For each row of a passage that moved, the row where it stands on the other side."""
    ends: tuple[int, ...]
    """Characters from the beginning to the end of each row; a measure of the way that no width changes."""

    @property
    def extent(self) -> int:
        """The length of the whole way, at least 1."""
        return self.ends[-1] if self.ends else 1

    def start_of(self, row: int) -> int:
        """How far down the row begins."""
        return self.ends[row - 1] if row else 0

    def row_at(self, way: int) -> int:
        """The row that lies so far down."""
        return min(bisect_right(self.ends, way), max(0, len(self.rows) - 1))

    def link_of(self, row: int) -> Link:
        """The link that a row belongs to."""
        return self.comparison.links[self.rows[row].link]

    def change_at(self, row: int) -> int | None:
        """The change that a row belongs to, as an index into ``changes``."""
        return self.change_of.get(self.rows[row].link)

    def opens_paragraph(self, row: int) -> bool:
        """Whether a new block begins on either side of the row."""
        return any(self._begins_block(side, self.rows[row].on(side)) for side in Side)

    def _begins_block(self, side: Side, sentences: tuple[int, int]) -> bool:
        start, stop = sentences
        if start == stop:
            return False
        listed = self.comparison.sentences(side)
        return start == 0 or listed[start - 1].block != listed[start].block


def rows_of(comparison: Comparison) -> Rows:
    """Lay the links of a comparison out as rows."""
    rows = tuple(_merged(comparison.links, len(comparison.old_sentences), len(comparison.new_sentences)))
    home: dict[int, int] = {}
    other_end: dict[int, int] = {}
    for index, row in enumerate(rows):
        link = comparison.links[row.link]
        if not link.is_change:
            continue
        before = home.setdefault(row.link, index)
        if before != index and link.moved and rows[before].has(Side.NEW) != row.has(Side.NEW):
            other_end |= {before: index, index: before}
            home[row.link] = index if row.has(Side.NEW) else before
    changes = tuple(sorted(home, key=home.__getitem__))
    homes = tuple(home[link] for link in changes)
    change_of = {link: index for index, link in enumerate(changes)}
    ends = tuple(accumulate(_extent(comparison, row) for row in rows))
    return Rows(comparison, rows, changes, homes, change_of, other_end, ends)


def row_of_sentence(rows: Rows, side: Side) -> list[int]:
    """For each sentence of one side the row that it stands in."""
    where = [0] * len(rows.comparison.sentences(side))
    for number, row in enumerate(rows.rows):
        start, stop = row.on(side)
        where[start:stop] = [number] * (stop - start)
    return where


def _merged(links: Sequence[Link], old_count: int, new_count: int) -> Iterator[Row]:
    """Rows in the order of both texts: before each tie that stands in place, what only one side has there."""
    old_owner, new_owner = _owners(links, Side.OLD, old_count), _owners(links, Side.NEW, new_count)
    i = j = 0
    in_place = (n for n, link in enumerate(links) if link.old and link.new and not link.moved)
    for index in sorted(in_place, key=lambda n: (links[n].old[0], links[n].new[0])):
        old, new = _run(links[index].old), _run(links[index].new)
        if old[0] < i or new[0] < j:  # crosses a tie that is already laid: its ends stand apart
            continue
        yield from _alone(Side.OLD, old_owner, i, old[0])
        yield from _alone(Side.NEW, new_owner, j, new[0])
        yield Row(index, old, new)
        i, j = old[1], new[1]
    yield from _alone(Side.OLD, old_owner, i, old_count)
    yield from _alone(Side.NEW, new_owner, j, new_count)


def _owners(links: Sequence[Link], side: Side, count: int) -> list[int]:
    owners = [0] * count
    for index, link in enumerate(links):
        for sentence in link.on(side):
            owners[sentence] = index
    return owners


def _run(indices: tuple[int, ...]) -> tuple[int, int]:
    """The stretch of neighbours that the indices begin with."""
    stop = indices[0] + 1
    for index in indices[1:]:
        if index != stop:
            break
        stop += 1
    return indices[0], stop


def _alone(side: Side, owners: Sequence[int], start: int, stop: int) -> Iterator[Row]:
    """Rows with one side only, neighbours of the same link together."""
    while start < stop:
        after = start + 1
        while after < stop and owners[after] == owners[start]:
            after += 1
        here = (start, after)
        yield Row(owners[start], here, (0, 0)) if side is Side.OLD else Row(owners[start], (0, 0), here)
        start = after


def _extent(comparison: Comparison, row: Row) -> int:
    longest = _LEAST_EXTENT
    for side in Side:
        start, stop = row.on(side)
        if start < stop:
            sentences = comparison.sentences(side)
            longest = max(longest, sentences[stop - 1].end - sentences[start].start)
    return longest
