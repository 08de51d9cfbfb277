"""Files that are not as they should be: a note each, nothing lost, and the rest opens."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import random
import sqlite3
import sys
import tracemalloc
from itertools import islice
from pathlib import Path

import pytest

from diptych import open_corpus
from diptych.corpus import files, folder
from diptych.corpus.containers import lines, table, wiki
from diptych.corpus.index import filling
from diptych.corpus.index.catalogue import Catalogue
from diptych.corpus.reading import documents, load, places
from diptych.corpus.records import Filed, Options, Problem

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
_STORY = "The harbour froze. Boats lay idle.\n"


def _read(path, options=None):
    found = list(documents(path, options))
    return [f for f in found if isinstance(f, Filed)], [f.message for f in found if isinstance(f, Problem)]


@posix_only
def test_pipes_sockets_loops_and_dangling_links_are_a_note_each(tmp_path):
    import socket

    (tmp_path / "good.txt").write_text(_STORY)
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as listener:
        os.chdir(tmp_path)  # the names of sockets are short
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
    found, problems = _read(tmp_path)
    assert [f.path for f in found] == [str(tmp_path / "good.txt")]
    assert len(problems) == 7
    assert sum("not a regular file" in problem for problem in problems) == 4
    assert problems[-1] == "1 linked folder was not followed."


def test_a_file_that_vanishes_between_being_found_and_being_read_is_a_note(tmp_path):
    for name in ("a.txt", "b.txt", "c.jsonl", "d.db"):
        (tmp_path / name).write_text(_STORY)
    found = documents(tmp_path)
    first = next(found)
    assert isinstance(first, Filed)
    for name in ("b.txt", "c.jsonl", "d.db"):
        (tmp_path / name).unlink()
    rest = list(found)
    assert [type(problem) for problem in rest] == [Problem] * 3
    assert all("there is no such file" in problem.message for problem in rest)


def test_a_folder_that_vanishes_or_closes_while_it_is_walked_is_a_note(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(_STORY)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text(_STORY)
    scan = os.scandir

    def refusing(path):
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(folder.os, "scandir", refusing)
    found, problems = _read(tmp_path)
    assert len(found) == 1
    assert problems == [f"Cannot open the folder {tmp_path / 'sub'}: permission denied."]


def test_a_disk_that_fails_in_the_middle_of_a_file_is_a_note(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(_STORY)
    (tmp_path / "b.txt").write_text(_STORY)
    opened = files.open_regular

    class Failing:
        def __init__(self, file):
            self._file = file

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self._file.close()

        def fileno(self):
            return self._file.fileno()

        def read(self, _size):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(
        files, "open_regular", lambda path: Failing(opened(path)) if str(path).endswith("a.txt") else opened(path)
    )
    found, (problem,) = _read(tmp_path)
    assert len(found) == 1
    assert "input/output error; check the file and the disk it is on" in problem


def test_a_walk_gives_files_while_it_goes_and_stops_when_asked(tmp_path):
    for number in range(50):
        (tmp_path / f"{number}.txt").write_text(_STORY)
    given = 0

    def stopped() -> bool:
        return given >= 5

    for _ in documents(tmp_path, stopped=stopped):
        given += 1
    assert given == 5


def test_a_crowded_folder_is_listed_in_the_order_of_names(tmp_path, monkeypatch):
    for name in ("10.txt", "9.txt", "1.txt"):
        (tmp_path / name).write_text(_STORY)
    assert [Path(place.path).name for place in places(tmp_path)] == ["1.txt", "9.txt", "10.txt"]
    monkeypatch.setattr(folder, "_CROWDED", 2)
    assert [Path(place.path).name for place in places(tmp_path)] == ["1.txt", "10.txt", "9.txt"]


def test_one_long_line_is_a_document_like_any_other(tmp_path):
    text = "The harbour froze on this very day. " * 30_000
    (tmp_path / "long.txt").write_text(text)
    (tmp_path / "long.jsonl").write_text(json.dumps({"text": text}))
    found, problems = _read(tmp_path)
    assert problems == []
    assert [len(f.version.text) for f in found] == [len(text)] * 2


def test_a_quotation_mark_that_is_never_closed_does_not_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "LONGEST_CELL", 1000)
    path = tmp_path / "a.csv"
    path.write_text('id,text\n1,One.\n2,"Two' + "\n3,Three." * 1000)
    found, (problem,) = _read(path)
    assert {f.version.text for f in found} == {"One.", "Three."}
    assert len(found) > 800
    assert "row 2 is longer than 0 MB, perhaps for want of a closing quotation mark; it was left out" in problem
    assert [load(f.path, f.key).text for f in found[:3]] == ["One.", "Three.", "Three."]


def test_a_list_too_large_to_be_read_whole_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "LARGEST_LIST", 100)
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": _STORY}] * 10))
    assert "it is larger than" in _read(path)[1][0]


def test_a_revision_that_goes_on_and_on_does_not_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(wiki, "LARGEST_REVISION", 1 << 17)
    path = tmp_path / "d.xml"
    page = "<page><title>T</title><ns>0</ns><id>1</id><revision><id>{}</id><text>{}</text></revision></page>"
    head = "<mediawiki><siteinfo><sitename>W</sitename></siteinfo>"
    path.write_text(head + page.format(1, _STORY) + page.format(2, "x" * (1 << 20)) + "</mediawiki>")
    _, problems = _read(path)
    assert any("has a revision of more than" in problem for problem in problems)


def test_a_page_nested_without_end_is_no_trouble(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div>" * 50_000 + _STORY)
    found, problems = _read(path)
    assert len(found) + len(problems) == 1


def test_one_broken_container_leaves_the_others_whole(tmp_path):
    (tmp_path / "good.txt").write_text(_STORY)
    for name in ("a.db", "b.docx", "c.json", "d.jsonl.gz", "e.csv", "f.xml", "g.xml.bz2", "h.html", "i.jsonl"):
        (tmp_path / name).write_bytes(b"\x00\x01broken\xff")
    corpus = open_corpus(tmp_path)
    assert [d.name for d in corpus.documents] == ["good.txt"]
    assert sorted({Path(p.path.partition("#")[0]).name for p in corpus.problems}) == [
        *("a.db", "b.docx", "c.json", "d.jsonl.gz", "e.csv", "f.xml", "g.xml.bz2", "h.html", "i.jsonl"),
    ]
    assert all(p.message.endswith(".") and "\n" not in p.message for p in corpus.problems)


def test_the_reader_that_somebody_names_is_used_for_a_file(tmp_path):
    path = tmp_path / "story.orig"
    path.write_text(json.dumps({"text": _STORY}))
    assert [f.version.text for f in _read(path, Options(reader="json"))[0]] == [_STORY.strip() + "\n"]
    assert _read(path)[0][0].version.text.startswith("{")


def test_of_a_container_with_countless_problems_some_are_told_and_the_rest_counted(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n" * 1500 + json.dumps({"text": _STORY}))
    found, problems = _read(path)
    assert [f.key for f in found] == ["1501"]
    assert len(problems) == 101
    assert problems[-1] == f"{path}: 1,400 more of its texts could not be read."


def test_a_row_without_an_end_does_not_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "LONGEST_CELL", 1000)
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,One.\n2," + "Two. " * 1000 + "\n3,Three.\n")
    found, (problem,) = _read(path)
    assert [(f.key, f.version.text) for f in found] == [("1", "One."), ("3", "Three.")]
    assert "row 2 is longer than 0 MB" in problem


def test_what_unpacks_to_hundreds_of_times_its_size_is_refused_before_it_fills_the_memory(tmp_path):
    path = tmp_path / "a.json.gz"
    path.write_bytes(gzip.compress(b"[" + b" " * (24 << 20) + b"]"))
    tracemalloc.start()
    try:
        assert "more than 200 times its size" in _read(path)[1][0]
        assert tracemalloc.get_traced_memory()[1] < 10 << 20
    finally:
        tracemalloc.stop()


def _lines_gz(path: Path, rows: list[dict[str, str]]) -> None:
    packed = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    path.write_bytes(packed[: len(packed) // 2])


def _csv_gz(path: Path, rows: list[dict[str, str]]) -> None:
    packed = gzip.compress(("id,text\n" + "".join(f"{row['id']},{row['text']}\n" for row in rows)).encode())
    path.write_bytes(packed[: len(packed) // 2])


def _json_list(path: Path, rows: list[dict[str, str]]) -> None:
    written = json.dumps(rows)
    path.write_text(written[: len(written) // 2])


def _database(path: Path, rows: list[dict[str, str]]) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE stories (id, text)")
        connection.executemany("INSERT INTO stories VALUES (:id, :text)", rows)
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = b"\xff" * (len(data) - len(data) // 2)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "broken"), [("a.jsonl.gz", _lines_gz), ("a.csv.gz", _csv_gz), ("a.json", _json_list), ("a.db", _database)]
)
def test_what_breaks_off_gives_what_stands_before_that_and_is_tried_again(tmp_path, monkeypatch, name, broken):
    chance = random.Random(3)
    words = ["".join(chance.choices("abcdefghijklmnop", k=7)) for _ in range(2000)]
    rows = [{"id": str(n), "text": " ".join(chance.choices(words, k=40))} for n in range(400)]
    path = tmp_path / name
    broken(path, rows)
    catalogue = Catalogue(str(path), file=tmp_path / "index.sqlite")
    catalogue.refresh()
    read = catalogue.counts().documents
    assert 50 < read < 350
    (problem,) = catalogue.problems()
    assert any(remedy in problem.message for remedy in ("fetch it again", "is not JSON (line", ".recover"))
    tried = []
    real = filling.versions_in
    monkeypatch.setattr(
        filling, "versions_in", lambda place, options, after: tried.append(after) or real(place, options, after)
    )
    assert not catalogue.refresh()
    assert tried
    assert tried[0] != ""
    assert (catalogue.counts().documents, catalogue.problems()) == (read, [problem])


def test_what_could_be_read_the_second_time_is_no_problem_any_more(tmp_path, monkeypatch):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": f"{_STORY} It was day {n}."}) + "\n" for n in range(9)))
    real = filling.versions_in

    def failing(place, options, after):
        yield from islice(real(place, options, after), 4)
        yield Problem(place.path, "The disk failed.", breaks=True)

    catalogue = Catalogue(str(path), file=tmp_path / "index.sqlite")
    with monkeypatch.context() as failing_once:
        failing_once.setattr(filling, "versions_in", failing)
        catalogue.refresh()
    assert (catalogue.counts().documents, catalogue.counts().problems) == (4, 1)
    catalogue.refresh()
    assert (catalogue.counts().documents, catalogue.counts().problems) == (9, 0)


def test_a_container_in_which_there_is_nothing_is_a_note(tmp_path):
    names = ("a.jsonl", "b.json", "c.csv", "d.jsonl.gz", "e.txt", "f.html", "g.docx", "h.xml", "i.db")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "j.csv").write_text("id,text\n")
    found, problems = _read(tmp_path)
    assert found == []
    assert [sum(f"{os.sep}{name}" in problem for problem in problems) for name in (*names, "j.csv")] == [1] * 10
    assert not any("b''" in problem or "only nothing" in problem for problem in problems)


def test_a_number_of_thousands_of_digits_is_a_note(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{json.dumps({"text": _STORY})}\n{{"text": {"9" * 5000}}}\n{json.dumps({"text": _STORY})}')
    found, (problem,) = _read(path)
    assert [f.key for f in found] == ["1", "3"]
    assert "more digits than can be read" in problem
    (tmp_path / "b.json").write_text(f'[{{"text": {"9" * 5000}}}]')
    assert "too many digits" in _read(tmp_path / "b.json")[1][0]


def test_a_reader_that_fails_costs_what_it_was_reading_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").write_text(f"{json.dumps({'text': _STORY})}\n" * 3)
    (tmp_path / "b.txt").write_text(_STORY)
    real = lines.record_from

    def failing(entry, columns, key):
        if key == "2":
            raise ZeroDivisionError("a mistake\nof ours")
        return real(entry, columns, key)

    monkeypatch.setattr(lines, "record_from", failing)
    found, (problem,) = _read(tmp_path)
    assert [Path(f.path).name for f in found] == ["a.jsonl", "b.txt"]
    assert "its reader failed (ZeroDivisionError: a mistake of ours)" in problem


def test_what_lies_beside_a_database_in_use_is_passed_over_silently(tmp_path):
    (tmp_path / "a.txt").write_text(_STORY)
    for name in ("a.db-wal", "a.db-shm", "a.db-journal"):
        (tmp_path / name).write_bytes(b"\0")
    assert _read(tmp_path)[1] == []


def test_utf_16_without_a_mark_is_read_as_a_guess(tmp_path):
    for name in ("utf-16-le", "utf-16-be"):
        (tmp_path / "a.txt").write_bytes("Der Häfen fror über Nacht zu – “sagte” er.".encode(name))
        (found,), (note,) = _read(tmp_path)[0], _read(tmp_path)[0][0].version.notes
        assert found.version.text == "Der Häfen fror über Nacht zu – “sagte” er."
        assert f"was read as {name}, which is a guess" in note
    (tmp_path / "a.txt").write_bytes(b"\0\1\0\2\0\3" * 40)
    assert "it is not a text file" in _read(tmp_path)[1][0]


@posix_only
def test_names_with_escapes_line_ends_and_broken_characters_are_read_and_said_harmlessly(tmp_path):
    names = [
        b"esc\x1b]0;title\x07.txt",
        b"line\nend.txt",
        b"rtl\xe2\x80\xaegnp.txt",
        b"a#b.txt",
        b"-rf.txt",
        b"[red]m.txt",
    ]
    names += [b"inv\xff\xfealid.txt"] if sys.platform != "darwin" else []
    for number, name in enumerate(names):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text(f"{_STORY} Number {number}.")  # noqa: PTH118
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), b"empty " + name))).write_text("")  # noqa: PTH118
    corpus = open_corpus(tmp_path)
    assert sorted(os.fsencode(Path(d.path).name) for d in corpus.documents) == sorted(names)
    assert all(corpus.load(document).text.startswith(_STORY.strip()) for document in corpus.documents)
    assert len(corpus.problems) == len(names)
    assert all(problem.message.isprintable() for problem in corpus.problems)
