"""Aligning the tokens of two passages by weight, and the runs that are left over. Pure.

A longest common subsequence in which telling words weigh much and common words and punctuation little (Gale and
Church's
thought of scoring by what is telling, carried to words), words spelled alike count in part, and each interruption
costs:
so an accidental common word between two changes is worth less than the interruption that it makes (affine gaps: Gotoh,
"An improved algorithm for matching biological sequences", 1982).
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, LCSseq

from diptych.comparison.normal import plain_word, unwrapped
from diptych.comparison.spelling import spoken
from diptych.comparison.tokens import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diptych.comparison.words import Word

Run = tuple[int, int, int, int]

_MOST_CELLS = 250_000
"""The most tokens, old × new, that are aligned by weight; beyond it they are aligned by their order alone."""

_INTERRUPTION = 0.3
_ISLAND = 0.2
_PARTLY = 0.5
_ALIKE = 0.6
_LEAST_LENGTH = _ALIKE / (2 - _ALIKE)
"""Of two words alike, how long the shorter is at least, by the longer: twice what they share over both lengths."""


def weave(left: Sequence[Word], right: Sequence[Word]) -> list[Run]:
    """The runs ``left[i1:i2]`` that became ``right[j1:j2]``, in order; either may be empty, not both."""
    a = [word.text if word.text.isascii() else unwrapped(word.text) for word in left]
    b = [word.text if word.text.isascii() else unwrapped(word.text) for word in right]
    if (len(a), a) <= (len(b), b):
        return _woven(left, right, a, b)
    return [(i1, i2, j1, j2) for j1, j2, i1, i2 in _woven(right, left, b, a)]


def _woven(left: Sequence[Word], right: Sequence[Word], a: list[str], b: list[str]) -> list[Run]:
    """The runs, sides in an order of their own, so that swapping them mirrors the answer."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    stop_a, stop_b = len(a) - tail, len(b) - tail
    pairs = _pairs(left[head:stop_a], right[head:stop_b], a[head:stop_a], b[head:stop_b])
    pairs = [(head + i, head + j) for i, j in pairs] + [(stop_a + k, stop_b + k) for k in range(tail)]
    runs = _runs([(k, k) for k in range(head)] + pairs, len(a), len(b))
    runs = _slid(_without_islands(runs, left, a, b), a, b)
    return _respaced(list(_refined(runs, left, right, a, b)), a, b)


def _runs(pairs: Sequence[tuple[int, int]], rows: int, columns: int) -> list[Run]:
    """What stands between the pairs."""
    found = []
    at = to = 0
    for i, j in [*pairs, (rows, columns)]:
        if at < i or to < j:
            found.append((at, i, to, j))
        at, to = i + 1, j + 1
    return found


def _without_islands(runs: list[Run], left: Sequence[Word], a: list[str], b: list[str]) -> list[Run]:
    """The runs, those made one between which too little is left: the longer the changes, the more must be."""
    kept: list[Run] = []
    for run in runs:
        current = run
        while kept:
            before = kept[-1]
            worth = sum([_worth(left[i]) * (1.0 if a[i] == b[j] else _PARTLY) for i, j in _held(before, current)])
            shorter = min(
                before[1] - before[0] + before[3] - before[2], current[1] - current[0] + current[3] - current[2]
            )
            if worth >= _ISLAND * log(shorter) and not _is_lone_sign(left, before, current):
                break
            kept.pop()
            current = (before[0], current[1], before[2], current[3])
        kept.append(current)
    return kept


def _is_lone_sign(left: Sequence[Word], before: Run, after: Run) -> bool:
    """True where one Chinese or Japanese sign alone stands between something removed and something added: two words
    have it in common by chance (*表明* and *明らか*)."""
    if after[0] - before[1] != 1 or left[before[1]].sort is not Sort.WIDE:
        return False
    removed, added = [run[0] < run[1] for run in (before, after)], [run[2] < run[3] for run in (before, after)]
    return removed != added and sum(removed) == sum(added) == 1


