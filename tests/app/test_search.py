"""Searching on the reading screen."""

from diptych.app.screens.browse import BrowseScreen
from diptych.app.screens.compare import CompareScreen
from diptych.paths import packaged
from driving import lines, opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_field_goes_where_the_mouse_goes_into_the_text() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", "a")
        await settled(pilot)
        assert "enter search" in lines(pilot)[-1]
        await pilot.click(offset=(20, 12))
        await settled(pilot)
        assert "n next" in lines(pilot)[-1]
        assert "both versions" not in text(pilot)


async def test_the_finds_are_counted_and_n_belongs_to_them_until_escape() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", *"karabakh", "enter")
        await settled(pilot)
        assert "find 1 of 7" in text(pilot)
        await pilot.press("n", "n", "N")
        assert "find 2 of 7" in text(pilot)
        await pilot.press("escape")
        assert "change" in text(pilot)
        assert "find" not in text(pilot)
        await pilot.press("n")
        assert "change 12 of" in text(pilot)


async def test_one_version_can_be_searched_and_a_pattern_asked_for() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", "ctrl+s", "ctrl+r", *"Pashin[iy]an", "enter")
        await settled(pilot)
        assert "find 1 of 1" in text(pilot)
        assert "in the old version" in text(pilot)


async def test_a_broken_pattern_is_a_sentence() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", "ctrl+r", "(", "enter")
        await settled(pilot)
        assert "is not a regular expression" in text(pilot)


async def test_what_is_not_there_is_said_and_escape_from_the_line_changes_nothing() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", *"xyzzy", "enter")
        await settled(pilot)
        assert "nothing found" in text(pilot)
        await pilot.press("n", "escape")
        before = text(pilot)
        await pilot.press("slash", "a", "escape")
        await settled(pilot)
        assert text(pilot) == before


async def test_escape_ends_the_search_first_and_then_leads_to_the_list() -> None:
    async with opened() as pilot:
        await pilot.press("slash", *"baku", "enter")
        await settled(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CompareScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_swapping_ends_the_search() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", *"karabakh", "enter")
        await settled(pilot)
        await pilot.press("z", "x")
        await settled(pilot)
        assert "find" not in text(pilot)
        await pilot.press("G", "n", "p")
        assert "change" in text(pilot)
