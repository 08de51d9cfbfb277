"""The documents of an index are gathered into articles, by what they say and by what a person said of them."""

from __future__ import annotations

from functools import partial
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.corpus import in_order, period_of, title_of
from diptych.corpus.families import find
from diptych.corpus.grouping import Corrections
from diptych.corpus.index import kept as keeping
from diptych.corpus.index.rows import COLUMNS, document_from
from diptych.corpus.index.said import joined, parted, those_said
from diptych.corpus.index.sketched import Sketches
from diptych.corpus.index.store import kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from diptych.corpus.corpus import Document
    from diptych.corpus.corrections import Said
    from diptych.corpus.families import Found
    from diptych.corpus.index.said import Pair, SaidOf
    from diptych.corpus.records import Options
    from diptych.corpus.ties import Evidence

_CHUNK = 500


class Group(NamedTuple):
    """The documents of an article, by their numbers."""

    documents: tuple[int, ...]
    evidence: Evidence | None
    told: bool


def gather(
    connection: sqlite3.Connection, path: str, options: Options, said: Said, stopped: Callable[[], bool]
) -> None:
    """Write the articles of an index anew, from nothing; nothing is changed where it is stopped on the way."""
    do = connection.execute
    do("BEGIN")  # one state of the documents, whatever another program writes meanwhile
    try:
        state = keeping.next_after(connection)
        gone = do("SELECT document FROM gone").fetchall()
        sketches = Sketches(connection)
        found = find(sketches, stopped, partial(sketches.whole, options))
        told = do("SELECT told, id FROM document WHERE told != '' ORDER BY told, id")
        groups = groups_of(told, sketches, found, those_said(connection, path, said))
    finally:
        do("COMMIT")
    if stopped():
        return
    do("BEGIN IMMEDIATE")
    try:
        do("DELETE FROM article")
        do("DELETE FROM member")
        write(connection, groups)
        count(connection)
        keeping.replace(connection, sketches.numbers, found)
        keeping.leave(connection, state, said)
        connection.executemany("DELETE FROM gone WHERE document = ?", gone)
        do("COMMIT")
    except BaseException:
        do("ROLLBACK")
        raise


def groups_of(told: Iterable[tuple[str | bytes, int]], sketches: Sketches, found: Found, said: SaidOf) -> list[Group]:
    """The documents as articles, in the order of their first ones.

    Args:
        told: documents of which their container says to which article they belong, by that.
        sketches: those of all others.
        found: what their families are made of.
        said: what a person said of all of them.
    """
    together, apart = said
    groups = [
        Group(part, None, True)
        for _, members in groupby(told, key=lambda row: row[0])
        for part in parted([number for _, number in members], apart)
    ]
    place = {number: index for index, number in enumerate(sketches.numbers)} if together or apart else {}
    corrections = Corrections(_within(together, place), _within(apart, place))
    for group, evidence in found.families(lambda index: sketches[index].phrases.tobytes(), corrections).groups:
        groups.append(Group(tuple(sketches.numbers[index] for index in group), evidence, False))
    if together:
        many = joined([group.documents for group in groups], together, apart)
        groups = [_one([groups[index] for index in some]) for some in many]
    groups.sort(key=lambda group: group.documents)
    return groups


def write(connection: sqlite3.Connection, groups: list[Group]) -> None:
    """Write articles, each with the number of its first document: so they stay in order whatever comes or goes."""
    for row, members in _articles(connection, groups):
        number = min(members)
        connection.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *row))
        connection.executemany(
            "INSERT OR REPLACE INTO member VALUES (?, ?, ?)",
            [(document, number, place) for place, document in enumerate(members)],
        )


def count(connection: sqlite3.Connection) -> None:
    """Keep how many documents there are, and the numbers of the articles, unless these are those from 1 on."""
    from array import array

    put = "INSERT OR REPLACE INTO meta VALUES (?, ?)"
    (documents,) = connection.execute("SELECT count(*) FROM member").fetchone()
    connection.execute(put, ("documents", documents))
    numbers = array("I", (number for (number,) in connection.execute("SELECT id FROM article ORDER BY id")))
    if numbers and numbers[-1] != len(numbers):
        connection.execute(put, ("order", numbers.tobytes()))
    else:
        connection.execute("DELETE FROM meta WHERE name = 'order'")


def _within(pairs: Iterable[Pair], place: dict[int, int]) -> frozenset[Pair]:
    """Pairs of documents that have sketches as pairs of the sketches' places."""
    return frozenset((place[one], place[other]) for one, other in pairs if one in place and other in place)


def _one(groups: list[Group]) -> Group:
    """One group of some; its evidence is the weakest of theirs."""
    if len(groups) == 1:
        return groups[0]
    documents = tuple(sorted(number for group in groups for number in group.documents))
    evidence = min((group.evidence for group in groups if group.evidence), key=lambda tie: tie.share, default=None)
    return Group(documents, evidence, any(group.told and len(group.documents) > 1 for group in groups))


def _articles(connection: sqlite3.Connection, groups: list[Group]) -> Iterator[tuple[tuple[object, ...], list[int]]]:
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


def _row(documents: tuple[Document, ...], group: Group) -> tuple[object, ...]:
    title = title_of(documents)
    earliest, latest = period_of(documents)
    sources = " ".join(dict.fromkeys(document.source for document in documents if document.source))[:400]
    names = " ".join(document.name for document in documents[:20])
    look = " ".join((title, sources, earliest, latest, names)).casefold()
    evidence = group.evidence
    return (
        kept(title),
        len(documents),
        kept(earliest),
        kept(latest),
        kept(sources),
        kept(look),
        int(group.told and len(documents) > 1),
        *((evidence.share, evidence.phrases, evidence.places) if evidence else (None, None, None)),
    )
