"""Aligning two lists of sentences, given as plain strings: ties, and which of them moved. Pure; knows no versions.

Equal sentences anchor; what they leave open is scored twice, by likeness and among its neighbours, and tied one to one,
then split or merged; what lies off the heaviest in-order chain of ties has moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison import weights
from diptych.comparison.anchors import in_order
from diptych.comparison.chain import heaviest
from diptych.comparison.matching import Models, match
from diptych.comparison.normal import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

MODELS = Models(*[[weight for _, weight in table] for table in (weights.FIRST, weights.SECOND, weights.JOIN)])


class Tie(NamedTuple):
    """Old and new sentences that belong together, each side ascending; off the in-order chain where they moved."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


class Alignment(NamedTuple):
    """All ties, in the order of the new side, and what a reader must be told about how they were found."""

    ties: tuple[Tie, ...]
    notes: tuple[str, ...] = ()


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Tie the sentences of two texts together; what stands in no tie was deleted or inserted."""
    swapped = (len(old), list(old)) > (len(new), list(new))
    first, second = (new, old) if swapped else (old, new)
    sure = anchored(first, second)
    found = [((i,), (j,)) for i, j in sure] + match(first, second, sure, MODELS)
    if swapped:
        found = [(b, a) for a, b in found]
    return Alignment(placed(found, [len(text) for text in old], [len(text) for text in new]))


def anchored(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of equal sentences that stand in order: what all else is measured from."""
    keys: dict[str, int] = {}
    left = [keys.setdefault(plain(text), len(keys)) for text in old]
    right = [keys.setdefault(plain(text), len(keys)) for text in new]
    return in_order(left, right)


def placed(
    found: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], old: Sequence[int], new: Sequence[int]
) -> tuple[Tie, ...]:
    """The ties in the order of the new side; moved are those off the heaviest chain, weighed by sentences, then
    size."""
    ordered = sorted(found, key=lambda tie: (sum(tie[1]) / len(tie[1]), tie[0]))
    most = sum(old) + sum(new) + 1
    heavy = [(len(a) + len(b)) * most + sum(old[i] for i in a) + sum(new[j] for j in b) for a, b in ordered]
    kept = set(heaviest([sum(a) / len(a) for a, _ in ordered], heavy))
    return tuple(Tie(a, b, number not in kept) for number, (a, b) in enumerate(ordered))
