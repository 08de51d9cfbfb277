"""What ties two texts: the phrases that they share, if these are enough and stand in several places. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from diptych.corpus.meetings import INDEX, INDEX_BITS

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from diptych.corpus.sketches import Sketch

LEAST = 0.12
"""The share of the shorter text's phrases that versions of one article have in common."""
HALF = 0.5
"""The share from which on one place in common is enough."""

_FEWEST = 3
_ELSEWHERE = 0.06
_PLACES = 3
_AT_HAND = 4096


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two texts are taken for versions of one article."""

    share: float
    """Of the shorter text's phrases, how many stand in the longer one; from 0 to 1."""
    phrases: int
    """How many of the phrases that were kept the two share."""
    places: int
    """In how many separate places of the shorter text they stand."""


def ties_among(
    pairs: array[int], sketch: Callable[[int], Sketch], boilerplate: frozenset[int], stopped: Callable[[], bool]
) -> dict[int, Evidence]:
    """The pairs that are tied, with what ties them.

    Args:
        pairs: of indices, each as one number (:mod:`diptych.corpus.meetings`); in order, which saves sketching again.
        sketch: the sketch of an index.
        boilerplate: phrases that do not count.
        stopped: asked again and again whether to give up.
    """

    @lru_cache(maxsize=_AT_HAND)
    def telling(index: int, whole: bool) -> tuple[list[int], frozenset[int]]:
        found = _telling(sketch(index), whole, boilerplate)
        return found, frozenset(found)

    ties = {}
    for pair in pairs:
        a, b = pair >> INDEX_BITS, pair & INDEX
        whole = sketch(a).is_whole and sketch(b).is_whole
        if (evidence := _tie(telling(a, whole), telling(b, whole), whole)) is not None:
            ties[pair] = evidence
        elif stopped():
            break
    return ties


def tie_between(one: Sketch, other: Sketch, boilerplate: frozenset[int] = frozenset()) -> Evidence | None:
    """What makes two texts versions of one article, if it is enough; phrases of ``boilerplate`` do not count."""
    whole = one.is_whole and other.is_whole
    first, second = (_telling(sketch, whole, boilerplate) for sketch in (one, other))
    return _tie((first, frozenset(first)), (second, frozenset(second)), whole)


def _telling(sketch: Sketch, whole: bool, boilerplate: frozenset[int]) -> list[int]:
    """The phrases of a text that count beside another one; all of both texts if both were kept whole."""
    phrases = sketch.phrases if whole else sketch.thin
    if boilerplate.isdisjoint(phrases):
        return phrases.tolist()
    return [number for number in phrases if number not in boilerplate]


def _tie(
    one: tuple[list[int], frozenset[int]],
    other: tuple[list[int], frozenset[int]],
    whole: bool,
) -> Evidence | None:
    (shorter, _), (_, longer) = (one, other) if len(one[0]) <= len(other[0]) else (other, one)
    shared = bytes(map(longer.__contains__, shorter))
    count = sum(shared)
    if not count or count < LEAST * len(shorter) or (count < _FEWEST and not whole):
        return None
    runs = [len(run) for run in shared.split(b"\0") if run]
    share = count / len(shorter)
    elsewhere = (count - max(runs)) / len(shorter)
    if share >= HALF or (len(runs) >= _PLACES and elsewhere >= _ELSEWHERE):
        return Evidence(share, count, len(runs))
    return None
