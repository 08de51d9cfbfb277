"""A comparison's rows as lines for a width: columns, margins, wrapping, heights. Pure.

Lines are made when they are asked for and kept for a while; nothing here depends on how many rows there are. A place
on the page is a row and a line inside it, never a count of lines from the top, so that a new width keeps the place.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.filters import EVERYTHING, Filter, walked
from diptych.layout.folds import NONE, folds_of
from diptych.layout.pieces import Piece, column, redline
from diptych.layout.row_table import Row
from diptych.layout.rows import MOVED_SIGN, SIGNS, Rows
from diptych.layout.wrap import fit, wrap
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.result import Comparison
    from diptych.layout.pieces import Finds
    from diptych.layout.search import Search
    from diptych.model import Block, Link

COLUMNS_FROM = 64
"""The narrowest page that shows both versions side by side; a narrower one shows them in one column."""

_WIDEST_TEXT = 96
"""Cells of text in a column: longer lines are hard to read back from."""


class Measures(NamedTuple):
    """How the cells of a line are shared out."""

    columns: bool
    """True for two columns, False for one."""
    number: int
    """Cells for a paragraph number; 0 where there is no room for numbers."""
    text: int
    """Cells of text in a column."""

    @property
    def margin(self) -> int:
        """Cells before the text of a column: bar, number, sign, and a space after each of the last two."""
        return 1 + (self.number + 1 if self.number else 0) + 2

    @property
    def pane(self) -> int:
        """Cells of a column with its margin."""
        return self.margin + self.text

    @property
    def gutter(self) -> int:
        """Cells between two columns."""
        return 2

    @property
    def width(self) -> int:
        """Cells of the whole line."""
        return 2 * self.pane + self.gutter if self.columns else self.pane


class Cell(NamedTuple):
    """One line of one column."""

    number: str
    sign: str
    ink: Ink
    """The ink of the sign."""
    pieces: tuple[Piece, ...]


_BLANK = Cell("", " ", Ink.QUIET, ())


class Line(NamedTuple):
    """One line of the page: a cell a column; ``old`` alone is used where the page has one column."""

    old: Cell
    new: Cell
    gap: bool = False
    """True for the blank line before a paragraph."""


class Place(NamedTuple):
    """A line of the page: a row, and a line inside it from 0."""

    row: int = 0
    line: int = 0


def measures(width: int, paragraphs: int, *, columns: bool | None = None) -> Measures:
    """Share out the cells of a line.

    Args:
        width: cells there are.
        paragraphs: the highest paragraph number to show.
        columns: two columns or one; None decides by the width.
    """
    two = width >= COLUMNS_FROM if columns is None else columns
    number = max(2, len(str(paragraphs))) if width >= 40 else 0
    bare = Measures(two, number, 0)
    room = (width - bare.width) // (2 if two else 1)
    return bare._replace(text=max(4, min(_WIDEST_TEXT, room)))


class View(NamedTuple):
    """How the reader wants the page; a value, kept with the place."""

    columns: bool | None = None
    """Two columns, or one; None lets the width decide."""
    folded: bool = False
    """Whether unchanged stretches are folded away."""
    opened: frozenset[int] = frozenset()
    """First rows of the folds that the reader opened again."""
    search: Search | None = None
    """What is being searched for."""
    wanted: Filter = EVERYTHING
    """Which changes are walked; the others are hidden."""
    opposite: int | None = None
    """The row, of a passage that moved, where its other end is shown opposite it."""


PLAIN = View()
"""The page as it is when nothing was asked for."""


class Page:
    """The rows of a comparison laid out for a width."""

    def __init__(self, rows: Rows, width: int, view: View = PLAIN) -> None:
        paragraphs = max(_last_number(rows.comparison.version(side).blocks) for side in Side)
        self.rows = rows
        self.view = view
        self.walked = walked(rows, view.wanted)
        self.folds = folds_of(rows, view.opened, self._counted()) if view.folded else NONE
        self.measures = measures(width, paragraphs, columns=view.columns)
        self.lines = lru_cache(maxsize=4096)(self._lines)

    def _counted(self) -> frozenset[int] | None:
        return None if len(self.walked) == len(self.rows.changes) else frozenset(self.walked)

    @property
    def end(self) -> int:
        """The number of rows."""
        return len(self.rows.rows)

    @property
    def last(self) -> int:
        """The row that is shown last; -1 where there is none."""
        return self.before(self.end)

    def before(self, row: int) -> int:
        """The row that is shown before a row; -1 before the first."""
        return self.folds.starts.get(row, row - 1)

    def after(self, row: int) -> int:
        """The row that is shown after a row."""
        return self.folds.stops.get(row, row + 1)

    def height(self, row: int) -> int:
        """Lines of a row, the blank line before a paragraph among them."""
        return len(self.lines(row))

    def line(self, place: Place) -> Line:
        """The line at a place."""
        return self.lines(place.row)[place.line]

    def _lines(self, row: int) -> tuple[Line, ...]:
        gap = [Line(_BLANK, _BLANK, gap=True)] if row and self.rows.opens_paragraph(row) else []
        if row in self.folds.stops:
            return (*gap, self._fold(row, self.folds.stops[row]))
        here = self.rows.rows[row]
        away = self.rows.other_end[row] if row == self.view.opposite else row
        shown = here if away == row else _joined(here, self.rows.rows[away])
        found = {side: self._found(row if here.has(side) else away, side) for side in Side}
        if self.measures.columns:
            cells = {side: self._column(shown, side, found[side]) for side in Side}
            height = max(map(len, cells.values()))
            old, new = (cells[side] + [_BLANK] * (height - len(cells[side])) for side in Side)
        else:
            struck = redline(self._comparison, shown, found[Side.OLD], found[Side.NEW])
            old = self._cells(shown, Side.NEW if shown.has(Side.NEW) else Side.OLD, struck)
            old += self._pointer(here, Side.OLD if here.has(Side.NEW) else Side.NEW)
            new = [_BLANK] * len(old)
        return (*gap, *map(Line, old, new))

    def _found(self, row: int, side: Side) -> Finds:
        return self.view.search.in_row(row, side) if self.view.search else []

    def _fold(self, first: int, stop: int) -> Line:
        hidden = bisect_left(self.rows.homes, stop) - bisect_left(self.rows.homes, first)
        told = f"⋯ {stop - first:,} unchanged" if not hidden else f"⋯ {stop - first:,} rows, {hidden:,} changes hidden"
        cell = _BLANK._replace(pieces=(Piece(fit(told, self.measures.text), Ink.FAINT),))
        return Line(cell, cell)

    @property
    def _comparison(self) -> Comparison:
        return self.rows.comparison

    def _column(self, row: Row, side: Side, found: Finds) -> list[Cell]:
        if row.has(side):
            return self._cells(row, side, column(self._comparison, row, side, found))
        return self._pointer(row, side)

    def _pointer(self, row: Row, side: Side) -> list[Cell]:
        """For a passage that moved, the line that says where it stands on the side that is blank here."""
        link = self._comparison.links[row.link]
        if not link.moved:
            return []
        told = Piece(pointer(self._comparison, link, side), Ink.FAINT)
        return [_BLANK._replace(pieces=part) for part in wrapped([told], self.measures.text)]

    def _cells(self, row: Row, side: Side, paragraphs: list[list[Piece]]) -> list[Cell]:
        """The lines of one side of a row: the sign on the first, a paragraph's number where the paragraph begins."""
        link = self._comparison.links[row.link]
        sign, ink = sign_of(link)
        cells: list[Cell] = []
        numbers = self._numbers(row, side)
        for index, pieces in enumerate(paragraphs):
            if index:
                cells.append(_BLANK)
            for line, part in enumerate(wrapped(pieces, self.measures.text)):
                first = line == 0
                cells.append(Cell(numbers[index] if first else "", sign if first and not index else " ", ink, part))
        return cells

    def _numbers(self, row: Row, side: Side) -> list[str]:
        """For each paragraph of one side of a row its number, where it begins there."""
        version, sentences = self._comparison.version(side), self._comparison.sentences(side)
        start, stop = row.on(side)
        brought = self._comparison.links[row.link].moved and row.has(side.other)
        found: list[str] = []
        for index in range(start, stop):
            block = sentences[index].block
            begins = brought or index == 0 or sentences[index - 1].block != block
            if begins or index == start:
                number = version.blocks[block].number
                found.append(str(number) if begins and number else "")
        return found


