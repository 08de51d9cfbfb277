"""From inks to what Textual paints: strips of the page, and content for the small widgets around it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.filter import ANSIToTruecolor
from textual.strip import Strip
from textual.style import Style as TextualStyle

from diptych.app.themes import css
from diptych.layout.wrap import cell_len
from diptych.palette import Ink, Paint, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from textual.widget import Widget

    from diptych.layout.cells import Cell
    from diptych.layout.display import Piece
    from diptych.layout.measures import Measures
    from diptych.layout.overview import Mark
    from diptych.layout.page import Line

BAR = "▌"
THUMB, TRACK = "┃", "│"


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


class Brush:
    """Puts text on a line; blanks join their neighbours where that looks the same: every change of style costs."""

    def __init__(self, style: Callable[[Ink, str], Style]) -> None:
        """Take how an ink looks on a background."""
        self._style = style
        self._segments: list[Segment] = []
        self._text, self._ink, self._back = "", Ink.QUIET, ""

    def put(self, text: str, ink: Ink, back: str) -> None:
        """Go on with this."""
        same = back == self._back
        if same and (ink is self._ink or (text.isspace() and self._ink in _BARE)):
            self._text += text
        elif same and ink in _BARE and self._text.isspace():
            self._text, self._ink = self._text + text, ink
        elif text:
            self._flush()
            self._text, self._ink, self._back = text, ink, back

    def _flush(self) -> None:
        if self._text:
            self._segments.append(Segment(self._text, self._style(self._ink, self._back)))

    def strip(self, width: int) -> Strip:
        """What was put there, which takes so many cells."""
        self._flush()
        return Strip(self._segments, width)


_BARE = frozenset({Ink.QUIET, Ink.TEXT, Ink.REMOVED, Ink.ADDED, Ink.FAINT, Ink.RULE, Ink.MOVED, Ink.REWORDED})
"""Inks in which a blank looks like a blank: nothing underlined or struck, no ground of their own."""

_SIGN = {Ink.REMOVED: Ink.OLD_LABEL, Ink.ADDED: Ink.NEW_LABEL}
"""Signs in the margin are bold."""


def styles(scheme: Scheme) -> Callable[[Ink, str], Style]:
    """How an ink looks on a background, in one scheme."""
    known: dict[tuple[Ink, str], Style] = {}

    def styled(ink: Ink, back: str) -> Style:
        found = known.get((ink, back))
        if found is None:
            found = known[ink, back] = style(scheme.inks[ink], back)
        return found

    return styled


class Painter:
    """Paints lines of the page in one scheme and for one set of measures."""

    def __init__(self, scheme: Scheme, measures: Measures, width: int) -> None:
        self.scheme = scheme
        self.measures = measures
        self.width = width
        """Cells of the whole view, the overview's two among them."""
        self.style = styles(scheme)

    def strip(self, line: Line, *, current: Container[int] | None, thumb: bool, mark: Mark) -> Strip:
        """One line: its columns, then the track with the window's place on it, then the overview's mark.

        ``current`` are the rows of the current change, if the line has any of them.
        """
        measures, page, brush = self.measures, self.scheme.page, Brush(self.style)
        current = None if line.gap else current
        flowing = bool(line.old.rows or line.new.rows)
        self._pane(brush, line.old, current, flowing=flowing)
        if measures.columns:
            brush.put(" " * measures.gutter, Ink.QUIET, page)
            self._pane(brush, line.new, current, flowing=flowing)
        return self._ended(brush, self.width - measures.width - 2, thumb=thumb, mark=mark)

    def empty(self, *, thumb: bool, mark: Mark) -> Strip:
        """A line below the end of the text."""
        return self._ended(Brush(self.style), self.width - 2, thumb=thumb, mark=mark)

    def _ended(self, brush: Brush, blank: int, *, thumb: bool, mark: Mark) -> Strip:
        page = self.scheme.page
        brush.put(" " * max(0, blank), Ink.QUIET, page)
        brush.put(THUMB if thumb else TRACK, Ink.FAINT if thumb else Ink.RULE, page)
        brush.put(mark.shape, mark.ink, page)
        return brush.strip(self.width)

    def _pane(self, brush: Brush, cell: Cell, current: Container[int] | None, *, flowing: bool) -> None:
        """A column's part of a line: where several rows flow on it, only what is of the current change is lifted."""
        measures, page, lifted = self.measures, self.scheme.page, self.scheme.current
        here = current is not None and (not flowing or any(row in current for row in cell.rows))
        back = page if not here or flowing else lifted
        brush.put(BAR if here else " ", Ink.REWORDED, back)
        if measures.number:
            brush.put(f"{cell.number:>{measures.number}} ", Ink.FAINT, back)
        before, after = cell.fence
        brush.put(f"{cell.sign} {before}", _SIGN.get(cell.ink, cell.ink), back)
        cells = 0
        for index, (text, ink) in enumerate(cell.pieces):
            behind = lifted if here and flowing and current and cell.rows[index] in current else back
            brush.put(text, ink, behind)
            cells += cell_len(text)
        brush.put(after + " " * max(0, measures.text - cells), Ink.QUIET, back)


def filtered(strips: list[Strip], widget: Widget, scheme: Scheme) -> list[Strip]:
    """The strips as Textual's line filters want them (``NO_COLOR``), for widgets that paint past its styles cache.

    The filter that looks for a terminal's own colours is left out where the scheme has none: it costs as painting does.
    """
    background = widget.background_colors[1]
    for one in widget.get_line_filters():
        if scheme.terminal or not isinstance(one, ANSIToTruecolor):
            strips = [strip.apply_filter(one, background) for strip in strips]
    return strips


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
