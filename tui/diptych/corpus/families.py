"""Which texts are versions of one article, told by what they say and never by what they are called. Pure.

Texts that share phrases (:mod:`diptych.corpus.sketches`) are candidates. Two candidates are tied if

* at least 12 % of the shorter one's phrases stand in the longer one (:data:`~diptych.corpus.ties.LEAST`), and
* they share them in several places: one common paragraph, quotation or footer makes no version, unless it is half of
  the text.

Phrases that stand in eight texts or more which otherwise have little in common are boilerplate, and do not count. A
text that holds several shorter ones which have nothing to do with each other is a digest, and joins none of them. A
stub, news of two lines, is looked for in the whole of a longer text, and joins the one family that has most of it.
"""

from __future__ import annotations

import gc
from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, compress
from typing import TYPE_CHECKING

from diptych.corpus.grouping import LOPSIDED, Corrections, Families, Grouping, Groups
from diptych.corpus.meetings import INDEX, INDEX_BITS, THRONG, meetings
from diptych.corpus.sketches import HEAD, Sketch
from diptych.corpus.ties import HALF, LEAST, tie_between, ties_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from diptych.corpus.ties import Evidence

    Whole = Callable[[Sequence[int]], Iterable[tuple[int, Sketch]]]

STUB = 80
"""Words up to which a text is a stub beside one that is much longer."""

LIKELY, STUBBY, CORE = 1, 2, 4
"""Sorts of pairs, which add up: those that may be tied, those of a stub and a longer text, and those that have so much
in common that a phrase of both is a phrase of one story."""

UNRELATED = 8
"""Stories that must have a phrase, for it to be boilerplate."""


@dataclass(frozen=True, slots=True)
class Found:
    """What families are made of; pairs are those of :mod:`diptych.corpus.meetings`."""

    sizes: Sizes
    pairs: array[int]
    """All that are of any sort, in order."""
    sorts: bytearray
    """Of each of them."""
    frequent: frozenset[int]
    """Phrases of so many texts that they may be boilerplate."""
    boilerplate: frozenset[int]
    ties: dict[int, Evidence]
    """What ties two texts."""
    stubs: dict[int, Evidence]
    """What ties a stub to a longer text."""

    def families(self, spoken: Callable[[int], bytes], corrections: Corrections | None = None) -> Families:
        """The groups; ``spoken`` is something that a text says, so that texts of one length have an order."""
        return Grouping(self.sizes.words, self.ties, self.stubs, corrections or Corrections()).families(spoken)


def families_of(
    sketches: Sequence[Sketch],
    stopped: Callable[[], bool] = lambda: False,
    whole: Whole = lambda _: (),
    corrections: Corrections | None = None,
) -> Families:
    """Group the texts whose sketches these are; the order of the list changes nothing but the indices.

    Args:
        sketches: read in order, and then again by index.
        stopped: asked again and again whether to give up; what is known by then is given.
        whole: sketches the whole of some texts again, those with which that can be done, in any order; asked for the
            few that may hold a stub, and taken one at a time.
        corrections: what a person said about them.
    """
    return find(sketches, stopped, whole).families(lambda index: sketches[index].phrases.tobytes(), corrections)


def find(sketches: Sequence[Sketch], stopped: Callable[[], bool], whole: Whole) -> Found:
    """What the families of these texts are made of; the arguments are those of :func:`families_of`."""
    resting = gc.isenabled()
    gc.disable()  # a great many small things are made, and none of them refers to itself
    try:
        sizes = Sizes(len(sketches))
        pairs, sorts, frequent, boilerplate = _candidates(sizes, sizes.noted(sketches), stopped)
        ties, stubs = tied(pairs, sorts, sketches, sizes, whole, boilerplate, stopped)
        return Found(sizes, pairs, sorts, frequent, boilerplate, ties, stubs)
    finally:
        if resting:
            gc.enable()


