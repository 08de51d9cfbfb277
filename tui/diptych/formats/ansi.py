"""The text format's lines in colour: 24-bit SGR sequences and no others; the texts themselves bring none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.style import Style

from diptych.formats.paged import lines
from diptych.formats.selection import WHOLE, Selection
from diptych.palette import DARK, Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.paged import Pieces
    from diptych.palette import Paint, Scheme

_TERMINALS_OWN = frozenset({Ink.QUIET, Ink.TEXT})
"""Inks left to the terminal: its text is legible on its page, whatever colours its owner chose."""


def parts(
    comparison: Comparison,
    width: int,
    scheme: Scheme | None = None,
    selection: Selection = WHOLE,
    *,
    notes: bool = True,
) -> Iterator[str]:
    """The comparison as coloured lines of at most ``width`` cells, each ended by a line feed."""
    styles = {ink: _style(ink, paint) for ink, paint in (scheme or DARK).inks.items()}
    return (f"{_painted(line.pieces, styles)}\n" for line in lines(comparison, width, selection, notes=notes))


def _style(ink: Ink, paint: Paint) -> Style:
    own = ink in _TERMINALS_OWN
    return Style(
        color=None if own else paint.color,
        bgcolor=paint.background or None,
        bold=paint.bold or None,
        italic=paint.italic or None,
        underline=paint.underline or None,
        strike=paint.strike or None,
        reverse=paint.reverse or None,
    )


def _painted(pieces: Pieces, styles: dict[Ink, Style]) -> str:
    """A line with its styles; blanks take no colour."""
    return "".join(
        styles[piece.ink].render(piece.text, color_system=ColorSystem.TRUECOLOR)
        if piece.text.strip(" ")
        else piece.text
        for piece in pieces
    )
