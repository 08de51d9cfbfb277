"""Files that are read whole: a document each, or a few."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from diptych.corpus.files import read_bytes, spoken
from diptych.corpus.records import following
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from diptych.corpus.records import Options, Record


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A container that is read whole, by a function from bytes to records; it opens no file itself."""

    read: Callable[[bytes, str, Options], Sequence[Record]]
    """Takes the bytes, what to call the file in a complaint, and the options."""

    def records(self, path: str, options: Options, after: str = "") -> Iterator[Record]:
        """The documents of the file; mostly one."""
        yield from following(self._told(read_bytes(path), spoken(path), options), after, lambda record: record.key)

    def record(self, path: str, key: str, options: Options) -> Record:
        """One of them again; without a key the last, which is what the file says now.

        Raises:
            DiptychError: the file cannot be read, or has no such document.
        """
        return self.taken(read_bytes(path), spoken(path), key, options)

    def taken(self, data: bytes, called: str, key: str, options: Options) -> Record:
        """One of the documents in the bytes of such a file.

        Raises:
            DiptychError: the bytes hold no such document.
        """
        for record in reversed(list(self._told(data, called, options))):
            if key in {"", record.key}:
                return record
        raise DiptychError(f"{called} holds nothing called {spoken(key)}.")

    def _told(self, data: bytes, called: str, options: Options) -> Iterator[Record]:
        digest = sha256(data).hexdigest()
        for record in self.read(data, called, options):
            yield replace(record, sha256=digest)
