"""Rows as flowing paragraphs: the sentences of a paragraph run together as prose, both sides still in step. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.cells import BLANK, Cell, cut, numbers_of, pointer, sign_of, snapped
from diptych.layout.display import Piece
from diptych.layout.fencing import fence_of
from diptych.layout.wrap import cell_len, wrap
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diptych.layout.rows import Rows

MOST = 128
"""Rows after which paragraphs that never begin together are parted all the same."""


class Passage(NamedTuple):
    """What one row says in a column: the side whose paragraphs count, and the pieces of each paragraph."""

    row: int
    side: Side
    paragraphs: list[list[Piece]]
    hidden: bool = False
    """Whether the row is of a hidden change."""


def opens(rows: Rows, row: int) -> bool:
    """Whether a paragraph begins at a row on both sides, so that they can be laid in step from there."""
    return row % MOST == 0 or all(rows.begins_block(side, rows.rows.above(row, side)) for side in Side)


def flowed(rows: Rows, passages: Iterable[Passage], width: int) -> list[Cell]:
    """The passages of one column as lines: a blank line and a number where a paragraph begins, and nowhere else."""
    found: list[Cell] = []
    pieces: list[Piece] = []
    owners: list[int] = []
    number = ""
    hidden: set[int] = set()
    for passage in passages:
        if passage.hidden:
            hidden.add(passage.row)
        row = rows.rows[passage.row]
        numbers = numbers_of(rows, row, passage.side)
        begins = rows.begins_block(passage.side, row.on(passage.side)[0])
        for index, told in enumerate(passage.paragraphs):
            if pieces and (begins or index):
                found += [*_lines(rows, number, pieces, owners, hidden, width), BLANK]
                pieces, owners, number = [], [], ""
            elif pieces:
                pieces.append(Piece(_between(pieces, told), Ink.QUIET))
                owners.append(owners[-1])
            number = number or numbers[index]
            pieces += told
            owners += [passage.row] * len(told)
        if where := pointer(rows, passage.row):
            pieces.append(Piece(f" {where}", Ink.FAINT))
            owners.append(passage.row)
    return found + _lines(rows, number, pieces, owners, hidden, width) if pieces else found


def _between(before: list[Piece], after: list[Piece]) -> str:
    """What parts two sentences of a paragraph: nothing in scripts that know no spaces."""
    last = next((piece.text for piece in reversed(before) if piece.text), "")
    first = next((piece.text for piece in after if piece.text), "")
    return "" if cell_len(last[-1:]) == 2 == cell_len(first[:1]) else " "


def _lines(rows: Rows, number: str, pieces: list[Piece], owners: list[int], hidden: set[int], width: int) -> list[Cell]:
    """A paragraph as lines; beside each the sign of the first change that begins on it, hidden ones last and faint."""
    pieces = snapped(pieces)
    found: list[Cell] = []
    begun = {-1}
    text = "".join(piece.text for piece in pieces)
    fence = fence_of(text)
    for start, end in wrap(text, width):
        parts = cut(pieces, start, end)
        here = tuple(owners[index] for _, index in parts)
        begins = sorted((row for row in dict.fromkeys(here) if row not in begun), key=hidden.__contains__)
        signs = ((*sign_of(rows.link_of(row)), row) for row in begins)
        sign, ink, row = next((told for told in signs if told[0] != " "), (" ", Ink.QUIET, -1))
        ink = Ink.FAINT if row in hidden else ink
        begun.update(here)
        told = tuple(piece for piece, _ in parts)
        found.append(Cell("" if found else number, sign, ink, told, here, fence))
    return found
