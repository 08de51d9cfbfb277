"""Leaving sorts of change aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.layout import moves
from diptych.layout.choices import choice_line
from diptych.layout.filters import (
    EVERYTHING,
    FORM,
    MOVED,
    SORTS,
    SUBSTANTIVE,
    Filter,
    counted,
    sorts_of,
    walked,
)
from diptych.layout.page import Page, View
from diptych.layout.rows import rows_of
from diptych.layout.status import status
from diptych.model import Facet, Kind
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


def drawn(page: Page, row: int, *, new: bool = True) -> set[tuple[str, str]]:
    """Sign, and the inks of what is written beside it, on the lines of a row in a column."""
    cells = [line.new if new else line.old for line in page.lines(row) if not line.gap]
    return {
        (f"{cell.sign}{cell.ink.value}", piece.ink.value) for cell in cells for piece in cell.pieces if cell.sign != " "
    }


@pytest.mark.parametrize("flowing", [False, True])
@pytest.mark.parametrize("columns", [False, True])
def test_what_is_hidden_is_as_quiet_as_what_is_the_same_and_keeps_a_faint_sign(columns: bool, flowing: bool) -> None:
    everything = Page(ROWS, 80, View(columns=columns, flowing=flowing, wanted=Filter(frozenset(SORTS))))
    row = 0
    while row < everything.end:
        for side in (False, True):
            inks = {ink for _, ink in drawn(everything, row, new=side)}
            assert inks <= {"quiet", "faint"}
            assert all(sign.endswith("faint") for sign, _ in drawn(everything, row, new=side))
        row = everything.after(row)


def test_what_is_walked_is_marked_as_ever_beside_what_is_hidden() -> None:
    page = Page(ROWS, 80, View(wanted=SUBSTANTIVE))
    plain = Page(ROWS, 80)
    for row in range(page.end):
        change = ROWS.change_at(row)
        assert page.is_hidden(row) == (change is not None and FORM in sorts_of(ROWS, change))
        assert page.is_hidden(row) or page.lines(row) == plain.lines(row)


def test_in_one_column_a_hidden_change_reads_as_the_new_text_does() -> None:
    row = next(n for n in range(len(ROWS.rows)) if ROWS.link_of(n).kind is Kind.REWORDED)
    cells = [line.old for line in Page(ROWS, 80, View(columns=False, wanted=SUBSTANTIVE)).lines(row) if not line.gap]
    assert ["".join(piece.text for piece in cell.pieces) for cell in cells] == ["The ministry spoke."]


def test_the_status_line_says_that_the_current_change_is_hidden() -> None:
    page = Page(ROWS, 100, View(wanted=Filter(frozenset({"deleted"}))))
    change = next(n for n in range(len(ROWS.changes)) if "deleted" in sorts_of(ROWS, n))
    left, _ = status(moves.to_change(moves.opened(ROWS, page, HEIGHT), page, HEIGHT, change), page, None, 100)
    assert "deleted, hidden" in "".join(piece.text for piece in left)


@given(st.lists(st.sampled_from([*SORTS, *Facet]), max_size=8))
def test_what_is_turned_over_twice_is_as_it_was_and_the_line_says_what_is_chosen(
    choices: list[str | Facet],
) -> None:
    wanted = EVERYTHING
    for choice in choices:
        before, wanted = wanted, wanted.turned(choice)
        assert wanted.chooses(choice) != before.chooses(choice)
        assert wanted.turned(choice) == before
        shown = "".join(piece.text for piece in choice_line(choice, counted(ROWS), wanted))
        assert shown.startswith("[x]" if wanted.chooses(choice) else "[ ]")
