"""Aligning two lists of sentences, given as plain strings: ties, and which of them moved. Pure; knows no versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison.anchors import in_order
from diptych.comparison.candidates import candidates
from diptych.comparison.chain import heaviest
from diptych.comparison.decoding import decode
from diptych.comparison.likeness import likely
from diptych.comparison.normal import plain
from diptych.comparison.profiles import profiles

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    swapped = (len(old), old) > (len(new), new)
    if swapped:
        old, new = new, old
    keys: dict[str, int] = {}
    left = [keys.setdefault(plain(text), len(keys)) for text in old]
    right = [keys.setdefault(plain(text), len(keys)) for text in new]
    found = [((i,), (j,)) for i, j in in_order(left, right)]
    found += _reworded(old, new, {i for (i,), _ in found}, {j for _, (j,) in found})
    if swapped:
        found = [(b, a) for a, b in found]
        old, new = new, old
    return Alignment(placed(found, [len(text) for text in old], [len(text) for text in new]))


def _reworded(
    old: Sequence[str], new: Sequence[str], tied_old: set[int], tied_new: set[int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    rows = [i for i in range(len(old)) if i not in tied_old]
    columns = [j for j in range(len(new)) if j not in tied_new]
    if not rows or not columns:
        return []
    a, b = profiles([(old[i], i / len(old)) for i in rows], [(new[j], j / len(new)) for j in columns])
    scored = {(rows[i], columns[j]): likely(a[i], b[j], cosine) for (i, j), cosine in candidates(a, b).items()}
    return decode(scored)


def placed(
    found: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], old: Sequence[int], new: Sequence[int]
) -> tuple[Tie, ...]:
    """The ties in the order of the new side; moved are those off the heaviest chain, weighed by sentences, then size."""
    ordered = sorted(found, key=lambda tie: (sum(tie[1]) / len(tie[1]), tie[0]))
    most = sum(old) + sum(new) + 1
    weights = [(len(a) + len(b)) * most + sum(old[i] for i in a) + sum(new[j] for j in b) for a, b in ordered]
    kept = set(heaviest([sum(a) / len(a) for a, _ in ordered], weights))
    return tuple(Tie(a, b, number not in kept) for number, (a, b) in enumerate(ordered))
