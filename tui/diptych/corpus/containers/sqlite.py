"""SQLite: the tables of NewsEdits and diffengine, a table that is plainly one of versions, or what a query gives.

Keys are row ids, ``entry:version`` in NewsEdits' sentences, and places in a query's result.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Protocol

from diptych.corpus.containers import newsdiffs
from diptych.corpus.database import quoted, reading, side_log_note, tables_of
from diptych.corpus.fields import columns_for, no_text, record_from
from diptych.corpus.files import spoken
from diptych.corpus.fragments import looks_like_html, text_of_html
from diptych.corpus.records import Problem, Record, following
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diptych.corpus.records import Options

    Tables = dict[str, list[str]]


class Layout(Protocol):
    """How versions lie in a database."""

    def records(self, after: str) -> Iterator[Record | Problem]:
        """All of them; or those after one that is known."""
        ...

    def record(self, key: str) -> Record | None:
        """One of them, if it is there."""
        ...


def records(path: str, options: Options, after: str = "") -> Iterator[Record | Problem]:
    """The versions in the database, in the order in which it has them."""
    with reading(path) as connection:
        if note := side_log_note(path):
            yield Problem(path, note)
        yield from _layout(connection, path, options).records(after)


def record(path: str, key: str, options: Options) -> Record:
    """One version again."""
    with reading(path) as connection:
        found = _layout(connection, path, options).record(key)
    if found is None:
        raise DiptychError(f"{spoken(path)} has no version {spoken(key)}." if key else _many(path))
    return found


def _many(path: str) -> str:
    return f"{spoken(path)} holds many texts; name one as {spoken(path)}#KEY, or open the database by itself."


def _layout(connection: sqlite3.Connection, path: str, options: Options) -> Layout:
    """The way in which the versions lie here.

    Raises:
        DiptychError: nothing in the database is known, and no query was given.
    """
    if options.query:
        return Query(connection, path, options)
    tables = tables_of(connection)
    for known in (newsdiffs.recognised, _entries, _sentences):
        if (found := known(connection, path, tables)) is not None:
            return found
    return _plain_table(connection, path, tables, options)


class Table:
    """A version a row; the key is the row's id."""

    def __init__(self, connection: sqlite3.Connection, name: str, columns: Mapping[str, str]) -> None:
        self._connection = connection
        self._columns = columns
        self._select = f"SELECT rowid AS diptych_row, * FROM {quoted(name)}"

    def records(self, after: str) -> Iterator[Record]:
        """Every row."""
        asked = f"{self._select} WHERE rowid > ? ORDER BY rowid" if after else f"{self._select} ORDER BY rowid"
        for row in self._connection.execute(asked, (int(after),) if after else ()):
            yield self._record(row)

    def record(self, key: str) -> Record | None:
        """The row with that id."""
        if not key.isdecimal():
            return None
        row = self._connection.execute(f"{self._select} WHERE rowid = ?", (int(key),)).fetchone()
        return None if row is None else self._record(row)

    def _record(self, row: sqlite3.Row) -> Record:
        return record_from(dict(row), self._columns, str(row["diptych_row"]))


