"""Rows go into an index, several containers at once; what another program has written meanwhile stays.

A container whose reading was cut short is gone on with after the last version that was written.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.corpus import document_of
from diptych.corpus.index.kept import MOST_GONE, lose
from diptych.corpus.index.store import folded, has_full_text, kept
from diptych.corpus.records import Filed, Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from diptych.corpus.sketches import Sketch


class Understood(NamedTuple):
    """A version, and what finding its article takes."""

    filed: Filed
    plain: str
    sketch: Sketch | None
    """None where the container says of which article it is."""


class Part(NamedTuple):
    """Some of the versions in a container, as they follow each other."""

    path: str
    stamp: str
    """What changes when the container does; empty where that cannot be told."""
    found: list[Understood | Problem]
    is_last: bool


class Writing:
    """Writes into an index, over a connection that does nothing else meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._full_text = has_full_text(connection)
        self._number: tuple[str, int | None] = "", None
        (self._gone,) = connection.execute("SELECT count(*) FROM gone").fetchone()
        self.written = 0
        """Versions so far."""

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    def last_key(self, container: int) -> str | bytes:
        """The key of the last version of a container that was written; empty where there is none."""
        asked = "SELECT key FROM document WHERE container = ? ORDER BY id DESC LIMIT 1"
        row = self._connection.execute(asked, (container,)).fetchone()
        return row[0] if row else ""

    def write(self, parts: Iterable[Part]) -> bool:
        """Write parts of containers, all or nothing; False where another program took the last of them over."""
        with self._at_once():
            for part in parts:
                path, number = self._number
                number = number if path == part.path and self._is_still(number, part) else self._begun(part)
                self._number = part.path, number
                if number is not None:
                    self._add(number, part)
        return self._number[1] is not None

    def _is_still(self, number: int | None, part: Part) -> bool:
        row = self._connection.execute("SELECT stamp FROM container WHERE id = ?", (number,)).fetchone()
        return row is not None and row[0] == part.stamp

    def _begun(self, part: Part) -> int | None:
        """The number of a container that begins to be written, or is gone on with; None where it is done already."""
        do = self._connection.execute
        row = do("SELECT id, stamp, done FROM container WHERE path = ?", (kept(part.path),)).fetchone()
        if row is not None and part.stamp and row[1] == part.stamp:
            if row[2]:
                return None
            if self.last_key(row[0]):
                do("DELETE FROM problem WHERE container = ? AND path = ?", (row[0], kept(part.path)))
                return int(row[0])
        if row is not None:
            self._empty(row[0])
        folder = os.path.dirname(part.path)  # noqa: PTH120
        made = do(
            "INSERT INTO container (folder, path, stamp, done) VALUES (?, ?, ?, 0)",
            (kept(folder), kept(part.path), part.stamp),
        )
        return int(made.lastrowid or 0)

    def _add(self, container: int, part: Part) -> None:
        for found in part.found:
            if isinstance(found, Problem):
                self._note(container, [found])
            else:
                self._insert(container, found)
        if part.is_last and not any(isinstance(found, Problem) and found.breaks for found in part.found):
            self._connection.execute(  # where nothing could be read that may be otherwise the next time
                "UPDATE container SET done = EXISTS (SELECT 1 FROM document WHERE container = container.id) "
                "WHERE id = ?",
                (container,),
            )

    def _insert(self, container: int, understood: Understood) -> None:
        filed, plain, sketch = understood
        found = document_of(filed)
        row = (
            *(found.path, found.key, found.name, found.title, found.byline, found.date, found.source, found.opening),
            *(found.words, found.size, found.article, found.number),
        )
        made = self._connection.execute(
            "INSERT OR IGNORE INTO document (container, path, key, name, title, byline, date, source, opening, words, "
            "size, told, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (container, *(kept(value) if isinstance(value, str) else value for value in row)),
        )
        if not made.rowcount:
            return
        number = made.lastrowid
        if sketch is not None:
            self._connection.execute("INSERT INTO sketch VALUES (?, ?, ?, ?)", (number, *packed(sketch)))
        said = plain.encode("utf-8", "replace").decode()
        said = said if self._full_text else folded(said)
        self._connection.execute("INSERT INTO spoken (rowid, plain) VALUES (?, ?)", (number, said))
        self._note(container, [Problem(found.address, note) for note in filed.version.notes])
        self.written += 1

    def replace_notes(self, notes: list[Problem]) -> None:
        """Write what is to be said of the corpus as a whole."""
        with self._at_once():
            self._connection.execute("DELETE FROM problem WHERE container = 0")
            self._note(0, notes)

    def _note(self, container: int, problems: list[Problem]) -> None:
        if problems:
            self._connection.executemany(
                "INSERT OR IGNORE INTO problem (container, path, message) VALUES (?, ?, ?)",
                [(container, kept(problem.path), kept(problem.message)) for problem in problems],
            )

    def drop(self, containers: Iterable[int]) -> int:
        """Take containers out, with all that was in them; gives how many they were."""
        gone = list(containers)
        with self._at_once():
            for container in gone:
                self._empty(container)
        return len(gone)

    def _empty(self, container: int) -> None:
        do = self._connection.execute
        self._keep_what_goes(container)
        do("DELETE FROM sketch WHERE document IN (SELECT id FROM document WHERE container = ?)", (container,))
        if not self._full_text:  # an index of words lets nothing go, and what is gone is passed over
            do("DELETE FROM spoken WHERE rowid IN (SELECT id FROM document WHERE container = ?)", (container,))
        do("DELETE FROM document WHERE container = ?", (container,))
        do("DELETE FROM problem WHERE container = ?", (container,))
        do("DELETE FROM container WHERE id = ?", (container,))

    def _keep_what_goes(self, container: int) -> None:
        """For the next gathering, to which documents that went say as much as those that came; not if they are many."""
        do = self._connection.execute
        if self._gone <= MOST_GONE:
            self._gone += do(
                "INSERT OR IGNORE INTO gone SELECT document.id, sketch.words, chosen, phrases FROM document "
                "LEFT JOIN sketch ON sketch.document = document.id WHERE container = ? LIMIT ?",
                (container, MOST_GONE + 1),
            ).rowcount
        if self._gone > MOST_GONE:
            lose(self._connection)


def packed(sketch: Sketch) -> tuple[int, bytes, bytes]:
    """A sketch as the index keeps it: words (negative where phrases are missing), which are chosen, and all phrases."""
    chosen = bytes(map(frozenset(sketch.thin).__contains__, sketch.phrases))
    return sketch.words if sketch.is_whole else -sketch.words, chosen, sketch.phrases.tobytes()
