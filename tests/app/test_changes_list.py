"""The lists of changes and of wordings, beside or below the text."""

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from diptych.app.screens.compare import CompareScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.app.widgets.list_panel import ListPanel
from diptych.layout.reading import Reading
from diptych.paths import packaged
from driving import lines, opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


def panel(pilot: Pilot[int]) -> ListPanel:
    return pilot.app.screen.query_one(ListPanel)


def reading(pilot: Pilot[int]) -> Reading:
    found = pilot.app.screen.query_one(DiffView).reading
    assert found is not None
    return found


async def listed(pilot: Pilot[int], *keys: str) -> str:
    await pilot.press(*keys)
    await settled(pilot)
    return text(pilot)


async def test_every_change_is_listed_with_what_changed_and_the_text_stays_in_sight() -> None:
    async with opened(OLD, NEW, height=60) as pilot:
        shown = await listed(pilot, "l")
        assert "19 changes" in shown
        assert "name 3" in shown
        assert "spokesperson spokesman" in shown
        assert "Blinken hosted" in shown


async def test_the_list_stands_beside_the_text_where_there_is_room_and_below_it_where_there_is_none() -> None:
    async with opened(OLD, NEW, width=200, height=50) as pilot:
        await listed(pilot, "l")
        assert panel(pilot).region.y == pilot.app.screen.query_one(DiffView).region.y
        await pilot.resize_terminal(100, 50)
        await settled(pilot)
        assert panel(pilot).region.x == 0


async def test_the_keys_of_the_list_can_be_clicked() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("l")
        await settled(pilot)
        await pilot.click(offset=(lines(pilot)[-1].index("close"), 39))
        await settled(pilot)
        assert "words, or a kind" not in text(pilot)


async def test_typing_narrows_the_list_down_and_enter_goes_there() -> None:
    async with opened(OLD, NEW) as pilot:
        await listed(pilot, "l", *"kremlin", "enter")
        here = reading(pilot).current
        assert here is not None
        (sentence,) = here.old
        old = reading(pilot).rows.comparison
        assert old.old.text.startswith("Kremlin", old.old_sentences[sentence].start)
        assert isinstance(pilot.app.focused, DiffView)
        await pilot.press("ctrl+o")
        assert reading(pilot).change == 0


async def test_the_place_and_the_list_follow_each_other() -> None:
    async with opened(OLD, NEW) as pilot:
        await listed(pilot, "l", "down", "down")
        assert reading(pilot).change == 2
        await listed(pilot, "tab", "n", "n", "n")
        assert reading(pilot).change == 5
        assert panel(pilot).here == 5
        await listed(pilot, "p")
        assert panel(pilot).here == reading(pilot).change == 4


async def test_a_click_on_a_line_goes_there() -> None:
    async with opened(OLD, NEW) as pilot:
        await listed(pilot, "l")
        row = next(y for y, line in enumerate(lines(pilot)) if line.strip().startswith("4 "))
        await pilot.click(offset=(20, row))
        await settled(pilot)
        assert reading(pilot).change == 3


async def test_l_opens_and_closes_and_escape_takes_the_words_back_first() -> None:
    async with opened(OLD, NEW) as pilot:
        before = text(pilot)
        await listed(pilot, "l", *"putin", "escape")
        assert panel(pilot).display
        assert pilot.app.screen.query_one("#wanted", Input).value == ""
        await listed(pilot, "escape")
        assert text(pilot) == before
        await listed(pilot, "l", "tab", "l")
        assert not panel(pilot).display
        assert text(pilot) == before


@pytest.mark.parametrize("word", ["deleted", "xyzzy"])
async def test_a_kind_can_be_asked_for_and_nothing_found_is_no_trouble(word: str) -> None:
    async with opened(OLD, NEW) as pilot:
        await listed(pilot, "l", *word)
        assert ("0 of 19 changes" in text(pilot)) == (word == "xyzzy")
        await listed(pilot, "down", "up", "pagedown", "pageup", "enter")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_the_list_heeds_filters_and_swaps() -> None:
    async with opened(OLD, NEW) as pilot:
        shown = await listed(pilot, "l", "tab", "s")
        assert "17 of 19 changes · 2 hidden" in shown
        shown = await listed(pilot, "x")
        assert "17 of 19 changes · 2 hidden" in shown
        assert "trivial changes hidden" in shown


async def test_wordings_are_gathered_and_the_occurrences_of_one_are_walked() -> None:
    async with opened(OLD, NEW) as pilot:
        shown = await listed(pilot, "w")
        assert "2× Karabakh → Nagorno-Karabakh" in shown
        assert "1× Pashinian → Pashinyan" in shown
        assert "find 1 of 2" in await listed(pilot, "enter")
        assert "find 2 of 2" in await listed(pilot, "n")
        assert "find 1 of 1" in await listed(pilot, "tab", *"pashin", "enter")
        assert "find" not in await listed(pilot, "w", "escape")


async def test_the_wordings_heed_swaps_and_filters() -> None:
    async with opened(OLD, NEW, height=60) as pilot:
        assert "defense" in await listed(pilot, "w", "tab")
        every = len(panel(pilot)._found)
        assert "2× Nagorno-Karabakh → Karabakh" in await listed(pilot, "x")
        assert "2× Karabakh → Nagorno-Karabakh" in await listed(pilot, "x", "s")
        assert 0 < len(panel(pilot)._found) < every


async def test_the_list_opens_at_the_current_change_in_a_small_window_too() -> None:
    async with opened(OLD, NEW, width=80, height=24) as pilot:
        await pilot.press(*"nnnnnn")
        await listed(pilot, "l")
        assert any(line.startswith("▌  7 -") for line in lines(pilot))


async def test_escape_in_the_text_closes_the_list_before_it_leaves_the_comparison() -> None:
    async with opened() as pilot:
        assert "esc close the list" in await listed(pilot, "l", "tab")
        await listed(pilot, "escape")
        assert not panel(pilot).display
        assert isinstance(pilot.app.screen, CompareScreen)
        await listed(pilot, "escape")
        assert not isinstance(pilot.app.screen, CompareScreen)