def _held(before: Run, after: Run) -> Iterator[tuple[int, int]]:
    """The pairs of tokens between two runs."""
    return zip(range(before[1], after[0]), range(before[3], after[2]), strict=False)


def _slid(runs: list[Run], a: list[str], b: list[str]) -> list[Run]:
    """The runs, an insertion or deletion that could as well stand later moved there: ``x [, y]`` for ``[x ,] y``."""
    found: list[Run] = []
    for number, (i1, i2, j1, j2) in enumerate(runs):
        tokens, start, end = (b, j1, j2) if i1 == i2 else (a, i1, i2)
        following = runs[number + 1] if number + 1 < len(runs) else (len(a), 0, len(b), 0)
        room = following[2] - j2 if i1 == i2 else following[0] - i2
        room -= number + 1 < len(runs)  # neighbouring changes stay apart
        by = 0
        while (
            (i1 == i2 or j1 == j2) and by < room and a[i2 + by] == b[j2 + by] and tokens[start + by] == tokens[end + by]
        ):
            by += 1
        found.append((i1 + by, i2 + by, j1 + by, j2 + by))
    return found


def _refined(runs: list[Run], left: Sequence[Word], right: Sequence[Word], a: list[str], b: list[str]) -> Iterator[Run]:
    """The runs, and between them the pairs that are not equal, and those whose white space is not."""
    at = to = 0
    pending: Run | None = None
    for run in [*runs, (len(a), len(a), len(b), len(b))]:
        for i, j in zip(range(at, run[0]), range(to, run[2]), strict=False):
            found = _unequal(left, right, a, b, (i, j))
            if (
                pending
                and found
                and pending[1] == found[0]
                and _recased(left, right, pending)
                and _recased(left, right, found)
            ):
                pending = (pending[0], found[1], pending[2], found[3])
                continue
            if pending:
                yield pending
            pending = found
        if pending:
            yield pending
        pending = None
        if run[0] < run[1] or run[2] < run[3]:
            yield run
        at, to = run[1], run[3]


def _respaced(runs: list[Run], a: list[str], b: list[str]) -> list[Run]:
    """The runs, neighbours made one that together say the same: *data base* and *database*, *did not* and *didn't*."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1][1] == run[0] and found[-1][3] == run[2]:
            one = (found[-1][0], run[1], found[-1][2], run[3])
            if _say_the_same(a[one[0] : one[1]], b[one[2] : one[3]]):
                found[-1] = one
                continue
        found.append(run)
    return found


def _say_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    return len(old) != len(new) and (_closed(old) == _closed(new) or spoken(old) == spoken(new))


def _closed(words: Sequence[str]) -> str:
    return "".join(words).replace("-", "").casefold()


def _unequal(
    left: Sequence[Word], right: Sequence[Word], a: list[str], b: list[str], pair: tuple[int, int]
) -> Run | None:
    """The change that a pair of answering tokens makes: of itself, or of the white space before it."""
    i, j = pair
    if a[i] != b[j]:
        return i, i + 1, j, j + 1
    if not i or not j or left[i].apart == right[j].apart or a[i - 1] != b[j - 1]:
        return None
    if left[i - 1].sentence != left[i].sentence or right[j - 1].sentence != right[j].sentence:
        return None
    return i - 1, i + 1, j - 1, j + 1


def _recased(left: Sequence[Word], right: Sequence[Word], run: Run) -> bool:
    """True where a run changes nothing but case."""
    i1, i2, j1, j2 = run
    if i2 - i1 != j2 - j1 or left[i1].sentence != left[i2 - 1].sentence or right[j1].sentence != right[j2 - 1].sentence:
        return False
    old, new = [w.text for w in left[i1:i2]], [w.text for w in right[j1:j2]]
    return old != new and [t.casefold() for t in old] == [t.casefold() for t in new]


def _worth(word: Word) -> float:
    """How much a token holds two changes apart."""
    if word.sort is Sort.MARK:
        return 0.1
    if word.sort is Sort.WIDE:
        return 0.3
    return 1.0 if word.sort is Sort.NUMBER else min(1.0, 0.15 * len(word.text))


def _pairs(left: Sequence[Word], right: Sequence[Word], a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Tokens that answer each other, increasing on both sides."""
    if not a or not b:
        return []
    if len(a) * len(b) > _MOST_CELLS:
        blocks = LCSseq.editops(a, b).as_matching_blocks()
        return [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]
    return _traced(_scores(left, right, a, b), len(a), len(b))


