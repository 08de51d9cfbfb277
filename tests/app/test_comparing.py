"""Comparing beside the keys: progress, stopping, comparing again when a file changes; and the first hint."""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from diptych.app.screens import comparing
from diptych.app.screens.compare import CompareScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.paths import packaged
from driving import Slow, opened, settled, text, until, waiting

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_long_comparison_says_how_far_it_is_and_both_texts_can_be_read_meanwhile(slow: Slow) -> None:
    async with waiting(OLD, NEW) as pilot:
        await until(pilot, "comparing 43%")
        assert "Armenia and Azerbaijan held peace talks" in text(pilot)
        assert "esc stop comparing" in text(pilot)
        await pilot.press("G", "n", "y", "e", "m", "f")
        await until(pilot, "around 30,000 lives.")
        await pilot.press("escape")
        slow.finished.set()
        await until(pilot, "of 19")
        assert "around 30,000 lives." in text(pilot)


async def test_a_comparison_is_read_from_its_first_change_where_nobody_has_gone_elsewhere_meanwhile(slow: Slow) -> None:
    async with waiting(OLD, NEW) as pilot:
        await until(pilot, "Armenia and Azerbaijan held peace talks")
        slow.finished.set()
        await until(pilot, "change 1 of 19")


async def test_a_comparison_can_be_stopped_and_made_after_all(slow: Slow) -> None:
    async with waiting(OLD, NEW) as pilot:
        await until(pilot, "comparing 43%")
        await pilot.press("escape")
        await until(pilot, "Stopped")
        assert "comparing" not in text(pilot)
        slow.finished.set()
        await pilot.press("R")
        await until(pilot, "change 1 of 19")


async def test_stopping_leads_back_to_the_list_where_there_is_one(slow: Slow) -> None:
    async with waiting() as pilot:
        await until(pilot, "comparing 43%")
        await pilot.press("escape")
        await until(pilot, "1 article")


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setattr(comparing, "EVERY", 0.01)
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    story = [f"Witness number {n} told the court what happened that night." for n in range(60)]
    old.write_text("\n\n".join(story), encoding="utf-8")
    new.write_text("\n\n".join(line.replace("told", "showed") if "5 " in line else line for line in story))
    return old, new


async def test_a_file_that_changes_is_told_and_compared_again_at_the_same_place(pair: tuple[Path, Path]) -> None:
    old, new = pair
    async with waiting(str(old), str(new)) as pilot:
        await until(pilot, "change 1 of 6")
        await pilot.press("4", "n")
        assert "Witness number 45" in text(pilot)
        new.write_text("A line was added at the top.\n\n" + new.read_text(encoding="utf-8"), encoding="utf-8")
        await until(pilot, "new.txt changed on the disk. R compares again.")
        assert "changed on the disk" in text(pilot)
        await pilot.press("R")
        await until(pilot, "change 6 of 7")
        assert "Witness number 45" in text(pilot)


async def test_with_watch_it_is_compared_again_without_asking(pair: tuple[Path, Path]) -> None:
    old, new = pair
    async with waiting(str(old), str(new), watching=True) as pilot:
        await until(pilot, "0 unaccounted")
        new.write_text(new.read_text(encoding="utf-8") + "\n\nIt ends here.\n", encoding="utf-8")
        await until(pilot, "change 1 of 7")


async def test_a_file_that_changes_while_it_is_compared_is_told_too(slow: Slow, pair: tuple[Path, Path]) -> None:
    old, new = pair
    async with waiting(str(old), str(new)) as pilot:
        await until(pilot, "comparing 43%")
        new.write_text(new.read_text(encoding="utf-8") + "\n\nIt ends here.\n", encoding="utf-8")
        slow.finished.set()
        await until(pilot, "new.txt changed on the disk. R compares again.")
        await pilot.press("R")
        await until(pilot, "change 1 of 7")


async def looked_at(pilot: Pilot[int]) -> None:
    """Wait until the files are watched: one that is gone before is not known to have been a file."""
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    for _ in range(1500):
        if screen._timer is not None:
            return
        await pilot.pause(0.01)
    pytest.fail("The files were never watched.")


async def test_a_file_that_went_away_is_told_and_stops_nothing(pair: tuple[Path, Path]) -> None:
    old, new = pair
    async with waiting(str(old), str(new)) as pilot:
        await until(pilot, "change 1 of 6")
        await looked_at(pilot)
        new.unlink()
        await until(pilot, "new.txt cannot be found any more.")
        await pilot.press("R")
        await until(pilot, "Cannot read")
        assert pilot.app.screen.query_one(DiffView).reading is not None


async def test_with_watch_a_file_that_comes_back_is_compared_again(pair: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = pair
    async with waiting(str(old), str(new), watching=True) as pilot:
        await until(pilot, "0 unaccounted")
        await looked_at(pilot)
        away = new.rename(tmp_path / "away.txt")
        await until(pilot, "new.txt cannot be found any more.")
        away.write_text(away.read_text(encoding="utf-8") + "\n\nIt ends here.\n", encoding="utf-8")
        away.rename(new)
        await until(pilot, "change 1 of 7")


async def test_comparing_again_keeps_filters_and_says_that_nothing_changed() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("s", "4", "n")
        await settled(pilot)
        await pilot.press("R")
        await settled(pilot)
        assert "Nothing has changed." in text(pilot)
        assert "trivial changes hidden" in text(pilot)
        assert "change 5 of" in text(pilot)


async def test_the_first_time_three_keys_are_taught_and_then_never_again(state_file: Path) -> None:
    state_file.unlink()
    async with opened(OLD, NEW) as pilot:
        assert "Three keys to begin with" in text(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert "Three keys" not in text(pilot)
    assert json.loads(state_file.read_text(encoding="utf-8"))["hinted"] is True
    async with opened(OLD, NEW) as pilot:
        assert "Three keys" not in text(pilot)
