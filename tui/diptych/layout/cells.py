"""One side of a row as lines of a column: the sign, the paragraph's number, the wrapped pieces. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import split_graphemes

from diptych.layout.display import Piece
from diptych.layout.fencing import OPEN, Fence, fence_of
from diptych.layout.rows import MOVED_SIGN, SIGNS
from diptych.layout.wrap import is_odd, wrap
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.layout.row_table import Row
    from diptych.layout.rows import Rows
    from diptych.model import Link


class Cell(NamedTuple):
    """One line of one column."""

    number: str
    sign: str
    ink: Ink
    """The ink of the sign."""
    pieces: tuple[Piece, ...]
    rows: tuple[int, ...] = ()
    """For each piece the row that it is of, where one line holds several rows; otherwise nothing."""
    fence: Fence = OPEN
    """What a terminal is told so that right-to-left text stays in its column."""


BLANK = Cell("", " ", Ink.QUIET, ())


def cells(
    rows: Rows, row: Row, side: Side, paragraphs: list[list[Piece]], width: int, *, hidden: bool = False
) -> list[Cell]:
    """The lines of one side of a row: the sign on the first, a paragraph's number where the paragraph begins.

    The sign of a hidden change is faint.
    """
    sign, ink = sign_of(rows.comparison.links[row.link])
    ink = Ink.FAINT if hidden else ink
    found: list[Cell] = []
    numbers = numbers_of(rows, row, side)
    for index, pieces in enumerate(paragraphs):
        if index:
            found.append(BLANK)
        fence = fence_of("".join(piece.text for piece in pieces))
        for line, part in enumerate(wrapped(pieces, width)):
            first = line == 0
            number, shown = numbers[index] if first else "", sign if first and not index else " "
            found.append(Cell(number, shown, ink, part, fence=fence))
    return found


def numbers_of(rows: Rows, row: Row, side: Side) -> list[str]:
    """For each paragraph of one side of a row its number, where it begins there."""
    version, sentences = rows.comparison.version(side), rows.comparison.sentences(side)
    start, stop = row.on(side)
    brought = rows.comparison.links[row.link].moved and row.has(side.other)
    found: list[str] = []
    for index in range(start, stop):
        block = sentences[index].block
        begins = brought or index == 0 or sentences[index - 1].block != block
        if begins or index == start:
            number = version.blocks[block].number
            found.append(str(number) if begins and number else "")
    return found


def wrapped(pieces: Sequence[Piece], width: int) -> list[tuple[Piece, ...]]:
    """Pieces as lines of a width in cells."""
    pieces = snapped(pieces)
    text = "".join(piece.text for piece in pieces)
    return [tuple(piece for piece, _ in cut(pieces, start, end)) for start, end in wrap(text, width)]


def cut(pieces: Sequence[Piece], start: int, end: int) -> list[tuple[Piece, int]]:
    """The pieces of a stretch of their characters, each with the index of the piece that it is of."""
    found: list[tuple[Piece, int]] = []
    at = 0
    for index, (text, ink) in enumerate(pieces):
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            found.append((Piece(part, ink), index))
        at += len(text)
        if at >= end:
            break
    return found


_UNMARKED = frozenset({Ink.QUIET, Ink.TEXT})


def snapped(pieces: Sequence[Piece]) -> list[Piece]:
    """As many pieces, none of which ends inside what a terminal draws as one character.

    Otherwise the cells of a line would not be the sum of those of its pieces: an accent or a joined emoji whose parts
    have several inks goes whole to the piece that is marked, or else to the one it begins in.
    """
    text = "".join(piece.text for piece in pieces)
    if len(pieces) < 2 or not is_odd(text):
        return list(pieces)
    owners = [index for index, piece in enumerate(pieces) for _ in piece.text]
    parts = [""] * len(pieces)
    for start, end, _ in split_graphemes(text)[0]:
        inside = owners[start:end]
        marked = (index for index in inside if pieces[index].ink not in _UNMARKED)
        taker = owners[start] if inside[0] == inside[-1] else next(marked, inside[0])
        parts[taker] += text[start:end]
    return [Piece(part, piece.ink) for part, piece in zip(parts, pieces, strict=True)]


def sign_of(link: Link) -> tuple[str, Ink]:
    """The sign of a link in the margin, and its ink."""
    if link.moved:
        return MOVED_SIGN, Ink.MOVED
    sign = SIGNS[link.kind]
    return sign, {"-": Ink.REMOVED, "+": Ink.ADDED, " ": Ink.QUIET}.get(sign, Ink.REWORDED)


def pointer(rows: Rows, row: int) -> str:
    """Of a row where one end of a passage that moved stands alone, an arrow and the paragraph of the other end.

    Empty where the row is none of the kind.
    """
    here = rows.rows[row]
    link = rows.comparison.links[here.link]
    if not link.moved or (here.has(Side.OLD) and here.has(Side.NEW)):
        return ""
    side = Side.NEW if here.has(Side.OLD) else Side.OLD
    version = rows.comparison.version(side)
    block = version.blocks[rows.comparison.sentences(side)[link.on(side)[0]].block]
    arrow = "↓" if rows.other_end.get(row, row) > row else "↑"
    return f"{arrow}\u00a0¶{block.number}" if block.number else f"{arrow}\u00a0{block.role.value}"
