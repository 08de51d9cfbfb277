"""What a person said about documents, found in an index, and carried out on groups of them."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from diptych.corpus import records
from diptych.corpus.index.store import kept

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Sequence

    from diptych.corpus.corrections import Said

Pair: TypeAlias = tuple[int, int]
"""Two documents, the smaller number first."""

_NOBODY: frozenset[int] = frozenset()


class SaidOf(NamedTuple):
    """Pairs of documents that were said to belong together, and not to, by their numbers."""

    together: frozenset[Pair]
    apart: frozenset[Pair]


def those_said(connection: sqlite3.Connection, path: str, said: Said) -> SaidOf:
    """What was said of those documents that the index of the corpus at this path has."""
    names = {name for pair in (*said.together, *said.apart) for name in pair}
    where = {name: number for name in names if (number := _number(connection, path, name)) is not None}

    def pairs(named: Iterable[tuple[str, str]]) -> frozenset[Pair]:
        found = [(where[one], where[other]) for one, other in named if one in where and other in where]
        return frozenset((min(pair), max(pair)) for pair in found)

    return SaidOf(pairs(said.together), pairs(said.apart))


def _number(connection: sqlite3.Connection, path: str, name: str) -> int | None:
    """The number of the document that is called so from the corpus' folder on."""
    for container, key in records.parted(name):
        for where in (container, os.path.join(path, container.replace("/", os.sep))):  # noqa: PTH118
            row = connection.execute(
                "SELECT document.id FROM container JOIN document ON document.container = container.id "
                "WHERE container.path = ? AND key = ?",
                (kept(where), kept(key)),
            ).fetchone()
            if row is not None:
                return int(row[0])
    return None


def parted(group: Sequence[int], apart: Collection[Pair]) -> list[tuple[int, ...]]:
    """A group as few groups, in none of which are two documents that were said to be kept apart.

    Each document joins the first group that it may; the order inside a group stays.
    """
    opponents: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        opponents[one].add(other)
        opponents[other].add(one)
    found: list[list[int]] = [[]]
    for number in group:
        against = opponents.get(number, _NOBODY)
        home = next((held for held in found if not against or against.isdisjoint(held)), None)
        if home is None:
            found.append([number])
        else:
            home.append(number)
    return [tuple(held) for held in found]


def joined(groups: Sequence[Sequence[int]], together: Iterable[Pair], apart: Collection[Pair]) -> list[list[int]]:
    """Which groups become one, by their indices: all that hold documents said to belong together.

    Two groups stay two where documents of theirs were said to be kept apart.
    """
    pairs = sorted(together)
    wanted = {number for pair in pairs for number in pair}
    home = {number: index for index, group in enumerate(groups) for number in group if number in wanted}
    held = {index: [index] for index in home.values()}
    for one, other in pairs:
        if one not in home or other not in home:
            continue
        a, b = held[home[one]], held[home[other]]
        left, right = ({number for index in some for number in groups[index]} for some in (a, b))
        if a is not b and not _are_apart(left, right, apart):
            a += b
            held.update(dict.fromkeys(b, a))
    first = {min(some): sorted(some) for some in held.values()}
    merged = {index for some in first.values() for index in some}
    return [first.get(index, [index]) for index in range(len(groups)) if index in first or index not in merged]


def _are_apart(some: Collection[int], others: Collection[int], apart: Iterable[Pair]) -> bool:
    """Whether any of the ones is to be kept apart from any of the others."""
    return any((a in some and b in others) or (a in others and b in some) for a, b in apart)
