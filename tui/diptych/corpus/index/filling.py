"""What is in the corpus goes into its index: only what changed is read again, and whatever was read stays.

Another program may fill the same index at the same time; a container is taken by whoever comes first.
"""

from __future__ import annotations

import os
import time
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.corpus import body_of
from diptych.corpus.index.store import given, kept
from diptych.corpus.index.writing import Part, Understood, Writing
from diptych.corpus.reading import Place, places, versions_in
from diptych.corpus.records import Problem
from diptych.corpus.sketches import sketch_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from diptych.corpus.records import Filed, Options

_BATCH = 200
_LOOKED_UP = 50
"""Files that are looked up in the index at once; a folder may have a million."""
_AT_LATEST = 1.0
"""Seconds after which what was read is written, however little it is."""
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
        self._writing = Writing(connection)
        self._waiting: list[Part] = []
        self._began = self._told = self._wrote = time.monotonic()
        self._files = self._of = 0
        self.dropped = 0
        """Containers whose documents are no longer there."""

    @property
    def read(self) -> int:
        """Documents read anew."""
        return self._writing.written

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
        self._writing.replace_notes(notes)
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

    def _say(self) -> None:
        now = time.monotonic()
        if now - self._told >= _OFTEN:
            self._told = now
            self._tell(Progress(self._files, self._of, self.read, now - self._began))

    def _folder(self, folder: str, here: Iterable[Place]) -> None:
        do = self._connection.execute
        (last,) = do("SELECT coalesce(max(id), 0) FROM container").fetchone()
        seen: set[int] = set()
        waiting = iter(here)
        while not self._stopped() and (some := list(islice(waiting, _LOOKED_UP))):
            marks = ",".join("?" * len(some))
            asked = f"SELECT path, id, stamp, done FROM container WHERE path IN ({marks})"
            rows = do(asked, [kept(place.path) for place in some])
            known = {given(path): (number, stamp, done) for path, number, stamp, done in rows}
            seen.update(number for number, _, _ in known.values())
            for place in some:
                if self._stopped():
                    break
                self._look(place, *known.get(place.path, (0, "", 0)))
                self._files += 1
                self._say()
        self._write()
        if not self._stopped():
            there = do("SELECT id FROM container WHERE folder = ? AND id <= ?", (kept(folder), last))
            gone = [number for (number,) in there if number not in seen]
            self.dropped += self._writing.drop(gone) if gone else 0

    def _look(self, place: Place, number: int, before: str, done: int) -> None:
        """Read a container if it is new or another one than before, or was not read to its end."""
        stamp = stamp_of(place)
        if not stamp or stamp != before:
            self._take(place, stamp, "")
        elif not done:
            self._take(place, stamp, given(self._writing.last_key(number)))

    def _take(self, place: Place, stamp: str, after: str) -> None:
        """Read a container; what it says is written with that of the next ones if it is little."""
        if self._stopped():
            return
        found = versions_in(place, self._options, after)
        is_last = False
        while not (is_last or self._stopped()):
            room = _BATCH - sum(len(part.found) + 1 for part in self._waiting)
            some = [_understood(filed) for filed in islice(found, room)]
            is_last = len(some) < room
            self._waiting.append(Part(place.path, stamp, some, is_last))
            if not is_last or time.monotonic() - self._wrote > _AT_LATEST:
                if not self._write():
                    return
                self._say()

    def _write(self) -> bool:
        waiting, self._waiting = self._waiting, []
        self._wrote = time.monotonic()
        return not waiting or self._writing.write(waiting)

    def _forget(self, folders: set[str]) -> None:
        """Drop what was in folders that are no longer there."""
        asked = self._connection.execute("SELECT DISTINCT folder FROM container").fetchall()
        for (folder,) in asked:
            if given(folder) not in folders:
                found = self._connection.execute("SELECT id FROM container WHERE folder = ?", (folder,)).fetchall()
                self.dropped += self._writing.drop(number for (number,) in found)


def stamp_of(place: Place) -> str:
    """What changes when a container does, or what its name says beside others; empty where that cannot be told, so that
    it is read again."""
    if not place.reader.settled:
        return ""
    try:
        told = [os.stat(place.path)]  # noqa: PTH116  # a million times
        if place.reader.beside and os.path.exists(place.path + place.reader.beside):  # noqa: PTH110
            told.append(os.stat(place.path + place.reader.beside))  # noqa: PTH116
    except (OSError, ValueError):
        return ""
    said = f" v{place.named.number}" if place.named else ""
    return " ".join(f"{status.st_size} {status.st_mtime_ns} {status.st_ino}" for status in told) + said


def _understood(filed: Filed | Problem) -> Understood | Problem:
    if isinstance(filed, Problem):
        return filed
    plain = body_of(filed.version)
    return Understood(filed, plain, None if filed.article else sketch_of(plain))
