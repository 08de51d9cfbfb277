"""Leaving sorts of change aside."""

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout import moves
from diptych.layout.filters import (
    FORM,
    MOVED,
    SORTS,
    Filter,
    counted,
    sorts_of,
    walked,
)
from diptych.layout.page import Page, View
from diptych.layout.rows import rows_of
from diptych.layout.status import status
from samples import comparison

OLD = ["The Ministry spoke.", "It rained hard.", "All was well that day.", "He claimed it.", "The end came late."]
NEW = ["The end came late.", "The ministry spoke.", "All was well that day.", "He said it.", "Nobody slept."]
ROWS = rows_of(comparison(OLD, NEW, [((0,), (1,)), ((2,), (2,)), ((3,), (3,)), ((4,), (0,))], moved=(4,)))
HEIGHT = 6


def test_every_change_is_of_its_sorts() -> None:
    assert counted(ROWS).sorts == {"reworded": 2, FORM: 1, "deleted": 1, "inserted": 1, MOVED: 1}


@given(st.sets(st.sampled_from(SORTS)))
def test_what_is_walked_and_what_is_left_aside_make_the_whole(aside: set[str]) -> None:
    kept = walked(ROWS, Filter(frozenset(aside)))
    assert list(kept) == sorted(kept)
    for change in range(len(ROWS.changes)):
        sorts = sorts_of(ROWS, change)
        assert (change in kept) == (MOVED not in aside if MOVED in sorts else not sorts & aside)


@given(st.sets(st.sampled_from(SORTS)), st.lists(st.integers(-3, 3), max_size=6))
def test_only_what_is_walked_is_ever_stepped_to(aside: set[str], steps: list[int]) -> None:
    page = Page(ROWS, 80, View(wanted=Filter(frozenset(aside))))
    reading = moves.opened(ROWS, page, HEIGHT)
    for step in steps:
        before = reading.change
        reading = moves.stepped(reading, page, HEIGHT, step or 1)
        assert reading.change in page.walked or reading.change == before


def test_stepping_goes_on_from_a_change_that_was_left_aside() -> None:
    plain = Page(ROWS, 80)
    reading = moves.to_change(moves.opened(ROWS, plain, HEIGHT), plain, HEIGHT, 2)
    page = Page(ROWS, 80, View(wanted=Filter(sorts_of(ROWS, 2))))
    after = [change for change in page.walked if change > 2]
    before = [change for change in page.walked if change < 2]
    assert moves.stepped(reading, page, 40, 1).change == after[0]
    assert moves.stepped(reading, page, 40, -1).change == before[-1]


def test_the_status_line_says_how_many_are_left_aside() -> None:
    page = Page(ROWS, 100, View(wanted=Filter(frozenset({FORM, "deleted"}))))
    left, _ = status(moves.opened(ROWS, page, HEIGHT), page, None, 100)
    assert "2 changes hidden" in "".join(piece.text for piece in left)


def test_folds_take_what_is_left_aside_for_unchanged() -> None:
    everything = frozenset(SORTS)
    assert Page(ROWS, 80, View(folded=True, wanted=Filter(everything))).folds.stops == {0: len(ROWS.rows)}
