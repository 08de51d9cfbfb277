"""The ways in which the reading screen shows the same comparison."""

import pytest

from diptych.app.screens.lines import LinesScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.paths import packaged
from driving import lines, opened, picture, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_paragraphs_flow_and_the_current_change_stays_in_sight() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("4", "G", "P")
        assert "nations. Blinken met" in text(pilot)
        assert "change 4 of" in text(pilot)
        await pilot.press("P")
        assert "nations. Blinken met" not in text(pilot)


async def test_a_blink_flips_the_current_change_and_nothing_else() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("1", "1", "G")
        before = lines(pilot)
        await pilot.press("o")
        flipped = lines(pilot)
        assert "old and new flipped" in text(pilot)
        row = next(y for y, line in enumerate(before) if "Nikol Pashinian" in line)
        assert flipped[row].index("Pashinyan") < flipped[row].index("Pashinian")
        assert sum(one != other for one, other in zip(before, flipped, strict=True)) < 8
        await pilot.press("o")
        assert lines(pilot) == before


async def test_a_change_that_is_out_of_sight_is_brought_back_before_it_flips() -> None:
    async with opened(OLD, NEW, height=24) as pilot:
        await pilot.press("1", "1", "G", "g")
        assert "Nikol Pashinian" not in text(pilot)
        await pilot.press("o")
        assert "old and new flipped" in text(pilot)
        assert "Nikol Pashinian" in text(pilot)


async def test_the_characters_of_the_current_change_are_named() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("1", "1", "G", "i")
        assert isinstance(pilot.app.screen, LinesScreen)
        assert "The characters of change 11" in text(pilot)
        assert "U+0079 LATIN SMALL LETTER Y" in text(pilot)
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, LinesScreen)


async def test_u_shows_the_other_number_of_columns_and_in_the_end_what_the_width_gives() -> None:
    async with opened(OLD, NEW) as pilot:
        told: list[bool] = []
        for _ in range(3):
            await pilot.press("u", "1", "1", "G")
            told.append("Nikol Pashinian Pashinyan" in text(pilot))
        assert told == [True, False, False]


@pytest.mark.parametrize("between", ["", "x", "u", "s", "4", "v"])
@pytest.mark.parametrize("step", ["n", "space", "j"])
async def test_what_was_painted_ahead_is_what_is_painted_when_one_is_there(step: str, between: str) -> None:
    async with opened(OLD, NEW) as pilot:
        view = pilot.app.screen.query_one(DiffView)
        await pilot.press(step)
        view.look_ahead()
        await pilot.press(*between, step)
        shown = picture(pilot)
        view.paint_in(view.scheme._replace())  # other colours, for all that is known: so it is painted anew
        await pilot.pause()
        assert picture(pilot) == shown
