"""Keeping the place when another two versions are shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.layout.keeping import resumed, row_read, spot_of
from diptych.layout.moves import opened, scrolled
from diptych.layout.page import Page
from diptych.layout.rows import rows_of
from diptych.model import Side

HEIGHT = 12


def paragraph(number: int, word: str) -> str:
    return f"In paragraph {number} of this long report the {word} speaks about item {number * 7919 % 1000}."


FIRST = [paragraph(n, "minister") for n in range(60)]
SECOND = ["A new beginning.", *FIRST[:30], *(paragraph(n, "mayor") for n in range(30, 40)), *FIRST[40:]]
THIRD = [*SECOND[:5], *SECOND[15:], "A new end."]


def text(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


EARLY, LATE = rows_of(compare(text(FIRST), text(SECOND))), rows_of(compare(text(SECOND), text(THIRD)))


@given(st.integers(0, 400), st.sampled_from([40, 80, 120]))
def test_the_row_that_was_read_stays_on_its_line(lines: int, width: int) -> None:
    before, after = Page(EARLY, width), Page(LATE, width)
    reading = scrolled(opened(EARLY, before, HEIGHT), before, HEIGHT, lines)
    spot = spot_of(reading, before, HEIGHT)
    again = resumed(opened(LATE, after, HEIGHT), after, HEIGHT, spot, {Side.NEW: Side.OLD})
    start, stop = LATE.rows[row_read(again, after, HEIGHT)].old
    window = set(range(again.top.row, min(again.top.row + HEIGHT, len(LATE.rows))))
    shown = {n for row in window for n in range(*LATE.rows[row].old)}
    assert spot.sentences[Side.NEW] in shown or start <= spot.sentences[Side.NEW] < stop


def test_without_a_version_in_common_the_way_down_is_kept() -> None:
    page = Page(EARLY, 80)
    reading = scrolled(opened(EARLY, page, HEIGHT), page, HEIGHT, 60)
    spot = spot_of(reading, page, HEIGHT)
    again = resumed(opened(EARLY, page, HEIGHT), page, HEIGHT, spot, {})
    assert abs(again.top.row - reading.top.row) <= HEIGHT


def test_the_change_that_is_read_is_the_current_one() -> None:
    page = Page(LATE, 80)
    spot = spot_of(opened(EARLY, Page(EARLY, 80), HEIGHT), Page(EARLY, 80), HEIGHT)
    again = resumed(opened(LATE, page, HEIGHT), page, HEIGHT, spot, {Side.NEW: Side.OLD})
    assert again.change is not None
    assert LATE.homes[again.change] >= 0
