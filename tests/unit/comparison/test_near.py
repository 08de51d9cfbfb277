"""Near anchors: what is surely a version of what stands opposite, told without scoring."""

from __future__ import annotations

from diptych.comparison.near import near_pairs

RIVER = "The river rose two metres overnight and flooded the lower town."
RIVER_LATER = "The river rose by three metres at night and flooded part of the lower town."
BRIDGE = "Engineers closed the old bridge as a precaution, officials said."
BRIDGE_LATER = "Engineers closed the old stone bridge as a precaution, police said."
MAYOR = "Mayor Ilse Brandt thanked volunteers for filling sandbags."
FERRY = "A ferry to the islands was cancelled."


def test_sentences_reworded_where_they_stand_are_paired() -> None:
    assert near_pairs([RIVER, BRIDGE], [RIVER_LATER, BRIDGE_LATER], []) == [(0, 0), (1, 1)]


def test_a_pair_beside_a_sentence_without_partner_is_left_to_be_scored() -> None:
    assert near_pairs([BRIDGE], [BRIDGE_LATER, FERRY], []) == []
    assert near_pairs([BRIDGE, MAYOR, RIVER], [BRIDGE_LATER, RIVER_LATER], []) == []


def test_unless_hardly_a_letter_differs() -> None:
    assert near_pairs([RIVER], [RIVER.replace("two", "ten"), FERRY], []) == [(0, 0)]


def test_sentences_that_are_like_their_neighbours_as_well_are_left_to_be_scored() -> None:
    old = [f"In ward {number} the list won {number * 7} votes." for number in range(1, 5)]
    new = [f"In ward {number} the list has won {number * 7} votes." for number in range(2, 5)]
    assert near_pairs(old, new, []) == []


def test_anchors_are_never_crossed() -> None:
    assert near_pairs([RIVER, FERRY, BRIDGE], [BRIDGE_LATER, FERRY, RIVER_LATER], [(1, 1)]) == []


def test_the_walk_finds_its_way_again_after_insertions_and_from_the_other_end() -> None:
    many = [
        f"{word} came {word.lower()} from {number} of the {word}s."
        for number, word in enumerate(["Ab", "Cde", "Fghi", "J"])
    ]
    assert near_pairs([RIVER, BRIDGE, MAYOR], [RIVER_LATER, BRIDGE_LATER, *many * 6, MAYOR], []) == [(0, 0), (2, 26)]


def test_a_text_too_long_to_be_a_sentence_is_not_looked_at() -> None:
    assert near_pairs([RIVER * 50], [RIVER_LATER + RIVER * 49], []) == []
