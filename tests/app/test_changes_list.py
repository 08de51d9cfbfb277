"""The lists of changes and of wordings."""

import pytest

from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.pick import PickScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.paths import packaged
from driving import opened, settled, shows, text

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
        assert isinstance(pilot.app.screen, PickScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert text(pilot) == before


async def test_wordings_are_gathered_and_the_occurrences_of_one_are_walked() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("w")
        await shows(pilot, PickScreen)
        shown = text(pilot)
        assert "2× Karabakh → Nagorno-Karabakh" in shown
        assert "1× Pashinian → Pashinyan" in shown
        await pilot.press("enter")
        await settled(pilot)
        assert "find 1 of 2" in text(pilot)
        await pilot.press("n")
        assert "find 2 of 2" in text(pilot)
        await pilot.press("escape")
        assert "find" not in text(pilot)
