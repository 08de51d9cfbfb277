"""Aligning two lists of sentences, given as plain strings: ties, and which of them moved. Pure; knows no versions.

Equal sentences anchor, then those hardly reworded between them; what they leave open is scored twice, by likeness and
among its neighbours, and tied one to one, then split or merged; what lies off the heaviest in-order chain of ties has
moved.
"""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison import weights
from diptych.comparison.anchors import in_order
from diptych.comparison.chain import heaviest_with
from diptych.comparison.coarse import rough_pairs
from diptych.comparison.matching import Models, match
from diptych.comparison.near import near_pairs
from diptych.comparison.normal import plain_all
from diptych.comparison.parts import whole_and_parts
from diptych.comparison.settled import Pair, Settled, Tied, settled
from diptych.comparison.twins import twins
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


def align(old: Sequence[str], new: Sequence[str], *, watch: Watch = UNWATCHED, plain: bool = False) -> Alignment:
    """Tie the sentences of two texts together; what stands in no tie was deleted or inserted.

    Args:
        old: the sentences of the one text.
        new: those of the other.
        watch: who waits.
        plain: whether all of them are known to be as :func:`~diptych.comparison.normal.plain` makes them.
    """
    swapped = (len(old), list(old)) > (len(new), list(new))
    first, second = (new, old) if swapped else (old, new)
    anchors = anchored(first, second, watch.part(0, 0.2), are_plain=plain)
    found = list(anchors.told)
    notes: tuple[str, ...] = ()
    if max(len(anchors.rows), len(anchors.columns)) > MOST_OPEN:
        found += _by_stretches(first, second, anchors, watch.part(0.2, 0.7))
        found += _roughly(first, second, anchors, found, watch.part(0.7, 0.9))
        notes = (ROUGH.format(MOST_OPEN),)
    else:
        found += match(first, second, anchors, MODELS, watch.part(0.2, 0.9))
    watch.at(0.92)
    ties = placed(anchors.pairs, found, first, second)
    watch.at(0.96)
    if swapped:  # only now: which of two crossing ties of equal weight has moved must not depend on the sides either
        ties = [made(Tie, (new, old, moved)) for old, new, moved in ties]
    ties = in_new_order(ties)
    return Alignment(tuple(ties), notes)


def _by_stretches(old: Sequence[str], new: Sequence[str], anchors: Settled, watch: Watch) -> list[Tied]:
    """Ties within stretches that begin and end at anchors; those with too much open are left alone."""
    found: list[Tied] = []
    i = j = held = 0
    pairs = anchors.pairs
    for number, (a, b) in enumerate([*pairs, (len(old), len(new))]):
        is_open = max(a - i, b - j) - (number - held)
        if is_open < STRETCH and number < len(pairs):
            continue
        if 0 < is_open <= MOST_OPEN:
            here = anchors.within((i, a), (j, b))
            ties = match(old[i:a], new[j:b], here, MODELS, watch.part(i / len(old), a / len(old)))
            found += [(tuple(x + i for x in left), tuple(y + j for y in right)) for left, right in ties]
        i, j, held = a, b, number
    return found


def _roughly(
    old: Sequence[str], new: Sequence[str], anchors: Settled, found: Sequence[Tied], watch: Watch
) -> list[Tied]:
    """Ties by the simpler method, between the sentences that stand in none yet."""
    tied_old = {i for left, _ in found for i in left}
    tied_new = {j for _, right in found for j in right}
    rows = [(i, old[i]) for i in anchors.rows if i not in tied_old]
    columns = [(j, new[j]) for j in anchors.columns if j not in tied_new]
    return [((i,), (j,)) for i, j in rough_pairs(rows, columns, watch)]


def anchored(old: Sequence[str], new: Sequence[str], watch: Watch = UNWATCHED, *, are_plain: bool = False) -> Settled:
    """What all else is measured from: equal sentences that stand in order, and what else is told without scoring."""
    olds, news = (old, new) if are_plain else _plain(old, new, watch.part(0, 0.6))
    size = len(old), len(new)
    if olds == news:
        return settled(size, list(zip(range(len(old)), range(len(new)), strict=True)))
    numbers = dict(zip(chain(olds, news), count(), strict=False))  # of equal sentences the last one's
    watch.at(0.7)
    sure = in_order(list(map(numbers.__getitem__, olds)), list(map(numbers.__getitem__, news)))
    watch.at(0.9)
    if len(sure) in size:
        return settled(size, sure)
    parts = whole_and_parts(olds, news, sure)
    held = sorted([*sure, *((i, j) for left, right in parts for i in left for j in right)]) if parts else sure
    found = settled(size, sure, near_pairs(olds, news, held)).besides(parts)
    return found.besides(twins(olds, news, found.rows, found.columns))


def _plain(old: Sequence[str], new: Sequence[str], watch: Watch) -> tuple[list[str], list[str]]:
    """Both texts' sentences made plain, what both have made so once."""
    distinct = list(dict.fromkeys(chain(old, new)))
    spelled = dict(zip(distinct, plain_all(distinct, watch), strict=True))
    return list(map(spelled.__getitem__, old)), list(map(spelled.__getitem__, new))


def placed(pairs: Sequence[Pair], found: Sequence[Tied], old: Sequence[str], new: Sequence[str]) -> list[Tie]:
    """The pairs, which increase on both sides, and what else was found, as ties; and whether they moved.

    Those have that are off the heaviest chain, weighed by sentences, then size.
    """
    if not found:
        return [made(Tie, ((i,), (j,), False)) for i, j in pairs]
    sizes, others = list(map(len, old)), list(map(len, new))
    one = sum(sizes) + sum(others) + 1
    stretches, kept = heaviest_with(
        pairs,
        [2 * one + sizes[i] + others[j] for i, j in pairs],
        [(_middle(a), _middle(b)) for a, b in found],
        [(len(a) + len(b)) * one + sum([sizes[i] for i in a]) + sum([others[j] for j in b]) for a, b in found],
    )
    ties: list[Tie] = []
    at = 0
    for start, end in stretches:
        ties += [made(Tie, ((i,), (j,), True)) for i, j in pairs[at:start]]
        ties += [made(Tie, ((i,), (j,), False)) for i, j in pairs[start:end]]
        at = end
    ties += [made(Tie, ((i,), (j,), True)) for i, j in pairs[at:]]
    stay = set(kept)
    return ties + [Tie(a, b, n not in stay) for n, (a, b) in enumerate(found)]


def in_new_order(ties: Sequence[Tie]) -> list[Tie]:
    """The ties by their place on the new side."""
    places = [new[0] if len(new) == 1 else _middle(new) for _, new, _ in ties]
    return [ties[n] for n in sorted(range(len(ties)), key=places.__getitem__)]


def _middle(ends: Ends) -> float:
    return ends[0] if len(ends) == 1 else sum(ends) / len(ends)


made = tuple.__new__
"""A third of the time of Tie(…), of which there can be a million."""
