"""Splits and merges: whether a sentence that is left over belongs to its neighbour's tie. Pure.

A model of its own: does the whole sentence answer its parts together better than those it has? The likeliest part joins
first, and what stands beside it then is looked at anew, so that a sentence can be split into many.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from diptych.comparison.context import logit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
    "residual explained",
    "order with it",
    "size of part",
    "whole covered before",
    "part in residual × size",
    "partner's likelihood",
    "rival",
    "parts before",
    "alone in its gap",
    "left over",
)
_LEAST = 0.05
"""Pairs less likely than this are no part of anything."""


class Side(NamedTuple):
    """One side as the joiner sees it: the free sentences' profiles, which sentences are tied, and how many are not."""

    profiles: Mapping[int, Profile]
    partner: Mapping[int, int]
    left_over: float


class Joiner:
    """The ties one to one, to be grown by the sentences left over beside them."""

    def __init__(
        self,
        likely: Mapping[Pair, float],
        first: Mapping[Pair, float],
        profiles: tuple[Mapping[int, Profile], Mapping[int, Profile]],
        mates: Mapping[int, int],
        size: Pair,
    ) -> None:
        """``likely``: the last pass's probabilities; ``first``: the first's; ``size``: the sentences of both texts."""
        self.likely = likely, {(j, i): value for (i, j), value in likely.items()}
        self.first = first
        mated = {j: i for i, j in mates.items()}
        self.sides = tuple(
            Side(own, tied, (len(own) - len(tied)) / (count or 1))
            for own, tied, count in zip(profiles, (mates, mated), size, strict=True)
        )
        self.taken: tuple[set[int], set[int]] = (set(mates), set(mated))
        self.mates = mates

    def grown(
        self, chance: Callable[[Sequence[float]], float], bar: float
    ) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The ties with all parts that are likelier than the bar, the likeliest first."""
        ties = {i: ([i], [j]) for i, j in self.mates.items()}
        heap: list[tuple[float, int, int, int]] = []

        def look(mate: int) -> None:
            for side, part, values in self.beside(ties[mate]):
                value = chance(values)
                if value >= bar:
                    heappush(heap, (-value, mate, side, part))

        for mate in sorted(ties):
            look(mate)
        while heap:
            _, mate, side, part = heappop(heap)
            own, other = ties[mate][side], ties[mate][1 - side]
            if part in self.taken[side] or len(other) > 1 or not (part == own[0] - 1 or part == own[-1] + 1):
                continue
            own.append(part)
            own.sort()
            self.taken[side].add(part)
            look(mate)
        return [(tuple(a), tuple(b)) for a, b in ties.values()]

    def taught(self, gold: set[Pair]) -> Iterator[tuple[float, list[float]]]:
        """What the model is to learn from: whether each part belongs, the truth deciding what joins."""
        for i, j in self.mates.items():
            tie = [i], [j]
            waiting = True
            seen = set()
            while waiting:
                waiting = False
                for side, part, values in self.beside(tie):
                    if (side, part) in seen:
                        continue
                    seen.add((side, part))
                    pair = (part, tie[1][0]) if side == 0 else (tie[0][0], part)
                    right = pair in gold
                    yield float(right), values
                    if right and len(tie[1 - side]) == 1:
                        tie[side].append(part)
                        tie[side].sort()
                        waiting = True
                        break

    def beside(self, tie: tuple[list[int], list[int]]) -> Iterator[tuple[int, int, list[float]]]:
        """The sentences left over beside a tie's parts, with the side they are on and what the model looks at."""
        for side in (0, 1):
            own, other = tie[side], tie[1 - side]
            if len(other) > 1:
                continue
            for part, step in ((own[0] - 1, -1), (own[-1] + 1, 1)):
                here = self.sides[side]
                if part in self.taken[side] or part not in here.profiles or any(n not in here.profiles for n in own):
                    continue
                whole = other[0]
                value = self.likely[1 - side].get((whole, part), 0.0)
                if value < _LEAST:
                    continue
                yield side, part, self._features(side, whole, own, part, value, step)

    def _features(self, side: int, whole: int, own: list[int], part: int, value: float, step: int) -> list[float]:
        here, likely = self.sides[side], self.likely[1 - side]
        rival = max([likely.get((other, part), 0.0) for other in range(whole - 3, whole + 4) if other != whole])
        first = self.first[(part, whole) if side == 0 else (whole, part)]
        partly = max([likely.get((whole, n), 0.0) for n in own])
        alone = part + step in here.partner or part + step not in here.profiles
        return [
            1.0,
            logit_of(value),
            logit_of(first),
            *_gained(self.sides[1 - side].profiles[whole], [here.profiles[n] for n in own], here.profiles[part], step),
            partly,
            rival,
            float(len(own) - 1),
            float(alone),
            here.left_over,
        ]


def _gained(whole: Profile, parts: Sequence[Profile], part: Profile, step: int) -> list[float]:
    w, b = whole.weights, part.weights
    a = parts[0].weights if len(parts) == 1 else {word: weight for p in parts for word, weight in p.weights.items()}
    both = a | b
    before, mass = sum(a.values()), sum(both.values())
    covered = sum([w[word] for word in w.keys() & a.keys()])
    with_both = sum([w[word] for word in w.keys() & both.keys()])
    in_part = sum([w[word] for word in w.keys() & b.keys()])
    residual = with_both - covered
    code = "".join([p.code for p in parts])
    joined = code + part.code if step > 0 else part.code + code
    size, held = len(whole.code), sum([p.size for p in parts])
    order = 2 * LCSseq.similarity(whole.code, joined) / max(1, size + len(joined))
    order_before = 2 * LCSseq.similarity(whole.code, code) / max(1, size + len(code))
    misfit = abs(log((whole.size + 1) / (held + part.size + 1)))
    share, brief = residual / (part.mass or 1), log(part.size + 1)
    return [
        order - order_before,
        2 * with_both / (whole.mass + mass or 1) - 2 * covered / (whole.mass + before or 1),
        share,
        in_part / (part.mass or 1),
        abs(log((whole.size + 1) / (held + 1))) - misfit,
        misfit,
        residual / ((whole.mass - covered) or 1),
        order,
        brief,
        covered / (whole.mass or 1),
        share * brief,
    ]
