"""Who waits for a comparison hears how far it is, and can stop it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from diptych import ComparisonStoppedError, DiptychError, compare
from diptych.comparison import alignment
from diptych.comparison.watch import UNWATCHED, Watch


def texts() -> tuple[str, str]:
    rng = random.Random(6)
    words = [f"{rng.choice('bdgklmnprst')}{rng.choice('aeiou')}{number}" for number in range(500)]
    made = [f"{' '.join(rng.choice(words) for _ in range(9))}." for _ in range(120)]
    edited = [text if rng.random() < 0.3 else f"{text[: len(text) // 2]} {rng.choice(made)}" for text in made]
    return "\n\n".join(made), "\n\n".join(edited)


@pytest.mark.parametrize("bound", [8000, 40])
def test_progress_goes_from_nothing_to_all_and_never_back(bound: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MOST_OPEN", bound)
    told: list[float] = []
    found = compare(*texts(), progress=told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert all(a < b for a, b in pairwise(told))
    assert 20 < len(told) <= 101
    assert found == compare(*texts())


@pytest.mark.parametrize("bound", [8000, 40])
def test_it_stops_wherever_it_is_once_it_is_no_longer_wanted(bound: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alignment, "MOST_OPEN", bound)
    old, new = texts()
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    compare(old, new, cancelled=count)
    assert asked > 30
    for last in range(1, asked + 1):
        left = last

        def wanted_until() -> bool:
            nonlocal left
            left -= 1
            return left <= 0

        with pytest.raises(ComparisonStoppedError):
            compare(old, new, cancelled=wanted_until)
        assert left == 0


def test_being_stopped_is_trouble_that_a_caller_can_tell_from_all_other() -> None:
    with pytest.raises(DiptychError, match="stopped"):
        compare("One.", "Two.", cancelled=lambda: True)


def test_parts_of_the_work_tell_their_share_of_the_whole() -> None:
    told: list[float] = []
    watch = Watch(told.append)
    assert list(watch.part(0.5, 1.0).part(0.0, 0.5).each([1, 2, 3])) == [1, 2, 3]
    assert told == [0.5, 0.75]


def test_nobody_waiting_the_work_is_left_as_it_is() -> None:
    items = [1, 2]
    assert UNWATCHED.part(0.2, 0.3).each(items) is items
