"""Choosing colours, and remembering which."""

import json
from pathlib import Path

import pytest

from diptych.app.screens.filter import FilterScreen
from diptych.app.screens.theme import ThemeScreen
from diptych.app.themes import names, scheme_of, theme_of
from diptych.paths import packaged
from driving import opened, settled, shows, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_a_theme_is_shown_while_it_is_looked_at_and_the_choice_is_remembered(state_file: Path) -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("T")
        await shows(pilot, ThemeScreen)
        await pilot.press(*"light")
        await settled(pilot)
        assert pilot.app.theme == "diptych-light"
        await pilot.press("enter")
        await settled(pilot)
    assert json.loads(state_file.read_text(encoding="utf-8"))["theme"] == "light"
    async with opened(OLD, NEW) as pilot:
        assert pilot.app.theme == "diptych-light"


@pytest.mark.parametrize("keys", ["l", "w", "i", "f", "question_mark", "e", "slash", "colon"])
async def test_the_theme_of_the_settings_paints_all_there_is(keys: str, settings_file: Path) -> None:
    settings_file.write_text('theme = "light"', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        await pilot.press("1", "1", "G", keys)
        await pilot.pause(0.1)
        await settled(pilot) if keys != "f" else await shows(pilot, FilterScreen)
        segments = (segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip)
        grounds = {one.style.bgcolor.name for one in segments if one.style and one.style.bgcolor}
        assert not grounds & {scheme_of("dark").page, scheme_of("dark").current}


async def test_escape_brings_the_old_theme_back_and_remembers_nothing(state_file: Path) -> None:
    before = state_file.read_bytes()
    async with opened(OLD, NEW) as pilot:
        await pilot.press("T")
        await shows(pilot, ThemeScreen)
        await pilot.press("down", "down", "down")
        assert pilot.app.theme != "diptych-dark"
        await pilot.press("escape")
        await settled(pilot)
        assert pilot.app.theme == "diptych-dark"
    assert state_file.read_bytes() == before


async def test_settings_that_name_another_theme_since_are_heeded_again(state_file: Path, settings_file: Path) -> None:
    state_file.write_text('{"theme": "nord", "instead": "light", "hinted": true}', encoding="utf-8")
    settings_file.write_text('theme = "light"', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        assert pilot.app.theme == "diptych-nord"
    settings_file.write_text('theme = "contrast"', encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        assert pilot.app.theme == "diptych-contrast"


@pytest.mark.parametrize("told", ["", "[]", '{"theme": 3}', '{"theme": "gone"}', "\x00", "[" * 100_000])
async def test_what_was_remembered_may_be_broken(state_file: Path, told: str) -> None:
    state_file.write_text(told, encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        assert pilot.app.theme == "diptych-dark"


async def test_where_nothing_can_be_remembered_a_theme_can_be_chosen_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr("diptych.app.remembered.state_file", lambda: tmp_path / "file" / "remembered.json")
    async with opened(OLD, NEW) as pilot:
        await pilot.press("T")
        await shows(pilot, ThemeScreen)
        await pilot.press(*"contrast", "enter")
        await settled(pilot)
        assert pilot.app.theme == "diptych-contrast"


async def test_without_colour_only_attributes_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(OLD, NEW) as pilot:
        strips = pilot.app.screen._compositor.render_strips()
        styles = {segment.style for strip in strips for segment in strip if segment.style is not None}
        assert {name for one in styles for color in (one.color, one.bgcolor) if color for name in [color.name]} <= {
            "default"
        }
        await pilot.press(*["n"] * 14)
        strips = pilot.app.screen._compositor.render_strips()
        styles = {segment.style for strip in strips for segment in strip if segment.style is not None}
        assert any(one.underline for one in styles)
        assert any(one.reverse for one in styles)
        await pilot.press("T")
        await settled(pilot)
        assert "NO_COLOR is set" in text(pilot)


def test_every_theme_of_textual_is_offered_and_has_all_its_inks() -> None:
    offered = names()
    assert {"dark", "light", "contrast", "blue-orange", "ansi", "nord", "textual-dark"} <= set(offered)
    for name in offered:
        assert theme_of(scheme_of(name)).name == f"diptych-{name}"


async def test_what_is_exported_has_colours_of_its_own_where_the_screen_has_the_terminals() -> None:
    async with opened(OLD, NEW) as pilot:
        app = pilot.app
        for name, exported in (("nord", "nord"), ("plain", "dark"), ("ansi-light", "light")):
            app.use_theme(name)  # type: ignore[attr-defined]
            assert app.export_scheme.name == exported  # type: ignore[attr-defined]
