"""Plain text: both versions in columns, or in one column where there is no room for two. No colour, no escape.

Signs in the margin tell the kinds apart, and under the words that changed inside a sentence stands a line of marks:
``-`` under what only the old version has, ``+`` under what only the new one has.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from diptych.formats.paged import lines
from diptych.formats.selection import WHOLE, Selection
from diptych.layout.wrap import cell_len
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.paged import Paged, Pieces

_MARKS = {
    Ink.STRUCK: "-",
    Ink.OLD_WORD: "-",
    Ink.OLD_LETTER: "-",
    Ink.NEW_WORD: "+",
    Ink.NEW_LETTER: "+",
}


def parts(comparison: Comparison, width: int, selection: Selection = WHOLE, *, notes: bool = True) -> Iterator[str]:
    """The comparison as lines of at most ``width`` cells, each ended by a line feed."""
    written = chain.from_iterable(_written(line) for line in lines(comparison, width, selection, notes=notes))
    return (f"{line.rstrip()}\n" for line in written)


def _written(line: Paged) -> Iterator[str]:
    yield "".join(piece.text for piece in line.pieces)
    if line.body and any(piece.ink in _MARKS for piece in line.pieces):
        yield _marked(line.pieces)


def _marked(pieces: Pieces) -> str:
    """The line below: marks under changed words, the rule between the columns carried on."""
    return "".join(
        piece.text if piece.ink is Ink.RULE else _MARKS.get(piece.ink, " ") * cell_len(piece.text) for piece in pieces
    )
