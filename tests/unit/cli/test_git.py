"""diptych beside a real git: revisions compared, diffs piped in, and git taught to call it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command import NEW, OLD, Command
from diptych.cli import terminal
from diptych.cli.opening import Opening
from diptych.corpus.index.catalogue import Catalogue
from diptych.corpus.records import Options

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


class Repository:
    """A repository with a home of its own, in which nothing of the machine's settings holds."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "repo"
        self.folder.mkdir()
        tools = home / "bin"
        tools.mkdir()
        launcher = tools / "diptych"
        launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m diptych "$@"\n')
        launcher.chmod(0o755)
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XDG_"))}
        self.environment = clean | {
            "HOME": str(home),
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PAGER": "cat",
            "COLUMNS": "100",
        }
        for name, value in {"user.name": "Ada", "user.email": "ada@example.org"}.items():
            self("config", "--global", name, value)
        self("init", "-q")

    def __call__(self, *arguments: str) -> str:
        return self.run("git", *arguments)

    def run(self, *command: str, status: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, input=b"", timeout=60, check=False
        )
        assert done.returncode == status, done.stderr.decode()
        return done.stdout.decode() + done.stderr.decode()

    def commit(self, **files: str) -> None:
        for name, text in files.items():
            (self.folder / name.replace("_", ".")).write_bytes(text.encode())
        self("add", "--all")
        self("commit", "-q", "-m", "A change")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    made.commit(story_md=OLD, tool_py="x = 1\n")
    made.commit(story_md=NEW, tool_py="x = 2\n")
    return made


def test_a_file_is_compared_at_two_revisions(repository: Repository, diptych: Command) -> None:
    ran = diptych(repository.folder, "HEAD~1..HEAD", "--", "story.md")
    assert (ran.status, ran.err) == (1, "")
    assert "Monday" in ran.text
    assert "Tuesday" in ran.text
    assert diptych(repository.folder, "HEAD~1..").text == ran.text
    assert diptych("stat", repository.folder, "HEAD..HEAD~1", "story.md").text.count("1 reworded") == 1


def test_a_renamed_file_is_found_under_either_name(repository: Repository, diptych: Command) -> None:
    repository("mv", "story.md", "tale.md")
    repository.commit(tale_md=NEW.replace("Springfield", "Shelbyville"))
    for name in ("story.md", "tale.md"):
        ran = diptych(repository.folder, "HEAD~1..HEAD", "--", name)
        assert ran.status == 1
        assert "Shelbyville" in ran.text


def test_several_changed_files_are_printed_one_after_the_other(repository: Repository, diptych: Command) -> None:
    repository.commit(story_md=OLD, other_txt="A new text.\n")
    ran = diptych(repository.folder, "HEAD~1..HEAD")
    assert ran.status == 1
    assert ran.text.count("0 unaccounted") == 4
    assert diptych(repository.folder, "HEAD~1..HEAD", "--export", "json").status == 2


@pytest.mark.parametrize("changed", [{"story_md": OLD}, {"story_md": OLD, "notes_md": "It rained.\n"}])
def test_revisions_are_opened_on_the_screen(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str]
) -> None:
    repository.commit(notes_md="It snowed.\n")
    repository.commit(**changed)
    shown: list[object] = []

    def run(
        paths: tuple[str, ...], pair: object = None, reading: Options | None = None, *, watching: bool, called: str = ""
    ) -> int:
        if not paths:
            shown.append(pair)
            return 0
        assert called == f"{repository.folder.name} HEAD~1..HEAD"
        catalogue = Catalogue(paths[0], reading)
        catalogue.refresh()
        shown.extend(catalogue.article(number).documents for number in catalogue.places())
        catalogue.close()
        shown.append(Path(catalogue.file))
        return 0

    monkeypatch.setattr("diptych.app.main.run", run)
    monkeypatch.setattr(terminal, "has_screen", lambda: True)
    monkeypatch.setattr(terminal, "take_keyboard", lambda: None)
    assert Opening((str(repository.folder), "HEAD~1..HEAD")).run() == 0
    if len(changed) == 1:
        assert len(shown) == 1
    else:
        file = shown.pop()
        assert isinstance(file, Path)
        assert not list(file.parent.glob(f"{file.stem}*"))
        documents = [document for found in shown if isinstance(found, tuple) for document in found]
        commits = [repository("rev-parse", name).strip()[:12] for name in ("HEAD~1", "HEAD")]
        there = [f"{repository.folder}#{commit}:{name}" for name in ("notes.md", "story.md") for commit in commits]
        assert [document.address for document in documents] == there


