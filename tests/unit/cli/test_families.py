"""``diptych families``: an article a line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from diptych.cli import status

_STORY = "The council voted on Tuesday to close the swimming pool in Mill Lane at the end of the season, for good."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "early.txt").write_text(f"2024-05-01\n\n{_STORY} Nobody spoke against it.", encoding="utf-8")
    (tmp_path / "late.txt").write_text(f"2024-05-02\n\n{_STORY} Two spoke against it.", encoding="utf-8")
    (tmp_path / "ship.txt").write_text("A ship with lemons ran aground near the lighthouse.", encoding="utf-8")
    return tmp_path


def test_json_lines_have_an_article_each_with_its_scores(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert status(["families", str(folder), "--format", "jsonl"]) == 0
    (article,) = map(json.loads, capfd.readouterr().out.splitlines())
    assert [document["address"] for document in article["documents"]] == ["early.txt", "late.txt"]
    assert article["versions"] == 2
    assert 0.12 <= article["share"] < 1
    assert (article["earliest"], article["latest"]) == ("2024-05-01", "2024-05-02")
    assert article["source"] == "early.txt"


def test_csv_can_list_single_documents_too(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert status(["families", str(folder), "--format", "csv", "--single"]) == 0
    names, *rows = csv.reader(io.StringIO(capfd.readouterr().out))
    assert names[:3] == ["article", "title", "versions"]
    assert sorted(row[2] for row in rows) == ["1", "2"]


def test_the_table_is_for_reading(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.txt").write_bytes(b"\0")
    assert status(["families", str(folder)]) == 0
    told = capfd.readouterr()
    assert "(early.txt, late.txt)" in told.out
    assert "2024-05-01 – 05-02" in told.out
    assert "broken.txt" in told.err


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_addresses_are_relative_to_the_path(
    folder: Path, form: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "sub").mkdir()
    (folder / "early.txt").rename(folder / "sub" / "early.txt")
    for path in (folder, Path(), Path("sub", "..")):
        monkeypatch.chdir(folder)
        assert status(["families", str(path), "--format", form]) == 0
        told = capfd.readouterr().out
        assert "sub/early.txt" in told
        assert str(folder) not in told
    lines = folder / "stories.jsonl"
    lines.write_text("".join(json.dumps({"text": f"{_STORY} {n}"}) + "\n" for n in range(2)), encoding="utf-8")
    assert status(["families", str(lines), "--format", form]) == 0
    told = capfd.readouterr().out
    assert "stories.jsonl#1" in told
    assert str(folder) not in told


def test_a_path_that_is_not_there_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert status(["families", "no/such/place"]) == 2
    assert "no/such/place" in capfd.readouterr().err
