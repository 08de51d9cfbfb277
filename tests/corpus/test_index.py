"""A corpus through its index."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from diptych import open_corpus
from diptych.corpus import corrections, database
from diptych.corpus.index import store
from diptych.corpus.index.catalogue import ORDERS, Catalogue
from diptych.corpus.index.store import FORM, IndexBusyError, index_file
from diptych.corpus.records import Options
from diptych.corpus.sketches import SKETCH_FORM
from diptych.errors import DiptychError

_BRIDGE = (
    "The old bridge over the Vell fell into the river at noon on Friday, an hour after the last bus had crossed it. "
    "Nobody was hurt. Engineers had warned the council in March that two of its piers were cracked."
)
_FERRY = (
    "A ferry service will replace the bus from Monday, the harbour master said, with boats leaving both banks every "
    "twenty minutes until a temporary crossing has been built."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "stories"
    (place / "sub").mkdir(parents=True)
    (place / "a10.txt").write_text("2022-11-09\n\n" + _BRIDGE.replace("Nobody", "One man"))
    (place / "sub" / "a9.txt").write_text("2022-11-08\n\n" + _BRIDGE)
    (place / "zz.md").write_text("# Ferry to replace bus\n\n" + _FERRY)
    return place


def _read(folder: Path) -> Catalogue:
    catalogue = Catalogue(str(folder))
    catalogue.refresh()
    return catalogue


def _names(catalogue: Catalogue) -> list[list[str]]:
    return [[d.name for d in catalogue.article(number).documents] for number in catalogue.places()]


def test_the_index_has_the_articles_that_the_corpus_has(folder: Path) -> None:
    catalogue, corpus = _read(folder), open_corpus(folder)
    found = [catalogue.article(number) for number in catalogue.places()]
    assert [article.documents for article in found] == [article.documents for article in corpus.articles]
    assert [article.evidence for article in found] == [article.evidence for article in corpus.articles]
    assert (catalogue.counts().articles, catalogue.counts().documents) == (2, 3)


def test_only_what_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _read(folder).close()
    from diptych.corpus.index import filling

    read: list[str] = []
    real = filling.versions_in

    def watched(place: filling.Place, options: Options, after: str) -> object:
        read.append(Path(place.path).name)
        return real(place, options, after)

    monkeypatch.setattr(filling, "versions_in", watched)
    assert not Catalogue(str(folder)).refresh()
    assert read == []
    (folder / "zz.md").write_text("# Ferry begins\n\n" + _FERRY)
    (folder / "new.txt").write_text("Something else altogether is said in this text here.")
    (folder / "a10.txt").unlink()
    catalogue = Catalogue(str(folder))
    assert catalogue.refresh()
    assert sorted(read) == ["new.txt", "zz.md"]
    assert sorted(_names(catalogue)) == [["a9.txt"], ["new.txt"], ["zz.md"]]


def test_a_folder_that_is_gone_takes_its_documents_along(folder: Path) -> None:
    _read(folder).close()
    (folder / "sub" / "a9.txt").unlink()
    (folder / "sub").rmdir()
    assert _names(_read(folder)) == [["a10.txt"], ["zz.md"]]


def test_what_was_read_before_it_was_stopped_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from diptych.corpus.index import filling

    read: list[filling.Place] = []
    real = filling.versions_in

    def watched(place: filling.Place, options: Options, after: str) -> object:
        read.append(place)
        return real(place, options, after)

    monkeypatch.setattr(filling, "versions_in", watched)
    catalogue = Catalogue(str(folder))
    catalogue.refresh(stopped=lambda: len(read) > 1)
    assert catalogue.counts().documents == 1
    catalogue.refresh()
    assert catalogue.counts().documents == 3


@pytest.mark.parametrize("broken", [b"no database at all", b""])
def test_a_broken_index_is_made_again(folder: Path, broken: bytes) -> None:
    _read(folder).close()
    Path(index_file(str(folder))).write_bytes(broken)
    assert len(_names(_read(folder))) == 2


def test_an_index_of_another_version_is_made_again(folder: Path) -> None:
    _read(folder).close()
    connection = sqlite3.connect(index_file(str(folder)))
    connection.execute("UPDATE meta SET value = 'older' WHERE name = 'form'")
    connection.execute("DELETE FROM member")
    connection.commit()
    connection.close()
    assert len(_names(_read(folder))) == 2


def test_versions_of_the_same_name_are_called_by_their_folders_too(tmp_path: Path) -> None:
    for place in ("may/1/story.txt", "may/2/story.txt", "june/2/story.txt", "june/2/other.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(_BRIDGE + place)
    catalogue = _read(tmp_path)
    (number,) = catalogue.places()
    documents = catalogue.article(number).documents
    assert sorted(document.name for document in documents) == [
        "june/2/story.txt",
        "may/1/story.txt",
        "may/2/story.txt",
        "other.txt",
    ]
    assert [catalogue.load(document).name for document in documents] == [document.name for document in documents]
    assert set(documents) == set(catalogue.documents())


def test_an_article_is_told_by_any_of_its_versions_whatever_their_files_are_called(folder: Path) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in (("\udce9", _BRIDGE), ("b", _FERRY))]
    (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    catalogue = _read(folder)
    for number in catalogue.places():
        assert {catalogue.holding(document) for document in catalogue.article(number).documents} == {number}
    gone = dataclasses.replace(catalogue.documents()[0], path="caf\udce9.txt")
    assert catalogue.holding(gone) is None


def test_two_may_have_the_same_index_open(folder: Path) -> None:
    one, other = Catalogue(str(folder)), Catalogue(str(folder))
    one.refresh()
    assert _names(other) == _names(one)
    (folder / "zz.md").unlink()
    other.refresh()
    assert len(_names(one)) == 1


def test_a_second_program_says_that_another_one_writes_and_reads_what_there_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = _read(folder)
    there = _names(catalogue)
    monkeypatch.setattr(store, "_BUSY", 0.01)
    (folder / "new.txt").write_text(_FERRY)
    with contextlib.closing(store.connect(catalogue.file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(IndexBusyError, match="Another diptych"):
            catalogue.refresh()
        with pytest.raises(IndexBusyError, match="once that is done"):
            catalogue.correct(corrections.read(catalogue.path))
        assert _names(catalogue) == there
        other.execute("ROLLBACK")
    assert catalogue.refresh()


_FIRST_PAGE = """
from diptych.corpus.index.catalogue import Catalogue
catalogue = Catalogue(sys.argv[1])
assert len(catalogue.listed(catalogue.places()[:60])) == 2
"""


def test_an_index_gives_its_first_page_with_nothing_imported_but_a_database_a_digest_and_a_lock(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "linux":  # elsewhere platformdirs is asked where the cache is, unless another one is named
        monkeypatch.delenv("DIPTYCH_CACHE")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    _read(folder).close()

    def imported(by: str) -> set[str]:
        command = [sys.executable, "-c", f"import sys\n{by}\nprint(*sys.modules)", str(folder)]
        return set(subprocess.check_output(command, encoding="utf-8", timeout=60).split())

    more = imported(_FIRST_PAGE) - imported("import __future__, array, hashlib, sqlite3, threading")
    assert {name for name in more if not name.startswith("diptych")} == set()
    assert not more & {"diptych.model", "diptych.corpus.records"}


def test_nothing_is_written_into_the_corpus(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    _read(folder)
    assert sorted(folder.rglob("*")) == before


def test_articles_are_narrowed_down_sorted_and_searched(folder: Path) -> None:
    catalogue = _read(folder)
    (bridge, ferry) = catalogue.places()
    assert list(catalogue.places(wanted="FERRY bus")) == [ferry]
    assert list(catalogue.places(wanted="2022-11")) == [bridge]
    assert list(catalogue.places(words="piers")) == [bridge]
    assert list(catalogue.places(words='no" such')) == []
    for order in ORDERS:
        assert sorted(catalogue.places(order)) == [bridge, ferry]
    assert list(catalogue.places("most versions")) == [bridge, ferry]


def test_a_list_that_is_no_longer_wanted_is_given_up(folder: Path) -> None:
    catalogue = _read(folder)
    assert len(catalogue.places("title", "b")) == 2
    connection = sqlite3.connect(catalogue.file)
    connection.executemany(
        "INSERT INTO article (title, versions, look) VALUES (?, 1, 'b')", [(str(n),) for n in range(20_000)]
    )
    connection.commit()
    connection.close()
    assert len(catalogue.places("title", "b")) == 20_002
    assert len(catalogue.places("title", "b", stopped=lambda: True)) == 0


def test_the_texts_are_searched_where_sqlite_has_no_index_of_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "cafe.txt").write_text("The café on the quay isn't open on Mondays, its owner says.")
    searches = ["piers", "Vell PIERS", "ferry piers", "pier", "cafe", "isn't", "t isn", 'no" such']
    indexed = _read(folder)
    found = [[indexed.article(n).title for n in indexed.places(words=words)] for words in searches]
    assert [bool(titles) for titles in found] == [True, True, False, False, True, True, True, False]
    indexed.close()
    Path(index_file(str(folder))).unlink()
    monkeypatch.setattr(store, "_FULL_TEXT", "CREATE VIRTUAL TABLE spoken USING nothing_of_the_kind(plain)")
    plain = _read(folder)
    assert not plain.has_full_text
    assert [[plain.article(n).title for n in plain.places(words=words)] for words in searches] == found
    (folder / "cafe.txt").unlink()
    plain.refresh()
    assert not plain.places(words="cafe")


def test_the_indexes_of_corpora_that_are_gone_are_swept_out_after_a_week(folder: Path, tmp_path: Path) -> None:
    def index_of(name: str, age: float) -> Path:
        place = tmp_path / name
        place.mkdir()
        (place / "one.txt").write_text(_FERRY)
        catalogue = _read(place)
        catalogue.close()
        file = Path(catalogue.file)
        for beside in file.parent.glob(f"{file.stem}.*"):
            os.utime(beside, (time.time() - age,) * 2)
        return file

    week = 8 * 24 * 60 * 60
    old, fresh, there = index_of("old", week), index_of("fresh", 0), index_of("there", week)
    shutil.rmtree(tmp_path / "old")
    shutil.rmtree(tmp_path / "fresh")
    _read(folder).close()
    assert [file.exists() for file in (old, fresh, there)] == [False, True, True]
    assert not list(old.parent.glob(f"{old.stem}*"))


def test_how_much_changed_is_remembered(folder: Path) -> None:
    catalogue = _read(folder)
    catalogue.changed(1, 1, 4)
    (found,) = catalogue.listed([1])
    assert (found.versions, found.earliest, found.latest) == (2, "2022-11-08", "2022-11-09")
    assert (found.changed, found.sentences) == (1, 4)


def test_what_a_person_said_outlives_the_index(folder: Path) -> None:
    catalogue = _read(folder)
    said = corrections.read(str(folder)).with_apart("sub/a9.txt", ["a10.txt"])
    catalogue.correct(said.with_together(["a10.txt", "zz.md"]))
    expected = [["a10.txt", "zz.md"], ["a9.txt"]]
    assert _names(catalogue) == expected
    catalogue.close()
    Path(index_file(str(folder))).unlink()
    assert _names(_read(folder)) == expected
    assert corrections.read(str(folder)).apart == {("a10.txt", "sub/a9.txt")}


def test_what_a_person_said_outweighs_what_the_container_says(tmp_path: Path) -> None:
    place = tmp_path / "stories"
    place.mkdir()
    rows = [
        ("bridge", 1, _BRIDGE),
        ("bridge", 2, _BRIDGE + " It rained."),
        ("bridge", 3, "A kite flew over the dunes."),
    ]
    lines = [json.dumps({"article_id": a, "version": v, "text": text}) for a, v, text in rows]
    (place / "told.jsonl").write_text("\n".join(lines))
    (place / "ferry.txt").write_text(_FERRY)
    catalogue = _read(place)
    assert sorted(map(len, _names(catalogue))) == [1, 3]
    first, second, kite = (corrections.named(str(place), d.address) for d in catalogue.article(2).documents)
    said = corrections.Said().with_apart(kite, [first, second]).with_together([kite, "ferry.txt"])
    catalogue.correct(said)
    found = [catalogue.article(number) for number in catalogue.places()]
    gathered = {frozenset(corrections.named(str(place), d.address) for d in article.documents) for article in found}
    assert gathered == {frozenset({first, second}), frozenset({kite, "ferry.txt"})}


def test_a_correction_written_by_hand_is_heeded(folder: Path) -> None:
    _read(folder).close()
    file = corrections.corrections_file(str(folder))
    file.parent.mkdir(parents=True)
    file.write_text('[[together]]\ndocuments = ["a10.txt", "zz.md"]\n')
    assert len(_names(_read(folder))) == 1
    file.write_text("[[together]]\ndocuments = 1\n")
    with pytest.raises(DiptychError, match="cannot be read"):
        _read(folder)


def test_problems_are_kept_until_they_are_mended(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\0\1")
    catalogue = _read(folder)
    (problem,) = catalogue.problems()
    assert problem.path == str(folder / "bad.txt")
    (folder / "bad.txt").unlink()
    assert _read(folder).problems() == []


def test_a_database_in_use_is_read_again_when_its_log_grows(tmp_path: Path) -> None:
    path = tmp_path / "live.db"
    live = sqlite3.connect(path, isolation_level=None)
    live.execute("PRAGMA journal_mode = WAL")
    live.execute("CREATE TABLE t (text)")
    live.execute("INSERT INTO t VALUES (?)", (_BRIDGE,))
    first = _read(path)
    assert first.counts().documents == 1
    first.close()
    live.execute("INSERT INTO t VALUES (?)", (_FERRY,))
    again = _read(path)
    assert again.counts().documents == 2
    again.close()
    live.close()


def test_an_index_says_which_sketches_it_has() -> None:
    assert FORM.split()[1] == str(SKETCH_FORM)


def test_what_could_not_be_read_is_tried_again_though_the_file_stays_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = sqlite3.connect(folder / "locked.db", isolation_level=None)
    locked.execute("CREATE TABLE t (text)")
    locked.execute("INSERT INTO t VALUES ('The quay was closed for the night.')")
    locked.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(database, "PATIENCE", 0)
    catalogue = _read(folder)
    assert "another program has locked it" in catalogue.problems()[0].message
    locked.execute("ROLLBACK")
    locked.close()
    assert catalogue.refresh()
    assert catalogue.problems() == []
    assert ["locked.db#1"] in _names(catalogue)
    assert not catalogue.refresh()
