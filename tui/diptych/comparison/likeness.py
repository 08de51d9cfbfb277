"""The first pass: how likely two sentences are versions of each other, by their words alone. Pure.

A logistic model without memory of any language: shares of common weight, order of words, length, place. The same for
``(a, b)`` and ``(b, a)``.
"""

from __future__ import annotations

from math import exp, log, log1p, sqrt
from operator import mul
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, LCSseq

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.profiles import Profile

NAMES = (
    "bias",
    "gram cosine",
    "gram cosine squared",
    "idf-Dice",
    "word order",
    "larger containment",
    "larger containment squared",
    "smaller containment",
    "length ratio",
    "shared idf",
    "shorter length",
    "distance of places",
    "equal",
    "larger containment × shorter length",
    "word order × shorter length",
    "letters",
    "letters squared",
    "common beginning",
    "common end",
    "longest run share",
    "longest run",
    "numbers conflict",
    "numbers agree",
    "shared words of all",
    "shared words of fewer",
)
_LONGEST = 2000


def features(old: Profile, new: Profile, cosine: float) -> list[float]:
    """What the first pass looks at, in the order of :data:`NAMES`."""
    a, b = old.weights, new.weights
    common = a.keys() & b.keys()
    shared = sum([a[word] for word in common])
    small, large = (old.mass, new.mass) if old.mass < new.mass else (new.mass, old.mass)
    most = shared / small if small else 0.0
    shorter, longer = (old.size, new.size) if old.size < new.size else (new.size, old.size)
    brief = log(shorter + 1)
    order, begin, end, run = _sequence(old.code, new.code)
    letters = Indel.normalized_similarity(old.text[:_LONGEST], new.text[:_LONGEST])
    fewer = min(len(b), len(a))
    agree = not old.numbers.isdisjoint(new.numbers)
    least = shorter or 1
    return [
        1.0,
        cosine,
        cosine * cosine,
        2 * shared / (small + large) if large else 0.0,
        order,
        most,
        most * most,
        shared / large if large else 0.0,
        log((longer + 1) / (shorter + 1)),
        log1p(shared / 1000),
        brief,
        sqrt(abs(old.place - new.place)),
        float(old.text == new.text),
        most * brief,
        order * brief,
        letters,
        letters * letters,
        begin / least,
        end / least,
        run / least,
        log1p(run),
        float(bool(old.numbers and new.numbers and not agree)),
        float(agree),
        len(common) / (len(a) + len(b) - len(common) or 1),
        len(common) / (fewer or 1),
    ]


def _sequence(old: str, new: str) -> tuple[float, int, int, int]:
    """Share of words in common order; words of the common beginning, the common end and the longest common run."""
    if not old or not new:
        return 0.0, 0, 0, 0
    if old == new:
        return 1.0, len(old), len(old), len(old)
    total = begin = end = longest = 0
    for block in LCSseq.editops(old, new).as_matching_blocks():
        size = block.size
        total += size
        longest = max(longest, size)
        if block.a == block.b == 0:
            begin = size
        if size and block.a + size == len(old) and block.b + size == len(new):
            end = size
    return total / max(len(old), len(new)), begin, end, longest


def probability(weights: Sequence[float], values: Sequence[float]) -> float:
    """A logistic model's answer."""
    total = sum(map(mul, weights, values))
    return 1 / (1 + exp(-total)) if total > -40 else 0.0
