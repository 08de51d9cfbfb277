"""The first pass: how likely two sentences are versions of each other, by their words alone. Pure.

A logistic model without memory of language: shares of common weight, order of words, length and place.
"""

from __future__ import annotations

from math import exp, log, log1p, sqrt
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.profiles import Profile

WEIGHTS = (
    ("bias", -5.47),
    ("gram cosine", 7.72),
    ("gram cosine squared", -5.52),
    ("idf-Dice", 1.57),
    ("word order (LCS ratio)", 1.95),
    ("larger containment", 4.34),
    ("larger containment squared", -2.94),
    ("smaller containment", 1.14),
    ("length ratio, |log|", 0.93),
    ("shared idf, log", -1.26),
    ("shorter length, log", 0.79),
    ("distance of relative places, root", -5.53),
    ("equal", 1.56),
    ("larger containment × log shorter", 1.16),
    ("LCS ratio × log shorter", 0.77),
)
_WEIGHTS = tuple(weight for _, weight in WEIGHTS)


def features(old: Profile, new: Profile, cosine: float) -> list[float]:
    """What the first pass looks at, in the order of :data:`WEIGHTS`."""
    a, b = old.weights, new.weights
    shared = sum([a[word] for word in a.keys() & b.keys()])
    small, large = sorted((old.mass, new.mass))
    dice = 2 * shared / (small + large) if large else 0.0
    most = shared / small if small else 0.0
    least = shared / large if large else 0.0
    shorter, longer = sorted((old.size, new.size))
    order = LCSseq.normalized_similarity(old.code, new.code) if shorter else 0.0
    brief = log(shorter + 1)
    return [
        1.0,
        cosine,
        cosine * cosine,
        dice,
        order,
        most,
        most * most,
        least,
        log((longer + 1) / (shorter + 1)),
        log1p(shared),
        brief,
        sqrt(abs(old.place - new.place)),
        float(old.text == new.text),
        most * brief,
        order * brief,
    ]


def probability(weights: Sequence[float], values: Sequence[float]) -> float:
    """The logistic model's answer."""
    total = sum([w * v for w, v in zip(weights, values)])
    return 1 / (1 + exp(-total)) if total > -40 else 0.0


def likely(old: Profile, new: Profile, cosine: float) -> float:
    """The first pass's probability that the two sentences belong together."""
    return probability(_WEIGHTS, features(old, new, cosine))
