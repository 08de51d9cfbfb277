"""Reading a container goes on where it was cut short, and finds some versions of many again in one go."""

from __future__ import annotations

import contextlib
import csv
import gzip
import json
import sqlite3
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from diptych.corpus.containers import lines, table
from diptych.corpus.index import filling, refreshing
from diptych.corpus.index.catalogue import Catalogue
from diptych.corpus.reading import Place, load_some, places, versions_in
from diptych.corpus.records import Filed, Options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORDS = ("harbour", "bridge", "ferry", "council", "river", "quay", "engineer", "tide")
_TEXTS = [f"The {a} froze before the {b} did, in the winter of {n}." for n, (a, b) in enumerate(pairwise(_WORDS))]
_ROWS = [{"id": f"x{n}", "text": text} for n, text in enumerate(_TEXTS)]


def _jsonl(folder: Path) -> Path:
    path = folder / "a.jsonl"
    path.write_text("\n{broken\n".join(map(json.dumps, _ROWS)))
    return path


def _packed(folder: Path) -> Path:
    path = folder / "a.jsonl.gz"
    path.write_bytes(gzip.compress(_jsonl(folder).read_bytes()))
    return path


def _list(folder: Path) -> Path:
    path = folder / "a.json"
    path.write_text(json.dumps(_ROWS))
    return path


def _csv(folder: Path) -> Path:
    path = folder / "a.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text"])
        writer.writerows([row["id"], row["text"].replace(",", ",\n") if n else ""] for n, row in enumerate(_ROWS))
    return path


def _table(folder: Path, *, made: str = "CREATE TABLE stories (id, text)") -> Path:
    path = folder / "a.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(made)
        connection.executemany("INSERT INTO stories VALUES (?, ?)", [(row["id"], row["text"]) for row in _ROWS])
    return path


def _keyed(folder: Path) -> Path:
    return _table(folder, made="CREATE TABLE stories (id PRIMARY KEY, text) WITHOUT ROWID")


def _sentences(folder: Path) -> Path:
    path = folder / "a.db"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE split_sentences (entry_id, version, sent_idx, sentence)")
        rows = [(entry, version, at, _TEXTS[entry + at]) for entry in (1, 2, 3) for version in (0, 1) for at in (0, 1)]
        connection.executemany("INSERT INTO split_sentences VALUES (?, ?, ?, ?)", rows)
    return path


def _place(path: Path) -> Place:
    (place,) = places(path)
    assert isinstance(place, Place)
    return place


@pytest.mark.parametrize("made", [_jsonl, _packed, _list, _csv, _table, _keyed, _sentences])
def test_what_comes_after_any_version_is_what_came_after_it_the_first_time(tmp_path: Path, made) -> None:
    place = _place(made(tmp_path))
    all_of_it = [found for found in versions_in(place) if isinstance(found, Filed)]
    assert len(all_of_it) >= 6
    for at, filed in enumerate(all_of_it, start=1):
        rest = [found for found in versions_in(place, after=filed.key) if isinstance(found, Filed)]
        assert rest == all_of_it[at:]


@pytest.mark.parametrize("made", [_jsonl, _packed, _list, _csv, _table, _keyed, _sentences])
def test_some_versions_of_many_are_found_again(tmp_path: Path, made) -> None:
    path = made(tmp_path)
    all_of_it = {found.key: found.version for found in versions_in(_place(path)) if isinstance(found, Filed)}
    wanted = [*list(all_of_it)[1::2], "no such key"]
    assert dict(load_some(str(path), wanted, Options())) == {key: all_of_it[key] for key in wanted[:-1]}


def test_a_container_in_which_one_is_not_found_at_once_is_read_once_for_all(tmp_path: Path, monkeypatch) -> None:
    path = _csv(tmp_path)
    opened: list[str] = []
    real = table.open_stream
    monkeypatch.setattr(table, "open_stream", lambda path: opened.append(path) or real(path))
    list(load_some(str(path), ["2", "4", "5"], Options()))
    few = len(opened)
    list(load_some(str(path), ["2", "3", "4", "5", "6"], Options()))
    assert len(opened) == 2 * few