class Sizes:
    """How large the sketches are, so that none needs be read again to know that."""

    def __init__(self, count: int) -> None:
        self.words, self.phrases, self.thin = (array("I", bytes(4 * count)) for _ in range(3))
        self.is_whole = bytearray(count)

    def noted(self, sketches: Iterable[Sketch]) -> Iterator[array[int]]:
        """The phrases of each, which is measured in passing."""
        for index, sketch in enumerate(sketches):
            self.words[index] = sketch.words
            self.phrases[index] = len(sketch.phrases)
            self.thin[index] = len(sketch.thin)
            self.is_whole[index] = sketch.is_whole
            yield sketch.phrases

    def sort(self, a: int, b: int, count: int) -> int:
        """What sort of pair two are that met in so many phrases; 0 for none that matters."""
        least = min(self.thin[a], self.thin[b])
        both = min(self.phrases[a], self.phrases[b])
        if self.is_whole[a] != self.is_whole[b]:
            both = min(both, least + HEAD)
        core = CORE if count >= HALF * both else 0
        if self._is_stub(a, b):
            return STUBBY | core
        return LIKELY | core if count >= LEAST * least else core

    def _is_stub(self, a: int, b: int) -> bool:
        """Whether one of two is a stub beside the other."""
        short, long = sorted((self.words[a], self.words[b]))
        return short <= STUB and short < LOPSIDED * long


def _candidates(
    sizes: Sizes, phrases: Iterator[array[int]], stopped: Callable[[], bool]
) -> tuple[array[int], bytearray, frozenset[int], frozenset[int]]:
    """The pairs of some sort with their sorts, the phrases of many texts, and which of these are boilerplate."""
    counted, frequent = meetings(phrases, len(sizes.words), UNRELATED, stopped)
    pairs, sorts = array("Q"), bytearray()
    cores = Groups(len(sizes.words))
    for a, b, count in counted:
        if sort := sizes.sort(a, b, count):
            pairs.append(a << INDEX_BITS | b)
            sorts.append(sort)
            if sort & CORE:
                cores.join(a, b)
    boilerplate = frozenset(number for number, holders in frequent.items() if is_boilerplate(holders, cores.of))
    return pairs, sorts, frozenset(frequent), boilerplate


def is_boilerplate(holders: Sequence[int], story: Callable[[int], int]) -> bool:
    """Whether a phrase, of the texts that have it in order, tells nothing, since too many stories have it."""
    told: set[int] = set()
    for holder in holders[:THRONG]:
        told.add(story(holder))
        if len(told) == UNRELATED:
            return True
    return False


def tied(
    pairs: Sequence[int],
    sorts: bytearray,
    sketches: Sequence[Sketch],
    sizes: Sizes,
    whole: Whole,
    boilerplate: frozenset[int],
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[dict[int, Evidence], dict[int, Evidence]]:
    """What ties pairs of some sorts: of texts of like length, and of a stub and a longer text."""
    likely = array("Q", compress(pairs, [sort & LIKELY for sort in sorts]))
    stubs = array("Q", compress(pairs, [sort & STUBBY for sort in sorts]))
    ties = ties_among(likely, sketches.__getitem__, boilerplate, stopped)
    return ties, _held(_worth_reading(stubs, sketches, boilerplate), sketches, sizes, whole, boilerplate)


def _worth_reading(pairs: Iterable[int], sketches: Sequence[Sketch], boilerplate: frozenset[int]) -> Iterator[int]:
    """Those pairs that share a phrase that is no boilerplate."""
    for pair in pairs:
        common = set(sketches[pair >> INDEX_BITS].phrases).intersection(sketches[pair & INDEX].phrases)
        if not common <= boilerplate:
            yield pair


def _held(
    pairs: Iterable[int],
    sketches: Sequence[Sketch],
    sizes: Sizes,
    whole: Whole,
    boilerplate: frozenset[int],
) -> dict[int, Evidence]:
    """What ties stubs to longer texts, which are looked at one after the other, all of what they say."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for pair in pairs:
        beside[max(pair >> INDEX_BITS, pair & INDEX, key=sizes.words.__getitem__)].append(pair)
    thinned = [index for index in sorted(beside) if not sizes.is_whole[index]]
    ties = {}
    for index, text in chain(whole(thinned), ((index, sketches[index]) for index in sorted(beside))):
        for pair in beside.pop(index, ()):
            stub = sketches[(pair >> INDEX_BITS) ^ (pair & INDEX) ^ index]
            if (evidence := tie_between(text, stub, boilerplate)) is not None:
                ties[pair] = evidence
    return ties
