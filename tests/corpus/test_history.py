"""Git as a store of versions: a file's history, a repository's, and repositories that mean harm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from diptych import open_corpus
from diptych.corpus.reading import documents, load, read_version
from diptych.corpus.records import Filed, Options, Problem
from diptych.errors import DiptychError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
_HISTORY = Options(reader="history")


class _Repository:
    def __init__(self, folder):
        self.folder = folder
        self.day = 0
        self.git("init", "-q", "-b", "main", str(folder))

    def git(self, *argv):
        self.day += 1
        when = f"2022-05-{self.day:02}T10:00:00+00:00"
        done = subprocess.run(
            ["git", "-C", str(self.folder), "-c", "user.name=A", "-c", "user.email=a@b.c", *argv],
            env={**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode().strip()

    def commit(self, subject, **files):
        for name, text in files.items():
            path = self.folder / name.replace("__", "/").replace("_md", ".md")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, newline="\n")
        self.git("add", "-A")
        self.git("commit", "-qm", subject)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "repo"
    folder.mkdir()
    return _Repository(folder)


def test_two_revisions_are_a_corpus_of_what_differs_between_them_each_with_an_address(repository):
    repository.commit("First", texts__a_md="The harbour froze.\n", texts__b_md="It rained.\n", c_md="It snowed.\n")
    repository.commit("Second", texts__a_md="The harbour thawed.\n", texts__d_md="It hailed.\n", c_md="It shone.\n")
    options = Options(reader="history", query="HEAD~1..HEAD")

    def names(where, options):
        return [found.key.partition(":")[2] for found in documents(where, options) if isinstance(found, Filed)]

    assert names(repository.folder, options) == ["c.md", "c.md", "texts/a.md", "texts/a.md", "texts/d.md"]
    assert names(repository.folder / "texts", options) == ["texts/a.md", "texts/a.md", "texts/d.md"]
    only = Options(reader="history", query="HEAD~1..HEAD texts/a.md")
    assert names(repository.folder, only) == ["texts/a.md", "texts/a.md"]
    for found in documents(repository.folder / "texts", options):
        assert load(found.path, found.key, options) == found.version
    with open_corpus(repository.folder, options=options, keep=False) as corpus:
        assert [len(article.documents) for article in corpus.articles] == [2, 2, 1]
        assert [document.number for document in corpus.articles[1].documents] == [1, 2]


_LONG = """The harbour froze on Monday.
It had not done so in thirty years.
The boats lay idle along the quay.
Children skated between them.
"""


def _read(path, options=None):
    found = list(documents(path, options))
    return [f for f in found if isinstance(f, Filed)], [f.message for f in found if isinstance(f, Problem)]


def test_every_commit_that_changed_a_file_is_a_version_and_renames_are_followed(repository):
    first = repository.commit("Begin", ice_md=_LONG, other_md="A ferry sails.\n")
    repository.commit("Another file", other_md="A ferry sails at noon.\n")
    repository.git("mv", "ice.md", "frost.md")
    repository.commit("Only rename")
    last = repository.commit("Correct the day: " + "long " * 30, frost_md=_LONG.replace("Monday", "Tuesday"))
    path = repository.folder / "frost.md"
    corpus = open_corpus(path, options=_HISTORY)
    (article,) = corpus.articles
    assert [d.key for d in article.documents] == [f"{first[:12]}:ice.md", f"{last[:12]}:frost.md"]
    assert article.documents[0].name == f"{first[:7]} Begin"
    assert [d.date[:10] for d in article.documents] == sorted(d.date[:10] for d in article.documents)
    assert "Tuesday" in corpus.load(article.documents[1]).text
    assert read_version(f"{path}#{last[:12]}:frost.md", _HISTORY) == corpus.load(article.documents[1])


def test_a_repository_is_its_prose_files_with_their_histories(repository):
    repository.commit("Begin", ice_md=_LONG, docs__ferry_md="A ferry sails.\n", code="x = 1\n", once_md="Only once.\n")
    repository.git("mv", "ice.md", "frost.md")
    repository.commit("Rename and correct", frost_md=_LONG.replace("Monday", "Tuesday"), docs__ferry_md="It sails.\n")
    (repository.folder / "frost.md").write_text(_LONG.replace("Monday", "Friday"), newline="\r\n")
    (repository.folder / "docs" / "ferry.md").write_text("It sails.\n", newline="\r\n")
    (repository.folder / "new.md").write_text("Not known to git.\n")
    found, problems = _read(repository.folder)
    assert problems == []
    told = [(f.key.partition(":")[2], f.article.rpartition("#")[2], f.number) for f in found]
    assert sorted(told) == [
        ("docs/ferry.md", "docs/ferry.md", 1),
        ("docs/ferry.md", "docs/ferry.md", 2),
        ("frost.md", "frost.md", 2),
        ("frost.md", "frost.md", 3),
        ("ice.md", "frost.md", 1),
        ("new.md", "", None),
        ("once.md", "", None),
    ]
    now = next(f for f in found if f.key == "now:frost.md")
    assert "Friday" in now.version.text
    assert [load(f.path, f.key) for f in found] == [f.version for f in found]
    bare = repository.folder.parent / "bare.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(repository.folder), str(bare)], check=True)
    assert len(_read(bare)[0]) == 5


def test_a_deleted_file_keeps_its_history_and_one_called_as_it_once_was_is_another(repository):
    repository.commit("Begin", a_md=_LONG)
    repository.commit("Correct", a_md=_LONG + "More.\n")
    repository.git("mv", "a.md", "b.md")
    repository.commit("Rename")
    repository.commit("A new one of the old name", a_md="Something else altogether, about the ferry to the island.\n")
    repository.git("rm", "-q", "b.md")
    repository.commit("Delete")
    found, _ = _read(repository.folder)
    assert sorted((f.key.partition(":")[2], f.article.rpartition("#")[2]) for f in found) == [
        ("a.md", ""),
        ("a.md", "b.md"),
        ("a.md", "b.md"),
    ]


def test_a_repository_can_be_read_as_a_folder_and_one_without_commits_is(repository):
    (repository.folder / "a.txt").write_text(_LONG)
    assert [f.key for f in _read(repository.folder)[0]] == [""]
    repository.commit("Begin")
    repository.commit("Change", ice_md=_LONG)
    assert [f.key for f in _read(repository.folder, Options(reader="folder"))[0]] == ["", ""]


def test_what_has_no_history_is_a_sentence(repository, tmp_path):
    repository.commit("Begin", ice_md=_LONG)
    (repository.folder / "new.md").write_text("x")
    assert "has no history" in _read(repository.folder / "new.md", _HISTORY)[1][0]
    (tmp_path / "outside.md").write_text("x")
    assert "git cannot read" in _read(tmp_path / "outside.md", _HISTORY)[1][0]
    with pytest.raises(DiptychError, match="git cannot read"):
        load(repository.folder, "abc123abc123:ice.md")
    with pytest.raises(DiptychError, match="it is a folder"):
        load(repository.folder, "")


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows has not")
def test_hostile_names_are_only_names(repository, tmp_path):
    names = ["-rf.md", "--output=x.md", "a b.md", "[a].md", "*.md", ":(top)x.md", "é\x1b[2J.md", "sub/HEAD.md"]
    for text in ("One.\n", "One. Two.\n"):
        for name in names:
            (repository.folder / name).parent.mkdir(exist_ok=True)
            (repository.folder / name).write_text(f"{name}: {text}")
        repository.commit("x\x01y\x02z")
    found, problems = _read(repository.folder)
    assert problems == []
    assert len(found) == 2 * len(names)
    for name in names:
        history, _ = _read(repository.folder / name, _HISTORY)
        assert [f.version.text for f in history] == [f"{name}: One.\n", f"{name}: One. Two.\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_nothing_that_a_repository_names_is_run(repository, monkeypatch):
    trap = repository.folder.parent / "trap.sh"
    sprung = repository.folder.parent / "sprung"
    trap.write_text(f"#!/bin/sh\necho sprung > '{sprung}'\ncat\n")
    trap.chmod(0o755)
    repository.commit("Begin", ice_md=_LONG)
    repository.commit("Change", ice_md=_LONG + "More.\n")
    (repository.folder / ".gitattributes").write_text("*.md diff=trap filter=trap merge=trap\n")
    diff = ("diff.trap.textconv", "diff.trap.command", "diff.external", "filter.trap.clean", "filter.trap.smudge")
    for name in (*diff, "core.pager", "core.fsmonitor", "core.sshCommand", "core.editor", "gpg.program", "pager.log"):
        repository.git("config", name, str(trap))
    (repository.folder / "ice.md").write_text(_LONG + "Even more.\n")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert len(_read(repository.folder)[0]) == 3
    assert len(_read(repository.folder / "ice.md", _HISTORY)[0]) == 3
    assert not sprung.exists()