def weight(word: Word) -> float:
    """How telling a token is."""
    if word.sort is Sort.MARK:
        return 0.2
    if word.sort is Sort.WIDE:
        return 0.4
    if word.sort is Sort.NUMBER:
        return 1.0
    return min(1.0, 0.15 + 0.12 * len(word.text))


def _scores(left: Sequence[Word], right: Sequence[Word], a: list[str], b: list[str]) -> list[dict[int, float]]:
    """What each pair of tokens is worth that can answer each other at all."""
    low_a, low_b = [_low(t) for t in a], [_low(t) for t in b]
    places: dict[str, list[int]] = {}
    for j, text in enumerate(low_b):
        places.setdefault(text, []).append(j)
    long = [
        (j, low_b[j], len(low_b[j])) for j, word in enumerate(right) if word.sort is Sort.WORD and len(word.text) > 2
    ]
    found: list[dict[int, float]] = []
    for i, word in enumerate(left):
        worth = weight(word)
        row = {j: worth if a[i] == b[j] else 0.9 * worth for j in places.get(low_a[i], ())}
        if word.sort is Sort.WORD and len(word.text) > 2:
            low, size = low_a[i], len(low_a[i])
            shortest, longest = size * _LEAST_LENGTH, size / _LEAST_LENGTH
            for j, other, length in long:
                if shortest <= length <= longest and j not in row:
                    share = Indel.normalized_similarity(low, other, score_cutoff=_ALIKE)
                    if share:
                        row[j] = _PARTLY * share * worth
        found.append(row)
    return found


def _low(text: str) -> str:
    return text.lower() if text.isascii() else plain_word(text).casefold()


def _traced(scores: list[dict[int, float]], rows: int, columns: int) -> list[tuple[int, int]]:
    """The best way through: the sum of what is paired, less the cost of each interruption."""
    paired, gapped = _tables(scores, rows, columns)
    pairs: list[tuple[int, int]] = []
    i, j = rows, columns
    inside = paired[i][j] >= gapped[i][j]
    while i or j:
        if inside:
            i, j = i - 1, j - 1
            pairs.append((i, j))
            inside = paired[i][j] >= gapped[i][j]
            continue
        value = gapped[i][j]
        inside = _closes(paired, gapped, (i, j), value)
        if i and value in (gapped[i - 1][j], paired[i - 1][j] - _INTERRUPTION):
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _closes(paired: list[list[float]], gapped: list[list[float]], place: tuple[int, int], value: float) -> bool:
    """True where the step back from an interruption is its first."""
    i, j = place
    if i and gapped[i - 1][j] == value:
        return False
    if i and paired[i - 1][j] - _INTERRUPTION == value:
        return True
    return not (j and gapped[i][j - 1] == value)


def _tables(scores: list[dict[int, float]], rows: int, columns: int) -> tuple[list[list[float]], list[list[float]]]:
    """The best sums at each place, just after a pair and just after an interruption."""
    low = float("-inf")
    paired = [[low] * (columns + 1) for _ in range(rows + 1)]
    gapped = [[low] * (columns + 1) for _ in range(rows + 1)]
    paired[0][0] = 0.0
    for j in range(1, columns + 1):
        gapped[0][j] = -_INTERRUPTION
    for i in range(1, rows + 1):
        above, above_gap = paired[i - 1], gapped[i - 1]
        here, gap = paired[i], gapped[i]
        for j, worth in scores[i - 1].items():
            here[j + 1] = worth + max(above[j], above_gap[j])
        best = gap[0] = -_INTERRUPTION
        for j in range(1, columns + 1):
            best = max(above_gap[j], above[j] - _INTERRUPTION, best, here[j - 1] - _INTERRUPTION)
            gap[j] = best
    return paired, gapped
