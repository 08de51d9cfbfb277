"""Which of the changed words only changed their place inside a link: removed here, added there. Pure.

An alignment in order can hold only one of two stretches that changed places; these are the others. "He came on Monday"
→ "On Monday he came" says nothing new of the day, and a reader who is told of a move need not look for a difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison.normal import plain_word
from diptych.comparison.weave import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diptych.comparison.weave import Run
    from diptych.comparison.words import Word

_LEAST = 1.3
"""How telling the words of a stretch must be together: two plain words, or one and a few common ones."""

_SHARE = 0.5
"""How much of what changed at either place a stretch must be: where a passage was written anew, equal words are no
move."""

_MOST_PAIRS = 20_000
"""The most pairs of equal changed words that are looked at; where there are more, nothing is called moved."""


class Crossing(NamedTuple):
    """A stretch of ``size`` words that stands at ``old`` on the one side and at ``new`` on the other."""

    old: int
    new: int
    size: int


class _Changed(NamedTuple):
    """A changed word, plain and without difference of case, and the run it is in."""

    text: str
    run: int


def crossings(
    left: Sequence[Word], right: Sequence[Word], runs: Sequence[Run], *, least: float = _LEAST
) -> list[Crossing]:
    """Stretches of equal words that one run has on the old side and another on the new, the most telling first.

    Each changed word is in one at most. Swapping the sides mirrors them.
    """
    a = _changed(left, [(i1, i2) for i1, i2, _, _ in runs])
    b = _changed(right, [(j1, j2) for _, _, j1, j2 in runs])
    if [word.text for word in a.values()] > [word.text for word in b.values()]:
        # Sides in an order of their own, so that ties between equal stretches are broken alike when they are swapped.
        mirrored = crossings(right, left, [(j1, j2, i1, i2) for i1, i2, j1, j2 in runs], least=least)
        return [Crossing(new, old, size) for old, new, size in mirrored]
    places: dict[str, list[int]] = {}
    for j, word in b.items():
        places.setdefault(word.text, []).append(j)
    if sum([len(places.get(word.text, ())) for word in a.values()]) > _MOST_PAIRS:
        return []
    found: list[tuple[float, Crossing]] = []
    for i, word in a.items():
        for j in places.get(word.text, ()):
            if word.run == b[j].run or _goes_on(a, b, i - 1, j - 1):
                continue
            size = 1
            while _goes_on(a, b, i + size - 1, j + size - 1):
                size += 1
            worth = sum([weight(left[i + k]) for k in range(size)])
            if worth >= least:
                found.append((worth, Crossing(i, j, size)))
    found.sort(key=lambda one: (-one[0], abs(one[1].old - one[1].new), one[1].old + one[1].new, one[1].old))
    return list(_disjoint([crossing for _, crossing in found]))


def parted(left: Sequence[Word], right: Sequence[Word], runs: Sequence[Run]) -> list[tuple[Run, bool]]:
    """The runs, each with whether it only moved: what moved is cut out of its runs as a run of its own.

    Two stretches that changed places with each other, each where the other was, stay a substitution: *A hit B* is not
    *B hit A*.
    """
    if len(runs) < 2:
        return [(run, False) for run in runs]
    kept = _telling(crossings(left, right, runs), runs)
    old = {crossing.old: crossing.size for crossing in kept}
    new = {crossing.new: crossing.size for crossing in kept}
    found: list[tuple[Run, bool]] = []
    for i1, i2, j1, j2 in runs:
        before = [i for i in old if i1 <= i < i2]
        after = [j for j in new if j1 <= j < j2]
        if not before and not after:
            found.append(((i1, i2, j1, j2), False))
        elif before:
            found += [((a, b, c, d), moved) for (a, b), (c, d), moved in _cut((i1, i2), (j1, j2), before, old)]
        else:
            found += [((a, b, c, d), moved) for (c, d), (a, b), moved in _cut((j1, j2), (i1, i2), after, new)]
    return found


Range = tuple[int, int]


def _cut(
    side: Range, other: Range, starts: Sequence[int], sizes: dict[int, int]
) -> Iterator[tuple[Range, Range, bool]]:
    """A run cut at the stretches of one side that moved; what the other side has goes with the first piece left."""
    at, rest = side[0], other
    for start in [*sorted(starts), side[1]]:
        if at < start:
            yield (at, start), rest, False
            rest = (other[1], other[1])
        if start < side[1]:
            # Before the other side's words where none of this side's stand before, behind them otherwise.
            yield (start, start + sizes[start]), (rest[0], rest[0]), True
            at = start + sizes[start]
    if rest[0] < rest[1]:
        yield (side[1], side[1]), rest, False


def _telling(found: Iterable[Crossing], runs: Sequence[Run]) -> list[Crossing]:
    """The crossings that are most of what changed at both places, and stand where no other came from or went to."""
    large = []
    for crossing in found:
        old = next(n for n, run in enumerate(runs) if run[0] <= crossing.old < run[1])
        new = next(n for n, run in enumerate(runs) if run[2] <= crossing.new < run[3])
        most = max(runs[old][1] - runs[old][0], runs[new][3] - runs[new][2])
        if crossing.size >= _SHARE * most:
            large.append((crossing, old, new))
    left, right = {old for _, old, _ in large}, {new for _, _, new in large}
    return [crossing for crossing, old, new in large if old not in right and new not in left]


def _changed(words: Sequence[Word], ranges: Iterable[Range]) -> dict[int, _Changed]:
    """The changed words of a side by their places."""
    return {
        place: _Changed(plain_word(words[place].text).casefold(), number)
        for number, (start, stop) in enumerate(ranges)
        for place in range(start, stop)
    }


def _goes_on(a: dict[int, _Changed], b: dict[int, _Changed], i: int, j: int) -> bool:
    """True where the word after that at ``i`` is that after the one at ``j``, both in the runs of those before them."""
    here, there, following, other = a.get(i), b.get(j), a.get(i + 1), b.get(j + 1)
    if here is None or there is None or following is None or other is None:
        return False
    same = here.text == there.text and following.text == other.text
    return same and here.run == following.run and there.run == other.run


def _disjoint(found: Iterable[Crossing]) -> Iterator[Crossing]:
    """Those that share no word with one before them."""
    old: set[int] = set()
    new: set[int] = set()
    for crossing in found:
        a = set(range(crossing.old, crossing.old + crossing.size))
        b = set(range(crossing.new, crossing.new + crossing.size))
        if not a & old and not b & new:
            old |= a
            new |= b
            yield crossing
