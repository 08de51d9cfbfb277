"""What can be said on the command line about how texts are read."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess

import pytest

from command import NEW, OLD, Command


def test_standard_input_can_be_one_of_the_versions(diptych: Command) -> None:
    ran = diptych("stat", "old.txt", "-", stdin=NEW)
    assert (ran.status, ran.err) == (1, "")
    assert ran.text.startswith("old.txt → standard input: ")
    plain = diptych("old.txt", "new.txt").text
    assert diptych("-", "new.txt", stdin=OLD).text == plain.replace("--- old.txt", "--- standard input").replace(
        "file old.txt", "file standard input"
    )
    assert "Only one of the two versions can be standard input" in diptych("-", "-", stdin=OLD).err
    assert "standard input holds no text" in diptych("old.txt", "-").err


def test_standard_input_is_read_as_the_kind_that_is_named(diptych: Command) -> None:
    ran = diptych("stat", "-", "old.txt", "--as", "mail", "--json", stdin=f"Subject: Heading\n\n{NEW}")
    assert json.loads(ran.text)["old"]["title"] == "Heading"
    assert "is no document of its own" in diptych("-", "old.txt", "--as", "csv", stdin=NEW).err


def test_one_of_many_texts_is_named_by_its_address(diptych: Command) -> None:
    rows = [{"body": OLD, "grp": 1}, {"body": NEW, "grp": 1}]
    (diptych.folder / "all.jsonl").write_text("\n".join(map(json.dumps, rows)))
    ran = diptych("stat", "all.jsonl#1", "all.jsonl#2", "--json")
    assert json.loads(ran.text)["new"]["path"] == "all.jsonl#2"
    assert diptych("all.jsonl", "--field", "article=grp").out == diptych("all.jsonl#1", "all.jsonl#2").out
    refused = diptych("all.jsonl#1", "all.jsonl#2", "--output", "all.jsonl", "--export", "json")
    assert "is one of the versions compared" in refused.err
    assert "has no column called nothing" in diptych("all.jsonl#1", "old.txt", "--field", "text=nothing").err
    assert "Write a field as in: --field text=body" in diptych("all.jsonl", "--field", "text").err


def test_a_database_is_asked_what_the_query_says(diptych: Command) -> None:
    with sqlite3.connect(diptych.folder / "x.db") as connection:
        connection.execute("CREATE TABLE t (a, b)")
        connection.executemany("INSERT INTO t VALUES (?, ?)", [(1, OLD), (2, NEW)])
    connection.close()
    ran = diptych("x.db", "--query", "SELECT b AS text, 'one' AS article, a AS number FROM t")
    plain = diptych("old.txt", "new.txt").text
    assert ran.text == plain.replace("old.txt", "x.db#1").replace("new.txt", "x.db#2")


def test_an_encoding_is_guessed_aloud_and_can_be_named(diptych: Command) -> None:
    (diptych.folder / "old.txt").write_bytes(OLD.replace("mayor", "Bürgermeister").encode("cp1252"))
    ran = diptych("old.txt", "new.txt")
    assert "old.txt was read as windows-1252, which is a guess; --encoding NAME reads it as another one." in " ".join(
        ran.text.split()
    )
    named = diptych("old.txt", "new.txt", "--encoding", "latin-1")
    assert "Bürgermeister" in named.text
    assert "guess" not in named.text
    assert "There is no encoding called klingon" in diptych("old.txt", "new.txt", "--encoding", "klingon").err
    assert "There is no reader called word" in diptych("old.txt", "new.txt", "--as", "word").err


def test_settings_add_labels_of_header_lines(diptych: Command, settings_file) -> None:  # type: ignore[no-untyped-def]
    folder = settings_file.parent / "diptych"
    folder.mkdir()
    (folder / "config.toml").write_text('[headers]\nStand = "date"\n')
    (diptych.folder / "old.txt").write_text(f"Stand: 3. Mai 2021\n\n{OLD}")
    told = json.loads(diptych("stat", "old.txt", "new.txt", "--json").text)
    assert told["old"]["date"] == "2021-05-03"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_log_lists_the_history_of_a_file_and_compares_its_ends(diptych: Command) -> None:
    def git(*argv: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@b.c")
        environ = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", "-C", diptych.folder, *identity, *argv], env=environ, check=True, capture_output=True)

    git("init", "-q")
    for text in (OLD, NEW):
        (diptych.folder / "story.md").write_text(text, newline="\n")
        git("add", "story.md")
        git("commit", "-qm", "Say it")
    ran = diptych("log", "story.md")
    assert (ran.status, ran.err) == (0, "")
    first, last = (line.partition("  ")[0] for line in ran.text.splitlines())
    assert first.endswith(":story.md")
    assert json.loads(diptych("stat", first, last, "--json").text)["summary"]["reworded"] == 1
    compared = diptych("log", "story.md", "--export", "wdiff")
    assert compared.status == 1
    assert "[-Monday-]" in compared.text
    assert "has no history" in diptych("log", "old.txt").err
