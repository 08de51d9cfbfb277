"""The user's settings in the app."""

from pathlib import Path

from diptych.paths import packaged
from driving import opened, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_command_has_the_keys_that_the_settings_give_it(settings_file: Path) -> None:
    settings_file.write_text('[keys]\nnext_change = "f8"\n', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        await pilot.press("f8")
        assert "change 2 of" in text(pilot)
        await pilot.press("n")
        assert "change 2 of" in text(pilot)


async def test_the_theme_of_the_settings_is_used(settings_file: Path) -> None:
    settings_file.write_text('theme = "light"\n', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        assert pilot.app.theme == "diptych-light"


async def test_broken_settings_are_a_notice_and_stop_nothing(settings_file: Path) -> None:
    settings_file.write_text('theme = "pink"\n[keys]\nnxt = "f8"\n', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        shown = text(pilot)
        assert "pink" in shown
        assert "there is no command called nxt" in shown
        assert "change 1 of" in shown
