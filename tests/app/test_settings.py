"""The user's settings in the app."""

from pathlib import Path

from diptych.app.bindings import is_key, strange
from diptych.app.commands import BROWSE, COMPARE
from diptych.config import load
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


async def test_strange_keys_are_told_with_their_line_and_a_remedy(settings_file: Path) -> None:
    settings_file.write_text(
        '[keys]\nnext_chnge = "f8"\nquit = "hyper+nonsense"\nfold = "c"\nsearch = "c"\n', encoding="utf-8"
    )
    told = list(strange(load(settings_file)))
    assert any("line 2" in problem and "is it next_change?" in problem for problem in told)
    assert any("line 3" in problem and "no key called" in problem for problem in told)
    assert any("line 4" in problem and "also the key of" in problem for problem in told)


def test_a_command_that_lost_its_only_key_is_told(settings_file: Path) -> None:
    settings_file.write_text('[keys]\nfold = "x"\n', encoding="utf-8")
    assert any("swap has no key any more" in problem for problem in strange(load(settings_file)))


def test_every_declared_key_is_one() -> None:
    for command in (*COMPARE, *BROWSE):
        assert all(is_key(key) for key in command.keys.split(",")), command.name


async def test_help_and_foot_show_the_keys_of_the_settings(settings_file: Path) -> None:
    settings_file.write_text('[keys]\nnext_change = "f8"\n', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        assert "f8 next" in text(pilot)
        await pilot.press("question_mark")
        assert "f8 Go to the next change" in text(pilot)
