"""The rows of a comparison: what stands opposite what, in the order of both texts. Pure, and independent of any width.

Each side's column, read from top to bottom, is that side's text with nothing left out; a link whose sentences do not
stand together (a passage that moved, a split with an insertion in its middle) has several rows.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from diptych.layout.row_table import Row, RowTable
from diptych.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

REWORDED, ONLY_NEW, ONLY_OLD, MOVED = range(1, 5)
"""What a changed row is to one who looks at the whole from afar; the rarer and graver is the greater."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """All rows of a comparison, the changes in walking order, and how far down the document each row is."""

    comparison: Comparison
    rows: RowTable
    changes: Sequence[int]
    """Indices of links, in the order in which a reader meets them; a moved passage is met at its new place."""
    homes: Sequence[int]
    """For each of ``changes``, the row where a reader meets it; ascending."""
    changed: Sequence[int]
    """All rows that belong to a change, ascending."""
    owners: Sequence[int]
    """For each of ``changed``, its change, as an index into ``changes``."""
    sorts: bytes
    """For each of ``changed``, :data:`REWORDED`, :data:`ONLY_NEW`, :data:`ONLY_OLD` or :data:`MOVED`."""
    other_end: dict[int, int]
    """For each row of a passage that moved, the row where it stands on the other side."""

    @property
    def extent(self) -> int:
        """The length of the whole way in characters of both texts, at least 1; a measure that no width changes."""
        return max(1, len(self.comparison.old.text) + len(self.comparison.new.text))

    def start_of(self, row: int) -> int:
        """How far down the row begins; of the row past the last, the whole way."""
        return sum(self._reached(row, side) for side in Side)

    def _reached(self, row: int, side: Side) -> int:
        sentence, sentences = self.rows.above(row, side), self.comparison.sentences(side)
        return sentences[sentence].start if sentence < len(sentences) else len(self.comparison.version(side).text)

    def row_at(self, way: int) -> int:
        """The row that lies so far down."""
        return max(0, bisect_right(range(len(self.rows)), way, key=self.start_of) - 1)

    def link_of(self, row: int) -> Link:
        """The link that a row belongs to."""
        return self.comparison.links[self.rows[row].link]

    def change_at(self, row: int) -> int | None:
        """The change that a row belongs to, as an index into ``changes``."""
        at = bisect_left(self.changed, row)
        return self.owners[at] if at < len(self.changed) and self.changed[at] == row else None

    def opens_paragraph(self, row: int) -> bool:
        """Whether a new block begins on either side of the row."""
        here = self.rows[row]
        return any(here.has(side) and self.begins_block(side, here.on(side)[0]) for side in Side)

    def begins_block(self, side: Side, sentence: int) -> bool:
        """Whether a sentence is the first of its block; true of one past the last."""
        listed = self.comparison.sentences(side)
        return sentence == 0 or sentence >= len(listed) or listed[sentence - 1].block != listed[sentence].block


def rows_of(comparison: Comparison) -> Rows:
    """Lay the links of a comparison out as rows."""
    links = comparison.links
    rows = RowTable(_merged(links, len(comparison.old_sentences), len(comparison.new_sentences)))
    changed, sorts, changes, owners = array("i"), bytearray(), array("i"), array("i")
    home = array("i", [-1]) * len(links)  # arrays, which give their memory back: of a million links few are changes
    other_end: dict[int, int] = {}
    for index, row in enumerate(rows):
        link = links[row.link]
        if not link.is_change:
            continue
        changed.append(index)
        owners.append(row.link)
        sorts.append(_sort(link, row))
        before = home[row.link]
        if before < 0:
            home[row.link] = index
            changes.append(row.link)
        elif link.moved and rows[before].has(Side.NEW) != row.has(Side.NEW):
            other_end |= {before: index, index: before}
            home[row.link] = index if row.has(Side.NEW) else before
    if other_end:
        changes = array("i", sorted(changes, key=home.__getitem__))
    homes = array("i", (home[link] for link in changes))
    for index, change in enumerate(changes):
        home[change] = index
    owners = array("i", (home[link] for link in owners))
    return Rows(comparison, rows, changes, homes, changed, owners, bytes(sorts), other_end)


def _sort(link: Link, row: Row) -> int:
    if link.moved:
        return MOVED
    if link.kind is Kind.DELETED:
        return ONLY_OLD
    return REWORDED if row.has(Side.OLD) else ONLY_NEW


def _merged(links: Sequence[Link], old_count: int, new_count: int) -> Iterator[Row]:
    """Rows in the order of both texts: before each tie that stands in place, what only one side has there."""
    old_owner, new_owner = _owners(links, Side.OLD, old_count), _owners(links, Side.NEW, new_count)
    i = j = 0
    for index in _in_place(links):
        old, new = _run(links[index].old), _run(links[index].new)
        if old[0] < i or new[0] < j:  # crosses a tie that is already laid: its ends stand apart
            continue
        yield from _alone(Side.OLD, old_owner, i, old[0])
        yield from _alone(Side.NEW, new_owner, j, new[0])
        yield Row(index, old, new)
        i, j = old[1], new[1]
    yield from _alone(Side.OLD, old_owner, i, old_count)
    yield from _alone(Side.NEW, new_owner, j, new_count)


def _in_place(links: Sequence[Link]) -> Iterable[int]:
    """The ties that stand in place, in the order of the old text; where they are in it already, nothing is sorted."""
    placed = array("i", (n for n, link in enumerate(links) if link.old and link.new and not link.moved))
    ordered = all(links[one].old[0] < links[other].old[0] for one, other in pairwise(placed))
    return placed if ordered else sorted(placed, key=lambda n: (links[n].old[0], links[n].new[0]))


def _owners(links: Sequence[Link], side: Side, count: int) -> array[int]:
    owners = array("i", bytes(array("i").itemsize * count))
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
