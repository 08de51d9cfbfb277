"""Moving about."""

from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout import moves
from diptych.layout.page import Page, Place
from diptych.layout.reading import Reading, fitted, last_top, moved, visible
from diptych.layout.rows import rows_of
from samples import comparison

COUNT = 40
HEIGHT = 10


def sample(changed: set[int]) -> tuple[Reading, Page]:
    """Forty paragraphs, some of them reworded."""
    old = [f"This is paragraph number {n} of the text." for n in range(COUNT)]
    new = [text.replace("paragraph", "passage") if n in changed else text for n, text in enumerate(old)]
    page = Page(rows_of(comparison(old, new, [((n,), (n,)) for n in range(COUNT)])), 80)
    return moves.opened(page.rows, page, HEIGHT), page


def window(reading: Reading, page: Page) -> set[int]:
    return {place.row for place, line in visible(reading, page, HEIGHT) if not line.gap}


def test_reading_begins_at_the_first_change() -> None:
    reading, page = sample({20, 30})
    assert reading.change == 0
    assert 20 in window(reading, page)


def test_next_and_previous_walk_all_changes_and_stop_at_the_ends() -> None:
    reading, page = sample({3, 20, 39})
    met = [reading.change]
    for step in (1, 1, 1, -1, -1, -1):
        reading = moves.stepped(reading, page, HEIGHT, step)
        met.append(reading.change)
        assert reading.rows.homes[reading.change or 0] in window(reading, page)
    assert met == [0, 1, 2, 2, 1, 0, 0]


def test_after_reading_on_the_next_change_is_the_next_one_below() -> None:
    reading, page = sample({3, 10, 35})
    reading = moves.scrolled(reading, page, HEIGHT, 2 * 15)
    assert reading.change == 0
    assert moves.stepped(reading, page, HEIGHT, 1).change == 2
    assert moves.stepped(reading, page, HEIGHT, -1).change == 1


@given(st.lists(st.integers(-200, 200), max_size=8))
def test_scrolling_stays_within_the_text(steps: list[int]) -> None:
    reading, page = sample({3})
    for lines in steps:
        reading = moves.scrolled(reading, page, HEIGHT, lines)
        assert Place() <= reading.top <= last_top(page, HEIGHT)
        assert len(visible(reading, page, HEIGHT)) == HEIGHT


@given(st.integers(-60, 60), st.integers(-60, 60))
def test_scrolling_by_parts_is_scrolling_by_their_sum_inside_the_text(one: int, other: int) -> None:
    _, page = sample({3})
    start = Place(20, 0)
    if abs(one) + abs(other) < 35:
        assert moved(page, moved(page, start, one), other) == moved(page, start, one + other)


def test_the_end_shows_the_last_line_at_the_foot() -> None:
    reading, page = sample({3})
    end = moves.to_edge(reading, page, HEIGHT, end=True)
    assert visible(end, page, HEIGHT)[-1][0] == Place(COUNT - 1, page.height(COUNT - 1) - 1)
    assert moves.to_edge(end, page, HEIGHT, end=False).top == Place()


def test_a_new_width_keeps_the_row_at_the_top() -> None:
    reading, page = sample({3})
    reading = moves.scrolled(reading, page, HEIGHT, 31)
    narrow = Page(page.rows, 30)
    assert fitted(reading, narrow, HEIGHT).top.row == reading.top.row


def test_a_moved_passage_is_shown_at_its_other_end_and_back() -> None:
    old = [f"Paragraph {n} is here." for n in range(COUNT)]
    ties = [((0,), (COUNT - 1,)), *(((n,), (n - 1,)) for n in range(1, COUNT))]
    page = Page(rows_of(comparison(old, [*old[1:], old[0]], ties, moved=(0,))), 80)
    reading = moves.opened(page.rows, page, HEIGHT)
    new_end = reading.rows.homes[0]
    assert new_end in window(reading, page)
    there = moves.to_other_end(reading, page, HEIGHT)
    assert reading.rows.other_end[new_end] in window(there, page)
    assert there.change == 0
    assert new_end in window(moves.to_other_end(there, page, HEIGHT), page)


def test_an_empty_comparison_can_be_read() -> None:
    page = Page(rows_of(comparison([], [], [])), 80)
    reading = moves.opened(page.rows, page, HEIGHT)
    for move in (
        partial(moves.stepped, steps=1),
        partial(moves.scrolled, lines=3),
        partial(moves.to_edge, end=True),
        partial(moves.to_way, fraction=0.5),
        fitted,
        moves.to_other_end,
    ):
        assert move(reading, page, HEIGHT).top == Place()
    assert visible(reading, page, HEIGHT) == []
