"""A comparison as lines of pieces for a width: what the text and the ANSI format both write. Pure.

The lines are those of the layout room, the same that the screen shows; here they only get a head and fixed columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.formats.selection import WHOLE, Selection, kept_rows
from diptych.formats.telling import cited
from diptych.layout.cells import sign_of
from diptych.layout.display import Piece, safe
from diptych.layout.page import Page, View
from diptych.layout.particulars import clock, plural
from diptych.layout.rows import MOVED_SIGN, SIGNS, rows_of
from diptych.layout.wrap import cell_len, wrap
from diptych.model import Kind
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.layout.cells import Cell
    from diptych.layout.measures import Measures
    from diptych.layout.page import Line
    from diptych.model import Version

Pieces = list[Piece]

_RULE = " │"
_STICKY = "\u00a0"
"""Stands for a space at which no line may be broken."""
_DOT = f"{_STICKY}· "


MEANINGS = {
    SIGNS[Kind.REWORDED]: "reworded",
    SIGNS[Kind.DELETED]: "only old",
    SIGNS[Kind.INSERTED]: "only new",
    SIGNS[Kind.SPLIT]: "split",
    SIGNS[Kind.MERGED]: "merged",
    MOVED_SIGN: "moved",
}


class Paged(NamedTuple):
    """One line of the sheet."""

    pieces: Pieces
    body: bool = False
    """True for a line of the texts themselves, False for the head above them."""


def lines(comparison: Comparison, width: int, selection: Selection = WHOLE, *, notes: bool = True) -> Iterator[Paged]:
    """The head, an empty line, and both versions, each line at most ``width`` cells wide.

    With ``notes`` the head also tells what the signs mean and what to know about the comparison, and the foot what was
    compared, by what, and what is left out.
    """
    for text, ink in _head(comparison, notes=notes):
        for start, end in wrap(text, width):
            yield Paged([Piece(text[start:end].replace(_STICKY, " "), ink)])
    rows = rows_of(comparison)
    if rows.rows:
        yield Paged([])
    page = Page(rows, width, View(wanted=selection.wanted))
    left_out = 0
    for index, is_kept in enumerate([*kept_rows(rows, selection), True]):
        if not is_kept:
            left_out += 1
            continue
        if left_out:
            yield Paged([])
            yield Paged([Piece(f" ⋯ {plural(left_out, 'row')} left out"[:width], Ink.FAINT)])
            left_out = 0
        for line in page.lines(index) if index < page.end else ():
            yield Paged(_trimmed(_joined(line, page.measures)), body=True)
    if notes:
        yield Paged([])
        for told in cited(comparison, selection):
            for start, end in wrap(told, width):
                yield Paged([Piece(told[start:end], Ink.FAINT)])


def counted(comparison: Comparison) -> str:
    """The summary in a line: counts by kind, and the ledger's balance."""
    summary = comparison.summary()
    kinds = ("same", "reworded", "deleted", "inserted", "split", "merged", "moved")
    counts = [f"{getattr(summary, kind)} {kind}" for kind in kinds if getattr(summary, kind)]
    if summary.header:
        counts.append(f"{summary.header} header line{'s' if summary.header != 1 else ''} changed")
    return _DOT.join(part.replace(" ", _STICKY) for part in [*counts, f"{summary.unaccounted} unaccounted"])


def _head(comparison: Comparison, *, notes: bool) -> Iterator[tuple[str, Ink]]:
    yield f"--- {named(comparison.old)}", Ink.OLD_LABEL
    yield f"+++ {named(comparison.new)}", Ink.NEW_LABEL
    yield counted(comparison), Ink.TEXT
    if not notes:
        return
    if comparison.changes:
        yield _legend(comparison), Ink.FAINT
    for note in comparison.notes:
        yield safe(note), Ink.TEXT


def _legend(comparison: Comparison) -> str:
    """The signs that this comparison uses, each with its meaning."""
    used = dict.fromkeys(sign_of(comparison.links[index])[0] for index in comparison.changes)
    return "   ".join(
        f"{sign}{_STICKY}{meaning.replace(' ', _STICKY)}" for sign, meaning in MEANINGS.items() if sign in used
    )


def named(version: Version) -> str:
    """What to call a version in a line: its title or name, and where and when it comes from."""
    parts = [version.label or "(untitled)", version.byline, clock(version.date), version.source]
    return _DOT.join(dict.fromkeys(safe(part) for part in parts if part))


def _joined(line: Line, measures: Measures) -> Pieces:
    """The cells of a line side by side."""
    if line.gap:
        return []
    if not measures.columns:
        return _cell(line.old, measures)
    left, right = _cell(line.old, measures), _cell(line.new, measures)
    used = sum(cell_len(piece.text) for piece in left)
    padding = Piece(" " * (measures.pane - used), Ink.QUIET)
    return [*left, padding, Piece(_RULE, Ink.RULE), *right]


def _trimmed(pieces: Pieces) -> Pieces:
    """Without the blanks at the end of the line."""
    kept = list(pieces)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    return [*kept[:-1], kept[-1]._replace(text=kept[-1].text.rstrip(" "))] if kept else []


def _cell(cell: Cell, measures: Measures) -> Pieces:
    """The margin and the text of one column; the place of the screen's bar is a blank."""
    number = cell.number.rjust(measures.number) + " " if measures.number else ""
    return [Piece(f" {number}", Ink.FAINT), Piece(f"{cell.sign} ", cell.ink), *cell.pieces]
