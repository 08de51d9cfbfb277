"""Finding words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import DiptychError
from diptych.layout import moves
from diptych.layout.page import Page, View
from diptych.layout.reading import visible
from diptych.layout.rows import rows_of
from diptych.layout.search import Query, nearest, search, stepped
from diptych.model import Side
from diptych.palette import Ink
from samples import comparison

HEIGHT = 8
OLD = ["The cat sat on the mat.", "Nothing happens here.", "A dog came by.", "The cat left."]
NEW = ["The cat sat on the rug.", "Nothing happens here.", "The Cat left,\nat last."]
ROWS = rows_of(comparison(OLD, NEW, [((0,), (0,)), ((1,), (1,)), ((3,), (2,))]))


def found(words: str, pattern: bool = False, side: Side | None = None) -> list[tuple[int, str]]:
    return [(match.row, match.side.value) for match in search(ROWS, Query(words, pattern, side)).matches]


def test_words_are_found_on_both_sides_in_the_order_of_the_rows() -> None:
    assert [row for row, _ in found("cat")] == [0, 0, 3, 3]
    assert {side for _, side in found("cat")} == {"old", "new"}


def test_capitals_matter_only_where_they_are_typed() -> None:
    assert len(found("cat")) == 4
    assert found("Cat") == [(3, "new")]


def test_one_side_can_be_searched_alone() -> None:
    assert found("dog", side=Side.NEW) == []
    assert found("dog", side=Side.OLD) == [(2, "old")]


def test_a_space_is_any_white_space() -> None:
    assert found("left, at") == [(3, "new")]


def test_signs_are_only_signs_unless_a_pattern_is_asked_for() -> None:
    assert found("c.t") == []
    assert len(found("c.t", pattern=True)) == 4


def test_a_broken_pattern_is_a_sentence() -> None:
    with pytest.raises(DiptychError, match="regular expression"):
        found("(", pattern=True)


@given(st.text(max_size=5), st.booleans())
def test_no_words_break_the_search(words: str, pattern: bool) -> None:
    try:
        matches = search(ROWS, Query(words, pattern)).matches
    except DiptychError:
        assert pattern
    else:
        assert list(matches) == sorted(matches)
        assert all(match.span.start < match.span.end for match in matches)


def test_walking_the_finds_comes_round() -> None:
    cats = search(ROWS, Query("cat"))
    assert [stepped(cats, steps).at for steps in (1, 3, 4, -1)] == [1, 3, 0, 3]
    assert nearest(cats, 1).at == 2
    assert nearest(search(ROWS, Query("mat")), 3).at == 0


@pytest.mark.parametrize("columns", [True, False])
def test_finds_are_marked_and_the_one_here_stands_out(columns: bool) -> None:
    page = Page(ROWS, 80, View(columns=columns))
    reading = moves.found(moves.opened(ROWS, page, HEIGHT), page, HEIGHT, search(ROWS, Query("cat")))
    laid = Page(ROWS, 80, reading.view)
    pieces = [
        piece for row in range(laid.end) for line in laid.lines(row) for cell in line[:2] for piece in cell.pieces
    ]
    assert [piece.text for piece in pieces if piece.ink is Ink.FOUND_HERE] == ["cat"]
    assert {piece.text.lower() for piece in pieces if piece.ink is Ink.FOUND} == {"cat"}


def test_a_find_inside_a_fold_opens_it() -> None:
    texts = [f"Sentence {n} of many." for n in range(20)]
    rows = rows_of(comparison(texts, [*texts[:-1], "Another end."], [((n,), (n,)) for n in range(19)]))
    page = Page(rows, 80, View(folded=True))
    reading = moves.opened(rows, page, HEIGHT)
    there = moves.found(reading, page, HEIGHT, search(rows, Query("sentence 7 ")))
    assert there.view.opened == {0}
    other = Page(rows, 80, there.view)
    assert 7 in {place.row for place, _ in visible(moves.next_found(there, other, HEIGHT, 1), other, HEIGHT)}
