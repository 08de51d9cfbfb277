"""What is in the corpus goes into its index: only what changed is read again, and whatever was read stays.

Another program may fill the same index at the same time; a container is taken by whoever comes first.
"""

from __future__ import annotations

import os
import time
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.corpus import body_of, document_of
from diptych.corpus.index.store import folded, given, has_full_text, kept
from diptych.corpus.reading import Place, places, versions_in
from diptych.corpus.records import Filed, Problem
from diptych.corpus.sketches import Sketch, sketch_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from diptych.corpus.records import Options

_BATCH = 200
_OFTEN = 0.2


class Progress(NamedTuple):
    """How far the filling is."""

    files: int
    """Looked at so far."""
    of: int
    """Of how many; 0 as long as they are still being counted."""
    read: int
    """Documents read anew."""
    seconds: float

    @property
    def rate(self) -> float:
        """Files a second."""
        return self.files / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that it may take still; None as long as nobody can know."""
        return (self.of - self.files) / self.rate if self.of and self.files else None


class Filling:
    """One walk through a corpus."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: str,
        options: Options,
        stopped: Callable[[], bool],
        tell: Callable[[Progress], None],
    ) -> None:
        self._connection = connection
        self._path, self._options = path, options
        self._stopped, self._tell = stopped, tell
        self._full_text = has_full_text(connection)
        self._began = self._told = time.monotonic()
        self._files = self._of = 0
        self.read = 0
        """Documents read anew."""
        self.dropped = 0
        """Containers whose documents are no longer there."""

    def run(self) -> bool:
        """Bring the index up to date; False where it was stopped on the way."""
        notes: list[Problem] = []
        folders: set[str] = set()
        for folder, here in groupby(self._counted(notes), key=lambda place: os.path.dirname(place.path)):  # noqa: PTH120
            folders.add(folder)
            self._folder(folder, here)
            if self._stopped():
                return False
        self._forget(folders)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("DELETE FROM problem WHERE container IS NULL")
        self._note(None, notes)
        self._connection.execute("COMMIT")
        return not self._stopped()

    def _counted(self, notes: list[Problem]) -> Iterator[Place]:
        """All containers. They are counted first, as long as that is quick beside reading them."""
        self._of = sum(isinstance(found, Place) for found in places(self._path, self._options, self._stopped))
        for found in places(self._path, self._options, self._stopped):
            if self._stopped():
                return
            if isinstance(found, Problem):
                notes.append(found)
            else:
                yield found
                self._files += 1
                self._say()

    def _say(self) -> None:
        now = time.monotonic()
        if now - self._told >= _OFTEN:
            self._told = now
            self._tell(Progress(self._files, self._of, self.read, now - self._began))

    def _folder(self, folder: str, here: Iterable[Place]) -> None:
        asked = self._connection.execute(
            "SELECT path, id, stamp, done FROM container WHERE folder = ?", (kept(folder),)
        )
        known = {given(path): (number, stamp, done) for path, number, stamp, done in asked}
        changed: list[tuple[Place, str]] = []
        for place in here:
            stamp = stamp_of(place)
            _, before, done = known.pop(place.path, (0, "", 0))
            if stamp != before or not done or not stamp:
                changed.append((place, stamp))
            if len(changed) >= _BATCH:
                self._take(changed)
                changed = []
            if self._stopped():
                break
        self._take(changed)
        if known and not self._stopped():
            self._drop(number for number, _, _ in known.values())

    def _take(self, changed: list[tuple[Place, str]]) -> None:
        """Read some containers; what they say is written before the next ones are read."""
        for place, stamp in changed:
            if self._stopped():
                return
            found = versions_in(place, self._options)
            number: int | None = None
            while not self._stopped():
                some = [self._understood(filed) for filed in islice(found, _BATCH)]
                number = self._write(place, stamp, number, some, last=len(some) < _BATCH)
                if number is None or len(some) < _BATCH:
                    break
                self._say()

    @staticmethod
    def _understood(filed: Filed | Problem) -> tuple[Filed, str, Sketch | None] | Problem:
        if isinstance(filed, Problem):
            return filed
        plain = body_of(filed.version)
        return filed, plain, None if filed.article else sketch_of(plain)

    def _write(
        self,
        place: Place,
        stamp: str,
        number: int | None,
        some: list[tuple[Filed, str, Sketch | None] | Problem],
        *,
        last: bool,
    ) -> int | None:
        """Write some versions of a container down; gives its number, or None where another program has it already."""
        do = self._connection.execute
        do("BEGIN IMMEDIATE")
        try:
            if number is None:
                row = do("SELECT id, stamp, done FROM container WHERE path = ?", (kept(place.path),)).fetchone()
                if row is not None and row[1] == stamp and row[2] and stamp:
                    do("COMMIT")
                    return None
                if row is not None:
                    self._empty(row[0])
                folder = os.path.dirname(place.path)  # noqa: PTH120
                made = do(
                    "INSERT INTO container (folder, path, stamp, done) VALUES (?, ?, ?, 0)",
                    (kept(folder), kept(place.path), stamp),
                )
                number = int(made.lastrowid or 0)
            for found in some:
                if isinstance(found, Problem):
                    self._note(number, [found])
                else:
                    self._insert(number, *found)
            if last:
                do("UPDATE container SET done = 1 WHERE id = ?", (number,))
            do("COMMIT")
        except BaseException:
            do("ROLLBACK")
            raise
        return number

    def _insert(self, container: int, filed: Filed, plain: str, sketch: Sketch | None) -> None:
        found = document_of(filed)
        row = (
            *(found.path, found.key, found.name, found.title, found.byline, found.date, found.source, found.opening),
            *(found.words, found.size, found.article, found.number),
        )
        made = self._connection.execute(
            "INSERT OR REPLACE INTO document (container, path, key, name, title, byline, date, source, opening, words, "
            "size, told, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (container, *(kept(value) if isinstance(value, str) else value for value in row)),
        )
        number = made.lastrowid
        if sketch is not None:
            self._connection.execute("INSERT INTO sketch VALUES (?, ?, ?, ?)", (number, *packed(sketch)))
        said = plain.encode("utf-8", "replace").decode()
        said = said if self._full_text else folded(said)
        self._connection.execute("INSERT INTO spoken (rowid, plain) VALUES (?, ?)", (number, said))
        self._note(container, [Problem(found.address, note) for note in filed.version.notes])
        self.read += 1

    def _note(self, container: int | None, problems: list[Problem]) -> None:
        self._connection.executemany(
            "INSERT INTO problem (container, path, message) VALUES (?, ?, ?)",
            [(container, kept(problem.path), kept(problem.message)) for problem in problems],
        )

    def _empty(self, container: int) -> None:
        do = self._connection.execute
        do("DELETE FROM sketch WHERE document IN (SELECT id FROM document WHERE container = ?)", (container,))
        if not self._full_text:  # an index of words lets nothing go, and what is gone is passed over
            do("DELETE FROM spoken WHERE rowid IN (SELECT id FROM document WHERE container = ?)", (container,))
        do("DELETE FROM document WHERE container = ?", (container,))
        do("DELETE FROM problem WHERE container = ?", (container,))
        do("DELETE FROM container WHERE id = ?", (container,))

    def _drop(self, containers: Iterable[int]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for container in containers:
            self._empty(container)
            self.dropped += 1
        self._connection.execute("COMMIT")

    def _forget(self, folders: set[str]) -> None:
        """Drop what was in folders that are no longer there."""
        asked = self._connection.execute("SELECT DISTINCT folder FROM container").fetchall()
        for (folder,) in asked:
            if given(folder) not in folders:
                found = self._connection.execute("SELECT id FROM container WHERE folder = ?", (folder,)).fetchall()
                self._drop(number for (number,) in found)


def stamp_of(place: Place) -> str:
    """What changes when a container does; empty where that cannot be told, so that it is read again."""
    if not place.reader.settled:
        return ""
    try:
        told = [os.stat(place.path)]  # noqa: PTH116  # a million times
        if place.reader.beside and os.path.exists(place.path + place.reader.beside):  # noqa: PTH110
            told.append(os.stat(place.path + place.reader.beside))  # noqa: PTH116
    except (OSError, ValueError):
        return ""
    return " ".join(f"{status.st_size} {status.st_mtime_ns} {status.st_ino}" for status in told)


def packed(sketch: Sketch) -> tuple[int, bytes, bytes]:
    """A sketch as the index keeps it: words (negative where phrases are missing), which are chosen, and all phrases."""
    thin = frozenset(sketch.thin)
    chosen = bytes(number in thin for number in sketch.phrases)
    return sketch.words if sketch.is_whole else -sketch.words, chosen, sketch.phrases.tobytes()
