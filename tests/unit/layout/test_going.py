"""Going to a place by name, to the next change of a sort, back and forward, and to both ends of a move at once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.errors import DiptychError
from diptych.layout import moves, views
from diptych.layout.filters import EVERYTHING, FORM, SUBSTANTIVE, Filter, facets_of, kind_of, walked
from diptych.layout.going import going_to
from diptych.layout.page import Page, Place, View
from diptych.layout.reading import Reading, fitted, visible
from diptych.layout.rows import Rows, rows_of
from diptych.layout.status import status
from diptych.layout.visited import NOWHERE, Spot
from diptych.model import Facet, Side
from samples import comparison

HEIGHT = 12
COUNT = 30
MOVED = 3


def rows_sample() -> Rows:
    """Thirty paragraphs: numbers change in some, a word in others, one moved to the end, some were deleted."""
    old = [f"In paragraph {n} the mayor claimed that {n + 100} people came." for n in range(COUNT)]
    new = [text.replace("claimed", "said") if n % 7 == 2 else text for n, text in enumerate(old)]
    new = [text.replace(f"{n + 100}", f"{n + 900}") if n % 9 == 4 else text for n, text in enumerate(new)]
    kept = [n for n in range(COUNT) if n not in {10, 11, 20, MOVED}]
    order = [*kept, MOVED]
    ties = [((n,), (at,)) for at, n in enumerate(order)]
    return rows_of(comparison(old, [new[n] for n in order], ties, moved=(MOVED,)))


ROWS = rows_sample()
PAGE = Page(ROWS, 80)


def begun(page: Page = PAGE) -> Reading:
    return moves.opened(page.rows, page, HEIGHT)


def shown_rows(reading: Reading, page: Page) -> set[int]:
    return {place.row for place, line in visible(reading, page, HEIGHT) if not line.gap}


@pytest.mark.parametrize("change", range(len(ROWS.changes)))
def test_the_next_alike_is_the_nearest_later_change_of_the_same_kind(change: int) -> None:
    here = moves.to_change(begun(), PAGE, HEIGHT, change)
    later = [n for n in range(change + 1, len(ROWS.changes)) if kind_of(ROWS, n) == kind_of(ROWS, change)]
    assert moves.to_alike(here, PAGE, HEIGHT, 1).change == (later[0] if later else change)
    assert moves.to_alike(here, PAGE, HEIGHT, 99).change == (later[-1] if later else change)


def test_the_next_that_touches_the_same_shares_a_facet() -> None:
    first = next(n for n in range(len(ROWS.changes)) if Facet.NUMBER in facets_of(ROWS, n))
    here = moves.to_change(begun(), PAGE, HEIGHT, first)
    after = moves.to_touching(here, PAGE, HEIGHT, 1)
    assert after.change != first
    assert Facet.NUMBER in facets_of(ROWS, after.change or 0)
    assert moves.to_touching(after, PAGE, HEIGHT, -1).change == first


@given(st.sampled_from([-1, 1]), st.sets(st.sampled_from(["reworded", "deleted", "moved"])))
def test_what_is_hidden_is_never_gone_to(step: int, aside: set[str]) -> None:
    page = Page(ROWS, 80, View(wanted=Filter(frozenset(aside))))
    reading = begun(page)
    after = moves.to_alike(reading, page, HEIGHT, step)
    assert after.change is None or after.change in page.walked or after is reading


def test_a_number_names_a_change_and_a_larger_one_the_last() -> None:
    assert going_to("4")(begun(), PAGE, HEIGHT).change == 3
    assert going_to(" :2 ")(begun(), PAGE, HEIGHT).change == 1
    assert going_to("9999")(begun(), PAGE, HEIGHT).change == len(ROWS.changes) - 1


@pytest.mark.parametrize("words", ["¶12", "p12", "P 12", "new ¶12"])
def test_a_paragraph_of_the_new_text_is_brought_into_the_window(words: str) -> None:
    reading = going_to(words)(begun(), PAGE, HEIGHT)
    sentence = next(n for n, one in enumerate(ROWS.comparison.new_sentences) if one.block == 11)
    assert any(ROWS.rows[row].on(Side.NEW) == (sentence, sentence + 1) for row in shown_rows(reading, PAGE))


def test_a_paragraph_of_the_old_text_can_be_named_too() -> None:
    reading = going_to("old p11")(begun(), PAGE, HEIGHT)
    assert any(ROWS.rows[row].on(Side.OLD) == (10, 11) for row in shown_rows(reading, PAGE))
    assert going_to("p999")(begun(), PAGE, HEIGHT).top > Place()


def test_a_sort_names_the_next_change_of_it_and_after_the_last_the_first() -> None:
    moved = going_to("mov")(begun(), PAGE, HEIGHT)
    assert kind_of(ROWS, moved.change or 0) == "moved"
    number = going_to("number")(moved, PAGE, HEIGHT)
    assert Facet.NUMBER in facets_of(ROWS, number.change or 0)


def test_a_part_of_the_way_and_the_end_can_be_named() -> None:
    assert going_to("100%")(begun(), PAGE, HEIGHT).top == going_to("$")(begun(), PAGE, HEIGHT).top
    assert going_to("0%")(begun(), PAGE, HEIGHT).top == Place()


@pytest.mark.parametrize("words", ["", "0", "xyzzy", "¶", "-3", "5%5", "²", "٣x"])
def test_what_names_nothing_is_a_sentence(words: str) -> None:
    with pytest.raises(DiptychError, match="names no place"):
        going_to(words)


@given(st.lists(st.sampled_from(["3", "p20", "50%", "$", "moved", "1"]), min_size=1, max_size=6))
def test_going_back_and_forward_leads_through_the_places_left(words: list[str]) -> None:
    reading = begun()
    places = [reading.spot]
    for word in words:
        reading = moves.leaping(going_to(word))(reading, PAGE, HEIGHT)
        places.append(reading.spot)
    there = reading.spot
    steps = 0
    while (before := moves.back(reading, PAGE, HEIGHT, 1)) is not reading:
        assert before.spot in places
        reading, steps = before, steps + 1
        assert steps < 20
    if steps:
        assert moves.back(reading, PAGE, HEIGHT, -steps).spot == there


def test_a_leap_that_leads_nowhere_leaves_no_place() -> None:
    reading = begun()
    assert moves.leaping(lambda one, *_: one)(reading, PAGE, HEIGHT).visited is NOWHERE
    assert moves.back(reading, PAGE, HEIGHT, 1) is reading


def test_a_place_that_was_folded_away_since_is_gone_back_to_at_its_fold() -> None:
    folded = Page(ROWS, 80, View(folded=True))
    away = replace(begun(), visited=NOWHERE.left(Spot(Place(25, 0), 0)), view=folded.view)
    there = moves.back(away, folded, HEIGHT, 1)
    assert there.top.row == folded.folds.holding(there.top.row)


@pytest.mark.parametrize("width", [120, 80, 50])
@pytest.mark.parametrize("end", [False, True])
def test_both_ends_of_a_move_stand_opposite_word_compared_and_the_place_comes_back(width: int, *, end: bool) -> None:
    page = Page(ROWS, width)
    moved = next(n for n in range(len(ROWS.changes)) if kind_of(ROWS, n) == "moved")
    reading = moves.to_change(begun(page), page, HEIGHT, moved)
    if end:
        reading = moves.to_other_end(reading, page, HEIGHT)
    wanted = views.opposed(reading, page, HEIGHT)
    opposite = Page(ROWS, width, wanted.view)
    shown = fitted(wanted, opposite, HEIGHT, page)
    row = wanted.view.opposite or 0
    told = " ".join(piece.text for line in opposite.lines(row) for cell in line[:2] for piece in cell.pieces)
    columns = opposite.measures.columns
    assert told.count("mayor") == (2 if columns else 1)
    left, _ = status(shown, opposite, None, 120)
    assert f"both ends {'opposite' if columns else 'together'}" in "".join(piece.text for piece in left)
    back = views.opposed(moves.scrolled(shown, opposite, HEIGHT, 7), opposite, HEIGHT)
    again = fitted(back, Page(ROWS, width, back.view), HEIGHT, opposite)
    assert again.spot == reading.spot
    assert again.left is None


def test_where_nothing_moved_nothing_is_brought_opposite() -> None:
    reading = begun()
    assert views.opposed(reading, PAGE, HEIGHT) is reading


def test_a_filter_by_facet_keeps_only_changes_that_touch_it() -> None:
    kept = walked(ROWS, Filter(facets=frozenset({Facet.NUMBER})))
    assert kept
    assert all(Facet.NUMBER in facets_of(ROWS, change) for change in kept)


def test_a_filter_follows_a_swap_and_hides_form_at_one_key() -> None:
    assert Filter(frozenset({"deleted", "split", FORM})).mirrored().aside == {"inserted", "merged", FORM}
    assert EVERYTHING.toggled_form() == SUBSTANTIVE
    assert SUBSTANTIVE.toggled_form() == EVERYTHING


def test_a_fold_says_how_many_hidden_changes_are_in_it() -> None:
    page = Page(ROWS, 80, View(folded=True, wanted=Filter(frozenset({"deleted", "reworded"}))))
    told = "".join(piece.text for row in page.folds.stops for line in page.lines(row) for piece in line.old.pieces)
    assert "changes hidden" in told
