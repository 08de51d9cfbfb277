"""Stepping to other versions of an article while the present ones are read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diptych.app import history
from diptych.app.screens.compare import CompareScreen
from driving import Slow, text, until, waiting

POOL = "The council voted on Tuesday to close the swimming pool in Mill Lane at the end of the season."
ROOF = "Councillor Ada Marsh said the roof would cost four million crowns to repair, which the town did not have."
SONG = "Swimmers gathered outside the hall with banners and sang until the vote was over and the lights went out."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    for number, cost in enumerate(("four", "five", "six", "nine")):
        told = "\n\n".join([POOL, ROOF.replace("four", cost), SONG])
        (tmp_path / f"pool-{number}.txt").write_text(told, encoding="utf-8")
    return tmp_path


@asynccontextmanager
async def turning(slow: Slow, article: Path) -> AsyncIterator[Pilot[int]]:
    """The app on the first two versions, the next comparison taking long."""
    slow.finished.set()
    async with waiting(str(article)) as pilot:
        await until(pilot, "0 unaccounted")
        await pilot.press("t")
        await until(pilot, "The versions of this article")
        await pilot.press("g", "enter")
        await until(pilot, "Versions 1 and 2 of 4.")
        slow.finished.clear()
        yield pilot


def shown(pilot: Pilot[int]) -> tuple[int, int]:
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    assert screen.shelf is not None
    return screen.shelf.old, screen.shelf.new


async def test_stepping_to_other_versions_says_how_far_it_is_and_the_present_ones_can_be_read_meanwhile(
    slow: Slow, article: Path
) -> None:
    async with turning(slow, article) as pilot:
        await pilot.press("right_curly_bracket")
        await until(pilot, "comparing 43%")
        assert "what you were reading stays until then" in text(pilot)
        await pilot.press("n", "p", "G")
        assert "Swimmers gathered outside the hall" in text(pilot)
        assert shown(pilot) == (0, 1)
        slow.finished.set()
        await until(pilot, "Versions 2 and 3 of 4.")
        assert shown(pilot) == (1, 2)
        assert "Swimmers gathered outside the hall" in text(pilot)


async def test_stepping_can_be_stopped_and_leaves_all_as_it_was(slow: Slow, article: Path) -> None:
    async with turning(slow, article) as pilot:
        await pilot.press("right_curly_bracket")
        await until(pilot, "esc stop comparing")
        await pilot.press("escape")
        await until(pilot, "What you were reading is still here.")
        assert shown(pilot) == (0, 1)
        assert "change 1 of 1" in text(pilot)


async def test_stepping_twice_before_the_first_step_is_done_makes_two_steps(slow: Slow, article: Path) -> None:
    async with turning(slow, article) as pilot:
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        await until(pilot, "comparing 43%")
        slow.finished.set()
        await until(pilot, "Versions 3 and 4 of 4.")
        await pilot.press("left_curly_bracket")
        await until(pilot, "Versions 2 and 3 of 4.")


async def test_a_biography_that_takes_long_can_be_stopped(
    slow: Slow, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with turning(slow, article) as pilot:
        monkeypatch.setattr(
            history, "compare", lambda old, new, cancelled: slow(old, new, progress=lambda _: None, cancelled=cancelled)
        )
        pilot.app.screen._history._kept.clear()  # type: ignore[attr-defined]
        await pilot.press("h")
        await until(pilot, "comparing 0%")
        await pilot.press("escape")
        await until(pilot, "What you were reading is still here.")
