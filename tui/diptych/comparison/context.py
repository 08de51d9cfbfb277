"""The second pass, and the third: the same pairs seen among their neighbours. Pure.

What a sentence's rivals, its neighbours and the surer pairs around it say about a pair. The same for ``(a, b)`` and
``(b, a)``: what is read off rows and columns goes in as the lesser and the greater of the two.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from math import log, log1p
from typing import TYPE_CHECKING

from diptych.comparison.chain import heaviest_with

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diptych.comparison.profiles import Profile
    from diptych.comparison.settled import Settled

Pair = tuple[int, int]

NAMES = (
    "bias",
    "logit",
    "lesser margin",
    "greater margin",
    "lone",
    "before",
    "after",
    "before × after",
    "diagonal",
    "beside",
    "inside",
    "outside by",
    "away from place",
    "narrow gap",
    "lesser residual",
    "greater residual",
    "residual fit",
    "logit × inside",
    "lesser rival far",
    "greater rival far",
    "lesser rival beside",
    "greater rival beside",
    "share anchored",
    "mean best",
    "share anchored × away",
    "mean best × away",
    "share anchored × logit",
    "mean best × logit",
    "outside by × logit",
    "outside by × diagonal",
    "outside by × before and after",
    "away × logit",
    "away × diagonal",
)
_FIXED = 0.6
_PARTNER = 0.3
"""How probable the partner is, at least, whose part a sentence beside it may be."""
_FLOOR = 0.0003


class Surroundings:
    """All pairs of two texts with the probabilities of the pass before, and what can be read off them."""

    def __init__(self, likely: Mapping[Pair, float], anchors: Settled, sure: Mapping[Pair, float]) -> None:
        """Take the probabilities, what is settled, and what :func:`certain` makes of that."""
        size = anchors.size
        self.likely = {**sure, **likely}
        self.rows: dict[int, list[tuple[float, int]]] = {}
        self.columns: dict[int, list[tuple[float, int]]] = {}
        for (i, j), value in likely.items():
            self.rows.setdefault(i, []).append((value, j))
            self.columns.setdefault(j, []).append((value, i))
        best = 0.0
        for ranked in (*self.rows.values(), *self.columns.values()):
            ranked.sort(key=lambda entry: (-entry[0], entry[1]))
            best += ranked[0][0]
        total = sum(size) or 1
        self.anchored = 2 * len(anchors.sure) / total
        """How much of both texts is anchored by equal sentences."""
        told = sum([len(old) + len(new) for old, new in anchors.told])
        self.met = (best + 2 * len(anchors.pairs) + told) / total
        """How well the texts answer each other: the mean of every sentence's best probability."""
        fixed = self._in_order(anchors.pairs)
        self._old = [-1, *[i for i, _ in fixed], size[0]]
        self._new = [-1, *[j for _, j in fixed], size[1]]

    def _in_order(self, sure: Sequence[Pair]) -> Sequence[Pair]:
        """The pairs to measure places from: exact anchors and mutual best pairs, those of them that stand in order."""
        found: dict[Pair, int] = {}
        for i, ranked in self.rows.items():
            value, j = ranked[0]
            if value > _FIXED and self.columns[j][0][1] == i:
                found[i, j] = int(1000 * value)
        if not found:
            return sure
        stretches, others = heaviest_with(sure, [1000] * len(sure), list(found), list(found.values()))
        pairs = list(found)
        return sorted(chain([pairs[n] for n in others], *[sure[start:end] for start, end in stretches]))

    def gap(self, pair: Pair) -> tuple[float, float, float, float]:
        """Whether a pair lies between the same fixed pairs; by how much not; how far from its place; how narrow."""
        i, j = pair
        at, beyond = _around(self._old, i)
        to, past = _around(self._new, j)
        low, high, left, right = self._old[at], self._old[beyond], self._new[at], self._new[beyond]
        expected = left + (i - low) * (right - left) / (high - low)
        bottom, top, first, last = self._old[to], self._old[past], self._new[to], self._new[past]
        other = bottom + (j - first) * (top - bottom) / (last - first)
        away = log1p((abs(j - expected) + abs(i - other)) / 2)
        if at == to and beyond == past:
            return 1.0, 0.0, away, 1 / max(high - low - 1, right - left - 1, 1)
        return 0.0, log1p(abs(at - to)), away, 0.0


