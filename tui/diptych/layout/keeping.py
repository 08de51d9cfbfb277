"""Keeping the place in the text when another two versions of the article are shown. Pure."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.reading import clamped, in_window, moved
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diptych.layout.page import Page, Place
    from diptych.layout.reading import Reading


class Spot(NamedTuple):
    """Where a reader stands, said so that another comparison of one of the versions can find it again."""

    sentences: Mapping[Side, int]
    """The first sentence of each side from there on."""
    way: float
    """How far down the whole it is, from 0 to 1: for a comparison that shares no version with this one."""
    line: int
    """The line of the window where it stands."""


def row_read(reading: Reading, page: Page, height: int) -> int:
    """The row of the current change if it is in the window; otherwise the one at the top of the window."""
    home = None if reading.change is None else reading.rows.homes[reading.change]
    return home if home is not None and in_window(reading, page, height, home) else reading.top.row


def spot_of(reading: Reading, page: Page, height: int) -> Spot:
    """Where the reader stands, by the row being read."""
    rows, row = reading.rows, row_read(reading, page, height)
    line = 0
    if row != reading.top.row:
        line = _lines_between(page, reading.top, page.span(row)[0], height)
    sentences = {side: rows.rows.above(row, side) for side in Side}
    return Spot(sentences, rows.start_of(row) / rows.extent, line)


def resumed(reading: Reading, page: Page, height: int, spot: Spot, shared: Mapping[Side, Side]) -> Reading:
    """Stand where the spot is, in another comparison; the change there, or else the next one, is the current one.

    Args:
        reading: of the other comparison.
        page: its page.
        height: lines of the window.
        spot: where the reader stood.
        shared: for a side of the comparison before, the side where the same version stands now; may be empty.
    """
    rows = reading.rows
    if not page.end:
        return reading
    row = next((rows.rows.holding(now, spot.sentences[before]) for before, now in shared.items()), None)
    if row is None:
        row = rows.row_at(round(spot.way * rows.extent))
    changes = page.walked
    if changes:
        at = min(bisect_left(changes, row, key=rows.homes.__getitem__), len(changes) - 1)
        here = rows.change_at(row)
        reading = replace(reading, change=changes[at] if here is None or here not in changes else here)
    top = moved(page, page.span(row)[0], -spot.line)
    return replace(reading, top=clamped(page, height, top))


def _lines_between(page: Page, top: Place, place: Place, most: int) -> int:
    return next((lines for lines in range(most) if moved(page, top, lines) >= place), 0)
