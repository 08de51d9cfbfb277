"""Selecting text inside one side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.layout import moves
from diptych.layout.page import Page
from diptych.layout.reading import TOP, Reading, visible
from diptych.layout.rows import rows_of
from diptych.layout.selecting import Selection, anchored, begun, dragged, extended, pulled, ranges, selected_text
from diptych.model import Side, Span

HEIGHT = 30
OLD = """The council met on  Friday.  It
rained all day. Nobody   came early.

The *old* treasurer claimed that it cost 45\u00a0million crowns.

东京\n的会议开始了。大家都来了。

A hid\u200bden word, a soft\u00adly broken one and \u202eturned\u202c text stay.
"""
NEW = OLD.replace("claimed", "said").replace("45", "54").replace("Nobody", "Everybody")


def reader(width: int = 100, old: str = OLD, new: str = NEW) -> tuple[Reading, Page]:
    page = Page(rows_of(compare(old, new)), width)
    return replace(moves.opened(page.rows, page, HEIGHT), top=TOP), page


def taken(reading: Reading) -> str:
    assert reading.selection is not None
    return selected_text(reading.rows.comparison, reading.selection)


def everything(page: Page, side: Side) -> str:
    version = page.rows.comparison.version(side)
    return selected_text(page.rows.comparison, Selection(side, Span(0, 1), Span(len(version.text), len(version.text))))


@pytest.mark.parametrize("width", [100, 70, 40])
def test_dragging_over_a_column_takes_all_of_that_side_clean_and_nothing_of_the_other(width: int) -> None:
    reading, page = reader(width)
    count = len(visible(reading, page, HEIGHT))
    left = page.measures.margin
    for side in Side if page.measures.columns else [Side.NEW]:
        x = left + (page.measures.pane + page.measures.gutter if side is Side.NEW and page.measures.columns else 0)
        chosen = drawn(reading, page, (x, 0), (x + page.measures.text, count - 1))
        assert chosen.selection is not None
        assert chosen.selection.side is side
        assert taken(chosen) == everything(page, side)
    assert "\u00adly" in taken(chosen)
    assert "\u200bden" in taken(chosen)
    assert "\u202e" in taken(chosen)
    assert "東京" not in taken(chosen)
    assert "东京的会议" in taken(chosen)
    assert "45" not in taken(chosen)
    assert "*" not in taken(chosen)


def test_a_drag_that_leaves_its_column_stays_in_it() -> None:
    reading, page = reader()
    chosen = drawn(reading, page, (page.measures.margin, 0), (page.measures.width - 1, 0))
    assert chosen.selection is not None
    assert chosen.selection.side is Side.OLD
    assert taken(chosen) == "The council met on Friday."


def test_a_few_characters_can_be_selected_in_either_direction() -> None:
    reading, page = reader()
    left = page.measures.margin
    forward = drawn(reading, page, (left + 4, 0), (left + 10, 0))
    backward = drawn(reading, page, (left + 10, 0), (left + 4, 0))
    assert taken(forward) == taken(backward) == "council"


def drawn(reading: Reading, page: Page, start: tuple[int, int], end: tuple[int, int]) -> Reading:
    """The mouse goes down at one cell and is drawn to another."""
    anchor = anchored(reading, page, HEIGHT, start)
    return reading if anchor is None else dragged(reading, page, HEIGHT, anchor, end)


@given(st.integers(0, 99), st.integers(0, 29), st.integers(0, 99), st.integers(0, 29), st.sampled_from([100, 66, 30]))
def test_whatever_is_dragged_over_what_is_marked_is_what_is_taken(
    x: int, y: int, to_x: int, to_y: int, width: int
) -> None:
    reading, page = reader(width)
    chosen = drawn(reading, page, (x, y), (to_x, to_y))
    if chosen.selection is None:
        return
    start, end = chosen.selection.span
    assert 0 <= start < end <= len(page.rows.comparison.version(chosen.selection.side).text)
    for place, _ in visible(chosen, page, HEIGHT):
        for first, last in ranges(page, place, chosen.selection):
            assert 0 <= first < last <= page.measures.width


def test_the_sentence_being_read_is_selected_drawn_out_and_turned_to_the_other_side() -> None:
    reading, page = reader()
    reading = moves.to_change(reading, page, HEIGHT, 0)
    chosen = begun(reading, page, HEIGHT)
    assert taken(chosen) == "Everybody came early."
    assert taken(extended(chosen, page, HEIGHT, -1)) == "It rained all day. Everybody came early."
    longer = extended(chosen, page, HEIGHT, 1)
    assert taken(longer) == "Everybody came early.\n\nThe old treasurer said that it cost 54\u00a0million crowns."
    assert taken(extended(longer, page, HEIGHT, -1)) == "Everybody came early."
    other = begun(chosen, page, HEIGHT)
    assert taken(other) == "Nobody came early."
    assert begun(other, page, HEIGHT).selection is None


def test_drawing_out_stops_at_the_ends_and_keeps_its_end_in_the_window() -> None:
    story = "\n\n".join(f"Paragraph {n} is here." for n in range(60))
    reading, page = reader(80, story, story.replace("Paragraph 3 ", "Passage 3 "))
    chosen = extended(begun(reading, page, 10), page, 10, 40)
    assert len(taken(chosen).split("\n\n")) == len(taken(begun(reading, page, 10)).split("\n\n")) + 40
    assert any("Paragraph 4" in piece.text for _, line in visible(chosen, page, 10) for piece in line.new.pieces)
    assert taken(extended(chosen, page, 10, 999)).endswith("Paragraph 59 is here.")


def test_held_below_the_window_a_selection_scrolls_on_and_begins_where_it_began() -> None:
    story = "\n\n".join(f"Paragraph {n} is here." for n in range(60))
    reading, page = reader(80, story, story.replace("Paragraph 3 ", "Passage 3 "))
    left = page.measures.margin
    anchor = anchored(reading, page, 10, (left, 0))
    assert anchor is not None
    for _ in range(20):
        reading = dragged(reading, page, 10, anchor, (left + 40, 10), pulled(10, 10, above=True, below=True))
    assert reading.top.row == 10
    assert taken(reading).startswith("Paragraph 0 is here.")
    assert taken(reading).endswith("Paragraph 14 is here.")
    for _ in range(99):
        reading = dragged(reading, page, 10, anchor, (left, -2), pulled(-2, 10, above=True, below=True))
    assert reading.top == TOP
    assert taken(reading) == "P"


@pytest.mark.parametrize(("line", "lines"), [(-3, -3), (-1, -1), (0, 0), (9, 0), (10, 1), (12, 3)])
def test_the_farther_the_mouse_is_outside_the_faster_it_scrolls(line: int, lines: int) -> None:
    assert pulled(line, 10, above=True, below=True) == lines


@pytest.mark.parametrize(("line", "lines"), [(0, -1), (1, 0), (8, 0), (9, 1)])
def test_where_the_mouse_cannot_leave_the_window_its_outermost_line_is_the_edge(line: int, lines: int) -> None:
    assert pulled(line, 10, above=False, below=False) == lines


def test_nothing_is_selected_in_an_empty_comparison() -> None:
    page = Page(rows_of(compare("", "")), 80)
    reading = moves.opened(page.rows, page, HEIGHT)
    assert begun(reading, page, HEIGHT).selection is None
    assert drawn(reading, page, (3, 3), (9, 9)).selection is None
