"""From inks to what Textual paints: strips of the page, and content for the small widgets around it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.strip import Strip
from textual.style import Style as TextualStyle

from diptych.app.themes import css
from diptych.layout.wrap import cell_len
from diptych.palette import Ink, Paint, Scheme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diptych.layout.overview import Mark
    from diptych.layout.page import Cell, Line, Measures
    from diptych.layout.pieces import Piece

BAR = "▌"
_THUMB, _TRACK = "┃", "│"


@lru_cache(maxsize=512)
def style(paint: Paint, background: str) -> Style:
    """How a paint looks on a background."""
    return Style(
        color=paint.color,
        bgcolor=paint.background or background,
        bold=paint.bold,
        italic=paint.italic,
        underline=paint.underline,
        strike=paint.strike,
        reverse=paint.reverse or None,
        dim=paint.dim or None,
    )


class Painter:
    """Paints lines of the page in one scheme and for one set of measures."""

    def __init__(self, scheme: Scheme, measures: Measures, width: int) -> None:
        self.scheme = scheme
        self.measures = measures
        self.width = width
        """Cells of the whole view, the overview's two among them."""

    def strip(self, line: Line, *, current: bool, thumb: bool, mark: Mark) -> Strip:
        """One line: its columns, then the track with the window's place on it, then the overview's mark."""
        measures, page = self.measures, self.scheme.page
        current = current and not line.gap
        back = self.scheme.current if current else page
        segments = self._pane(line.old, back, current=current)
        if measures.columns:
            segments += [self._blank(measures.gutter, page), *self._pane(line.new, back, current=current)]
        segments.append(self._blank(self.width - measures.width - 2, page))
        segments.append(self._segment(_THUMB if thumb else _TRACK, Ink.FAINT if thumb else Ink.RULE, page))
        segments.append(self._segment(mark.shape, mark.ink, page))
        return Strip([segment for segment in segments if segment.text], self.width)

    def empty(self, *, thumb: bool, mark: Mark) -> Strip:
        """A line below the end of the text."""
        page = self.scheme.page
        track = self._segment(_THUMB if thumb else _TRACK, Ink.FAINT if thumb else Ink.RULE, page)
        return Strip([self._blank(self.width - 2, page), track, self._segment(mark.shape, mark.ink, page)], self.width)

    def _pane(self, cell: Cell, back: str, *, current: bool) -> list[Segment]:
        measures = self.measures
        segments = [self._segment(BAR if current else " ", Ink.REWORDED, back)]
        if measures.number:
            segments.append(self._segment(f"{cell.number:>{measures.number}} ", Ink.FAINT, back))
        segments.append(Segment(f"{cell.sign} ", style(self.scheme.inks[cell.ink]._replace(bold=True), back)))
        cells = 0
        for text, ink in cell.pieces:
            segments.append(self._segment(text, ink, back))
            cells += cell_len(text)
        segments.append(self._blank(measures.text - cells, back))
        return segments

    def _segment(self, text: str, ink: Ink, background: str) -> Segment:
        return Segment(text, style(self.scheme.inks[ink], background))

    def _blank(self, cells: int, background: str) -> Segment:
        return Segment(" " * max(0, cells), Style(bgcolor=background))


def selected(strip: Strip, ranges: Iterable[tuple[int, int]], scheme: Scheme) -> Strip:
    """The strip with some of its cells shown as selected."""
    paint = style(scheme.inks[Ink.SELECTED], scheme.page)
    for start, end in ranges:
        before, chosen, after = strip.divide([start, end, strip.cell_length])
        strip = Strip.join([before, Strip([Segment(segment.text, paint) for segment in chosen]), after])
    return strip


def content(pieces: Iterable[Piece], scheme: Scheme) -> Content:
    """Pieces as content for a Textual widget; text stays text, whatever brackets it holds."""
    return Content.assemble(*((text, _textual(scheme.inks[ink])) for text, ink in pieces))


@lru_cache(maxsize=128)
def _textual(paint: Paint) -> TextualStyle:
    return TextualStyle(
        background=Color.parse(css(paint.background)) if paint.background else None,
        foreground=Color.parse(css(paint.color)),
        bold=paint.bold or None,
        italic=paint.italic or None,
        underline=paint.underline or None,
        strike=paint.strike or None,
        reverse=paint.reverse or None,
        dim=paint.dim or None,
    )
