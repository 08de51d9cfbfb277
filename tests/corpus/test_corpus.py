"""A folder becomes a corpus of articles."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from diptych import open_corpus
from diptych.corpus.folder import natural
from diptych.corpus.index import filling
from diptych.corpus.opening import OpeningStoppedError
from diptych.errors import DiptychError
from diptych.paths import packaged

_BRIDGE = (
    "The old bridge over the Vell fell into the river at noon on Friday, an hour after the last bus had crossed it. "
    "Nobody was hurt. Engineers had warned the council in March that two of its piers were cracked."
)
_BRIDGE_2 = _BRIDGE.replace("Nobody was hurt.", "One man was slightly hurt.").replace("an hour", "two hours")
_FERRY = (
    "A ferry service will replace the bus from Monday, the harbour master said, with boats leaving both banks every "
    "twenty minutes until a temporary crossing has been built."
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a10.txt").write_text(_BRIDGE_2)
    (tmp_path / "zz.md").write_text("# Ferry to replace bus\n\n" + _FERRY)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a9").write_text(_BRIDGE)
    return tmp_path


def test_the_seeds_are_two_versions_of_one_article():
    corpus = open_corpus(packaged("seeds"))
    (article,) = corpus.articles
    assert len(article.documents) == 2
    assert article.title.startswith("Armenia, Azerbaijan Hold")
    assert article.evidence is not None
    assert article.evidence.share > 0.5
    assert article.why[0].endswith(" % of the shorter text's phrases stand in the longer one.")
    assert article.why[1].startswith("They share the rare phrase “")
    assert article.why[2] == "Both are dated 2022-11-08."
    assert corpus.problems == ()


def test_versions_are_found_by_content_and_put_in_natural_order(folder):
    corpus = open_corpus(folder)
    assert sorted([d.name for d in a.documents] for a in corpus.articles) == [["a9", "a10.txt"], ["zz.md"]]
    single = next(a for a in corpus.articles if len(a.documents) == 1)
    assert (single.title, single.why, single.evidence) == ("Ferry to replace bus", (), None)


def test_certain_dates_come_before_names(tmp_path):
    (tmp_path / "1.txt").write_text("2022-11-09\n\n" + _BRIDGE)
    (tmp_path / "2.txt").write_text("Nov. 8, 2022\n\n" + _BRIDGE_2)
    (article,) = open_corpus(tmp_path).articles
    assert [d.date for d in article.documents] == ["2022-11-08", "2022-11-09"]
    (tmp_path / "2.txt").write_text("08/11/2022\n\n" + _BRIDGE_2)
    (article,) = open_corpus(tmp_path).articles
    assert [d.name for d in article.documents] == ["1.txt", "2.txt"]


def test_a_document_keeps_its_opening_and_its_size_but_not_its_text(folder):
    documents = {d.name: d for d in open_corpus(folder).documents}
    assert documents["a9"].label == "The old bridge over the Vell fell into the river at noon on Friday, an hour"
    assert documents["a9"].size == len(_BRIDGE)
    assert documents["zz.md"].label == "Ferry to replace bus"


def test_a_corpus_reads_a_text_again_when_asked(folder):
    corpus = open_corpus(folder)
    document = corpus.documents[0]
    assert corpus.load(document).path == document.path
    for file in folder.rglob("a*"):
        file.unlink()
    with pytest.raises(DiptychError, match="no such file"):
        corpus.load(next(d for d in corpus.documents if d.name == "a9"))


def test_one_bad_file_is_a_problem_and_the_rest_opens(folder):
    (folder / "bad.txt").write_bytes(b"\0\1")
    (folder / "empty.txt").write_bytes(b"")
    corpus = open_corpus(folder)
    assert len(corpus.documents) == 3
    assert [problem.path for problem in corpus.problems] == [str(folder / "bad.txt"), str(folder / "empty.txt")]
    assert "not a text file" in corpus.problems[0].message


def test_files_of_other_kinds_are_counted_in_one_note(folder):
    for name in ("a.png", "b.PNG", "c.pdf"):
        (folder / name).write_bytes(b"\0")
    (problem,) = open_corpus(folder).problems
    assert problem.message == "3 files of other kinds were left out: .pdf, .png"


def test_hidden_files_and_folders_are_passed_over_silently(folder):
    (folder / ".hidden.txt").write_text(_FERRY)
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(_FERRY)
    corpus = open_corpus(folder)
    assert len(corpus.documents) == 3
    assert corpus.problems == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_linked_folders_are_not_followed(folder):
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    corpus = open_corpus(folder)
    assert len(corpus.documents) == 3
    assert [p.message.partition(": ")[2] or p.message for p in corpus.problems] == [
        "there is no such file; check the path.",
        "1 linked folder was not followed.",
    ]


def test_a_single_file_is_a_corpus_of_one(folder):
    (article,) = open_corpus(folder / "a10.txt").articles
    assert [d.name for d in article.documents] == ["a10.txt"]


def test_a_folder_with_nothing_readable_is_said(tmp_path):
    with pytest.raises(DiptychError, match="holds no files"):
        open_corpus(tmp_path)
    (tmp_path / "x.png").write_bytes(b"\0")
    with pytest.raises(DiptychError, match="left out"):
        open_corpus(tmp_path)
    with pytest.raises(DiptychError, match="no such file"):
        open_corpus(tmp_path / "none")


def test_progress_is_told_and_opening_can_be_stopped(folder, monkeypatch):
    monkeypatch.setattr(filling, "_OFTEN", 0)
    told: list[tuple[int, int]] = []
    open_corpus(folder, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    with pytest.raises(OpeningStoppedError):
        open_corpus(
            folder,
            keep=False,
            progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: bool(told),
        )
    assert told == [(1, 3)]


def test_opening_twice_gives_the_same_corpus(folder):
    one, other = open_corpus(folder), open_corpus(folder)
    assert list(one.articles) == list(other.articles)
    assert list(one.documents) == list(other.documents)


def test_natural_order_counts_numbers():
    assert natural("x²") > natural("x2")
    assert sorted(["v10", "V2", "v1", "10", "9", "v1b"], key=natural) == ["9", "10", "v1", "v1b", "V2", "v10"]


def test_a_corpus_is_read_once_and_then_opened_from_its_index(folder, monkeypatch):
    open_corpus(folder).close()
    monkeypatch.setattr(filling, "versions_in", lambda *_: pytest.fail("read again"))
    with open_corpus(folder) as corpus:
        assert len(corpus.articles) == 2
        assert [d.name for d in corpus.documents] == ["a9", "a10.txt", "zz.md"]
        assert [corpus.documents[at].name for at in (0, 2, -2)] == ["a9", "zz.md", "a10.txt"]
        assert [d.name for d in corpus.documents[1:]] == ["a10.txt", "zz.md"]
        assert corpus.articles[-1].title == "Ferry to replace bus"
        assert corpus.load(corpus.documents[0]).text == _BRIDGE
        with pytest.raises(IndexError):
            corpus.articles[2]


def test_of_a_corpus_that_is_not_kept_nothing_is_left(folder, tmp_path_factory, monkeypatch):
    passing = tmp_path_factory.mktemp("passing")
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    with open_corpus(folder, keep=False) as corpus:
        assert len(corpus.documents) == 3
        assert list(passing.iterdir()) != []
    assert list(passing.iterdir()) == []
    assert list(Path(os.environ["DIPTYCH_CACHE"]).iterdir()) == []


def test_a_corpus_opens_where_nothing_can_be_kept(folder, tmp_path_factory, monkeypatch):
    file = tmp_path_factory.mktemp("no") / "folder"
    file.write_text("a file")
    monkeypatch.setenv("DIPTYCH_CACHE", str(file))
    assert len(open_corpus(folder).documents) == 3


def test_documents_are_called_as_the_corpus_was_called(folder, monkeypatch):
    (folder / "bad.txt").write_bytes(b"\0\1")
    monkeypatch.chdir(folder.parent)
    for called, expected in (
        (folder.name, f"{folder.name}{os.sep}zz.md"),
        (f"{folder.name}{os.sep}zz.md", f"{folder.name}{os.sep}zz.md"),
        (str(folder), str(folder / "zz.md")),
    ):
        corpus = open_corpus(called)
        assert corpus.documents[-1].address == expected
        assert corpus.load(corpus.documents[-1]).title == "Ferry to replace bus"
        assert all(called in p.message and p.path.startswith(called) for p in corpus.problems)
    monkeypatch.chdir(folder)
    assert open_corpus(".").documents[-1].address == os.path.join(".", "zz.md")  # noqa: PTH118
