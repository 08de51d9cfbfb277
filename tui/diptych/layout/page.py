"""A comparison's rows as lines for a width: columns, margins, wrapping, heights. Pure.

Lines are made when they are asked for and kept for a while; nothing here depends on how many rows there are. A place
on the page is a row and a line inside it, never a count of lines from the top, so that a new width keeps the place.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout import flowing
from diptych.layout.cells import BLANK, Cell, cells, pointer, wrapped
from diptych.layout.display import Piece
from diptych.layout.filters import EVERYTHING, Filter, is_among, walked
from diptych.layout.flowing import Passage, flowed
from diptych.layout.folds import NONE, folds_of
from diptych.layout.measures import COLUMNS_FROM, measures
from diptych.layout.particulars import plural
from diptych.layout.pieces import column, redline
from diptych.layout.row_table import Row
from diptych.layout.wrap import fit
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.layout.pieces import Finds
    from diptych.layout.rows import Rows
    from diptych.layout.search import Search
    from diptych.model import Block


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
    flowing: bool = False
    """Whether the sentences of a paragraph run together, rather than stand in rows of their own."""
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
        self.has_room = width >= COLUMNS_FROM
        self.measures = measures(width, paragraphs, columns=view.columns)
        self.lines = lru_cache(maxsize=4096)(self._lines)
        self._opens = lru_cache(maxsize=4096)(self._parted) if view.flowing else self._parted

    def is_hidden(self, row: int) -> bool:
        """Whether a row is of a change that is hidden."""
        if len(self.walked) == len(self.rows.changes):
            return False
        change = self.rows.change_at(row)
        return change is not None and not is_among(change, self.walked)

    def _counted(self) -> frozenset[int] | None:
        return None if len(self.walked) == len(self.rows.changes) else frozenset(self.walked)

    @property
    def end(self) -> int:
        """The number of rows."""
        return len(self.rows.rows)

    @property
    def last(self) -> int:
        """The row under which the last one is shown; -1 where there is none."""
        return self.before(self.end)

    def before(self, row: int) -> int:
        """The row that is shown before a row; -1 before the first."""
        return self.folds.starts.get(row, -1) if row in self.folds.starts else self._head(row - 1)

    def after(self, row: int) -> int:
        """The row that is shown after a row."""
        if row in self.folds.stops:
            return self.folds.stops[row]
        row += 1
        while row < self.end and not self._opens(row):
            row += 1
        return row

    def holding(self, row: int) -> int:
        """The row under which a row is shown: itself, or the first one of its fold or of its paragraphs."""
        fold = self.folds.holding(row)
        return fold if fold in self.folds.stops else self._head(row)

    def _head(self, row: int) -> int:
        while row > 0 and not self._opens(row):
            row -= 1
        return row

    def _parted(self, row: int) -> bool:
        """Whether lines of their own begin at a row."""
        if not self.view.flowing or row in self.folds.stops or row in self.folds.starts:
            return True
        opposite = self.view.opposite
        return (opposite is not None and row in (opposite, opposite + 1)) or flowing.opens(self.rows, row)

    def height(self, row: int) -> int:
        """Lines of a row, the blank line before a paragraph among them."""
        return len(self.lines(row))

    def line(self, place: Place) -> Line:
        """The line at a place."""
        return self.lines(place.row)[place.line]

    def span(self, row: int) -> tuple[Place, Place]:
        """The first and the last line of a row's text, or of the fold that it is in."""
        if not self.end:
            return Place(), Place()
        head = self.holding(row)
        lines = self.lines(head)
        held = [n for n, line in enumerate(lines) if row in line.old.rows or row in line.new.rows]
        first = held[0] if held else min(int(lines[0].gap), len(lines) - 1)
        return Place(head, first), Place(head, held[-1] if held else len(lines) - 1)

    def top_of(self, row: int) -> Place:
        """The first line of a row, with the blank line before it if there is one."""
        head, line = self.span(row)[0]
        return Place(head, 0 if self.end and line == 1 and self.lines(head)[0].gap else line)

    def row_on(self, place: Place) -> int:
        """The row whose text begins on a line, or else goes on there."""
        lines = self.lines(place.row)
        here = [*lines[place.line].old.rows, *lines[place.line].new.rows]
        before = lines[place.line - 1] if place.line else None
        begun = {*before.old.rows, *before.new.rows} if before else set()
        return min((row for row in here if row not in begun), default=min(here, default=place.row))

    def flipped(self, row: int, side: Side) -> tuple[Line, ...]:
        """The lines of a row with old and new in each other's place; in one column, one side alone.

        As many lines as there are otherwise, so that nothing else moves.
        """
        lines = self.lines(row)
        if self.measures.columns:
            return tuple(Line(line.new, line.old, line.gap) for line in lines)
        if row in self.folds.stops:
            return lines
        gap = [line for line in lines[:1] if line.gap]
        alone = [Line(cell, BLANK) for cell in self._side(row, side, self.rows.rows[row])]
        room = len(lines) - len(gap)
        return (*gap, *alone[:room], *[Line(BLANK, BLANK)] * (room - len(alone)))

    def _lines(self, row: int) -> tuple[Line, ...]:
        gap = [Line(BLANK, BLANK, gap=True)] if row and self.rows.opens_paragraph(row) else []
        if row in self.folds.stops:
            return (*gap, self._fold(row, self.folds.stops[row]))
        here = self.rows.rows[row]
        away = self.rows.other_end[row] if row == self.view.opposite else row
        shown = here if away == row else _joined(here, self.rows.rows[away])
        if self.measures.columns:
            sides = {side: self._side(row if here.has(side) else away, side, shown, row) for side in Side}
            height = max(map(len, sides.values()))
            old, new = (sides[side] + [BLANK] * (height - len(sides[side])) for side in Side)
        else:
            old = self._redline(row, away, shown)
            new = [BLANK] * len(old)
        return (*gap, *map(Line, old, new))

    def _side(self, row: int, side: Side, shown: Row, head: int | None = None) -> list[Cell]:
        """The lines of one side: of the row as it is shown, or of all rows that flow on from it."""
        head = row if head is None else head
        if (stop := self.after(head)) - head > 1:
            held = (n for n in range(head, stop) if self.rows.rows[n].has(side))
            told = (Passage(n, side, self._told(n, side, self.rows.rows[n]), self.is_hidden(n)) for n in held)
            return flowed(self.rows, told, self.measures.text)
        if shown.has(side):
            told_here, hidden = self._told(row, side, shown), self.is_hidden(row)
            return cells(self.rows, shown, side, told_here, self.measures.text, hidden=hidden)
        return self._pointer(head)

    def _told(self, row: int, side: Side, shown: Row) -> list[list[Piece]]:
        return column(self.rows.comparison, shown, side, self._found(row, side), hidden=self.is_hidden(row))

    def _redline(self, row: int, away: int, shown: Row) -> list[Cell]:
        if (stop := self.after(row)) - row > 1:
            rows = self.rows
            told = (
                Passage(n, _last_side(rows.rows[n]), self._struck(n, n, rows.rows[n]), self.is_hidden(n))
                for n in range(row, stop)
            )
            return flowed(rows, told, self.measures.text)
        struck, hidden = self._struck(row, away, shown), self.is_hidden(row)
        pointed = [] if shown != self.rows.rows[row] else self._pointer(row)
        return cells(self.rows, shown, _last_side(shown), struck, self.measures.text, hidden=hidden) + pointed

    def _struck(self, row: int, away: int, shown: Row) -> list[list[Piece]]:
        here = self.rows.rows[row]
        old, new = (self._found(row if here.has(side) else away, side) for side in Side)
        return redline(self.rows.comparison, shown, old, new, hidden=self.is_hidden(row))

    def _pointer(self, row: int) -> list[Cell]:
        """For a passage that moved, the line that says where its other end is."""
        told = pointer(self.rows, row)
        if not told:
            return []
        words = f"{told[0]} moved {'to' if self.rows.rows[row].has(Side.OLD) else 'from'} {told[2:]}"
        pieces = wrapped([Piece(words, Ink.FAINT)], self.measures.text)
        return [BLANK._replace(pieces=part) for part in pieces]

    def _found(self, row: int, side: Side) -> Finds:
        return self.view.search.in_row(row, side) if self.view.search else []

    def _fold(self, first: int, stop: int) -> Line:
        hidden = bisect_left(self.rows.homes, stop) - bisect_left(self.rows.homes, first)
        told = f"⋯ {stop - first:,} unchanged"
        if hidden:
            told = f"⋯ {plural(stop - first, 'row')}, {plural(hidden, 'change')} hidden"
        cell = BLANK._replace(pieces=(Piece(fit(told, self.measures.text), Ink.FAINT),))
        return Line(cell, cell)


def _last_number(blocks: Sequence[Block]) -> int:
    """The highest paragraph number: they ascend."""
    return next((block.number for block in reversed(blocks) if block.number), 0)


def _joined(one: Row, other: Row) -> Row:
    """Both ends of a passage that moved as one row."""
    old, new = (one, other) if one.has(Side.OLD) else (other, one)
    return Row(one.link, old.old, new.new)


def _last_side(row: Row) -> Side:
    """The side whose paragraphs count where the page has one column: the new one, if anything stands there."""
    return Side.NEW if row.has(Side.NEW) else Side.OLD