def _last_number(blocks: Sequence[Block]) -> int:
    """The highest paragraph number: they ascend."""
    return next((block.number for block in reversed(blocks) if block.number), 0)


def _joined(one: Row, other: Row) -> Row:
    """Both ends of a passage that moved as one row."""
    old, new = (one, other) if one.has(Side.OLD) else (other, one)
    return Row(one.link, old.old, new.new)


def wrapped(pieces: list[Piece], width: int) -> list[tuple[Piece, ...]]:
    """Pieces as lines of a width in cells."""
    text = "".join(piece.text for piece in pieces)
    return [_cut(pieces, start, end) for start, end in wrap(text, width)]


def _cut(pieces: list[Piece], start: int, end: int) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for text, ink in pieces:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            found.append(Piece(part, ink))
        at += len(text)
        if at >= end:
            break
    return tuple(found)


def sign_of(link: Link) -> tuple[str, Ink]:
    """The sign of a link in the margin, and its ink."""
    if link.moved:
        return MOVED_SIGN, Ink.MOVED
    sign = SIGNS[link.kind]
    return sign, {"-": Ink.REMOVED, "+": Ink.ADDED, " ": Ink.QUIET}.get(sign, Ink.REWORDED)


def pointer(comparison: Comparison, link: Link, side: Side) -> str:
    """Where a passage that moved stands on the side that is blank here."""
    version = comparison.version(side)
    block = version.blocks[comparison.sentences(side)[link.on(side)[0]].block]
    place = f"¶{block.number}" if block.number else block.role.value
    return f"moved to {place}" if side is Side.NEW else f"moved from {place}"
