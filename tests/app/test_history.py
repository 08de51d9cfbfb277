"""An article of many versions: stepping through them, the timeline, and the biography of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.pick import PickScreen
from diptych.app.screens.timeline import TimelineScreen
from driving import opened, settled, shows, text

ROOF = "Councillor Ada Marsh said the roof would cost four million crowns to repair, which the town did not have."
POOL = "The council voted on Tuesday to close the swimming pool in Mill Lane at the end of the season."
SONG = "Swimmers gathered outside the hall with banners and sang until the vote was over and the lights went out."
VERSIONS = [
    [POOL, SONG],
    [POOL, ROOF, SONG],
    [POOL, ROOF.replace("four", "five"), SONG],
    [POOL, SONG, ROOF.replace("four", "six")],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, paragraphs in enumerate(VERSIONS, 1):
        (tmp_path / f"pool-{number}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return tmp_path


async def test_braces_step_through_the_versions(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.shelf is not None
        assert (screen.shelf.old, screen.shelf.new) == (0, 3)
        await pilot.press("right_curly_bracket")
        assert "This is the last version." in text(pilot) or screen.shelf.new == 3
        await pilot.press("t")
        await shows(pilot, TimelineScreen)
        await pilot.press("g", "enter")
        await settled(pilot)
        assert (screen.shelf.old, screen.shelf.new) == (0, 1)
        assert "inserted" in text(pilot)
        await pilot.press("right_curly_bracket")
        await settled(pilot)
        assert (screen.shelf.old, screen.shelf.new) == (1, 2)
        assert {"four", "five"} <= set(text(pilot).split())
        await pilot.press("left_curly_bracket")
        await settled(pilot)
        assert (screen.shelf.old, screen.shelf.new) == (0, 1)


async def test_the_timeline_shows_the_size_of_each_step_and_compares_any_two(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("t")
        await shows(pilot, TimelineScreen)
        await pilot.pause(0.2)
        shown = text(pilot)
        assert "pool-1.txt" in shown or POOL[:20] in shown
        assert "+1" in shown
        assert "~1" in shown
        await pilot.press("g", "space", "down", "down", "enter")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.shelf is not None
        assert (screen.shelf.old, screen.shelf.new) == (0, 2)


async def test_the_biography_follows_the_sentence_and_leads_to_one_of_its_steps(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("h")
        await shows(pilot, PickScreen)
        shown = text(pilot)
        assert "appeared" in shown
        assert "reworded" in shown
        assert "in 3 of 4 versions" in shown
        await pilot.press("up", "up", "enter")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.shelf is not None
        assert (screen.shelf.old, screen.shelf.new) == (0, 1)


async def test_a_version_that_vanished_is_told_and_the_screen_stays(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("t")
        await shows(pilot, TimelineScreen)
        (folder / "pool-2.txt").unlink()
        await pilot.press("g", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "pool-2.txt" in text(pilot)