def test_lines_are_counted_once_for_as_long_as_the_file_stays_the_same(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(lines, "_CHUNK", 64)
    path = _jsonl(tmp_path)
    keys = [found.key for found in versions_in(_place(path)) if isinstance(found, Filed)]
    assert [version.name for _, version in load_some(str(path), keys, Options())] == [row["id"] for row in _ROWS]
    path.write_text("\n" + path.read_text())
    moved = [str(int(key) + 1) for key in keys]
    assert [version.name for _, version in load_some(str(path), moved, Options())] == [row["id"] for row in _ROWS]


@pytest.mark.parametrize("made", [_jsonl, _csv, _table, _keyed])
def test_after_a_kill_only_the_rest_of_a_container_is_read(tmp_path: Path, monkeypatch, made) -> None:
    path = str(made(tmp_path))
    whole = Catalogue(path, file=tmp_path / "whole.sqlite")
    whole.refresh()
    monkeypatch.setattr(filling, "_BATCH", 2)
    asked: list[str] = []
    read: list[str] = []
    real = filling.versions_in

    def killed(place: Place, options: Options, after: str) -> Iterator[object]:
        asked.append(after)
        for found in real(place, options, after):
            if isinstance(found, Filed):
                read.append(found.key)
                if len(read) == 4:
                    raise KeyboardInterrupt
            yield found

    monkeypatch.setattr(filling, "versions_in", killed)
    with pytest.raises(KeyboardInterrupt):
        Catalogue(path, file=tmp_path / "killed.sqlite").refresh()
    again = Catalogue(path, file=tmp_path / "killed.sqlite")
    again.refresh()
    assert asked[0] == ""
    assert asked[1] in read[:3]
    assert len(read) < whole.counts().documents + 4
    assert again.counts() == whole.counts()
    assert [p.message for p in again.problems()] == [p.message for p in whole.problems()]
    for number in whole.places():
        assert again.article(number) == whole.article(number)
    assert list(again.places(words="tide")) == list(whole.places(words="tide")) != []


def test_a_container_that_changed_after_the_kill_is_read_from_its_beginning(tmp_path: Path, monkeypatch) -> None:
    path = _jsonl(tmp_path)
    monkeypatch.setattr(filling, "_BATCH", 2)
    stopping = [False] * 3 + [True] * 100
    Catalogue(str(path)).refresh(stopped=lambda: stopping.pop(0))
    path.write_text(json.dumps(_ROWS[-1]) + "\n")
    catalogue = Catalogue(str(path))
    catalogue.refresh()
    (number,) = catalogue.places()
    assert [document.name for document in catalogue.article(number).documents] == [_ROWS[-1]["id"]]


def test_what_two_programs_read_at_once_is_there_once(tmp_path: Path, monkeypatch) -> None:
    path = str(_jsonl(tmp_path))
    monkeypatch.setattr(filling, "_BATCH", 2)
    real = filling.versions_in
    other = Catalogue(path)
    turns: list[int] = []

    def interrupted(place: Place, options: Options, after: str) -> Iterator[object]:
        turns.append(1)
        first = len(turns) == 1
        for number, found in enumerate(real(place, options, after)):
            if first and number == 4:
                other.refresh()
            yield found

    monkeypatch.setattr(filling, "versions_in", interrupted)
    catalogue = Catalogue(path)
    catalogue.refresh()
    assert len(turns) == 2
    assert catalogue.counts().documents == len(_ROWS)
    assert len(catalogue.problems()) == len(_ROWS) - 1
    names = [d.name for number in catalogue.places() for d in catalogue.article(number).documents]
    assert sorted(names) == [row["id"] for row in _ROWS]


def test_what_is_there_already_is_not_gathered_again_for_a_first_look(tmp_path: Path, monkeypatch) -> None:
    path = _jsonl(tmp_path)
    monkeypatch.setattr(refreshing, "_FIRST_LOOK", 4)
    monkeypatch.setattr(filling, "_BATCH", 2)
    monkeypatch.setattr(filling, "_OFTEN", 0)
    catalogue = Catalogue(str(path))
    catalogue.refresh()
    assert catalogue.gathered == 2
    path.write_text(path.read_text() + "\n" + json.dumps(_ROWS[0] | {"text": "Something else happened elsewhere."}))
    catalogue.refresh()
    assert catalogue.gathered == 3
