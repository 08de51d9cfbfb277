"""Aligning given sentences: pairs written for the project, each with what it guards; and how cost grows."""

from __future__ import annotations

import random

import pytest

from diptych.comparison import alignment
from diptych.comparison.alignment import align
from diptych.comparison.anchors import in_order
from diptych.comparison.candidates import candidates
from diptych.comparison.profiles import profiles

GUARDED = [
    # A relative clause made a sentence of its own: a split, not a deletion and two insertions.
    (
        ["Police closed the road.", "The driver, who was not hurt, was arrested and taken to hospital for tests."],
        ["Police closed the road.", "The driver was not hurt.", "He was arrested and taken to hospital for tests."],
        {((0,), (0,)), ((1,), (1, 2))},
    ),
    # Two sentences drawn together: a merge.
    (
        ["The bus was carrying 42 tourists from Germany.", "It left Munich on Thursday night.", "Nobody was hurt."],
        ["The bus, carrying 42 tourists from Germany, left Munich on Thursday night.", "Nobody was hurt."],
        {((0, 1), (0,)), ((2,), (1,))},
    ),
    # Easy language parts its compounds: the first sentence shares only those with its two parts.
    (
        ["Der Netzausbau stockt, obwohl die Windkraftanlagen fertig sind.", "Das Wetter wird morgen schön."],
        [
            "Viele Wind-Kraft-Anlagen sind schon lange da.",
            "Aber es gibt zu wenig Netz-Ausbau.",
            "Morgen scheint die Sonne.",
        ],
        {((0,), (0, 1)), ((1,), (2,))},
    ),
    # An insertion between two rewordings shifts no pair.
    (
        ["The council approved the budget on Monday.", "Critics said the plan was too costly for the town."],
        ["The council has approved its budget.", "Rain fell.", "Critics called the plan far too costly for the town."],
        {((0,), (0,)), ((1,), (2,))},
    ),
    # Told freely: whom and what the sentences speak of holds them together, in hardly a phrase the same.
    (
        [
            "A heron stood in the shallows of a lake and watched the small fish go by.",
            "Towards noon a perch swam past, and he let it go as well.",
            "By the evening the water had cooled and every fish had gone down to the bottom.",
            "The heron was so hungry that he was glad to swallow a snail he found in the reeds.",
        ],
        [
            "Once there was a heron, proud and hard to please, who fished in a lake.",
            "At noon came a perch.",
            "He thought that something better would surely follow and did not stir.",
            "Then the evening fell, and the fish sank to the cool bottom of the lake.",
            "In the end, faint with hunger, he ate a snail among the reeds.",
        ],
        {((0,), (0,)), ((1,), (1,)), ((2,), (3,)), ((3,), (4,))},
    ),
    # Plain language, German: one sentence made two, one added that answers none.
    (
        [
            "Die Stadtverwaltung beabsichtigt, die seit 1962 bestehende Brücke am Hafen noch im Herbst abzureißen.",
            "Ein Gutachten hatte ergeben, dass sich eine Sanierung wirtschaftlich nicht mehr vertreten lässt.",
            "Der Neubau soll nach Angaben der Verwaltung drei Millionen Euro kosten und in zwei Jahren fertig sein.",
        ],
        [
            "Die Stadt will die Brücke am Hafen abreißen.",
            "Viele Menschen sind traurig.",
            "Fachleute haben geprüft: Eine Sanierung lohnt sich nicht mehr.",
            "Die neue Brücke kostet drei Millionen Euro.",
            "Sie soll in zwei Jahren fertig sein.",
        ],
        {((0,), (0,)), ((1,), (2,)), ((2,), (3, 4))},
    ),
    # Nothing in common but the subject: no tie.
    (["The mayor opened a bridge over the river."], ["Children sang carols at the station."], set()),
]


@pytest.mark.parametrize(("old", "new", "wanted"), GUARDED)
def test_ties_are_those_a_reader_would_draw(old: list[str], new: list[str], wanted: set[object]) -> None:
    assert {(tie.old, tie.new) for tie in align(old, new).ties} == wanted
    assert {(tie.new, tie.old) for tie in align(new, old).ties} == wanted


def test_which_of_two_crossing_ties_of_equal_weight_moved_does_not_depend_on_the_sides() -> None:
    old = ["Bells rang at six.", "Ducks swam on ice."]
    there, back = align(old, old[::-1]), align(old[::-1], old)
    assert {(tie.old, tie.new, tie.moved) for tie in there.ties} == {(tie.new, tie.old, tie.moved) for tie in back.ties}


def made(count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    words = ["".join(rng.choice("abcdefghilmnoprstu") for _ in range(rng.randint(2, 9))) for _ in range(3000)]
    return [" ".join(rng.choice(words) for _ in range(12)) + "." for _ in range(count)]


def reworded(sentences: list[str], times: int = 1) -> list[str]:
    rng = random.Random(9)
    found = []
    for sentence in sentences:
        words = sentence.split()
        for place in rng.sample(range(len(words)), times):
            words[place] = rng.choice(("elsewhere", "nobody", "sometimes", "without"))
        found.append(" ".join(words))
    return found


def test_the_pairs_scored_grow_with_the_text_and_not_with_its_square() -> None:
    counts = []
    for size in (150, 300, 600):
        old = made(size, 1)
        left, right = profiles([(text, 0.5) for text in old], [(text, 0.5) for text in reworded(old)])
        counts.append(len(candidates(left, right)))
    assert counts[1] < 2.3 * counts[0]
    assert counts[2] < 2.3 * counts[1]


def test_past_the_bound_a_simpler_method_takes_over_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MOST_OPEN", 40)
    old = made(60, 2)
    found = align(old, reworded(old, 5))
    assert found.notes == (alignment.ROUGH.format(40),)
    assert [(tie.old, tie.new) for tie in found.ties] == [((n,), (n,)) for n in range(60)]
    assert not align(old[:30], reworded(old[:30], 5)).notes
    assert not align(old, reworded(old)).notes


def test_a_large_text_is_matched_between_its_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    old = made(240, 3)
    new = [text if n % 3 == 0 else other for n, (text, other) in enumerate(zip(old, reworded(old, 6), strict=True))]
    whole = align(old, new)
    monkeypatch.setattr(alignment, "MOST_OPEN", 60)
    monkeypatch.setattr(alignment, "STRETCH", 20)
    parts = align(old, new)
    assert [(tie.old, tie.new) for tie in parts.ties] == [(tie.old, tie.new) for tie in whole.ties]
    assert parts.notes
    assert not whole.notes
    mirrored = {(tie.new, tie.old, tie.moved) for tie in align(new, old).ties}
    assert mirrored == {(tie.old, tie.new, tie.moved) for tie in parts.ties}


def test_repeated_lines_find_their_order_without_unique_anchors() -> None:
    old = [0, 1] * 6
    new = [0, 1] * 3 + [2] + [0, 1] * 3
    assert in_order(old, new) == [(n, n + (n >= 6)) for n in range(12)]


def test_a_gap_beyond_all_measure_is_matched_stretch_by_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diptych.comparison.anchors._STRETCH", 8)
    rng = random.Random(4)
    old, new = ([rng.randrange(3) for _ in range(60)] for _ in range(2))
    pairs = in_order(old, new)
    assert len(pairs) > 25
    assert pairs == sorted(pairs)
    assert all(old[i] == new[j] for i, j in pairs)
