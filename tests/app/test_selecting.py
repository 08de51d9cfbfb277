"""Selecting and taking on the reading screen."""

from textual.events import MouseMove

from diptych.app.widgets.diff_view import DiffView
from diptych.paths import packaged
from driving import lines, opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_sentence_is_selected_with_the_keyboard_drawn_out_and_copied() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("1", "1", "G", "v")
        assert "j more" in text(pilot)
        await pilot.press("y")
        await settled(pilot)
        assert pilot.app.clipboard.startswith("A week ago, Armenian Prime Minister Nikol Pashinyan")
        assert "Pashinian" not in pilot.app.clipboard
        assert "Sent to the clipboard: the selected text" in text(pilot)
        await pilot.press("v", "v", "k", "y")
        assert "Pashinian" in pilot.app.clipboard
        assert "\n\nA week ago" in pilot.app.clipboard


async def test_escape_ends_the_selection_first() -> None:
    async with opened() as pilot:
        await pilot.press("v", "escape")
        reading = pilot.app.screen.query_one(DiffView).reading
        assert reading is not None
        assert reading.selection is None


async def test_the_mouse_selects_inside_one_column() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("g")
        row = next(y for y, line in enumerate(lines(pilot)) if "Armenia and Azerbaijan held" in line)
        left = lines(pilot)[row].index("Armenia")
        await pilot.mouse_down(offset=(left, row))
        await pilot._post_mouse_events([MouseMove], offset=(left + 100, row), button=1)
        await pilot.mouse_up(offset=(left + 100, row))
        await pilot.press("y")
        assert pilot.app.clipboard == "Armenia and Azerbaijan held peace talks on Monday,"


async def test_a_selection_held_below_the_text_scrolls_on_until_the_mouse_is_let_go() -> None:
    async with opened(OLD, NEW, height=24) as pilot:
        await pilot.press("g")
        view = pilot.app.screen.query_one(DiffView)
        row = next(y for y, line in enumerate(lines(pilot)) if "Armenia and Azerbaijan held" in line)
        await pilot.mouse_down(offset=(lines(pilot)[row].index("Armenia"), row))
        await pilot._post_mouse_events([MouseMove], offset=(30, view.region.bottom), button=1)
        for _ in range(200):
            await pilot.pause(0.01)
            if view.reading is not None and view.reading.top.row > 3:
                break
        await pilot.mouse_up(offset=(30, view.region.bottom))
        assert view.reading is not None
        top, selection = view.reading.top, view.reading.selection
        assert top.row > 3
        assert selection is not None
        await pilot.pause(0.15)
        assert (view.reading.top, view.reading.selection) == (top, selection)
        await pilot.press("y")
        assert pilot.app.clipboard.startswith("Armenia and Azerbaijan held peace talks")
        assert "Blinken" in pilot.app.clipboard


async def test_one_side_of_a_change_is_taken_clean() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("1", "1", "G", "Y")
        assert "Pashinyan" in pilot.app.clipboard
        assert "Pashinian" not in pilot.app.clipboard
        assert "[-" not in pilot.app.clipboard
