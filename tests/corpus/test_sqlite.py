"""Databases of versions: NewsEdits, diffengine, NewsDiffs, any table; and databases in trouble."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess

import pytest

from diptych import open_corpus
from diptych.corpus import database
from diptych.corpus.reading import documents, load, read_version
from diptych.corpus.records import Filed, Options, Problem
from diptych.errors import DiptychError

_TEXT = "The harbour froze. Boats lay idle."


def _made(path, *statements, rows=()):
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
        for statement, values in rows:
            connection.execute(statement, values)
    return path


def _read(path, options=None):
    found = list(documents(path, options))
    return [f for f in found if isinstance(f, Filed)], [f.message for f in found if isinstance(f, Problem)]


def _news_edits(path):
    insert = "INSERT INTO entryversion (id, title, url, summary, created, entry_id, version) VALUES (?,?,?,?,?,?,?)"
    return _made(
        path,
        "CREATE TABLE entryversion (id INTEGER PRIMARY KEY, title, url, summary, created, entry_id, version)",
        rows=[
            (
                insert,
                (5, "Ice", "http://e.org/1", f"<p>{_TEXT}</p><p>Thaw &amp; rain.</p>", "2020-05-01 10:00:00", 3, 1),
            ),
            (insert, (6, "Other", "http://e.org/2", "<p>A ferry.</p>", "2020-05-01 11:00:00", 4, 0)),
            (insert, (7, "Ice!", "http://e.org/1", "<p>The harbour froze.</p>", "2020-05-01 09:00:00", 3, 0)),
        ],
    )


def test_newsedits_and_diffengine_versions_are_gathered_by_entry_and_ordered_by_version(tmp_path):
    path = _news_edits(tmp_path / "nyt.db")
    corpus = open_corpus(path)
    assert [[d.address for d in a.documents] for a in corpus.articles] == [[f"{path}#7", f"{path}#5"], [f"{path}#6"]]
    version = read_version(f"{path}#5")
    assert version.text == f"Ice\n\n{_TEXT}\n\nThaw & rain."
    assert (version.date, version.source) == ("2020-05-01T10:00:00", "http://e.org/1")
    assert corpus.load(corpus.articles[0].documents[1]) == version
    with pytest.raises(DiptychError, match="has no version 99"):
        load(path, "99")
    with pytest.raises(DiptychError, match="holds many texts; name one as"):
        read_version(path)


def test_diffengine_counts_no_versions_and_is_ordered_by_time(tmp_path):
    path = _made(
        tmp_path / "diffengine.db",
        "CREATE TABLE entryversion (id INTEGER PRIMARY KEY, title, url, summary, created, archive_url, entry_id)",
        "INSERT INTO entryversion VALUES (1, 'b', 'u', 'Second text.', '2020-05-02 00:00:01', '', 1)",
        "INSERT INTO entryversion VALUES (2, 'a', 'u', 'First text.', '2020-05-01 23:59:59', '', 1)",
    )
    (article,) = open_corpus(path).articles
    assert [d.title for d in article.documents] == ["a", "b"]


def test_newsedits_sentences_are_put_together_again(tmp_path):
    insert = "INSERT INTO split_sentences VALUES (?,?,?,?)"
    told = [
        (3, "10", 0, "<p>One."),
        (3, "2", 10, "Late.</p>"),
        (3, "2", 9, "<p>Early."),
        (3, "10", 1, "Two.</p><p>Three.</p>"),
    ]
    path = _made(
        tmp_path / "x.db",
        "CREATE TABLE split_sentences (entry_id, version, sent_idx, sentence)",
        rows=[(insert, row) for row in told],
    )
    (early, late), _ = _read(path)
    assert (early.key, early.version.text) == ("3:2", "Early. Late.")
    assert (late.key, late.number, late.version.text) == ("3:10", 10, "One. Two.\n\nThree.")
    assert load(path, "3:10") == late.version


def test_the_one_table_with_texts_is_found_and_several_are_a_question(tmp_path):
    path = _made(
        tmp_path / "x.sqlite3",
        "CREATE TABLE drafts (story_id, body, headline)",
        "CREATE TABLE colours (name, price)",
        "INSERT INTO drafts VALUES ('s', 'The harbour froze.', 'Ice'), ('s', 'The harbour froze again.', 'Ice')",
    )
    (article,) = open_corpus(path).articles
    assert [d.key for d in article.documents] == ["1", "2"]
    _made(path, "CREATE TABLE letters (text)")
    assert "several tables that may hold texts (drafts, letters); say which with --query" in _read(path)[1][0]
    assert [f.key for f in _read(path, Options(fields={"text": "body"}))[0]] == ["1", "2"]
    bare = _made(tmp_path / "y.db", "CREATE TABLE colours (name, price)")
    assert "no table known to hold texts (colours)" in _read(bare)[1][0]


def test_a_query_chooses_and_names_what_is_read(tmp_path):
    path = _news_edits(tmp_path / "nyt.db")
    options = Options(
        query="SELECT summary AS text, entry_id AS article, version AS number FROM entryversion "
        "WHERE entry_id = 3 ORDER BY version;"
    )
    found, problems = _read(path, options)
    assert [(f.key, f.number) for f in found] == [("1", 0), ("2", 1)]
    assert load(path, "2", options) == found[1].version
    assert problems == []
    assert [f.version.text for f in _read(path, Options(query="SELECT 'Just this.'"))[0]] == ["Just this."]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("DELETE FROM entryversion", "a query may read and nothing else"),
        ("ATTACH '{path}.new' AS x", "a query may read and nothing else"),
        ("PRAGMA journal_mode = DELETE", "a query may read and nothing else"),
        ("SELECT words FROM nowhere", "no such table: nowhere"),
        ("SELECT id, title FROM entryversion", "has no field known to hold a text, only id, title"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("", "--query"),
    ],
)
def test_a_query_can_only_read_and_a_bad_one_is_a_sentence(tmp_path, query, words):
    path = _made(tmp_path / "x.db", "CREATE TABLE entryversion (id, title)", "INSERT INTO entryversion VALUES (1, 'a')")
    before = path.read_bytes()
    _, (problem,) = _read(path, Options(query=query.format(path=path)))
    assert words in problem
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


def test_a_database_that_is_missing_is_not_made(tmp_path):
    _, (problem,) = _read(tmp_path / "none.db")
    assert "there is no such file" in problem
    assert [file.name for file in tmp_path.iterdir()] == []


def test_what_is_no_database_or_is_damaged_is_a_sentence_and_the_rest_is_read(tmp_path):
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database at all" * 100)
    assert "it is no SQLite database" in _read(path)[1][0]
    path.unlink()
    _made(
        path,
        "CREATE TABLE t (text)",
        rows=[("INSERT INTO t VALUES (?)", (f"Story {n}. " + "Words and words. " * 40,)) for n in range(200)],
    )
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(data))
    found, (problem,) = _read(path)
    assert "is damaged" in problem
    assert found


def test_a_locked_database_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 0.0)
    path = _news_edits(tmp_path / "nyt.db")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert _read(path)[1] == [
            f"Cannot read {path}: another program has locked it; try again when that has finished."
        ]


def test_a_database_copied_without_its_log_is_read_with_a_note_and_nothing_is_made_beside_it(tmp_path):
    with contextlib.closing(sqlite3.connect(tmp_path / "live.db")) as live:
        live.execute("PRAGMA journal_mode = WAL")
        live.execute("CREATE TABLE t (text)")
        live.execute("INSERT INTO t VALUES ('Old words.')")
        live.commit()
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        live.execute("INSERT INTO t VALUES ('New words.')")
        live.commit()
        assert [f.version.text for f in _read(tmp_path / "live.db")[0]] == ["Old words.", "New words."]
        apart = tmp_path / "apart"
        apart.mkdir()
        shutil.copy(tmp_path / "live.db", apart / "copy.db")
    found, (note,) = _read(apart / "copy.db")
    assert [f.version.text for f in found] == ["Old words."]
    assert "copy.db-wal beside it" in note
    assert [file.name for file in apart.iterdir()] == ["copy.db"]


def test_names_with_odd_characters_are_only_names(tmp_path):
    path = _made(
        tmp_path / "a?mode=rwc#b %41.db",
        'CREATE TABLE "x""; DROP" (text)',
        'INSERT INTO "x""; DROP" VALUES (\'Words.\')',
    )
    ((filed,), _) = _read(path)
    assert read_version(f"{path}#{filed.key}").text == "Words."


def _git(folder, *argv):
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.c", *argv],
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_newsdiffs_texts_come_from_the_repository_beside_the_database(tmp_path):
    folder = tmp_path / "articles"
    (folder / "e.org").mkdir(parents=True)
    _git(tmp_path, "init", "-q", str(folder))
    commits = []
    for text in ("The harbour froze.", "The harbour froze overnight."):
        (folder / "e.org" / "ice").write_text(text)
        _git(folder, "add", ".")
        _git(folder, "commit", "-qm", "x")
        commits.append(_git(folder, "rev-parse", "HEAD"))
    path = _made(
        tmp_path / "newsdiffs.db",
        "CREATE TABLE Articles (id INTEGER PRIMARY KEY, url, git_dir)",
        "CREATE TABLE version (id INTEGER PRIMARY KEY, article_id, v, title, byline, date, boring)",
        "INSERT INTO Articles VALUES (1, 'http://e.org/ice/', '')",
        *(
            f"INSERT INTO version VALUES ({n}, 1, '{v}', 'Ice', 'Ann Lee', '2020-05-0{n} 10:00:00', 0)"
            for n, v in enumerate([*commits, "0" * 40], start=1)
        ),
    )
    corpus = open_corpus(path)
    (article,) = corpus.articles
    assert [(d.key, d.title, d.byline, d.date[:10]) for d in article.documents] == [
        ("1", "Ice", "Ann Lee", "2020-05-01"),
        ("2", "Ice", "Ann Lee", "2020-05-02"),
    ]
    assert corpus.load(article.documents[1]).text.endswith("The harbour froze overnight.")
    assert [p.message.partition(": ")[0] for p in corpus.problems] == ["Cannot read version 3 of http://e.org/ice/"]
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(DiptychError, match="put it beside the database, as"):
        load(path, "1")
