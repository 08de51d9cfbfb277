"""What a gathering leaves for the next one, so that a few changes need not gather all anew.

Kept are the pairs that are or might be tied, with what ties them; the phrases of many documents, and which of them are
boilerplate; and, from :mod:`diptych.corpus.index.writing`, the sketches of documents that have gone since. A program
that gathers from nothing beside another one, or drops more than can be kept, leaves nothing, so that the next
gathering is one from nothing.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.corrections import Said
from diptych.corpus.families import CORE
from diptych.corpus.meetings import INDEX, INDEX_BITS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from diptych.corpus.families import Found
    from diptych.corpus.ties import Evidence

_ASKED = 500
MOST_GONE = 5_000
"""Documents that went and are kept; if more go, all are gathered anew."""


class Kept(NamedTuple):
    """A gathering that can be gone on from."""

    serial: int
    until: int
    """The last document that it had."""
    losses: int
    """How often documents went that were too many to be kept."""


def kept_from(connection: sqlite3.Connection) -> Kept | None:
    """What the last gathering left; None where it left nothing, or where too much went since."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'kept'").fetchone()
    found = Kept(*map(int, row[0].split())) if row else None
    return found if found is not None and found.losses == _losses(connection) else None


def lose(connection: sqlite3.Connection) -> None:
    """Say that documents went without being kept."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('losses', ?)", (_losses(connection) + 1,))


def next_after(connection: sqlite3.Connection) -> Kept:
    """What a gathering of the documents that are there now will leave."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'serial'").fetchone()
    (until,) = connection.execute("SELECT coalesce(max(id), 0) FROM document").fetchone()
    return Kept((row[0] if row else 0) + 1, until, _losses(connection))


def leave(connection: sqlite3.Connection, kept: Kept, said: Said) -> None:
    """Say that the index is gathered so far; but that nothing is kept where another program gathered meanwhile."""
    is_next = next_after(connection).serial == kept.serial
    put = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
    connection.execute(put, ("serial", max(kept.serial, next_after(connection).serial)))
    connection.execute(put, ("said", json.dumps([sorted(said.together), sorted(said.apart)])))
    if is_next:
        connection.execute(put, ("kept", " ".join(map(str, kept))))
    else:
        connection.execute("DELETE FROM meta WHERE name = 'kept'")


def said_then(connection: sqlite3.Connection) -> Said:
    """What a person had said when the documents were last gathered."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'said'").fetchone()
    together, apart = (frozenset(map(tuple, pairs)) for pairs in json.loads(row[0])) if row else (frozenset(),) * 2
    return Said(together, apart)


def replace(connection: sqlite3.Connection, numbers: Sequence[int], found: Found) -> None:
    """Keep what was found of documents with these numbers, instead of what was kept before."""
    connection.execute("DELETE FROM pair")
    connection.execute("DELETE FROM frequent")
    connection.executemany(
        "INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                numbers[pair >> INDEX_BITS],
                numbers[pair & INDEX],
                sort,
                *columns_of(found.ties.get(pair) or found.stubs.get(pair)),
            )
            for pair, sort in zip(found.pairs, found.sorts, strict=True)
        ),
    )
    keep_phrases(connection, found.frequent, found.boilerplate)


def keep_phrases(connection: sqlite3.Connection, frequent: Iterable[int], boilerplate: frozenset[int]) -> None:
    """Keep phrases of many documents, and which of them are boilerplate."""
    connection.executemany(
        "INSERT OR REPLACE INTO frequent VALUES (?, ?)",
        ((number, number in boilerplate) for number in sorted(frequent)),
    )


def weighed(connection: sqlite3.Connection, phrases: Iterable[int]) -> dict[int, bool]:
    """Of some phrases those that many documents had, each with whether it was boilerplate."""
    found: dict[int, bool] = {}
    waiting = iter(phrases)
    while some := list(islice(waiting, _ASKED)):
        marks = ",".join("?" * len(some))
        rows = connection.execute(f"SELECT number, boilerplate FROM frequent WHERE number IN ({marks})", some)
        found.update((number, bool(told)) for number, told in rows)
    return found


def columns_of(evidence: Evidence | None) -> tuple[float | None, int | None, int | None]:
    """What ties a pair, as its row has it."""
    return (evidence.share, evidence.phrases, evidence.places) if evidence else (None, None, None)


class Stories:
    """Which documents tell one story, in the pairs as they are kept now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._story: dict[int, int] = {}
        self._whole: dict[int, list[int]] = {}

    def of(self, number: int) -> int:
        """The document that stands for all of the story that one tells."""
        if number not in self._story:
            waiting, found = [number], {number}
            while waiting:
                for other, _ in neighbours(self._connection, waiting.pop(), CORE):
                    if other not in found:
                        found.add(other)
                        waiting.append(other)
            self._story.update(dict.fromkeys(found, number))
            self._whole[number] = sorted(found)
        return self._story[number]

    def whole(self, number: int) -> list[int]:
        """All documents that tell the story of one."""
        return self._whole[self.of(number)]


def neighbours(connection: sqlite3.Connection, number: int, sort: int) -> Iterable[tuple[int, float | None]]:
    """The documents that are in a pair of a sort with one, and how much ties them."""
    yield from connection.execute("SELECT b, share FROM pair WHERE a = ? AND sort & ?", (number, sort)).fetchall()
    yield from connection.execute("SELECT a, share FROM pair WHERE b = ? AND sort & ?", (number, sort)).fetchall()


def _losses(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM meta WHERE name = 'losses'").fetchone()
    return int(row[0]) if row else 0
