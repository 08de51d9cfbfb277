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
from itertools import chain
from typing import TYPE_CHECKING

from diptych.corpus.grouping import LOPSIDED, Corrections, Families, Grouping, Groups
from diptych.corpus.meetings import INDEX, INDEX_BITS, meetings
from diptych.corpus.sketches import HEAD, Sketch
from diptych.corpus.ties import HALF, LEAST, tie_between, ties_among

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from diptych.corpus.ties import Evidence

STUB = 80
"""Words up to which a text is a stub beside one that is much longer."""

_UNRELATED = 8


def families_of(
    sketches: Sequence[Sketch],
    stopped: Callable[[], bool] = lambda: False,
    whole: Callable[[Sequence[int]], Iterable[tuple[int, Sketch]]] = lambda _: (),
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
    whole: Callable[[Sequence[int]], Iterable[tuple[int, Sketch]]],
    corrections: Corrections,
) -> Families:
    sizes = _Sizes(len(sketches))
    likely, stubs, boilerplate = _candidates(sizes, sizes.noted(sketches), stopped)
    ties = ties_among(likely, sketches.__getitem__, boilerplate, stopped)
    held = _held(_worth_reading(stubs, sketches, boilerplate), sketches, sizes, whole, boilerplate)
    grouping = Grouping(sizes.words, ties, held, corrections)
    return grouping.families(lambda index: sketches[index].phrases.tobytes())


class _Sizes:
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

    def is_stub(self, a: int, b: int) -> bool:
        """Whether one of two is a stub beside the other."""
        short, long = sorted((self.words[a], self.words[b]))
        return short <= STUB and short < LOPSIDED * long


def _candidates(
    sizes: _Sizes, phrases: Iterator[array[int]], stopped: Callable[[], bool]
) -> tuple[array[int], array[int], frozenset[int]]:
    """The pairs that may be tied, those of a stub and a longer text, and the phrases that are boilerplate."""
    counted, frequent = meetings(phrases, len(sizes.words), _UNRELATED, stopped)
    likely, stubs = array("Q"), array("Q")
    cores = Groups(len(sizes.words))
    for a, b, count in counted:
        least = min(sizes.thin[a], sizes.thin[b])
        both = min(sizes.phrases[a], sizes.phrases[b])
        if sizes.is_whole[a] != sizes.is_whole[b]:
            both = min(both, least + HEAD)
        if sizes.is_stub(a, b):
            stubs.append(a << INDEX_BITS | b)
        elif count >= LEAST * least:
            likely.append(a << INDEX_BITS | b)
        if count >= HALF * both:
            cores.join(a, b)
    boilerplate = frozenset(
        number for number, holders in frequent.items() if len(set(map(cores.of, holders))) >= _UNRELATED
    )
    return likely, stubs, boilerplate


def _worth_reading(pairs: Iterable[int], sketches: Sequence[Sketch], boilerplate: frozenset[int]) -> Iterator[int]:
    """Those pairs that share a phrase that is no boilerplate."""
    for pair in pairs:
        common = set(sketches[pair >> INDEX_BITS].phrases).intersection(sketches[pair & INDEX].phrases)
        if not common <= boilerplate:
            yield pair


def _held(
    pairs: Iterable[int],
    sketches: Sequence[Sketch],
    sizes: _Sizes,
    whole: Callable[[Sequence[int]], Iterable[tuple[int, Sketch]]],
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
