"""The database of an index: where it lies, its tables, and how it is opened, by several programs at once if need be.

An index can always be made again from the corpus: one that is corrupt, or of another version of diptych, is thrown
away.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import DiptychError
from diptych.paths import cache_folder

if TYPE_CHECKING:
    from diptych.corpus.records import Options

FORM = "2 3"
"""What an index calls itself; the first number grows whenever its tables change, or documents are read otherwise,
and the second one is that of the sketches (:data:`diptych.corpus.sketches.SKETCH_FORM`)."""

_BUSY = 30
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE container (
    id INTEGER PRIMARY KEY, folder, path UNIQUE, stamp TEXT NOT NULL, done INTEGER NOT NULL
);
CREATE INDEX container_folder ON container (folder);
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT, container INTEGER NOT NULL, path, key, name, title, byline, date, source,
    opening, words INTEGER, size INTEGER, told, number INTEGER, UNIQUE (container, key)
);
CREATE INDEX document_told ON document (told, id) WHERE told != '';
CREATE TABLE sketch (document INTEGER PRIMARY KEY, words INTEGER, chosen BLOB, phrases BLOB);
CREATE TABLE problem (id INTEGER PRIMARY KEY, container INTEGER, path, message TEXT);
CREATE INDEX problem_container ON problem (container);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, title, versions INTEGER, earliest, latest, sources, look, told INTEGER,
    share REAL, phrases INTEGER, places INTEGER
);
CREATE TABLE member (document INTEGER PRIMARY KEY, article INTEGER, place INTEGER);
CREATE INDEX member_article ON member (article, place);
CREATE TABLE change (
    old INTEGER, new INTEGER, changed INTEGER, sentences INTEGER, PRIMARY KEY (old, new)
) WITHOUT ROWID;
"""
_FULL_TEXT = "CREATE VIRTUAL TABLE spoken USING fts5(plain, content='', tokenize='unicode61 remove_diacritics 2')"


def index_file(path: str, options: Options) -> Path:
    """Where the index of a corpus lies; one for each way to read it."""
    where = os.path.abspath(path)  # noqa: PTH100  # a link may be turned, and then leads to another corpus
    told = (
        where,
        *sorted(options.fields.items()),
        *(options.query, options.reader, options.encoding),
        *sorted(options.headers.items()),
    )
    digest = sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return cache_folder() / "corpora" / f"{digest}.sqlite"


def connect(file: Path) -> sqlite3.Connection:
    """Open an index, and make it if it is not there, is of another version, or is broken.

    Raises:
        DiptychError: the cache folder cannot be written to.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(file)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
            discard(file)
        except sqlite3.DatabaseError:
            discard(file)
        return _opened(file)
    except (OSError, sqlite3.Error) as error:
        raise DiptychError(
            f"Cannot keep an index in {file.parent}: {error}. Free the folder, or name another in DIPTYCH_CACHE."
        ) from None


def discard(file: Path) -> None:
    """Throw an index away."""
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{file}{suffix}").unlink()


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_BUSY, isolation_level=None, check_same_thread=False)
    try:
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        if _form(connection) != FORM:
            _make(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _form(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT value FROM meta WHERE name = 'form'").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return ""
        raise
    return str(row[0]) if row else ""


def _make(connection: sqlite3.Connection) -> None:
    """The tables, in the place of whatever was there; only one of two programs that come at once makes them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _form(connection) != FORM:
            there = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            names = [name for (name,) in connection.execute(there)]
            for name in sorted(names, key=lambda name: name != "spoken"):
                connection.execute(f'DROP TABLE IF EXISTS "{name}"')
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
            with contextlib.suppress(sqlite3.OperationalError):  # SQLite without FTS5: no full-text search
                connection.execute(_FULL_TEXT)
            connection.execute("INSERT INTO meta VALUES ('form', ?)", (FORM,))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def has_full_text(connection: sqlite3.Connection) -> bool:
    """Whether the index can be searched for words."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'spoken'").fetchone() is not None


def kept(text: str) -> str | bytes:
    """A text as SQLite can keep it; one with broken characters as bytes, so that it comes back as it was."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def given(value: str | bytes) -> str:
    """What was kept."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
