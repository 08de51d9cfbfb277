"""From the sentences that no exact anchor holds to ties between them: candidates, three passes, one to one, joins.
Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison import context, joining, likeness
from diptych.comparison.candidates import candidates, cosine
from diptych.comparison.likeness import probability
from diptych.comparison.profiles import profiles
from diptych.comparison.shortlist import opposite, shortlist
from diptych.comparison.watch import UNWATCHED, Watch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diptych.comparison.profiles import Profile
    from diptych.comparison.settled import Settled

Pair = tuple[int, int]
Tied = tuple[tuple[int, ...], tuple[int, ...]]

_SURE = 0.5
_LEAST = 0.35
MORE_TO_JOIN = 0.05
_HOPELESS = 0.004
"""Pairs that the first pass gives less than this are dropped before their surroundings are looked at."""
_FAINT = 0.02
"""Pairs that the second pass gives less than this are not looked at again."""

MOST_MET = 350
"""Open sentences of a side up to which each is met with all others; of more, only those on a short list are scored."""

FEWER_MET = 64
_FEW = 0.2
"""The same number where only so small a part of both texts is open: then it is rare that something has gone far."""


class Models(NamedTuple):
    """The weights of the four models; see :mod:`diptych.comparison.weights`."""

    first: Sequence[float]
    second: Sequence[float]
    third: Sequence[float]
    join: Sequence[float]


class Open:
    """What the anchors leave open: two texts' free sentences, and the pairs of them worth scoring."""

    def __init__(self, old: Sequence[str], new: Sequence[str], anchors: Settled, watch: Watch = UNWATCHED) -> None:
        self.anchors = anchors
        self.size = len(old), len(new)
        rows, columns = anchors.rows, anchors.columns
        self.old: dict[int, Profile] = {}
        self.new: dict[int, Profile] = {}
        self.certain = context.certain(anchors)
        self.first: dict[Pair, list[float]] = {}
        """The first pass's features of each pair."""
        listed: set[Pair] = set()
        if max(len(rows), len(columns)) > (MOST_MET if len(rows) + len(columns) > sum(self.size) * _FEW else FEWER_MET):
            short = shortlist([old[i] for i in rows], [new[j] for j in columns], watch.part(0, 0.5))
            listed = {(rows[i], columns[j]) for i, j in short}
            left_open = set(rows), set(columns)
            near = opposite(anchors.pairs, self.size)
            listed.update([(i, j) for i, j in near if i in left_open[0] and j in left_open[1]])
            rows, columns = sorted({i for i, _ in listed}), sorted({j for _, j in listed})
            watch = watch.part(0.5, 1)
        if not rows or not columns:
            return
        left, right = profiles(
            [(old[i], i / len(old)) for i in rows], [(new[j], j / len(new)) for j in columns], watch.part(0, 0.3)
        )
        self.old = dict(zip(rows, left, strict=False))
        self.new = dict(zip(columns, right, strict=False))
        if listed:
            met = {(i, j): cosine(self.old[i], self.new[j]) for i, j in watch.part(0.3, 0.6).each(sorted(listed))}
        else:
            found = candidates(left, right, watch.part(0.3, 0.6))
            met = {(rows[i], columns[j]): value for (i, j), value in found.items()}
        for (i, j), value in watch.part(0.6, 1).each(sorted(met.items())):
            self.first[i, j] = likeness.features(self.old[i], self.new[j], value)

    def first_pass(self, weights: Sequence[float]) -> dict[Pair, float]:
        """The first pass's probability of each pair that has any hope."""
        scored = {pair: probability(weights, values) for pair, values in self.first.items()}
        return {pair: value for pair, value in scored.items() if value > _HOPELESS}

    def second_features(self, likely: Mapping[Pair, float], watch: Watch = UNWATCHED) -> dict[Pair, list[float]]:
        """What the second pass looks at, for each pair with hope."""
        around = context.Surroundings(likely, self.anchors, self.certain)
        return {
            pair: context.features(around, pair, self.old, self.new) + self.first[pair][1:]
            for pair in watch.each(list(likely))
        }

    def third_features(
        self, likely: Mapping[Pair, float], first: Mapping[Pair, float], watch: Watch = UNWATCHED
    ) -> dict[Pair, list[float]]:
        """What the third pass looks at: as the second, but the neighbours as the second pass judged them."""
        hopeful = {pair: value for pair, value in likely.items() if value > _FAINT}
        found = self.second_features(hopeful, watch)
        for pair, values in found.items():
            values.append(context.logit_of(first[pair]))
        return found

    def joiner(
        self, likely: Mapping[Pair, float], first: Mapping[Pair, float], mates: Mapping[int, int]
    ) -> joining.Joiner:
        """What grows the ties one to one by the sentences left over beside them."""
        return joining.Joiner(likely, first, (self.old, self.new), mates, self.size)


SECOND_NAMES = context.NAMES + likeness.NAMES[1:]
THIRD_NAMES = (*SECOND_NAMES, "first logit")


def match(
    old: Sequence[str],
    new: Sequence[str],
    anchors: Settled,
    models: Models,
    watch: Watch = UNWATCHED,
) -> list[Tied]:
    """Ties between the sentences that what is settled leaves open."""
    if not anchors.rows or not anchors.columns:
        return []
    left_open = Open(old, new, anchors, watch.part(0, 0.7))
    first = left_open.first_pass(models.first)
    features = left_open.second_features(first, watch.part(0.7, 0.85))
    likely = {pair: probability(models.second, f) for pair, f in features.items()}
    features = left_open.third_features(likely, first, watch.part(0.85, 0.95))
    likely = {pair: probability(models.third, f) for pair, f in features.items()}
    bar = threshold(likely)
    mates = one_to_one(likely, bar)
    joiner = left_open.joiner(likely, first, mates)
    return joiner.grown(lambda values: probability(models.join, values), bar + MORE_TO_JOIN)


def threshold(likely: Mapping[Pair, float]) -> float:
    """How likely a pair must be to be tied: half the F-measure that can be expected of these texts, within bounds.

    That is where expected F is greatest (Lewis, "Evaluating and optimizing autonomous text classification systems",
    1995): a half where versions answer each other plainly, less between free retellings.
    Where not even one tie can be expected, as of two sentences, nothing can be told about the texts: then it is a half.
    """
    ranked = sorted(likely.values(), reverse=True)
    expected = sum(ranked)
    best = right = 0.0
    for count, value in enumerate(ranked, 1):
        right += value
        best = max(best, 2 * right / (count + expected))
    return max(_LEAST, min(_SURE, best / 2)) if expected > 1 else _SURE


def one_to_one(likely: Mapping[Pair, float], bar: float) -> dict[int, int]:
    """The likeliest pairs, each sentence in one at most; among equals the one that strays least."""
    ranked = sorted((-value, abs(pair[0] - pair[1]), *pair) for pair, value in likely.items() if value >= bar)
    mates: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in ranked:
        if i not in mates and j not in taken:
            mates[i] = j
            taken.add(j)
    return mates
