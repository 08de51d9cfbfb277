"""How the cells of a line are shared out between columns, margins and text. Pure."""

from __future__ import annotations

from typing import NamedTuple

COLUMNS_FROM = 64
"""The narrowest page that shows both versions side by side; a narrower one shows them in one column."""

_WIDEST_TEXT = 96
"""Cells of text in a column: longer lines are hard to read back from."""


class Measures(NamedTuple):
    """How the cells of a line are shared out."""

    columns: bool
    """True for two columns, False for one."""
    number: int
    """Cells for a paragraph number; 0 where there is no room for numbers."""
    text: int
    """Cells of text in a column."""

    @property
    def margin(self) -> int:
        """Cells before the text of a column: bar, number, sign, and a space after each of the last two."""
        return 1 + (self.number + 1 if self.number else 0) + 2

    @property
    def pane(self) -> int:
        """Cells of a column with its margin."""
        return self.margin + self.text

    @property
    def gutter(self) -> int:
        """Cells between two columns."""
        return 2

    @property
    def width(self) -> int:
        """Cells of the whole line."""
        return 2 * self.pane + self.gutter if self.columns else self.pane


def measures(width: int, paragraphs: int, *, columns: bool | None = None) -> Measures:
    """Share out the cells of a line.

    Args:
        width: cells there are.
        paragraphs: the highest paragraph number to show.
        columns: two columns or one; None decides by the width.
    """
    two = width >= COLUMNS_FROM if columns is None else columns
    number = max(2, len(str(paragraphs))) if width >= 40 else 0
    bare = Measures(two, number, 0)
    room = (width - bare.width) // (2 if two else 1)
    return bare._replace(text=max(4, min(_WIDEST_TEXT, room)))
