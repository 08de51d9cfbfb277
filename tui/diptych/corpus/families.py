"""Which texts are versions of one article, told by what they say and never by what they are called. Pure.

A text is sketched by its phrases, runs of five words, each turned into a number that is the same on every machine and
in every run. Of a long text one phrase in eight is kept, of a short one all. Texts that share phrases are candidates:
found by sorting all numbers together, never by comparing all texts with all. Two candidates are tied if

* at least 12 % of the shorter one's phrases stand in the longer one (:data:`LEAST`), and
* they share them in several places: one common paragraph, quotation or footer makes no version, unless it is half of
  the text.

Phrases that stand in eight texts or more which otherwise have little in common are boilerplate, and do not count. A
text that holds several shorter ones which have nothing to do with each other is a digest, and joins none of them.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable

PHRASE = 5
"""Words in a phrase."""
LEAST = 0.12
"""The share of the shorter text's phrases that versions of one article have in common."""

_SHORT = 256
_KEPT = 7
_FEWEST = 3
_HALF = 0.5
_ELSEWHERE = 0.06
_PLACES = 3
_LOPSIDED = 0.6
_OUTWEIGHS = 3
_UNRELATED = 8
_CROWD = 16
_WINDOW = 4
_SLICES = 16
_WORD = re.compile(r"\w+")
_INDEX_BITS = 24
_INDEX = (1 << _INDEX_BITS) - 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text to find its versions: numbers for its phrases, in the order in which they first occur."""

    phrases: array[int]
    thin: array[int]
    """The one phrase in eight that is kept of long texts too; the same array where ``phrases`` are no more."""
    words: int

    @property
    def is_whole(self) -> bool:
        """True where every phrase of the text was kept."""
        return self.phrases is not self.thin


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
class Families:
    """Groups of ascending indices, in the order of their first, each with the weakest tie that holds it together."""

    groups: list[tuple[tuple[int, ...], Evidence | None]]


def words_of(plain: str) -> list[str]:
    """The words of a text without mark-up, as phrases are made of them."""
    return _WORD.findall(plain.casefold())


def sketch_of(plain: str) -> Sketch:
    """Sketch a text; texts of fewer words than a phrase have one phrase of what there is."""
    words = words_of(plain)
    runs = zip(*(words[offset:] for offset in range(PHRASE)), strict=False)
    spoken = [run.encode("utf-8", "surrogatepass") for run in map(" ".join, runs)]
    if not spoken and words:
        spoken = [" ".join(words).encode("utf-8", "surrogatepass")]
    rough = list(map(crc32, spoken))
    # The rough number chooses; the number that is kept is longer, so that a million texts do not meet by chance.
    chosen = [phrase for phrase, number in zip(spoken, rough, strict=True) if not number & _KEPT]
    thin = array("Q", dict.fromkeys(map(_number, chosen)))
    if len(spoken) > _SHORT:
        return Sketch(thin, thin, len(words))
    return Sketch(array("Q", dict.fromkeys(map(_number, spoken))), thin, len(words))


def _number(phrase: bytes) -> int:
    return int.from_bytes(blake2b(phrase, digest_size=5).digest(), "big")


def families_of(sketches: list[Sketch], stopped: Callable[[], bool] = lambda: False) -> Families:
    """Group the texts whose sketches these are; the order of the list changes nothing but the indices."""
    candidates, frequent = _candidates(sketches, stopped)
    ties = _ties(sketches, candidates, frozenset(), stopped)
    cores = _Groups(len(sketches))
    for pair, evidence in ties.items():
        if evidence.share >= _HALF:
            cores.join(*pair)
    boilerplate = frozenset(
        number for number, holders in frequent.items() if len({cores.of(index) for index in holders}) >= _UNRELATED
    )
    if boilerplate:
        ties = _ties(sketches, list(ties), boilerplate, stopped)
    return _grouped(sketches, ties)


def _candidates(
    sketches: list[Sketch],
    stopped: Callable[[], bool],
) -> tuple[list[tuple[int, int]], dict[int, array[int]]]:
    """The pairs that may share enough, and the phrases that stand in many texts, with the texts.

    A phrase in a crowd of texts ties each only to the next few that have it: that finds a long history, and is linear.
    """
    slices = [array("Q") for _ in range(_SLICES)]
    for index, sketch in enumerate(sketches):
        for number in sketch.phrases:
            slices[number % _SLICES].append((number << _INDEX_BITS) | index)
    frequent: dict[int, array[int]] = {}
    counts: defaultdict[tuple[int, int], int] = defaultdict(int)
    for place, entries in enumerate(slices):
        if stopped():
            break
        slices[place] = array("Q")
        for number, run in groupby(sorted(entries), key=_phrase_of):
            holders = array("L", [entry & _INDEX for entry in run])
            if len(holders) >= _UNRELATED:
                frequent[number] = holders
            reach = len(holders) if len(holders) <= _CROWD else _WINDOW
            for first, a in enumerate(holders):
                for b in holders[first + 1 : first + 1 + reach]:
                    counts[a, b] += 1
    pairs = [pair for pair, count in counts.items() if count >= LEAST * min(len(sketches[i].thin) for i in pair)]
    return sorted(pairs), frequent


def _phrase_of(entry: int) -> int:
    return entry >> _INDEX_BITS


def _ties(
    sketches: list[Sketch],
    pairs: list[tuple[int, int]],
    boilerplate: frozenset[int],
    stopped: Callable[[], bool],
) -> dict[tuple[int, int], Evidence]:
    """The pairs that are tied, with what ties them."""
    ties = {}
    for a, b in pairs:
        if stopped():
            break
        if (evidence := tie_between(sketches[a], sketches[b], boilerplate)) is not None:
            ties[a, b] = evidence
    return ties


def tie_between(one: Sketch, other: Sketch, boilerplate: frozenset[int] = frozenset()) -> Evidence | None:
    """What makes two texts versions of one article, if it is enough; phrases of ``boilerplate`` do not count."""
    whole = one.is_whole and other.is_whole
    sides = [[n for n in (side.phrases if whole else side.thin) if n not in boilerplate] for side in (one, other)]
    shorter, longer = sorted(sides, key=len)
    common = set(longer)
    shared = [number in common for number in shorter]
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
    """Which group each of so many things is in; groups only ever grow together."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def of(self, index: int) -> int:
        """The thing that stands for the group."""
        above = self._above
        while above[index] != index:
            above[index] = above[above[index]]
            index = above[index]
        return index

    def join(self, a: int, b: int) -> bool:
        """Make one group of two; False where they were one already."""
        a, b = self.of(a), self.of(b)
        self._above[b] = a
        return a != b


