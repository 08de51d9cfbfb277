"""Choosing the sorts of change to walk."""

from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.filter import FilterScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.model import Kind
from diptych.paths import packaged
from driving import lines, opened, shows, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_sort_left_aside_is_not_walked_and_is_counted_on_the_screen() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("f")
        await shows(pilot, FilterScreen)
        assert "deleted" in text(pilot)
        await pilot.press("j", "j", "space", "enter")
        await shows(pilot, CompareScreen)
        reading, page = pilot.app.screen.query_one(DiffView).reading, pilot.app.screen.query_one(DiffView).page
        assert reading is not None
        assert page is not None
        assert Kind.DELETED not in {reading.rows.comparison.links[reading.rows.changes[n]].kind for n in page.walked}
        assert "7 changes hidden" in text(pilot)


async def test_escape_leaves_all_as_it_was() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("f")
        await shows(pilot, FilterScreen)
        await pilot.press("space", "escape")
        await shows(pilot, CompareScreen)
        assert "hidden" not in text(pilot)


async def test_what_is_chosen_is_told_by_a_sign_and_by_a_click_too() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("f")
        await shows(pilot, FilterScreen)
        assert "[x] 7 deleted" in text(pilot)
        assert "[ ] 3 name" in text(pilot)
        await pilot.press("j", "j", "o")
        assert text(pilot).count("[x]") == 1
        row = next(y for y, line in enumerate(lines(pilot)) if "3  name" in line)
        await pilot.click(offset=(50, row))
        assert "[x] 3 name" in text(pilot)
        await pilot.press("a")
        assert "[x] 7 deleted" in text(pilot)
        assert "[ ] 3 name" in text(pilot)


async def test_a_dialog_can_be_answered_and_left_with_the_mouse() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("f")
        await shows(pilot, FilterScreen)
        foot = next(y for y, line in enumerate(lines(pilot)) if "only this" in line)
        for title in ("only this", "agree"):
            await pilot.click(offset=(lines(pilot)[foot].index(title), foot))
        await shows(pilot, CompareScreen)
        assert "hidden" in text(pilot)
        await pilot.press("f")
        await shows(pilot, FilterScreen)
        await pilot.click(offset=(2, 2))
        await shows(pilot, CompareScreen)
