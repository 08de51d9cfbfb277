"""What is settled without scoring: parts told by their letters, twins, and what that leaves open."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.alignment import anchored
from diptych.comparison.chain import heaviest, heaviest_with
from diptych.comparison.normal import plain, plain_all
from diptych.comparison.parts import whole_and_parts
from diptych.comparison.settled import settled
from diptych.comparison.tokens import Sort, tokens_of, words_of
from diptych.comparison.twins import twins

CLOSED = "Engineers closed the old bridge as a precaution on Monday morning, and the ferry was full by noon."
FIRST = "Engineers closed the old bridge as a precaution on Monday morning."
SECOND = "The ferry was full by noon."
JOINED = "Engineers closed the old bridge as a precaution on Monday morning, the ferry was full by noon."
RIVER = "The river rose two metres overnight and flooded the lower town."


def test_a_sentence_and_its_parts_are_told_by_their_letters() -> None:
    assert whole_and_parts([JOINED], [FIRST, SECOND], []) == [((0,), (0, 1))]
    assert whole_and_parts([RIVER, FIRST, SECOND], [JOINED, "It rained."], []) == [((1, 2), (0,))]


def test_parts_that_leave_more_than_a_few_letters_over_are_left_to_be_scored() -> None:
    assert whole_and_parts([JOINED], [FIRST, "Ferries ran all day, said the mayor."], []) == []


def test_what_is_hardly_a_part_is_left_to_be_scored() -> None:
    assert whole_and_parts([f"{RIVER} Yes."], [RIVER, "Yes."], []) == []


def test_a_part_that_stands_elsewhere_word_for_word_is_left_to_be_tied_with_that() -> None:
    assert whole_and_parts([JOINED, RIVER, SECOND], [FIRST, SECOND, RIVER], [(1, 2)]) == []


def test_twins_are_sentences_of_more_than_a_few_words_that_no_other_open_one_repeats() -> None:
    assert twins([RIVER, SECOND, "Yes."], ["Yes.", SECOND, RIVER], [0, 2], [0, 2]) == [((0,), (2,))]
    assert twins([RIVER, RIVER], [SECOND, RIVER], [0, 1], [0, 1]) == []


def test_what_is_settled_counts_from_the_beginning_of_a_stretch() -> None:
    whole = settled((9, 9), [(0, 0), (4, 4), (8, 8)], [(5, 6)]).besides([((1,), (1, 2)), ((2,), (7,))])
    assert (whole.rows, whole.columns) == ([3, 6, 7], [3, 5])
    part = whole.within((1, 8), (1, 7))
    assert (part.sure, part.near, part.pairs) == ([(3, 3)], [(4, 5)], [(3, 3), (4, 5)])
    assert part.told == [((0,), (0, 1))]
    assert (part.rows, part.columns, part.size) == ([2, 5, 6], [2, 4], (7, 6))


@given(
    st.lists(
        st.sampled_from(["a b", " a", "b ", "a  b", "“a” – b", "|", "", "x" * 3, "\ta", "é", "e\u0301"]), max_size=9
    )
)
def test_many_sentences_are_made_plain_as_one_is(texts: list[str]) -> None:
    assert plain_all(texts * 40) == [plain(text) for text in texts * 40]


@given(st.text(st.sampled_from("aB3.,-'’é水 \u00a0\n$%“—_"), max_size=40))
@settings(max_examples=200)
def test_words_are_the_tokens_that_are_no_marks(text: str) -> None:
    assert words_of(text) == [token.text for token in tokens_of(text) if token.sort is not Sort.MARK]


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)))
def test_the_heaviest_chain_around_pairs_in_order_is_as_heavy_as_among_all(places: list[int], chosen: set[int]) -> None:
    held = [
        index
        for index in sorted(chosen)
        if index in set(heaviest([places[n] if n in chosen else -1 for n in range(12)]))
    ]
    base = [(n, places[n]) for n in held]
    others = [(float(n), float(places[n])) for n in range(12) if n not in held]
    weights = [n % 4 + 1 for n in range(12)]
    stretches, kept = heaviest_with(base, [weights[n] for n, _ in base], others, [weights[int(n)] for n, _ in others])
    found = sorted([pair for start, end in stretches for pair in base[start:end]] + [others[n] for n in kept])
    assert all(one[1] < other[1] for one, other in pairwise(found))
    best = heaviest(places, weights)
    assert sum(weights[int(n)] for n, _ in found) == sum(weights[n] for n in best)


def test_what_has_moved_word_for_word_needs_no_scoring() -> None:
    found = anchored([RIVER, FIRST, SECOND, "One.", "Two."], ["One.", "Two.", RIVER, FIRST, SECOND])
    assert sorted([*found.pairs, *((old[0], new[0]) for old, new in found.told)])[:3] == [(0, 2), (1, 3), (2, 4)]