def certain(anchors: Settled) -> dict[Pair, float]:
    """What is settled, and the edges of both texts, as sure as can be: the same for each pass."""
    found = dict.fromkeys(anchors.pairs, 1.0)
    found.update(dict.fromkeys([(i, j) for old, new in anchors.told for i in old for j in new], 1.0))
    found[-1, -1] = found[anchors.size] = 1.0
    return found


def _around(starts: Sequence[int], index: int) -> tuple[int, int]:
    """The fixed pairs before and after an index, which may itself be fixed."""
    at = bisect_left(starts, index)
    return at - 1, at + (starts[at] == index)


def features(around: Surroundings, pair: Pair, old: Mapping[int, Profile], new: Mapping[int, Profile]) -> list[float]:
    """What the second pass looks at, in the order of :data:`NAMES`; the first pass's features are
    added to it."""
    i, j = pair
    get = around.likely.get
    value = around.likely[pair]
    row, column = around.rows[i], around.columns[j]
    margins = sorted((value - _rival(row, j), value - _rival(column, i)))
    before = max(get((i - 1, j - 1), 0.0), 0.8 * get((i - 1, j - 2), 0.0), 0.8 * get((i - 2, j - 1), 0.0))
    after = max(get((i + 1, j + 1), 0.0), 0.8 * get((i + 1, j + 2), 0.0), 0.8 * get((i + 2, j + 1), 0.0))
    diagonal = sum([get((i + d, j + d), 0.0) for d in (-3, -2, -1, 1, 2, 3)])
    in_row = _beside(get((i, j - 1), 0.0), get((i, j + 1), 0.0), j)
    in_column = _beside(get((i - 1, j), 0.0), get((i + 1, j), 0.0), i)
    inside, outside, away, narrow = around.gap(pair)
    logit = logit_of(value)
    first, fit = _residual(in_row, value, new[j], old[i], new)
    second, other_fit = _residual(in_column, value, old[i], new[j], old)
    far_row, near_row = _elsewhere(row[0], j)
    far_column, near_column = _elsewhere(column[0], i)
    anchored, met = around.anchored, around.met
    return [
        1.0,
        logit,
        *margins,
        float(len(row) == 1) + float(len(column) == 1),
        before,
        after,
        before * after,
        diagonal,
        max(in_row[0], in_column[0]),
        inside,
        outside,
        away,
        narrow,
        *sorted((first, second)),
        max(fit, other_fit),
        logit * inside,
        *sorted((far_row, far_column)),
        *sorted((near_row, near_column)),
        anchored,
        met,
        anchored * away,
        met * away,
        anchored * logit,
        met * logit,
        outside * logit,
        outside * diagonal,
        outside * (before + after),
        away * logit,
        away * diagonal,
    ]


def logit_of(value: float) -> float:
    """The log-odds of a probability, within bounds."""
    value = min(max(value, _FLOOR), 1 - _FLOOR)
    return log(value / (1 - value))


def _rival(ranked: Sequence[tuple[float, int]], own: int) -> float:
    """The best probability of another partner."""
    if ranked[0][1] != own:
        return ranked[0][0]
    return ranked[1][0] if len(ranked) > 1 else 0.0


def _elsewhere(best: tuple[float, int], own: int) -> tuple[float, float]:
    """The best partner's probability where that is another one: far away, and right beside."""
    distance = abs(best[1] - own)
    return (best[0] if distance > 1 else 0.0), (best[0] if distance == 1 else 0.0)


def _beside(before: float, after: float, own: int) -> tuple[float, int]:
    """Which of a sentence's two neighbours is the likelier partner, and how likely."""
    return (before, own - 1) if before >= after else (after, own + 1)


def _residual(
    beside: tuple[float, int], value: float, part: Profile, whole: Profile, others: Mapping[int, Profile]
) -> tuple[float, float]:
    """How much of a part is found in what the whole's partner beside it leaves over; how much better both fit in
    length."""
    rival, other = beside
    if rival < value or rival <= _PARTNER:
        return 0.0, 0.0
    partner = others[other]
    left = (whole.weights.keys() & part.weights.keys()) - partner.weights.keys()
    shared = sum([part.weights[word] for word in left])
    before = abs(log((whole.size + 1) / (partner.size + 1)))
    after = abs(log((whole.size + 1) / (partner.size + part.size + 1)))
    return (shared / part.mass if part.mass else 0.0), before - after
