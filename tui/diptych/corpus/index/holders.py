"""Which documents of an index have some phrases, and which pairs of them a phrase brings together.

What is here says of single phrases and pairs what :mod:`diptych.corpus.meetings` says of all at once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from diptych.corpus.index.sketched import phrases_of
from diptych.corpus.meetings import CROWD, HELD, reach_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence

Pair: TypeAlias = tuple[int, int]
"""The numbers of two documents, the smaller one first."""


class TooMuchError(Exception):
    """More than is worth finding out one by one."""


class Holders:
    """The documents that have a phrase, in order; found for many phrases in one passage through all sketches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._several: dict[int, array[int]] = {}
        self._one: dict[int, int] = {}
        self._asked: set[int] = set()

    def learn(self, phrases: Collection[int]) -> None:
        """Find out who has these.

        Raises:
            TooMuchError: so many documents have them that it would fill the memory.
        """
        wanted = set(phrases) - self._asked
        if not wanted:
            return
        self._asked |= wanted
        total = 0
        for document, kept in self._connection.execute("SELECT document, phrases FROM sketch ORDER BY document"):
            common = wanted.intersection(phrases_of(kept))
            total += len(common)
            if total > HELD:
                raise TooMuchError
            for phrase in common:
                if (before := self._one.pop(phrase, None)) is not None:
                    self._several[phrase] = array("q", (before, document))
                elif (several := self._several.get(phrase)) is not None:
                    several.append(document)
                else:
                    self._one[phrase] = document

    def of(self, phrase: int) -> Sequence[int]:
        """The documents that have a phrase which was learned."""
        if (one := self._one.get(phrase)) is not None:
            return (one,)
        return self._several.get(phrase, ())

    def meet(self, pair: Pair, phrase: int) -> bool:
        """Whether two that have a phrase are paired by it."""
        holders = self.of(phrase)
        if len(holders) <= CROWD:
            return True
        one, other = (bisect_left(holders, document) for document in pair)
        return other - one <= reach_of(len(holders))


def changed_pairs(before: Sequence[int], after: Sequence[int], changed: Iterable[int]) -> Iterator[Pair]:
    """The pairs that a phrase brings together or no longer does, and perhaps a few that it always did.

    Args:
        before: the documents that had it.
        after: those that have it now.
        changed: those that have come or gone.
    """
    if _way(before) != _way(after):
        yield from _paired(before, reach_of(len(before)))
        yield from _paired(after, reach_of(len(after)))
    elif len(after) <= CROWD:
        there = set(after)
        for document in changed:
            if document in there:
                yield from ((min(document, other), max(document, other)) for other in after if other != document)
    else:
        for holders in (before, after):
            reach = reach_of(len(holders))
            for document in changed:
                at = bisect_left(holders, document)
                yield from _paired(holders[max(0, at - reach) : at + reach + 1], reach)


def _way(holders: Sequence[int]) -> int:
    """In which way so many are paired: all with all, or each with the next ones."""
    return 0 if len(holders) <= CROWD else reach_of(len(holders))


def _paired(holders: Sequence[int], reach: int) -> Iterator[Pair]:
    for at, one in enumerate(holders):
        for other in holders[at + 1 : at + 1 + reach]:
            yield one, other
