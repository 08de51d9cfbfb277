"""A line that says something, such as where the reader stands; painted anew only when it says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from diptych.app.paint import filtered, style
from diptych.app.widgets.still import Still
from diptych.palette import DARK, Scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Region

    from diptych.layout.display import Piece


class ToldLine(Still, Widget):
    """One line of pieces."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, pieces: Sequence[Piece] = (), id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.scheme: Scheme = DARK
        self._pieces = tuple(pieces)

    def show(self, pieces: Sequence[Piece], scheme: Scheme) -> None:
        """Say this."""
        if (tuple(pieces), scheme.name) != (self._pieces, self.scheme.name):
            self._pieces, self.scheme = tuple(pieces), scheme
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line; past the styles cache, since it changes with every key."""
        page, inks = self.scheme.page, self.scheme.inks
        segments = [Segment(text, style(inks[ink], page)) for text, ink in self._pieces]
        line = Strip(segments).adjust_cell_length(self.size.width, Style(bgcolor=page))
        (strip,) = filtered([line], self, self.scheme)
        return [strip.crop(crop.x, crop.right)][crop.y : crop.bottom]
