"""The list of articles."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diptych.app.screens.browse import BrowseScreen
from diptych.app.screens.compare import CompareScreen
from diptych.app.widgets.line_list import LineList
from diptych.corpus.index import store
from diptych.paths import packaged
from driving import lines, opened, picture, settled, text
from golden import assert_golden

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.corpus.corpus import Document

GOLDEN = Path(__file__).parent / "golden"

STORY = """The council voted on Tuesday to close the swimming pool in Mill Lane at the end of the season.

Councillor Ada Marsh said the roof would cost four million crowns to repair, which the town did not have.

Swimmers gathered outside the hall with banners and sang until the vote was over and the lights went out.
"""
OTHER = """A ship carrying lemons ran aground near the northern lighthouse early on Friday, the coast guard said.

Nobody was hurt, and the crew of nine was taken to the harbour by the pilot's boat before noon.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pool-early.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "late.txt").write_text(STORY.replace("four million", "five million"), encoding="utf-8")
    (tmp_path / "ship.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"caf\xe9 au lait, \0 no text")
    return tmp_path


async def test_the_sample_corpus_opens_at_its_only_article_and_escape_leads_to_the_list() -> None:
    async with opened() as pilot:
        assert isinstance(pilot.app.screen, CompareScreen)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)
        shown = text(pilot)
        assert "1 article" in shown
        assert "2 versions" in shown
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)


async def test_the_list_says_why_documents_are_versions_of_one_article() -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        await settled(pilot)
        assert "2 versions of one article:" in text(pilot)
        assert "rare phrase" in text(pilot)
        assert "2022-11-08" in text(pilot)


