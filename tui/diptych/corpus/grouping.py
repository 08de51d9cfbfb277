"""Groups of texts out of what ties them and what a person said. Pure.

A text that holds several shorter ones which have nothing to do with each other is a digest, and joins none of them; a
stub joins the one group that has most of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.corpus.meetings import INDEX, INDEX_BITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diptych.corpus.ties import Evidence

LOPSIDED = 0.6
"""The share of the longer text's words below which the shorter one may merely be a part of it."""

_OUTWEIGHS = 3


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person said, which no evidence outweighs: pairs of indices that belong together, and that do not."""

    together: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Families:
    """Groups of ascending indices, in the order of their first, each with the weakest tie that holds it together."""

    groups: list[tuple[tuple[int, ...], Evidence | None]]


class Groups:
    """Which group each of so many things is in; groups only ever grow together, and some never do."""

    def __init__(self, count: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._above = list(range(count))
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def of(self, index: int) -> int:
        """The thing that stands for the group."""
        above = self._above
        while above[index] != index:
            above[index] = above[above[index]]
            index = above[index]
        return index

    def join(self, a: int, b: int) -> bool:
        """Make one group of two; False where they were one already, or are to be kept apart."""
        a, b = self.of(a), self.of(b)
        if a == b:
            return False
        if self._apart:
            if any(self.of(other) == b for other in self._apart.get(a, ())):
                return False
            if b in self._apart:
                self._apart[a] |= self._apart.pop(b)
        self._above[b] = a
        return True


class Grouping:
    """Joins what a person joined; then what is tied, texts of like length first; then
    each longer text to the shorter ones it holds; and last each stub to the one family that has most of it."""

    def __init__(
        self,
        words: Sequence[int],
        ties: dict[int, Evidence],
        stubs: dict[int, Evidence],
        corrections: Corrections,
    ) -> None:
        self._words = words
        self._ties, self._stubs = ties, stubs
        self._groups = Groups(len(words), corrections.apart)
        self._used: list[int] = []
        for pair in sorted(corrections.together):
            self._groups.join(*pair)

    def families(self, spoken: Callable[[int], bytes]) -> Families:
        """The groups, and of each its weakest tie.

        Args:
            spoken: something that a text says, so that texts of one length have an order that is theirs.
        """
        held: defaultdict[int, list[int]] = defaultdict(list)
        for pair in sorted(self._ties, key=lambda pair: (-self._ties[pair].share, pair)):
            short, long = self._by_length(pair)
            if self._words[short] < LOPSIDED * self._words[long]:
                held[long].append(pair)
            else:
                self._join(pair)
        for long in sorted(held, key=lambda index: (self._words[index], spoken(index))):
            if (tie := self._what_it_holds(long, held[long])) is not None:
                self._join(tie)
        self._join_stubs()
        return self._collected()

    def _by_length(self, pair: int) -> tuple[int, int]:
        a, b = pair >> INDEX_BITS, pair & INDEX
        return (b, a) if self._words[b] < self._words[a] else (a, b)

    def _join(self, pair: int) -> None:
        if self._groups.join(pair >> INDEX_BITS, pair & INDEX):
            self._used.append(pair)

    def _what_it_holds(self, long: int, pairs: list[int]) -> int | None:
        """The tie to the one group of shorter texts that a longer one holds; None for a digest of unrelated ones."""
        best: dict[int, int] = {}
        for pair in pairs:
            group = self._groups.of(self._by_length(pair)[0])
            if group not in best or self._ties[pair].phrases > self._ties[best[group]].phrases:
                best[group] = pair
        best.pop(self._groups.of(long), None)
        ranked = sorted(best.values(), key=lambda pair: -self._ties[pair].phrases)
        if len(ranked) > 1 and self._ties[ranked[0]].phrases < _OUTWEIGHS * self._ties[ranked[1]].phrases:
            return None
        return ranked[0] if ranked else None

    def _join_stubs(self) -> None:
        """Each stub to one family at most: a line that two unrelated texts have does not make them versions."""
        holders: defaultdict[int, list[int]] = defaultdict(list)
        holds: defaultdict[int, set[int]] = defaultdict(set)
        for pair in self._stubs:
            short, long = self._by_length(pair)
            holders[short].append(pair)
            holds[long].add(self._groups.of(short))
        homes: dict[int, int] = {}
        for stub in sorted(holders):
            pairs = [pair for pair in holders[stub] if len(holds[self._by_length(pair)[1]]) == 1]
            if not pairs:
                continue
            best = min(pairs, key=lambda pair: (-self._stubs[pair].share, pair))
            home = self._groups.of(self._by_length(best)[1])
            if homes.setdefault(self._groups.of(stub), home) == home:
                self._join(best)

    def _collected(self) -> Families:
        members: defaultdict[int, list[int]] = defaultdict(list)
        for index in range(len(self._words)):
            members[self._groups.of(index)].append(index)
        weakest: dict[int, Evidence] = {}
        for pair in self._used:
            top, tie = self._groups.of(pair & INDEX), self._ties.get(pair) or self._stubs[pair]
            if top not in weakest or tie.share < weakest[top].share:
                weakest[top] = tie
        return Families([(tuple(group), weakest.get(top)) for top, group in members.items()])
