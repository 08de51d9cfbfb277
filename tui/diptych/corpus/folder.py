"""The files of a folder: which are documents, and what was passed over. Opens none of them, and keeps none in memory.

Hidden files and folders are passed over silently, and so is what editors leave behind; folders that are links are not
followed, so that no loop is walked.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

from diptych.corpus.files import spoken
from diptych.corpus.naming import named_versions
from diptych.corpus.readers import reader_for, suffix_of
from diptych.corpus.records import Problem
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diptych.corpus.naming import Named
    from diptych.corpus.readers import Reader

_DIGITS = re.compile(r"([0-9]+)")
_ASCII_DIGITS = frozenset("0123456789")
_CROWDED = 20_000
_LEFT_OVER = re.compile(r"\.|~\$|.*~\Z|#.*#\Z|(?:thumbs\.db|desktop\.ini|__macosx)\Z", re.IGNORECASE | re.DOTALL)
"""Names of hidden files, and of what editors and systems leave beside the files of people."""
_BESIDE = ("-wal", "-shm", "-journal")
"""Ends of the names of files in which SQLite keeps what belongs to a database beside it."""


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ``v2`` before ``v10``, whatever the case."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part[:4000]), part) if part[:1] in _ASCII_DIGITS else (1, 0, part) for part in parts if part)


class Walk:
    """Goes through a folder and the folders below it, and remembers what it passed over."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._others: Counter[str] = Counter()
        self._lacking: Counter[Reader] = Counter()
        self._links = 0
        self._closed: list[tuple[str, str]] = []
        self._remedies: dict[Reader, str] = {}

    def files(self, stopped: Callable[[], bool]) -> Iterator[tuple[str, Reader, Named | None]]:
        """The documents, each with its reader and what its name says: folder by folder, mostly in natural order.

        Raises:
            DiptychError: the folder itself cannot be listed.
        """
        waiting = [self._folder]
        while waiting and not stopped():
            here = waiting.pop()
            folders: list[str] = []
            listed = self._listed(here)
            named = named_versions(name for name, is_folder in listed if not is_folder and reader_for(name) is not None)
            for name, is_folder in listed:
                path = os.path.join(here, name)  # noqa: PTH118  # a million times, so that no Path is made
                if is_folder:
                    folders.append(path)
                elif (reader := self._reader(name)) is not None:
                    yield path, reader, named.get(name)
            waiting += reversed(folders)

    def notes(self) -> Iterator[Problem]:
        """What was passed over, in a sentence each."""
        for folder, reason in self._closed:
            yield Problem(folder, f"Cannot open the folder {spoken(folder)}: {reason}.")
        for reader, count in self._lacking.items():
            files = "1 file was" if count == 1 else f"{count} files were"
            yield Problem(self._folder, f"{files} left out: reading {self._remedies[reader]}.")
        if count := self._others.total():
            kinds = ", ".join(sorted(map(spoken, self._others))[:12]) + (", …" if len(self._others) > 12 else "")
            files = "1 file of another kind was" if count == 1 else f"{count} files of other kinds were"
            yield Problem(self._folder, f"{files} left out: {kinds}")
        if self._links:
            folders = "1 linked folder was" if self._links == 1 else f"{self._links} linked folders were"
            yield Problem(self._folder, f"{folders} not followed.")

    def _reader(self, name: str) -> Reader | None:
        reader = reader_for(name)
        if reader is None:
            if not name.endswith(_BESIDE):
                self._others[suffix_of(name)] += 1
            return None
        if reader not in self._remedies:
            self._remedies[reader] = reader.remedy
        if self._remedies[reader]:
            self._lacking[reader] += 1
            return None
        return reader

    def _listed(self, folder: str) -> list[tuple[str, bool]]:
        """The names in a folder that are not hidden, each with whether it is a folder to go into; sorted."""
        found: list[tuple[str, bool]] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not _LEFT_OVER.match(entry.name):
                        self._take(entry, found)
        except OSError as error:
            reason = (error.strerror or "the system refuses").lower()
            if folder == self._folder:
                raise DiptychError(f"Cannot open the folder {spoken(folder)}: {reason}.") from None
            self._closed.append((folder, reason))
        if len(found) > _CROWDED:
            found.sort()
        else:
            found.sort(key=lambda entry: (natural(entry[0]), entry[0]))
        return found

    def _take(self, entry: os.DirEntry[str], found: list[tuple[str, bool]]) -> None:
        try:
            is_folder = entry.is_dir()
            is_link = is_folder and (entry.is_symlink() or (hasattr(entry, "is_junction") and entry.is_junction()))
        except OSError:
            is_folder = is_link = False
        if is_link:
            self._links += 1
        else:
            found.append((entry.name, is_folder))
