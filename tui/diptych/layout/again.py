"""Finding the same place again after a text was edited, by what stands unedited around it. Pure."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from diptych.comparison.normal import common_ends
from diptych.model import Side

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.layout.keeping import Spot


def carried(spot: Spot, before: Comparison, after: Comparison) -> Spot:
    """The spot, its sentences numbered as in a comparison of later states of the same two texts, or a later comparison.

    What stands before the first edit is found where it was, what stands behind the last one as far from the end as it
    was; between them it is the place where the editing began.
    """
    return spot._replace(sentences={side: _carried(spot.sentences[side], before, after, side) for side in Side})


def _carried(sentence: int, before: Comparison, after: Comparison, side: Side) -> int:
    old, new = before.version(side).text, after.version(side).text
    sentences = before.sentences(side)
    if sentence >= len(sentences):
        return len(after.sentences(side))
    at = moved_to(old, new, sentences[sentence].start)
    return max(0, bisect_right(after.sentences(side), at, key=attrgetter("start")) - 1)


def moved_to(old: str, new: str, at: int) -> int:
    """Where a place in a text is after it was edited, in code points."""
    if old == new:
        return at
    head, tail = common_ends(old, new)
    if at <= head:
        return at
    return at + len(new) - len(old) if at >= len(old) - tail else head
