"""The short list of large texts: who is worth scoring, found by rare words."""

from __future__ import annotations

import random

import pytest

from diptych.comparison import matching
from diptych.comparison.alignment import align
from diptych.comparison.shortlist import opposite, shortlist


def made(count: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    words = ["".join(rng.choice("abcdefghilmnoprstu") for _ in range(rng.randint(3, 9))) for _ in range(6000)]
    return [" ".join(rng.choice(words) for _ in range(12)) + "." for _ in range(count)]


def halved(sentences: list[str], seed: int) -> list[str]:
    """Each with half of its words replaced, in another order."""
    rng = random.Random(seed)
    found = [" ".join([*text.split()[:6], *rng.choice(sentences).split()[:2], "elsewhere"]) for text in sentences]
    rng.shuffle(found)
    return found


def test_partners_far_away_are_listed_by_what_is_rare_in_them() -> None:
    old = made(300, 1)
    new = halved(old, 2)
    listed = shortlist(old, new)
    wanted = {
        (i, j) for i, text in enumerate(old) for j, other in enumerate(new) if text.split()[:6] == other.split()[:6]
    }
    assert len(wanted & listed) >= 0.99 * len(wanted)


def test_the_list_grows_with_the_text_and_not_with_its_square() -> None:
    sizes = [len(shortlist(made(size, 3), made(size, 4) + halved(made(size, 3), 5))) for size in (200, 400, 800)]
    assert sizes[1] < 2.5 * sizes[0]
    assert sizes[2] < 2.5 * sizes[1]


def test_texts_that_share_nothing_telling_have_no_list() -> None:
    rng = random.Random(6)
    old, new = ([f"{stem}{rng.randrange(10**6)} and {stem}{rng.randrange(10**6)}" for _ in range(50)] for stem in "qx")
    assert shortlist(old, new) == set()


def test_equal_texts_are_listed_however_common_their_words() -> None:
    assert (3, 1) in shortlist(["Yes.", "No.", "No.", "Oh."], ["Yes.", "Oh.", "No."])


def test_all_that_stands_opposite_in_a_small_gap_is_listed() -> None:
    assert opposite([(1, 1), (3, 2)], (5, 5)) == {(0, 0), (4, 3), (4, 4)}
    assert opposite([], (100, 100)) == set()


def test_a_short_list_gives_the_ties_that_meeting_all_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    old = made(60, 7)
    new = halved(old, 8)
    whole = align(old, new)
    monkeypatch.setattr(matching, "MOST_MET", 20)
    assert {tie[:2] for tie in align(old, new).ties} == {tie[:2] for tie in whole.ties}
