"""Pairs written for the project and aligned by hand, each with what it guards; and what is no move."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.alignment import align

if TYPE_CHECKING:
    from collections.abc import Sequence

Wanted = list[tuple[tuple[int, ...], tuple[int, ...], bool]]

STORY = [
    "The lighthouse at Skerry Point went dark for the first time in ninety years.",
    "A fuse had blown in the engine room shortly before midnight.",
    "The keeper, Tove Lindahl, rowed out through the swell with a lamp and a box of spare parts.",
    "Two fishing boats waited beyond the reef until she had the light turning again.",
    "The harbour board has asked three times for money to rewire the tower.",
    "Each time the ministry replied that modern ships no longer need a light.",
    "Pilots in the strait disagree, because fog blinds their instruments more often than the ministry thinks.",
    "A petition with eleven hundred names will be handed over on Friday.",
    "Lindahl says she will sign it last.",
]

GUARDED: list[tuple[str, list[str], list[str], Wanted]] = [
    (
        # The petition is told second, the sentence on the pilots cut in two: exactly one move, exactly one split.
        "a story of nine sentences",
        STORY,
        [
            STORY[0],
            STORY[7],
            *STORY[1:6],
            "Pilots in the strait disagree.",
            "Fog blinds their instruments more often than the ministry thinks.",
            STORY[8],
        ],
        [
            ((0,), (0,), False),
            ((7,), (1,), True),
            *[((n,), (n + 1,), False) for n in range(1, 6)],
            ((6,), (7, 8), False),
            ((8,), (9,), False),
        ],
    ),
    (
        # What moved was reworded on the way: still a move, not a deletion and an insertion.
        "an edited move",
        STORY,
        [
            *STORY[:1],
            "The harbour board has already asked three times for money to have the old tower rewired.",
            *STORY[1:4],
            *STORY[5:],
        ],
        [
            ((0,), (0,), False),
            ((4,), (1,), True),
            *[((n,), (n + 1,), False) for n in (1, 2, 3)],
            *[((n,), (n,), False) for n in range(5, 9)],
        ],
    ),
    (
        # Short turns of speech, some the same: each stays with its neighbours.
        "dialogue",
        [
            '"Is the pump working?" asked Marta.',
            '"Yes."',
            '"And the generator?"',
            '"Yes."',
            '"Then we open at noon," she said, and went to fetch the keys.',
        ],
        [
            '"Is the pump running?" Marta asked.',
            '"Yes."',
            '"And the generator?"',
            '"No."',
            '"Has anyone called the electrician?"',
            '"Yes."',
            '"Then we will open at noon," she said, and went to fetch the keys.',
        ],
        [
            ((0,), (0,), False),
            ((1,), (1,), False),
            ((2,), (2,), False),
            ((3,), (5,), False),
            ((4,), (6,), False),
        ],
    ),
    (
        # The same line closes every item: with one item dropped, the others keep their own.
        "boilerplate",
        [
            "Ferry line 3 will not run on Sunday.",
            "Further information is available at the counter.",
            "The swimming hall opens an hour late.",
            "Further information is available at the counter.",
            "Bus 12 takes the coastal road until May.",
            "Further information is available at the counter.",
        ],
        [
            "Ferry line 3 will not run on Sunday.",
            "Further information is available at the counter.",
            "Bus 12 takes the coastal road until the end of June.",
            "Further information is available at the counter.",
        ],
        [((0,), (0,), False), ((1,), (1,), False), ((4,), (2,), False), ((5,), (3,), False)],
    ),
    (
        # Two short sentences drawn together beside one that was only reworded.
        "two for one",
        [
            "The museum bought the painting in 1954.",
            "It had hung in a dentist's waiting room for years.",
            "Nobody knew who had painted it.",
            "Last week a student found the signature under the frame.",
        ],
        [
            "The museum bought the painting in 1954, after it had hung in a dentist's waiting room for years.",
            "Nobody knew who the painter was.",
            "Last week a student found the signature under the frame.",
        ],
        [((0, 1), (0,), False), ((2,), (1,), False), ((3,), (2,), False)],
    ),
    (
        # A sentence much like its neighbour comes in: the neighbour keeps its own partner.
        "an insertion beside its like",
        [
            "In the first round the favourite won by two points.",
            "In the third round she lost to a newcomer from Lisbon.",
            "The final was put off because of rain.",
        ],
        [
            "In the first round the favourite won by two points.",
            "In the second round she won by a single point.",
            "In the third round she lost to a newcomer from Lisbon after an hour.",
            "The final was put off because of rain.",
        ],
        [((0,), (0,), False), ((1,), (2,), False), ((2,), (3,), False)],
    ),
    (
        # One sentence gives way to another in the same place: nothing ties them but the place.
        "a replacement",
        STORY[:5],
        [*STORY[:2], "Heavy rain had flooded the cellars of three houses in the village.", *STORY[3:5]],
        [((n,), (n,), False) for n in (0, 1, 3, 4)],
    ),
]


@pytest.mark.parametrize(("old", "new", "wanted"), [row[1:] for row in GUARDED], ids=[row[0] for row in GUARDED])
def test_ties_and_moves_are_those_marked_by_hand(old: list[str], new: list[str], wanted: Wanted) -> None:
    assert list(align(old, new).ties) == wanted
    assert {(b, a) for a, b, _ in align(new, old).ties} == {(a, b) for a, b, _ in wanted}


SUBJECTS = ["baker", "glazier", "ferryman", "notary", "shepherd", "organist", "cartographer", "apothecary"]
VERBS = ["painted", "buried", "borrowed", "weighed", "repaired", "photographed", "auctioned", "translated"]
OBJECTS = ["the cracked bell", "a barrel of herring", "nine maps", "the northern gate", "an old violin", "the tax roll"]
PLACES = ["before dawn", "near the mill", "in March", "without a licence", "for his sister", "under the bridge"]
REPEATED = ["Yes.", "No.", "All rights reserved.", "And the river ran on.", '"Go on," she said.']


def told(rng: random.Random, count: int) -> list[str]:
    """Sentences of which no two are the same, with repeated ones between them."""
    found: dict[str, None] = {}
    while len(found) < count:
        parts = (rng.choice(SUBJECTS), rng.choice(VERBS), rng.choice(OBJECTS), rng.choice(PLACES))
        found[f"The {parts[0]} {parts[1]} {parts[2]} {parts[3]}, they say."] = None
    return [text for own in found for text in ([own, rng.choice(REPEATED)] if rng.random() < 0.4 else [own])]


stories = st.builds(lambda seed, count: told(random.Random(seed), count), st.integers(0, 10**6), st.integers(4, 14))
quick = settings(max_examples=60, deadline=None)


def moved(old: Sequence[str], new: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(tie.old, tie.new) for tie in align(old, new).ties if tie.moved]


@given(stories, st.data())
@quick
def test_what_is_dropped_or_comes_in_moves_nothing_that_stays(story: list[str], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(story), max_size=len(story)))
    new = [text for text, stays in zip(story, kept, strict=True) if stays]
    assert not moved(story, new)
    assert not moved(new, story)


@given(stories, st.data())
@quick
def test_one_block_moved_is_the_only_move_or_what_it_passed_is(story: list[str], data: st.DataObject) -> None:
    story = [text for text in story if text not in REPEATED]
    start = data.draw(st.integers(0, len(story) - 2))
    end = data.draw(st.integers(start + 1, len(story)))
    to = data.draw(st.integers(0, len(story) - (end - start)))
    rest = story[:start] + story[end:]
    new = rest[:to] + story[start:end] + rest[to:]
    passed = abs(to - start)
    ties = align(story, new).ties
    assert sorted((tie.old, tie.new) for tie in ties) == [((n,), (new.index(text),)) for n, text in enumerate(story)]
    assert len([tie for tie in ties if tie.moved]) == min(end - start, passed)


@given(stories, stories, st.data())
@quick
def test_swapping_the_sides_mirrors_ties_and_moves(one: list[str], other: list[str], data: st.DataObject) -> None:
    new = data.draw(st.permutations(one))[: len(one) // 2 + 1] + other[: len(other) // 2]
    there, back = align(one, new).ties, align(new, one).ties
    assert {(tie.old, tie.new, tie.moved) for tie in there} == {(tie.new, tie.old, tie.moved) for tie in back}


@given(stories, st.data())
@quick
def test_a_sentence_is_in_one_tie_at_most_and_one_side_of_a_tie_is_whole(story: list[str], data: st.DataObject) -> None:
    new = [text.replace(", they say", data.draw(st.sampled_from(["", " again", ". So they say"]))) for text in story]
    ties = align(story, new).ties
    for side in (0, 1):
        held = [index for tie in ties for index in tie[side]]
        assert len(held) == len(set(held))
    assert all(1 in (len(tie.old), len(tie.new)) for tie in ties)
