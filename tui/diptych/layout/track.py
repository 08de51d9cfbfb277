"""Where the window stands in a list of many lines, on the track at its edge. Pure."""

from __future__ import annotations


def thumb(top: int, height: int, count: int) -> range:
    """The cells of the track that the window takes; none where it holds all lines.

    Args:
        top: the first line in the window.
        height: of the window, in lines, and of the track, in cells.
        count: lines in all.
    """
    if count <= height:
        return range(0)
    size = max(1, height * height // count)
    first = round((height - size) * top / (count - height))
    return range(first, first + size)


def top_at(cell: int, height: int, count: int) -> int:
    """The first line in the window when a cell of the track is asked for: the last cell is the end of the list."""
    return round((count - height) * min(1.0, max(0, cell) / max(1, height - 1)))
