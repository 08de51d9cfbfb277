"""Folding unchanged stretches away, and other views of the same page."""

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout import moves, views
from diptych.layout.folds import CONTEXT, folds_of, folds_told
from diptych.layout.page import Page, Place, View
from diptych.layout.reading import Reading, fitted, last_top, visible
from diptych.layout.rows import Rows, rows_of
from samples import comparison

COUNT = 30
HEIGHT = 12


def rows(changed: set[int]) -> Rows:
    old = [f"This is paragraph number {n} of the text." for n in range(COUNT)]
    new = [text.replace("paragraph", "passage") if n in changed else text for n, text in enumerate(old)]
    return rows_of(comparison(old, new, [((n,), (n,)) for n in range(COUNT)]))


def shown(page: Page) -> list[int]:
    found, row = [], 0
    while row < page.end:
        found.append(row)
        row = page.after(row)
    return found


@given(st.sets(st.integers(0, COUNT - 1)))
def test_no_change_and_none_of_its_neighbours_is_ever_folded_away(changed: set[int]) -> None:
    page = Page(rows(changed), 80, View(folded=True))
    near = {n + step for n in changed for step in range(-CONTEXT, CONTEXT + 1)} & set(range(COUNT))
    assert near <= set(shown(page)) - set(page.folds.stops)


@given(st.sets(st.integers(0, COUNT - 1)))
def test_what_is_shown_and_what_is_folded_make_the_whole(changed: set[int]) -> None:
    page = Page(rows(changed), 80, View(folded=True))
    covered = [n for row in shown(page) for n in range(row, page.after(row))]
    assert covered == list(range(COUNT))
    assert all(page.folds.holding(n) == row for row in shown(page) for n in range(row, page.after(row)))
    assert all(page.before(page.after(row)) == row for row in shown(page))


def test_a_fold_says_how_much_it_holds() -> None:
    page = Page(rows({0}), 80, View(folded=True))
    line = page.lines(2)[-1]
    assert "".join(piece.text for piece in line.old.pieces) == f"⋯ {COUNT - 2} unchanged"


def test_what_was_folded_away_is_told_since_none_of_it_need_be_in_sight() -> None:
    assert "1 unchanged stretch." in folds_told(folds_of(rows({0})))
    assert "2 unchanged stretches." in folds_told(folds_of(rows({12})))
    assert folds_told(folds_of(rows(set(range(COUNT))))).startswith("No unchanged stretch")


def test_a_fold_that_was_opened_stays_open() -> None:
    assert folds_of(rows({0}), frozenset({2})).stops == {}


def test_without_changes_all_is_one_fold() -> None:
    assert folds_of(rows(set())).stops == {0: COUNT}


@given(st.sets(st.integers(0, COUNT - 1), min_size=1), st.integers(0, 10), st.sampled_from(["fold", "columns"]))
def test_another_view_keeps_the_current_change_on_its_line(changed: set[int], steps: int, what: str) -> None:
    page = Page(rows(changed), 80)
    reading = moves.stepped(moves.opened(page.rows, page, HEIGHT), page, HEIGHT, steps)
    turned = (views.folded if what == "fold" else views.in_columns)(reading, page, HEIGHT)
    other = Page(page.rows, 80, turned.view)
    there = fitted(turned, other, HEIGHT, page)
    assert there.change == reading.change
    before, after = line_of_change(reading, page), line_of_change(there, other)
    assert after is not None
    at_an_edge = there.top in (Place(), last_top(other, HEIGHT))
    assert after == before or at_an_edge


def line_of_change(reading: Reading, page: Page) -> int | None:
    lines = enumerate(visible(reading, page, HEIGHT))
    return next((y for y, (place, line) in lines if reading.is_current(place.row) and not line.gap), None)


@given(st.sets(st.integers(0, COUNT - 1)), st.lists(st.integers(-40, 40), max_size=6))
def test_scrolling_past_folds_stays_within_the_text(changed: set[int], steps: list[int]) -> None:
    page = Page(rows(changed), 80, View(folded=True))
    reading = moves.opened(page.rows, page, HEIGHT)
    for lines in steps:
        reading = moves.scrolled(reading, page, HEIGHT, lines)
        assert Place() <= reading.top <= last_top(page, HEIGHT)
        assert reading.top.row in shown(page)
