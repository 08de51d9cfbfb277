"""The list of changes."""

import pytest

from diptych.app.screens.changes import ChangesScreen
from diptych.app.screens.compare import CompareScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.paths import packaged
from driving import opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_every_change_is_listed_with_what_changed() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("l")
        await settled(pilot)
        shown = text(pilot)
        assert "Pashinian Pashinyan" in shown
        assert "Related article" in shown
        assert "spokesperson spokesman" in shown


async def test_typing_narrows_the_list_down_and_enter_goes_there() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("l", *"kremlin")
        await settled(pilot)
        assert "Related article" not in text(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        reading = pilot.app.screen.query_one(DiffView).reading
        assert reading is not None
        assert reading.current is not None
        (sentence,) = reading.current.old
        assert reading.rows.comparison.old.text.startswith(
            "Kremlin", reading.rows.comparison.old_sentences[sentence].start
        )


@pytest.mark.parametrize("word", ["deleted", "xyzzy"])
async def test_a_kind_can_be_asked_for_and_nothing_found_is_no_trouble(word: str) -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("l", *word)
        await settled(pilot)
        assert "Kremlin" not in text(pilot)
        for key in ("down", "up", "pagedown", "pageup", "enter"):
            await pilot.press(key)
        await settled(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_escape_leaves_the_place_as_it_was() -> None:
    async with opened(OLD, NEW) as pilot:
        before = text(pilot)
        await pilot.press("l", "down", "down")
        assert isinstance(pilot.app.screen, ChangesScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert text(pilot) == before
