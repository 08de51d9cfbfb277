"""The reading screen, on the sample corpus."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from diptych.app.screens.compare import CompareScreen
from diptych.paths import packaged
from driving import lines, opened, picture, settled, text
from golden import assert_golden

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())
GOLDEN = Path(__file__).parent / "golden"


def status(shown: list[str]) -> str:
    return next(line for line in reversed(shown) if "unaccounted" in line or ("change" in line and "of" in line))


async def test_reading_begins_at_the_first_change_and_says_which_it_is() -> None:
    async with opened(OLD, NEW) as pilot:
        assert "change 1 of" in status(lines(pilot))
        assert "0 unaccounted" in status(lines(pilot))


async def test_both_titles_dates_and_sources_stand_above_the_columns() -> None:
    async with opened(OLD, NEW) as pilot:
        head = " ".join(lines(pilot)[:2])
        assert "OLD" in head
        assert "NEW" in head
        assert "Armenia, Azerbaijan Hold U.S. Talks" in head
        assert head.count("2022-11-08") == 2
        assert "AFP" in head
        assert "themoscowtimes.com" in head


@pytest.mark.parametrize(("forward", "back"), [("n", "p"), ("]", "[")])
async def test_next_and_previous_walk_the_changes(forward: str, back: str) -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press(forward, forward)
        assert "change 3 of" in status(lines(pilot))
        await pilot.press(back)
        assert "change 2 of" in status(lines(pilot))


@pytest.mark.parametrize(
    ("down", "up"),
    [
        ("j", "k"),
        ("down", "up"),
        ("space", "b"),
        ("pagedown", "pageup"),
        ("ctrl+d", "ctrl+u"),
        ("G", "g"),
        ("end", "home"),
    ],
)
async def test_both_sides_scroll_in_step_and_back(down: str, up: str) -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("g")
        top = lines(pilot)
        await pilot.press(down)
        assert lines(pilot) != top
        await pilot.press(up)
        assert lines(pilot) == top


async def test_the_wheel_scrolls_and_a_click_on_the_overview_goes_there() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("g")
        top = lines(pilot)
        await pilot._post_mouse_events([MouseScrollDown], "#view", (5, 5), button=0)
        await pilot.pause()
        assert lines(pilot) != top
        await pilot.click("#view", offset=(119, 34))
        assert "Original url" in text(pilot)


async def test_a_click_on_a_change_makes_it_the_current_one() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("g")
        row = next(y for y, line in enumerate(lines(pilot)) if "Blinken met with Armenian" in line)
        await pilot.click(offset=(20, row))
        assert "deleted" in status(lines(pilot))


async def test_old_and_new_change_places_at_the_same_change() -> None:
    async with opened(OLD, NEW) as pilot:
        row = status(lines(pilot))
        await pilot.press("G", "p")
        await pilot.press("x")
        head = lines(pilot)[0]
        assert head.index("Armenia, Azerbaijan") < head.index("000_59")
        await pilot.press("x", "g", "p", "p", "p", "p")
        assert status(lines(pilot)) == row


async def test_the_current_change_is_sent_to_the_clipboard_as_marked_text() -> None:
    async with opened(OLD, NEW) as pilot:
        while "Pashinian" not in text(pilot):
            await pilot.press("n")
        while "reworded" not in status(lines(pilot)):
            await pilot.press("n")
        await pilot.press("y")
        assert "[-Pashinian-]" in pilot.app.clipboard
        assert "{+Pashinyan+}" in pilot.app.clipboard
        assert "Sent to the clipboard" in text(pilot)


async def test_help_shows_every_key_and_sign() -> None:
    async with opened(OLD, NEW, height=120) as pilot:
        await pilot.press("question_mark")
        shown = text(pilot)
        assert "Go to the next change, or find." in shown
        assert "one sentence became several" in shown
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_help_leads_from_topic_to_topic_and_its_key_closes_it() -> None:
    async with opened(OLD, NEW, width=80, height=24) as pilot:
        await pilot.press("question_mark", "n", "n")
        assert "Reading" in lines(pilot)[3]
        await pilot.press("p")
        assert "Finding the way" in lines(pilot)[3]
        await pilot.press("question_mark")
        assert "Finding the way" not in text(pilot)


async def test_help_fits_a_window_that_becomes_narrow_while_it_is_read() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("question_mark", "n")
        await pilot.resize_terminal(60, 24)
        await settled(pilot)
        assert "Finding the way" in lines(pilot)[3]
        assert all(word in text(pilot) for word in ("occurrences.", "finds.", "find."))


async def test_a_key_at_the_foot_can_be_clicked() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.click(offset=(lines(pilot)[-1].index("next"), 39))
        assert "change 2 of 19" in text(pilot)


async def test_folding_says_how_much_it_folded() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("z")
        assert "No unchanged stretch is long enough to be folded away." in text(pilot)


async def test_while_words_are_typed_the_foot_says_what_can_be_done_with_them() -> None:
    async with opened(OLD, NEW) as pilot:
        for key, told in (("slash", "enter search"), ("colon", "enter go there")):
            await pilot.press(key)
            assert told in lines(pilot)[-1]
            await pilot.press("escape")
            assert "n next" in lines(pilot)[-1]


async def test_the_palette_offers_the_commands() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"swap")
        await pilot.pause(0.5)
        assert "Let old and new change places." in text(pilot)


async def test_a_new_size_keeps_the_current_change_on_its_line() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press(*["n"] * 10)
        before = next(y for y, shown in enumerate(lines(pilot)) if "Pashinian" in shown)
        await pilot.resize_terminal(90, 40)
        await settled(pilot)
        shown = lines(pilot)
        assert "A week ago" in shown[before] or "A week ago" in shown[before - 1]
        assert "change 11 of" in status(shown)


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (1, 1), (63, 12), (300, 100)])
async def test_no_window_is_too_small_or_too_large(size: tuple[int, int]) -> None:
    async with opened(OLD, NEW, width=size[0], height=size[1]) as pilot:
        for key in ("n", "space", "G", "p", "x", "question_mark", "escape", "e", "escape"):
            await pilot.press(key)
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_q_leaves() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("q")
    assert pilot.app.return_value == 0


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_screen_looks_as_it_was_approved(theme: str, size: tuple[int, int]) -> None:
    async with opened(OLD, NEW, width=size[0], height=size[1]) as pilot:
        pilot.app.use_theme(theme)  # type: ignore[attr-defined]
        await pilot.press(*["n"] * 14)
        await settled(pilot)
        assert_golden(GOLDEN / f"compare-{size[0]}x{size[1]}-{theme}.txt", picture(pilot))


async def test_one_column_looks_as_it_was_approved() -> None:
    async with opened(OLD, NEW, width=60, height=30) as pilot:
        await pilot.press(*["n"] * 14)
        await settled(pilot)
        assert_golden(GOLDEN / "compare-60x30-dark.txt", picture(pilot))


async def test_a_number_says_how_often_and_which() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("3", "n")
        assert "change 4 of" in status(lines(pilot))
        await pilot.press("2", "p", "n")
        assert "change 3 of" in status(lines(pilot))
        await pilot.press("1", "2", "G")
        assert "change 12 of" in status(lines(pilot))


async def test_unchanged_stretches_are_folded_away_and_a_click_opens_one(tmp_path: Path) -> None:
    story = [f"Witness number {n} told the court what happened that night." for n in range(30)]
    (tmp_path / "old.txt").write_text("\n\n".join(story), encoding="utf-8")
    (tmp_path / "new.txt").write_text("\n\n".join(["The trial began.", *story, "It goes on."]), encoding="utf-8")
    async with opened(str(tmp_path / "old.txt"), str(tmp_path / "new.txt")) as pilot:
        await pilot.press("z")
        row = next(y for y, line in enumerate(lines(pilot)) if "⋯ 28 unchanged" in line)
        await pilot.click(offset=(20, row))
        assert "⋯" not in text(pilot)
        assert "Witness number 1 told" in text(pilot)
        await pilot.press("z", "z")
        assert "⋯ 28 unchanged" in text(pilot)


async def test_one_column_and_two() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("1", "1", "G", "u")
        assert "Nikol Pashinian Pashinyan and" in text(pilot)
        await pilot.press("u")
        assert "Nikol Pashinian Pashinyan and" not in text(pilot)
