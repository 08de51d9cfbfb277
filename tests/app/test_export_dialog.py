"""The export dialog."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.export import ExportScreen
from diptych.formats import FORMATS
from diptych.paths import packaged
from driving import opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


async def test_the_dialog_shows_every_format_and_a_preview() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("e")
        await settled(pilot)
        shown = text(pilot)
        assert all(name in shown for name in ("text", "ansi", "html", "docx"))
        assert "unaccounted" in shown


async def test_the_file_is_written_in_the_chosen_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(OLD, NEW) as pilot:
        await pilot.press("e", *["down"] * list(FORMATS).index("json"), "enter")
        await settled(pilot)
        name = pilot.app.screen.query_one("#file", Input).value
        assert name.endswith(".json")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "Written to" in text(pilot)
    assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["summary"]["unaccounted"] == 0


async def test_an_existing_file_is_replaced_only_when_asked_twice(tmp_path: Path) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("mine", encoding="utf-8")
    async with opened(OLD, NEW) as pilot:
        await pilot.press("e", "enter")
        pilot.app.screen.query_one("#file", Input).value = str(target)
        await pilot.press("enter")
        await settled(pilot)
        assert target.read_text(encoding="utf-8") == "mine"
        assert "is there already" in text(pilot)
        await pilot.press("enter")
        await settled(pilot)
    assert target.read_text(encoding="utf-8") != "mine"


async def test_a_file_that_cannot_be_written_is_a_sentence_and_the_dialog_stays(tmp_path: Path) -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("e", "enter")
        pilot.app.screen.query_one("#file", Input).value = str(tmp_path / "no" / "folder" / "x.txt")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ExportScreen)
        assert "Cannot write" in text(pilot)


async def test_only_the_changes_are_written_where_that_is_wanted_and_the_folder_is_remembered(tmp_path: Path) -> None:
    story = "\n\n".join(f"Sentence number {n} stands here unchanged." for n in range(9))
    (tmp_path / "old.txt").write_text(story, encoding="utf-8")
    (tmp_path / "new.txt").write_text(story.replace("number 0", "number nought"), encoding="utf-8")
    async with opened(str(tmp_path / "old.txt"), str(tmp_path / "new.txt")) as pilot:
        await pilot.press("e", "tab", "space", "tab", "tab")
        pilot.app.screen.query_one("#file", Input).value = str(tmp_path / "changes.txt")
        await pilot.press("enter")
        await settled(pilot)
        assert "left out" in (tmp_path / "changes.txt").read_text(encoding="utf-8")
        await pilot.press("e")
        await settled(pilot)
        assert pilot.app.screen.query_one("#file", Input).value.startswith(str(tmp_path))


async def test_every_format_has_a_preview(tmp_path: Path) -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("e")
        for _ in FORMATS:
            await settled(pilot)
            assert isinstance(pilot.app.screen, ExportScreen)
            await pilot.press("down")


async def test_whether_a_box_is_ticked_is_told_by_its_sign() -> None:
    async with opened(OLD, NEW) as pilot:
        await pilot.press("s", "e")
        await settled(pilot)
        assert "[ ] changes only [x] as filtered on the screen [x] with notes" in text(pilot)
        await pilot.press("tab", "space", "tab", "tab", "space")
        await settled(pilot)
        assert "[x] changes only [x] as filtered on the screen [ ] with notes" in text(pilot)