@pytest.mark.parametrize("revisions", ["nothing..HEAD", "HEAD..HEAD"])
def test_what_is_no_difference_between_revisions_is_a_sentence(
    repository: Repository, diptych: Command, revisions: str
) -> None:
    ran = diptych(repository.folder, revisions)
    assert ran.status == 2
    assert ran.err.startswith("diptych: ")
    assert ran.err.count("\n") == 1


def test_a_diff_of_prose_can_be_piped_in(repository: Repository, diptych: Command) -> None:
    ran = diptych(stdin=repository("show", "--color=always"))
    assert ran.status == 1
    assert "Monday" in ran.text
    assert "Tuesday" in ran.text
    assert "Only the passages that the diff holds are compared" in " ".join(ran.text.split())
    assert ran.err == "diptych: tool.py is left out: it is not prose that diptych reads.\n"


@pytest.mark.parametrize(
    ("piped", "said"),
    [
        ("Some words.\n", "is not a unified diff"),
        ("--- a/x.md\n+++ b/x.md\n@@ -1,9 +1,9 @@\n-a\n", "Cannot read this diff"),
        ("diff --cc x.md\n--- a/x.md\n+++ b/x.md\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n -b\n++c\n", "git show -m"),
        ("--- a/x.py\n+++ b/x.py\n@@ -1 +1 @@\n-a\n+b\n", "x.py is left out"),
    ],
)
def test_what_is_no_diff_of_prose_is_refused_in_a_sentence(diptych: Command, piped: str, said: str) -> None:
    ran = diptych(stdin=piped)
    assert (ran.status, ran.out) == (2, b"")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_quoted_path_and_a_missing_line_end_are_understood(diptych: Command) -> None:
    diff = (
        '--- "a/caf\\303\\251.md"\n+++ "b/caf\\303\\251.md"\n@@ -1 +1 @@\n-Was.\n\\ No newline at end of file\n+Is.\n'
    )
    ran = diptych(stdin=diff)
    assert ran.text.startswith("--- café.md\n+++ café.md\n")
    assert "newline" not in ran.text


@pytest.mark.skipif(os.name == "nt", reason="the launcher is a shell script")
class TestSetUp:
    """What ``diptych git-setup`` writes, as git itself then behaves."""

    def test_difftool_calls_diptych(self, repository: Repository) -> None:
        told = repository.run("diptych", "git-setup", "--yes")
        assert "difftool.diptych.cmd" in told
        shown = repository("difftool", "-y", "-t", "diptych", "HEAD~1", "--", "story.md")
        assert shown.startswith("--- story.md (old)\n+++ story.md (new)\n")
        assert "Tuesday" in shown

    def test_a_plain_diff_of_prose_goes_through_diptych_and_of_code_does_not(self, repository: Repository) -> None:
        repository.run("diptych", "git-setup", "--prose", "--yes")
        shown = repository("diff", "HEAD~1")
        assert "1 reworded" in shown
        assert "+x = 2" in shown
        (repository.folder / "new.txt").write_text("A new text.\n")
        (repository.folder / "story.md").unlink()
        repository("add", "--all")
        assert "1 inserted" in repository("diff", "--cached")

    def test_what_cannot_be_read_does_not_end_the_diff(self, repository: Repository) -> None:
        (repository.folder / "story.md").write_bytes(b"\0\1\2")
        shown = repository("-c", "diff.external=diptych git-diff", "diff")
        assert "it is not a text file" in shown

    def test_undo_leaves_what_others_wrote(self, repository: Repository) -> None:
        attributes = repository.home / ".config" / "git" / "attributes"
        attributes.parent.mkdir(parents=True)
        attributes.write_bytes(b"*.png binary")
        before = repository("config", "--global", "--list")
        repository.run("diptych", "git-setup", "--prose", "--yes")
        repository.run("diptych", "git-setup", "--prose", "--yes")
        assert attributes.read_text().count("*.md diff=diptych") == 1
        repository.run("diptych", "git-setup", "--undo", "--yes")
        assert attributes.read_bytes() == b"*.png binary\n"
        assert repository("config", "--global", "--list") == before

    def test_it_can_hold_for_one_repository_only(self, repository: Repository) -> None:
        repository.run("diptych", "git-setup", "--prose", "--local", "--yes")
        assert "diptych" not in repository("config", "--global", "--list")
        assert "1 reworded" in repository("diff", "HEAD~1")

    def test_nobody_is_asked_where_nobody_can_answer(self, repository: Repository) -> None:
        assert "add --yes" in repository.run("diptych", "git-setup", status=2)

    def test_git_shows_sentences_where_diptych_converts_the_text(self, repository: Repository) -> None:
        (repository.folder / ".git" / "info" / "attributes").write_text("*.md diff=prose\n")
        repository("config", "diff.prose.textconv", "diptych text")
        shown = repository("diff", "HEAD~1", "--", "story.md")
        assert "-The protests in the harbour grew louder on Monday night.\n" in shown
