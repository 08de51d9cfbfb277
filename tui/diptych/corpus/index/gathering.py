"""The documents of an index are gathered into articles, by what they say and by what a person said of them."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from itertools import compress, groupby, islice
from typing import TYPE_CHECKING, NamedTuple, overload

from diptych.corpus.corpus import body_of, in_order, title_of
from diptych.corpus.corrections import Said, named
from diptych.corpus.families import Corrections, Evidence, families_of
from diptych.corpus.index.rows import COLUMNS, document_from
from diptych.corpus.index.store import given, kept
from diptych.corpus.reading import load
from diptych.corpus.sketches import Sketch, sketch_of
from diptych.errors import DiptychError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from diptych.corpus.corpus import Document
    from diptych.corpus.records import Options

_REMEMBERED = 20_000
_CHUNK = 500


class _Gathered(NamedTuple):
    documents: tuple[int, ...]
    evidence: Evidence | None
    told: bool


class Sketches(Sequence[Sketch]):
    """The sketches of an index, one at a time; those that were asked for last are remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.numbers = array("q", (row[0] for row in connection.execute("SELECT document FROM sketch ORDER BY 1")))
        self._remembered: OrderedDict[int, Sketch] = OrderedDict()

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Sketch]:
        for number in self.numbers:
            yield self._read(number)

    @overload
    def __getitem__(self, index: int) -> Sketch: ...
    @overload
    def __getitem__(self, index: slice) -> list[Sketch]: ...
    def __getitem__(self, index: int | slice) -> Sketch | list[Sketch]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        found = self._remembered.get(index)
        if found is None:
            found = self._remembered[index] = self._read(self.numbers[index])
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return found

    def _read(self, number: int) -> Sketch:
        row = self._connection.execute("SELECT words, chosen, phrases FROM sketch WHERE document = ?", (number,))
        found = row.fetchone()
        return unpacked(*found) if found else Sketch(array("I"), array("I"), 0, True)


def unpacked(words: int, chosen: bytes, phrases: bytes) -> Sketch:
    """A sketch as the index kept it."""
    numbers = array("I")
    numbers.frombytes(phrases)
    return Sketch(numbers, array("I", compress(numbers, chosen)), abs(words), words >= 0)


def gather(
    connection: sqlite3.Connection, path: str, options: Options, said: Said, stopped: Callable[[], bool]
) -> None:
    """Write the articles of an index anew; nothing is changed where it is stopped on the way."""
    do = connection.execute
    do("BEGIN")  # one state of the documents, whatever another program writes meanwhile
    try:
        groups = _groups(connection, path, options, said, stopped)
    finally:
        do("COMMIT")
    if stopped():
        return
    do("BEGIN IMMEDIATE")
    try:
        do("DELETE FROM article")
        do("DELETE FROM member")
        do("INSERT OR REPLACE INTO meta VALUES ('documents', ?)", (sum(len(group.documents) for group in groups),))
        for number, (row, members) in enumerate(_articles(connection, groups), start=1):
            do("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *row))
            connection.executemany(
                "INSERT OR REPLACE INTO member VALUES (?, ?, ?)",
                [(document, number, place) for place, document in enumerate(members)],
            )
        do("COMMIT")
    except BaseException:
        do("ROLLBACK")
        raise


def _groups(
    connection: sqlite3.Connection, path: str, options: Options, said: Said, stopped: Callable[[], bool]
) -> list[_Gathered]:
    asked = connection.execute("SELECT told, id FROM document WHERE told != '' ORDER BY told, id")
    groups = [
        _Gathered(tuple(number for _, number in members), None, True)
        for _, members in groupby(asked, key=lambda row: row[0])
    ]
    sketches = Sketches(connection)

    def whole(index: int) -> Sketch | None:
        row = connection.execute("SELECT path, key FROM document WHERE id = ?", (sketches.numbers[index],)).fetchone()
        try:
            return sketch_of(body_of(load(given(row[0]), given(row[1]), options)), whole=True)
        except DiptychError:
            return None

    corrections = _corrections(connection, path, said, sketches)
    for group, evidence in families_of(sketches, stopped, whole, corrections).groups:
        groups.append(_Gathered(tuple(sketches.numbers[index] for index in group), evidence, False))
    groups.sort(key=lambda group: group.documents)
    return groups


def _corrections(connection: sqlite3.Connection, path: str, said: Said, sketches: Sketches) -> Corrections | None:
    wanted = {name for pair in (*said.together, *said.apart) for name in pair}
    if not wanted:
        return None
    places = {number: index for index, number in enumerate(sketches.numbers)}
    where: dict[str, int] = {}
    for row in connection.execute(f"SELECT {COLUMNS}, document.id FROM document"):
        name = named(path, document_from(row).address)
        if name in wanted and row[-1] in places:
            where[name] = places[row[-1]]

    def pairs(names: Iterable[tuple[str, str]]) -> frozenset[tuple[int, int]]:
        return frozenset((where[one], where[other]) for one, other in names if one in where and other in where)

    return Corrections(pairs(said.together), pairs(said.apart))


def _articles(
    connection: sqlite3.Connection, groups: list[_Gathered]
) -> Iterator[tuple[tuple[object, ...], list[int]]]:
    waiting = iter(groups)
    while some := list(islice(waiting, _CHUNK)):
        numbers = [number for group in some for number in group.documents]
        found: dict[int, Document] = {}
        for at in range(0, len(numbers), _CHUNK):
            part = numbers[at : at + _CHUNK]
            marks = ",".join("?" * len(part))
            for row in connection.execute(f"SELECT {COLUMNS}, id FROM document WHERE id IN ({marks})", part):
                found[row[-1]] = document_from(row)
        for group in some:
            number_of = {found[number].address: number for number in group.documents if number in found}
            documents = in_order([found[number] for number in group.documents if number in found])
            if documents:
                yield _row(documents, group), [number_of[document.address] for document in documents]


def _row(documents: tuple[Document, ...], group: _Gathered) -> tuple[object, ...]:
    title = title_of(documents)
    dates = sorted({document.date for document in documents if document.date})
    sources = " ".join(dict.fromkeys(document.source for document in documents if document.source))[:400]
    names = " ".join(document.name for document in documents[:20])
    look = " ".join((title, sources, *dates[:1], *dates[-1:], names)).casefold()
    evidence = group.evidence
    return (
        kept(title),
        len(documents),
        kept(dates[0]) if dates else "",
        kept(dates[-1]) if dates else "",
        kept(sources),
        kept(look),
        int(group.told and len(documents) > 1),
        *((evidence.share, evidence.phrases, evidence.places) if evidence else (None, None, None)),
    )
