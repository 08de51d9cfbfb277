"""Splits and merges: whether a sentence that is left over belongs to its neighbour's tie. Pure.

A model of its own: does the whole sentence answer the two parts together better than the one part alone?
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from diptych.comparison.profiles import Profile

Pair = tuple[int, int]

NAMES = (
    "bias",
    "logit",
    "first logit",
    "order gained",
    "Dice gained",
    "part in residual",
    "part in whole",
    "fit gained",
    "misfit",
    "partner's likelihood",
    "residual explained",
    "order with it",
    "distance",
    "rival",
    "size of part",
    "whole covered before",
    "alone in its gap",
    "part in residual × size",
)
_REACH = 3
_LEAST = 0.05
_FLOOR = 0.0003


class Side(NamedTuple):
    """One side as the joiner sees it: the free sentences' profiles, and each tied sentence's partner."""

    profiles: Mapping[int, Profile]
    partner: Mapping[int, int]


def joinable(
    likely: Mapping[Pair, float], first: Mapping[Pair, float], old: Side, new: Side
) -> Iterator[tuple[Pair, list[float]]]:
    """Pairs of a tied sentence and a left-over one beside its partner, with what the model looks at.

    Args:
        likely: the second pass's probabilities.
        first: the first pass's.
        old: the old side, its ties one to one.
        new: the new side.
    """
    for (i, j), value in likely.items():
        if value < _LEAST:
            continue
        if i in old.partner and j not in new.partner:
            found = _beside(new, j, old.partner[i])
            if found is not None:
                rival = max([likely.get((k, j), 0.0) for k in range(i - 3, i + 4) if k != i])
                known = value, first[i, j], likely[i, old.partner[i]], rival
                yield (i, j), _features(old.profiles[i], new, (j, old.partner[i]), known, alone=found)
        elif j in new.partner and i not in old.partner:
            found = _beside(old, i, new.partner[j])
            if found is not None:
                rival = max([likely.get((i, k), 0.0) for k in range(j - 3, j + 4) if k != j])
                known = value, first[i, j], likely[new.partner[j], j], rival
                yield (i, j), _features(new.profiles[j], old, (i, new.partner[j]), known, alone=found)


def _beside(side: Side, part: int, partner: int) -> bool | None:
    """None where the part is not beside the partner; else whether the part's other neighbour is taken."""
    step = 1 if part > partner else -1
    if abs(part - partner) > _REACH or partner not in side.profiles:
        return None
    if any(k in side.partner or k not in side.profiles for k in range(partner + step, part, step)):
        return None
    return part + step in side.partner or part + step not in side.profiles


def _features(
    whole: Profile, side: Side, indices: Pair, known: tuple[float, float, float, float], *, alone: bool
) -> list[float]:
    part, partner = side.profiles[indices[0]], side.profiles[indices[1]]
    value, first, partly, rival = known
    w, a, b = whole.weights, partner.weights, part.weights
    both = a | b
    mass = sum(both.values())
    with_partner = sum([w[word] for word in w.keys() & a.keys()])
    with_both = sum([w[word] for word in w.keys() & both.keys()])
    in_part = sum([w[word] for word in w.keys() & b.keys()])
    residual = with_both - with_partner
    left = whole.mass - with_partner
    code = partner.code + part.code if indices[0] > indices[1] else part.code + partner.code
    size = len(whole.code)
    order = 2 * LCSseq.similarity(whole.code, code) / max(1, size + len(code))
    order_before = 2 * LCSseq.similarity(whole.code, partner.code) / max(1, size + len(partner.code))
    misfit = abs(log((whole.size + 1) / (partner.size + part.size + 1)))
    share = residual / (part.mass or 1)
    brief = log(part.size + 1)
    return [
        1.0,
        _logit(value),
        _logit(first),
        order - order_before,
        2 * with_both / (whole.mass + mass or 1) - 2 * with_partner / (whole.mass + partner.mass or 1),
        share,
        in_part / (part.mass or 1),
        abs(log((whole.size + 1) / (partner.size + 1))) - misfit,
        misfit,
        partly,
        residual / (left or 1),
        order,
        float(abs(indices[0] - indices[1])),
        rival,
        brief,
        with_partner / (whole.mass or 1),
        float(alone),
        share * brief,
    ]


def _logit(value: float) -> float:
    value = min(max(value, _FLOOR), 1 - _FLOOR)
    return log(value / (1 - value))
