"""Aligning two lists of sentences, given as plain strings: ties, and which of them moved. Pure; knows no versions.

Equal sentences anchor, then those hardly reworded between them; what they leave open is scored twice, by likeness and
among its neighbours, and tied one to one, then split or merged; what lies off the heaviest in-order chain of ties has
moved.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, islice
from operator import lt
from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison import weights
from diptych.comparison.anchors import in_order
from diptych.comparison.chain import heaviest
from diptych.comparison.coarse import rough_pairs
from diptych.comparison.matching import Models, Pair, Tied, match
from diptych.comparison.near import near_pairs
from diptych.comparison.normal import plain
from diptych.comparison.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_OPEN = 8000
"""How many sentences of a side may be left open by the anchors to be matched all with all."""

STRETCH = 500
"""Of larger texts, the open sentences of a side after which the next anchor ends a stretch matched by itself."""

ROUGH = (
    "More than {:,} sentences differ: they were matched stretch by stretch, and what moved from one stretch "
    "to another, or stands in a stretch too long, by a simpler method."
)

MODELS = Models(
    *[[weight for _, weight in table] for table in (weights.FIRST, weights.SECOND, weights.THIRD, weights.JOIN)]
)


Ends = tuple[int, ...]


class Tie(NamedTuple):
    """Old and new sentences that belong together, each side ascending; off the in-order chain where they moved."""

    old: Ends
    new: Ends
    moved: bool = False


class Alignment(NamedTuple):
    """All ties, in the order of the new side, and what a reader must be told about how they were found."""

    ties: tuple[Tie, ...]
    notes: tuple[str, ...] = ()


def align(old: Sequence[str], new: Sequence[str], *, watch: Watch = UNWATCHED) -> Alignment:
    """Tie the sentences of two texts together; what stands in no tie was deleted or inserted."""
    swapped = (len(old), list(old)) > (len(new), list(new))
    first, second = (new, old) if swapped else (old, new)
    sure, near = anchored(first, second, watch.part(0, 0.2))
    found: list[Tied] = [((i,), (j,)) for i, j in (*sure, *near)]
    notes: tuple[str, ...] = ()
    if max(len(first), len(second)) - len(found) > MOST_OPEN:
        found += _by_stretches(first, second, (sure, near), watch.part(0.2, 0.7))
        found += _roughly(first, second, found, watch.part(0.7, 0.9))
        notes = (ROUGH.format(MOST_OPEN),)
    else:
        found += match(first, second, (sure, near), MODELS, watch.part(0.2, 0.9))
    watch.at(0.92)
    ties = placed(found, first, second)
    watch.at(0.96)
    if swapped:  # only now: which of two crossing ties of equal weight has moved must not depend on the sides either
        ties = sorted([Tie(b, a, moved) for a, b, moved in ties], key=_in_new_order)
    return Alignment(tuple(ties), notes)


def _by_stretches(
    old: Sequence[str], new: Sequence[str], anchors: tuple[list[Pair], list[Pair]], watch: Watch
) -> list[Tied]:
    """Ties within stretches that begin and end at anchors; those with too much open are left alone."""
    found: list[Tied] = []
    i = j = held = 0
    settled = sorted([*anchors[0], *anchors[1]])
    for number, (a, b) in enumerate([*settled, (len(old), len(new))]):
        is_open = max(a - i, b - j) - (number - held)
        if is_open < STRETCH and number < len(settled):
            continue
        if 0 < is_open <= MOST_OPEN:
            sure, near = ([(x - i, y - j) for x, y in _between(pairs, i, a)] for pairs in anchors)
            ties = match(old[i:a], new[j:b], (sure, near), MODELS, watch.part(i / len(old), a / len(old)))
            found += [(tuple(x + i for x in left), tuple(y + j for y in right)) for left, right in ties]
        i, j, held = a, b, number
    return found


def _between(pairs: list[Pair], start: int, end: int) -> list[Pair]:
    """Those of the pairs whose old ends lie between two indices."""
    return pairs[bisect_left(pairs, (start, -1)) : bisect_left(pairs, (end, -1))]


def _roughly(old: Sequence[str], new: Sequence[str], found: Sequence[Tied], watch: Watch) -> list[Tied]:
    """Ties by the simpler method, between the sentences that stand in none yet."""
    tied_old = {i for left, _ in found for i in left}
    tied_new = {j for _, right in found for j in right}
    rows = [(i, text) for i, text in enumerate(old) if i not in tied_old]
    columns = [(j, text) for j, text in enumerate(new) if j not in tied_new]
    return [((i,), (j,)) for i, j in rough_pairs(rows, columns, watch)]


def anchored(old: Sequence[str], new: Sequence[str], watch: Watch = UNWATCHED) -> tuple[list[Pair], list[Pair]]:
    """What all else is measured from: pairs of equal sentences that stand in order, and near ones between them."""
    keys: dict[str, int] = {}
    keyed = keys.setdefault
    number = dict.fromkeys(chain(old, new), 0)
    for text in watch.part(0, 0.6).each(list(number)):
        number[text] = keyed(plain(text), len(keys))
    left, right = ([number[text] for text in side] for side in (old, new))
    watch.at(0.7)
    sure = in_order(left, right)
    watch.at(0.9)
    spelled = list(keys)
    return sure, near_pairs([spelled[n] for n in left], [spelled[n] for n in right], sure)


def placed(found: Sequence[Tied], old: Sequence[str], new: Sequence[str]) -> list[Tie]:
    """The ties in the order of the new side, and whether they moved.

    Those have that are off the heaviest chain, weighed by sentences, then size.
    """
    ordered = sorted([(b[0] if len(b) == 1 else sum(b) / len(b), a, b) for a, b in found])
    places = [a[0] if len(a) == 1 else sum(a) / len(a) for _, a, _ in ordered]
    if all(map(lt, places, islice(places, 1, None))):
        return [Tie(a, b) for _, a, b in ordered]
    sizes, others = [len(text) for text in old], [len(text) for text in new]
    most = sum(sizes) + sum(others) + 1
    heavy = [(len(a) + len(b)) * most + sum([sizes[i] for i in a]) + sum([others[j] for j in b]) for _, a, b in ordered]
    moved = [True] * len(ordered)
    for number in heaviest(places, heavy):
        moved[number] = False
    return [Tie(a, b, out) for (_, a, b), out in zip(ordered, moved, strict=True)]


def _in_new_order(tie: Tie) -> tuple[float, Ends]:
    """Sorts ties by their place on the new side."""
    return sum(tie[1]) / len(tie[1]), tie[0]
