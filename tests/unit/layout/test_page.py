"""Lines of both columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.layout.measures import measures
from diptych.layout.page import Page, Place
from diptych.layout.rows import rows_of
from diptych.layout.wrap import cell_len
from samples import comparison


def page(width: int = 80, **layout: bool) -> Page:
    compared = comparison(
        [["One same sentence.", "A sentence that goes."], "The last paragraph, which is the same."],
        [["One same sentence."], "The last paragraph, which is the same."],
        [((0,), (0,)), ((2,), (1,))],
    )
    return Page(rows_of(compared), width, **layout)


@given(st.integers(1, 300), st.integers(0, 20000))
def test_a_line_is_never_wider_than_its_page_unless_that_is_tiny(width: int, paragraphs: int) -> None:
    found = measures(width, paragraphs)
    assert found.text >= 4
    assert found.width <= max(width, 16)


@pytest.mark.parametrize("width", [16, 20, 40, 63, 64, 80, 120, 300])
def test_every_cell_fits_its_column(width: int) -> None:
    laid = page(width)
    for row in range(laid.end):
        for line in laid.lines(row):
            for cell in (line.old, line.new):
                assert sum(cell_len(piece.text) for piece in cell.pieces) <= laid.measures.text


def test_a_paragraph_has_its_number_and_a_blank_line_before_it() -> None:
    first, gone, last = (page().lines(row) for row in range(3))
    assert (first[0].old.number, first[0].new.number) == ("1", "1")
    assert (gone[0].old.number, gone[0].old.sign) == ("", "-")
    assert last[0].gap
    assert last[1].old.number == "2"


def test_a_narrow_page_has_one_column() -> None:
    assert page(63).measures.columns is False
    assert page(64).measures.columns is True


def test_in_one_column_both_wordings_stand_in_one_line() -> None:
    compared = comparison(["He claimed it."], ["He said it."], [((0,), (0,))])
    laid = Page(rows_of(compared), 50)
    told = [(piece.text.strip(), piece.ink.value) for piece in laid.line(Place()).old.pieces if piece.text.strip()]
    assert told == [("He", "text"), ("claimed", "struck"), ("said", "new_word"), ("it.", "text")]
