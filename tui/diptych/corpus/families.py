"""Which texts are versions of one article, told by what they say and never by what they are called. Pure.

Texts that share phrases (:mod:`diptych.corpus.sketches`) are candidates. Two candidates are tied if

* at least 12 % of the shorter one's phrases stand in the longer one (:data:`LEAST`), and
* they share them in several places: one common paragraph, quotation or footer makes no version, unless it is half of
  the text.

Phrases that stand in eight texts or more which otherwise have little in common are boilerplate, and do not count. A
text that holds several shorter ones which have nothing to do with each other is a digest, and joins none of them. A
stub, news of two lines, is looked for in the whole of a longer text, and joins the one family that has most of it.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from diptych.corpus.meetings import meetings
from diptych.corpus.sketches import HEAD, Sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Pair = tuple[int, int]

LEAST = 0.12
"""The share of the shorter text's phrases that versions of one article have in common."""
STUB = 80
"""Words up to which a text is a stub beside one that is much longer."""

_FEWEST = 3
_HALF = 0.5
_ELSEWHERE = 0.06
_PLACES = 3
_LOPSIDED = 0.6
_OUTWEIGHS = 3
_UNRELATED = 8
_REREAD = 10_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two texts are taken for versions of one article."""

    share: float
    """Of the shorter text's phrases, how many stand in the longer one; from 0 to 1."""
    phrases: int
    """How many of the phrases that were kept the two share."""
    places: int
    """In how many separate places of the shorter text they stand."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a person said, which no evidence outweighs: pairs of indices that belong together, and that do not."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Families:
    """Groups of ascending indices, in the order of their first, each with the weakest tie that holds it together."""

    groups: list[tuple[tuple[int, ...], Evidence | None]]


def families_of(
    sketches: Sequence[Sketch],
    stopped: Callable[[], bool] = lambda: False,
    whole: Callable[[int], Sketch | None] = lambda _: None,
    corrections: Corrections | None = None,
) -> Families:
    """Group the texts whose sketches these are; the order of the list changes nothing but the indices.

    Args:
        sketches: read in order, and then again by index.
        stopped: asked again and again whether to give up; what is known by then is given.
        whole: sketches the whole of a text again, if that can be done; asked for the few that may hold a stub.
        corrections: what a person said about them.
    """
    resting = gc.isenabled()
    gc.disable()  # a great many small things are made, and none of them refers to itself
    try:
        return _found(sketches, stopped, whole, corrections or Corrections())
    finally:
        if resting:
            gc.enable()


def _found(
    sketches: Sequence[Sketch],
    stopped: Callable[[], bool],
    whole: Callable[[int], Sketch | None],
    corrections: Corrections,
) -> Families:
    counted, frequent = meetings((sketch.phrases for sketch in sketches), _UNRELATED, stopped)
    likely: list[Pair] = []
    stubs: list[Pair] = []
    cores = _Groups(len(sketches))
    for a, b, count in counted:
        one, other = sketches[a], sketches[b]
        least = min(len(one.thin), len(other.thin))
        both = min(len(one.phrases), len(other.phrases), 1 << 30 if one.is_whole == other.is_whole else least + HEAD)
        if _is_stub(one, other):
            stubs.append((a, b))
        elif count >= LEAST * least:
            likely.append((a, b))
        if count >= _HALF * both:
            cores.join(a, b)
    boilerplate = frozenset(
        number for number, holders in frequent.items() if len({cores.of(index) for index in holders}) >= _UNRELATED
    )
    ties = _ties(likely, sketches.__getitem__, boilerplate, stopped)
    held = _ties(_worth_reading(stubs, sketches, boilerplate), _reread(sketches, whole), boilerplate, stopped)
    return _Grouping(sketches, ties, held, corrections).families()


def _is_stub(one: Sketch, other: Sketch) -> bool:
    short, long = sorted((one.words, other.words))
    return short <= STUB and short < _LOPSIDED * long


def _worth_reading(pairs: Iterable[Pair], sketches: Sequence[Sketch], boilerplate: frozenset[int]) -> list[Pair]:
    """Those pairs that share a phrase that is no boilerplate."""
    found = []
    for a, b in pairs:
        common = set(sketches[a].phrases).intersection(sketches[b].phrases)
        if not common <= boilerplate:
            found.append((a, b))
    return found


def _reread(sketches: Sequence[Sketch], whole: Callable[[int], Sketch | None]) -> Callable[[int], Sketch]:
    @lru_cache(maxsize=_REREAD)
    def read(index: int) -> Sketch:
        sketch = sketches[index]
        return sketch if sketch.is_whole else whole(index) or sketch

    return read


def _ties(
    pairs: list[Pair], sketch: Callable[[int], Sketch], boilerplate: frozenset[int], stopped: Callable[[], bool]
) -> dict[Pair, Evidence]:
    """The pairs that are tied, with what ties them."""
    ties = {}
    for a, following in groupby(pairs, key=lambda pair: pair[0]):
        if stopped():
            break
        one = sketch(a)
        for pair in following:
            if (evidence := tie_between(one, sketch(pair[1]), boilerplate)) is not None:
                ties[pair] = evidence
    return ties


def tie_between(one: Sketch, other: Sketch, boilerplate: frozenset[int] = frozenset()) -> Evidence | None:
    """What makes two texts versions of one article, if it is enough; phrases of ``boilerplate`` do not count."""
    whole = one.is_whole and other.is_whole
    shorter: Sequence[int]
    longer: Sequence[int]
    shorter, longer = (one.phrases, other.phrases) if whole else (one.thin, other.thin)
    if not boilerplate.isdisjoint(shorter):
        shorter = [number for number in shorter if number not in boilerplate]
    if not boilerplate.isdisjoint(longer):
        longer = [number for number in longer if number not in boilerplate]
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    shared = list(map(set(longer).__contains__, shorter))
    count = sum(shared)
    if not count or count < LEAST * len(shorter) or (count < _FEWEST and not whole):
        return None
    runs = [sum(1 for _ in run) for held, run in groupby(shared) if held]
    share = count / len(shorter)
    elsewhere = (count - max(runs)) / len(shorter)
    if share >= _HALF or (len(runs) >= _PLACES and elsewhere >= _ELSEWHERE):
        return Evidence(share, count, len(runs))
    return None


class _Groups:
    """Which group each of so many things is in; groups only ever grow together, and some never do."""

    def __init__(self, count: int, apart: Iterable[Pair] = ()) -> None:
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


class _Grouping:
    """Joins what a person joined; then what is tied, texts of like length first; then each longer text to the shorter
    ones it holds; and last each stub to the one family that has most of it."""

    def __init__(
        self,
        sketches: Sequence[Sketch],
        ties: dict[Pair, Evidence],
        stubs: dict[Pair, Evidence],
        corrections: Corrections,
    ) -> None:
        self._count = len(sketches)
        self._ties, self._stubs = ties, stubs
        together = sorted(corrections.together)
        self._groups = _Groups(self._count, corrections.apart)
        self._words = {index: sketches[index].words for pair in (*ties, *stubs) for index in pair}
        self._sketches = sketches
        self._used: list[Pair] = []
        for pair in together:
            self._groups.join(*pair)

    def families(self) -> Families:
        """The groups, and of each its weakest tie."""
        held: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in sorted(self._ties, key=lambda pair: (-self._ties[pair].share, pair)):
            short, long = sorted(pair, key=self._words.__getitem__)
            if self._words[short] < _LOPSIDED * self._words[long]:
                held[long].append(pair)
            else:
                self._join(pair)
        for long in sorted(held, key=lambda index: (self._words[index], self._sketches[index].phrases.tobytes())):
            if (tie := self._what_it_holds(long, held[long])) is not None:
                self._join(tie)
        self._join_stubs()
        return self._collected()

    def _join(self, pair: Pair) -> None:
        if self._groups.join(*pair):
            self._used.append(pair)

    def _what_it_holds(self, long: int, pairs: list[Pair]) -> Pair | None:
        """The tie to the one group of shorter texts that a longer one holds; None for a digest of unrelated ones."""
        best: dict[int, Pair] = {}
        for pair in pairs:
            group = self._groups.of(pair[0] if pair[1] == long else pair[1])
            if group not in best or self._ties[pair].phrases > self._ties[best[group]].phrases:
                best[group] = pair
        best.pop(self._groups.of(long), None)
        ranked = sorted(best.values(), key=lambda pair: -self._ties[pair].phrases)
        if len(ranked) > 1 and self._ties[ranked[0]].phrases < _OUTWEIGHS * self._ties[ranked[1]].phrases:
            return None
        return ranked[0] if ranked else None

    def _join_stubs(self) -> None:
        """Each stub to one family at most: a line that two unrelated texts have does not make them versions."""
        holders: defaultdict[int, list[Pair]] = defaultdict(list)
        held: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in self._stubs:
            short, long = sorted(pair, key=self._words.__getitem__)
            holders[short].append(pair)
            held[long].append(pair)
        digests = {long for long, pairs in held.items() if len({self._groups.of(self._short(p)) for p in pairs}) > 1}
        homes: dict[int, int] = {}
        for stub in sorted(holders):
            pairs = [pair for pair in holders[stub] if self._long(pair) not in digests]
            ranked = sorted(pairs, key=lambda pair: (-self._stubs[pair].share, pair))
            group = self._groups.of(stub)
            if ranked and homes.setdefault(group, self._groups.of(self._long(ranked[0]))) == self._groups.of(
                self._long(ranked[0])
            ):
                self._ties[ranked[0]] = self._stubs[ranked[0]]
                self._join(ranked[0])

    def _short(self, pair: Pair) -> int:
        return min(pair, key=self._words.__getitem__)

    def _long(self, pair: Pair) -> int:
        return max(pair, key=self._words.__getitem__)

    def _collected(self) -> Families:
        members: defaultdict[int, list[int]] = defaultdict(list)
        for index in range(self._count):
            members[self._groups.of(index)].append(index)
        weakest: dict[int, Evidence] = {}
        for pair in self._used:
            top = self._groups.of(pair[0])
            if top not in weakest or self._ties[pair].share < weakest[top].share:
                weakest[top] = self._ties[pair]
        return Families([(tuple(group), weakest.get(top)) for top, group in members.items()])
