"""Going about on the reading screen: by number, by sort, by leaps and back."""

from diptych.paths import packaged
from driving import opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_colon_asks_where_to_go_and_the_way_back_is_remembered() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("colon", "1", "7", "enter")
        await settled(pilot)
        assert "change 17 of" in text(pilot)
        await pilot.press("5", "G", "ctrl+o")
        assert "change 17 of" in text(pilot)
        await pilot.press("ctrl+o")
        assert "change 1 of" in text(pilot)
        await pilot.press("ctrl+n")
        assert "change 17 of" in text(pilot)


async def test_a_place_that_is_none_is_a_sentence_and_escape_asks_no_more() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("colon", *"xyzzy", "enter")
        await settled(pilot)
        assert "names no place" in text(pilot)
        await pilot.press("colon", "escape", "n")
        await settled(pilot)
        assert "change 2 of" in text(pilot)


async def test_the_next_of_the_same_kind_and_when_there_is_none_a_sentence() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("n", ".")
        assert "inserted" in text(pilot)
        await pilot.press("9", "9", ".", ".")
        await settled(pilot)
        assert "There is no further change of this kind." in text(pilot)


async def test_form_is_hidden_at_one_key_counted_and_follows_a_swap() -> None:
    async with opened(OLD, NEW) as pilot:
        before = text(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "trivial changes hidden" in text(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert "trivial changes hidden" in text(pilot)
        await pilot.press("x", "s")
        await settled(pilot)
        assert "hidden" not in text(pilot)
        assert before.split("change 1 of")[0] == text(pilot).split("change 1 of")[0]


async def test_capitals_can_be_made_to_matter_in_a_search() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("slash", "ctrl+t", *"karabakh", "enter")
        await settled(pilot)
        assert "nothing found" in text(pilot)