def _grouped(sketches: list[Sketch], ties: dict[tuple[int, int], Evidence]) -> Families:
    """Join what is tied, texts of like length first, then each longer text to the shorter ones it holds."""
    groups = _Groups(len(sketches))
    used: list[tuple[int, int]] = []
    held: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in sorted(ties, key=lambda pair: (-ties[pair].share, pair)):
        short, long = sorted(pair, key=lambda index: sketches[index].words)
        if sketches[short].words < _LOPSIDED * sketches[long].words:
            held[long].append(pair)
        elif groups.join(*pair):
            used.append(pair)
    for long in sorted(held, key=lambda index: (sketches[index].words, sketches[index].phrases.tobytes())):
        tie = _what_it_holds(long, held[long], ties, groups)
        if tie is not None and groups.join(*tie):
            used.append(tie)
    return _collected(len(sketches), groups, used, ties)


def _what_it_holds(
    long: int,
    pairs: list[tuple[int, int]],
    ties: dict[tuple[int, int], Evidence],
    groups: _Groups,
) -> tuple[int, int] | None:
    """The tie to the one group of shorter texts that a longer one holds; None for a digest of unrelated ones."""
    best: dict[int, tuple[int, int]] = {}
    for pair in pairs:
        group = groups.of(pair[0] if pair[1] == long else pair[1])
        if group not in best or ties[pair].phrases > ties[best[group]].phrases:
            best[group] = pair
    best.pop(groups.of(long), None)
    ranked = sorted(best.values(), key=lambda pair: -ties[pair].phrases)
    if len(ranked) > 1 and ties[ranked[0]].phrases < _OUTWEIGHS * ties[ranked[1]].phrases:
        return None
    return ranked[0] if ranked else None


def _collected(
    count: int,
    groups: _Groups,
    used: list[tuple[int, int]],
    ties: dict[tuple[int, int], Evidence],
) -> Families:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(count):
        members[groups.of(index)].append(index)
    weakest: dict[int, Evidence] = {}
    for pair in used:
        top = groups.of(pair[0])
        if top not in weakest or ties[pair].share < weakest[top].share:
            weakest[top] = ties[pair]
    return Families([(tuple(group), weakest.get(top)) for top, group in members.items()])
