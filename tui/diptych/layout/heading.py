"""What stands above each column: whose text it is, from when, where from, how long. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.layout.display import Piece, safe
from diptych.layout.fencing import fenced
from diptych.layout.particulars import clock, host, joined, plural
from diptych.layout.wrap import cell_len, fit
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.layout.measures import Measures
    from diptych.model import Summary, Version


def heading(comparison: Comparison, summary: Summary | None, measures: Measures, width: int) -> list[list[Piece]]:
    """The lines above the columns: label and title, then the particulars; in one column a line for each side."""
    told = {side: _told(comparison, summary, side) for side in Side}
    if not measures.columns:
        return [_titled(comparison.version(side), side, width) for side in Side]
    titles = [_titled(comparison.version(side), side, measures.pane) for side in Side]
    room = measures.pane - _LABEL - 1
    lines = [joined(_with_date(told[side], comparison.version(side), room), room) for side in Side]
    facts = [[Piece(f" {' ' * _LABEL}{fenced(line)}", Ink.FAINT)] for line in lines]
    return [[*_padded(left, measures.pane + measures.gutter), *right] for left, right in (titles, facts)]


_LABEL = 5
"""Cells for the label OLD or NEW and the space after it."""


def _titled(version: Version, side: Side, width: int) -> list[Piece]:
    label = f" {side.value.upper():<{_LABEL}}"
    ink = Ink.OLD_LABEL if side is Side.OLD else Ink.NEW_LABEL
    title = fit(safe(version.label or "untitled"), max(0, width - len(label) - 1))
    return [Piece(f"{label}{fenced(title)}", ink)]


def _told(comparison: Comparison, summary: Summary | None, side: Side) -> list[str]:
    told = [*particulars(comparison.version(side))]
    if not comparison.provisional:
        told.append(plural(len(comparison.sentences(side)), "sentence"))
    if summary is not None:
        told.append(plural(summary.old_words if side is Side.OLD else summary.new_words, "word"))
    return told


def _with_date(told: list[str], version: Version, room: int) -> list[str]:
    """What is told, a long byline cut so that the date, by which versions are told apart, has room behind it."""
    if not (version.byline and version.date):
        return told
    byline, date, *others = told
    least = room - cell_len(f" · {date}")
    return [fit(byline, least), date, *others] if least >= _NAME else told


_NAME = 8
"""Cells that a byline keeps at least."""


def _padded(pieces: list[Piece], width: int) -> list[Piece]:
    used = sum(cell_len(piece.text) for piece in pieces)
    return [*pieces, Piece(" " * max(0, width - used), Ink.TEXT)]


def particulars(version: Version) -> list[str]:
    """Byline, date and source of a version, as far as they are known, each fit for a terminal."""
    name = version.name if version.title else ""
    known = (version.byline, clock(version.date), host(version.source), name)
    return [safe(part) for part in known if part]