class Sentences:
    """NewsEdits, processed: a sentence a row, each perhaps with the tags of its paragraph."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def records(self, after: str) -> Iterator[Record]:
        """Every version, its sentences in order."""
        told = self._connection.execute(
            "SELECT entry_id, CAST(version AS INTEGER) AS version, sentence FROM split_sentences "
            "ORDER BY entry_id, CAST(version AS INTEGER), CAST(sent_idx AS INTEGER)"
        )
        versions = groupby(told, key=lambda row: (row["entry_id"], row["version"]))
        for (entry, version), rows in following(versions, after, lambda found: f"{found[0][0]}:{found[0][1]}"):
            yield self._version(str(entry), version, [row["sentence"] or "" for row in rows])

    def record(self, key: str) -> Record | None:
        """One version, by ``entry:version``."""
        entry, _, version = key.rpartition(":")
        if not version.lstrip("-").isdecimal():
            return None
        rows = self._connection.execute(
            "SELECT sentence FROM split_sentences WHERE entry_id IN (?, ?) AND CAST(version AS INTEGER) = ? "
            "ORDER BY CAST(sent_idx AS INTEGER)",
            (entry, int(entry) if entry.isdecimal() else entry, int(version)),  # the column may be of either type
        ).fetchall()
        return self._version(entry, int(version), [row["sentence"] or "" for row in rows]) if rows else None

    @staticmethod
    def _version(entry: str, version: int, sentences: list[str]) -> Record:
        text = " ".join(sentences)
        text = text_of_html(text) if looks_like_html(text) else text
        return Record(f"{entry}:{version}", text, name=f"{entry} v{version}", article=entry, number=version)


class Query:
    """What somebody asked for; the key is the place in the answer."""

    def __init__(self, connection: sqlite3.Connection, path: str, options: Options) -> None:
        self._connection = connection
        self._query = options.query.strip().rstrip(";")
        self._called = spoken(path)
        self._options = options

    def records(self, after: str) -> Iterator[Record]:
        """Every row of the answer."""
        passed = int(after or 0)
        for number, row in enumerate(islice(self._connection.execute(self._query), passed, None), start=passed + 1):
            yield self._record(row, str(number))

    def record(self, key: str) -> Record | None:
        """The row at one place."""
        if not key.isdecimal() or int(key) < 1:
            return None
        row = self._connection.execute(f"SELECT * FROM ({self._query}) LIMIT 1 OFFSET {int(key) - 1}").fetchone()
        return None if row is None else self._record(row, key)

    def _record(self, row: sqlite3.Row, key: str) -> Record:
        names = row.keys()
        columns = columns_for(names, self._options, self._called)
        if "text" not in columns:
            if len(names) > 1:
                raise no_text(names, f"The answer of {self._called}")
            columns["text"] = names[0]
        return record_from(dict(row), columns, key)


def _entries(connection: sqlite3.Connection, _path: str, tables: Tables) -> Layout | None:
    """NewsEdits, raw, and diffengine: an HTML fragment a version."""
    there = tables.get("entryversion", [])
    if not {"entry_id", "summary"} <= set(there):
        return None
    known = {"text": "summary", "title": "title", "date": "created", "source": "url", "article": "entry_id"}
    columns = {role: name for role, name in {**known, "number": "version"}.items() if name in there}
    return Table(connection, "entryversion", columns)


def _sentences(connection: sqlite3.Connection, _path: str, tables: Tables) -> Layout | None:
    wanted = {"entry_id", "version", "sent_idx", "sentence"}
    return Sentences(connection) if wanted <= set(tables.get("split_sentences", [])) else None


def _plain_table(connection: sqlite3.Connection, path: str, tables: Tables, options: Options) -> Layout:
    """The one table that has a column known to hold a text."""
    called = spoken(path)
    if not tables:
        raise DiptychError(f"{called} has no tables.")
    found = {}
    for name, names in tables.items():
        wanted = all(column in names for column in options.fields.values())
        columns = columns_for(names, options if wanted else replace(options, fields={}), called)
        if "text" in columns and (wanted or not options.fields):
            found[name] = columns
    if len(found) != 1:
        there = ", ".join(list(found or tables)[:12])
        which = "several tables that may hold texts" if found else "no table known to hold texts"
        raise DiptychError(
            f'{called} has {which} ({there}); say which with --query "SELECT … FROM …", '
            "naming the columns text, title, date, article, number."
        )
    ((name, columns),) = found.items()
    try:
        connection.execute(f"SELECT rowid FROM {quoted(name)} LIMIT 0")
    except sqlite3.OperationalError:  # a view, or a table without row ids
        return Query(connection, path, replace(options, query=f"SELECT * FROM {quoted(name)}"))
    return Table(connection, name, columns)