async def test_articles_are_found_by_content_and_one_bad_file_is_a_note(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        assert isinstance(pilot.app.screen, BrowseScreen)
        shown = text(pilot)
        assert "2 articles" in shown
        assert "2 versions" in shown
        assert "1 problem" in shown
        await pilot.press("P")
        assert "broken.txt" in text(pilot)
        await pilot.press("escape", "enter")
        await settled(pilot)
        assert "change 1 of 1 ~ reworded" in text(pilot)
        assert {"four", "five"} <= set(text(pilot).split())
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_the_list_is_narrowed_down_as_one_types_and_escape_shows_all(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("slash", *"ship")
        await settled(pilot)
        assert "1 with “" in text(pilot)
        assert "swimming" not in " ".join(lines(pilot)[3:6])
        await pilot.press("escape")
        await settled(pilot)
        assert " with “" not in lines(pilot)[0]


async def test_a_list_asked_for_before_the_last_letter_is_not_shown_after_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(str(folder)) as pilot:
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, BrowseScreen)
        assert screen.catalogue is not None
        find = screen.catalogue.places

        def slowly(*asked: str, stopped: Callable[[], bool]) -> Sequence[int]:
            monkeypatch.setattr(screen.catalogue, "places", find)
            found = find(*asked, stopped=stopped)
            pilot.app.call_from_thread(screen.narrow_down, "ship")
            return found

        monkeypatch.setattr(screen.catalogue, "places", slowly)
        await screen.list_now()
        await settled(pilot)
        assert "1 with “ship”" in text(pilot)
        assert len(screen.roll.numbers) == 1


async def test_another_list_with_the_cursor_on_the_same_article_does_not_read_it_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(str(folder)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, BrowseScreen)
        read = []
        preview = screen.browsing.preview

        def counted(document: Document) -> str:
            read.append(document.name)
            return preview(document)

        monkeypatch.setattr(screen.browsing, "preview", counted)
        await pilot.press("slash", *"late")
        await settled(pilot)
        assert "1 with “late”" in text(pilot)
        assert "The council voted on Tuesday" in text(pilot)
        assert not read
        await pilot.press(*["backspace"] * 4, *"ship")
        await settled(pilot)
        assert "A ship carrying lemons" in text(pilot)
        assert read


async def test_the_end_of_many_words_is_shown_as_they_are_typed(folder: Path) -> None:
    async with opened(str(folder), width=60, height=20) as pilot:
        await pilot.press("slash", *("x" * 90), *"ship")
        await settled(pilot)
        assert "xxxship" in lines(pilot)[-2]
        await pilot.press("home")
        await settled(pilot)
        assert "ship" not in lines(pilot)[-2]


async def test_words_are_found_in_the_texts(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("ctrl+f", *"lemons", "enter")
        await settled(pilot)
        assert "1 with “" in text(pilot)
        assert "ship.txt" in text(pilot)


async def test_the_list_is_sorted_by_one_order_after_the_other(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        for order in ("title", "most versions", "newest", "most changed"):
            await pilot.press("s")
            await settled(pilot)
            assert f"by {order}" in text(pilot)


async def test_how_much_changed_is_counted_beside_the_list(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        assert "33 % changed" in text(pilot)


async def test_versions_are_folded_away_and_back(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        assert "· late.txt" in text(pilot)
        await pilot.press("g", "left")
        assert "· late.txt" not in text(pilot)
        await pilot.press("right")
        assert "· late.txt" in text(pilot)


async def test_a_version_is_read_as_it_is(folder: Path) -> None:
    (folder / "ship.txt").write_text("lemons \x1b[31m red", encoding="utf-8")
    async with opened(str(folder)) as pilot:
        await pilot.press("G", "v")
        await settled(pilot)
        assert "lemons ␛[31m red" in text(pilot)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_what_is_read_is_broken_anew_for_another_width_and_the_cursor_stays_on_its_words(folder: Path) -> None:
    (folder / "ship.txt").write_text("lemons sail north " * 30 + "and here it ends. " * 30, encoding="utf-8")
    async with opened(str(folder)) as pilot:
        await pilot.press("G", "v")
        await settled(pilot)
        wide = pilot.app.screen.query_one("#list", LineList)
        await pilot.press("j", "j", "j", "j", "j", "j")
        before = wide.count
        await pilot.resize_terminal(60, 40)
        await pilot.pause()
        assert wide.count > before
        assert max(len(line.rstrip()) for line in lines(pilot)) <= 60
        assert "ends" in lines(pilot)[wide.region.y + wide.cursor - wide.top]
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert (wide.count, wide.cursor) == (before, 6)


async def test_what_a_person_says_of_two_versions_changes_the_list(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("g", "j", "space", "j", "minus")
        await settled(pilot)
        assert "3 articles" in text(pilot)
        await pilot.press("g", "space", "G", "plus")
        await settled(pilot)
        assert "2 articles" in text(pilot)


async def test_the_list_is_there_at_once_the_second_time_and_then_brought_up_to_date(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        assert "2 articles" in text(pilot)
    (folder / "ship.txt").unlink()
    async with opened(str(folder)) as pilot:
        await pilot.press("escape")
        await settled(pilot)
        assert "1 article ·" in text(pilot)


async def test_while_another_program_writes_the_index_what_it_has_can_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(str(folder)) as pilot:
        await settled(pilot)
    monkeypatch.setattr(store, "_BUSY", 0.01)
    (folder / "ship.txt").write_text(OTHER + OTHER, encoding="utf-8")
    with closing(store.connect(store.index_file(str(folder)))) as other:
        other.execute("BEGIN IMMEDIATE")
        async with opened(str(folder)) as pilot:
            await settled(pilot)
            assert "Another diptych has been writing" in text(pilot)
            assert "2 articles" in text(pilot)
            assert pilot.app.return_code is None


async def test_any_two_documents_can_be_compared_by_hand(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        await pilot.press("G")
        await pilot.press("space")
        await pilot.press("g", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CompareScreen)
        assert "lemons" in text(pilot) or "ship.txt" in text(pilot)


async def test_a_document_alone_says_how_to_compare_it(folder: Path) -> None:
    (folder / "late.txt").unlink()
    async with opened(str(folder)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert "There is one version only." in text(pilot)


async def test_the_cursor_walks_the_list(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        for key in ("j", "j", "k", "down", "up", "G", "g", "pagedown", "pageup", "?", "escape", "T", "escape"):
            await pilot.press(key)
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_a_missing_folder_ends_with_a_sentence() -> None:
    async with opened("no/such/folder") as pilot:
        await pilot.pause()
    assert pilot.app.return_value == 2
    assert "no/such/folder" in str(pilot.app.failure)  # type: ignore[attr-defined]


async def test_a_version_that_vanished_is_told_on_the_list(folder: Path) -> None:
    async with opened(str(folder)) as pilot:
        (folder / "late.txt").unlink()
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert "late.txt" in text(pilot)


async def test_the_list_looks_as_it_was_approved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(packaged("seeds"), tmp_path / "stories")
    monkeypatch.chdir(tmp_path)
    async with opened("stories", width=100, height=24) as pilot:
        await pilot.press("escape")
        await settled(pilot)
        assert lines(pilot)
        assert_golden(GOLDEN / "browse-100x24-dark.txt", picture(pilot))


@pytest.mark.parametrize(("key", "line"), [("down", 1), ("pagedown", 10), ("end", 39)])
async def test_the_cursor_goes_along_where_keys_move_the_list(tmp_path: Path, key: str, line: int) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"Lot {number} was sold to bidder {number * number}.", "utf-8")
    async with opened(str(tmp_path), height=20) as pilot:
        await pilot.press(key)
        await settled(pilot)
        (current,) = (shown for shown in lines(pilot) if shown.startswith("▌"))
        assert f"Lot {line} " in current
