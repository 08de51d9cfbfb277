"""The documents of an index are gathered into articles, by what they say and by what a person said of them."""

from __future__ import annotations

from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import compress, groupby, islice
from typing import TYPE_CHECKING, NamedTuple, overload

from diptych.corpus.corpus import body_of, in_order, title_of
from diptych.corpus.corrections import Said, named
from diptych.corpus.families import families_of
from diptych.corpus.grouping import Corrections
from diptych.corpus.index.rows import COLUMNS, document_from
from diptych.corpus.index.said import joined, parted
from diptych.corpus.index.store import given, kept
from diptych.corpus.reading import load_some
from diptych.corpus.sketches import Sketch, sketch_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from diptych.corpus.corpus import Document
    from diptych.corpus.index.said import Pair
    from diptych.corpus.records import Options
    from diptych.corpus.ties import Evidence

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
    where = _places_of(connection, path, said)

    def pairs(names: Iterable[tuple[str, str]]) -> frozenset[Pair]:
        found = [(where[one], where[other]) for one, other in names if one in where and other in where]
        return frozenset((min(pair), max(pair)) for pair in found)

    together, apart = pairs(said.together), pairs(said.apart)
    asked = connection.execute("SELECT told, id FROM document WHERE told != '' ORDER BY told, id")
    groups = [
        _Gathered(part, None, True)
        for _, members in groupby(asked, key=lambda row: row[0])
        for part in parted([number for _, number in members], apart)
    ]
    sketches = Sketches(connection)

    place = {number: index for index, number in enumerate(sketches.numbers)} if together or apart else {}
    corrections = Corrections(_within(together, place), _within(apart, place))
    for group, evidence in families_of(
        sketches, stopped, partial(_whole, connection, sketches, options), corrections
    ).groups:
        groups.append(_Gathered(tuple(sketches.numbers[index] for index in group), evidence, False))
    if together:
        many = joined([group.documents for group in groups], together, apart)
        groups = [_one([groups[index] for index in some]) for some in many]
    groups.sort(key=lambda group: group.documents)
    return groups


def _whole(
    connection: sqlite3.Connection, sketches: Sketches, options: Options, indices: Sequence[int]
) -> Iterator[tuple[int, Sketch]]:
    """Some texts read again, and sketched whole."""
    asked: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for index in indices:
        row = connection.execute("SELECT path, key FROM document WHERE id = ?", (sketches.numbers[index],)).fetchone()
        if row is not None:
            asked[given(row[0])][given(row[1])] = index
    for path, keys in asked.items():
        for key, version in load_some(path, keys, options):
            yield keys[key], sketch_of(body_of(version), whole=True)


def _places_of(connection: sqlite3.Connection, path: str, said: Said) -> dict[str, int]:
    """The numbers of the documents of which something was said, by what they are called there."""
    wanted = {name for pair in (*said.together, *said.apart) for name in pair}
    if not wanted:
        return {}
    rows = connection.execute(f"SELECT {COLUMNS}, document.id FROM document")
    called = ((named(path, document_from(row).address), row[-1]) for row in rows)
    return {name: number for name, number in called if name in wanted}


def _within(pairs: Iterable[Pair], place: dict[int, int]) -> frozenset[Pair]:
    """Pairs of documents that have sketches as pairs of the sketches' places."""
    return frozenset((place[one], place[other]) for one, other in pairs if one in place and other in place)


def _one(groups: list[_Gathered]) -> _Gathered:
    """One group of some; its evidence is the weakest of theirs."""
    if len(groups) == 1:
        return groups[0]
    documents = tuple(sorted(number for group in groups for number in group.documents))
    evidence = min((group.evidence for group in groups if group.evidence), key=lambda tie: tie.share, default=None)
    return _Gathered(documents, evidence, any(group.told and len(group.documents) > 1 for group in groups))


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
