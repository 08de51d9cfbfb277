"""Aligning the tokens of two passages by weight, and the runs that are left over. Pure.

A longest common subsequence in which telling words weigh much and common words and punctuation little (Gale and Church's
thought of scoring by what is telling, carried to words), words spelled alike count in part, and each interruption costs:
so an accidental common word between two changes is worth less than the interruption that it makes (affine gaps: Gotoh,
"An improved algorithm for matching biological sequences", 1982).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from diptych.comparison.letters import alike
from diptych.comparison.normal import plain_word, unwrapped
from diptych.comparison.tokens import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diptych.comparison.words import Word

Run = tuple[int, int, int, int]

_MOST_CELLS = 250_000
"""The most tokens, old × new, that are aligned by weight; beyond it they are aligned by their order alone."""

_INTERRUPTION = 0.3
_PARTLY = 0.5
_ALIKE = 0.6


def weave(left: Sequence[Word], right: Sequence[Word]) -> list[Run]:
    """The runs ``left[i1:i2]`` that became ``right[j1:j2]``, in order; either may be empty, not both."""
    a = [unwrapped(word.text) for word in left]
    b = [unwrapped(word.text) for word in right]
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    stop_a, stop_b = len(a) - tail, len(b) - tail
    pairs = [(k, k) for k in range(head)]
    inner = _pairs(left[head:stop_a], right[head:stop_b], a[head:stop_a], b[head:stop_b])
    pairs += [(head + i, head + j) for i, j in inner]
    pairs += [(stop_a + k, stop_b + k) for k in range(tail)]
    return list(_left_over(left, right, (a, b), pairs))


def _left_over(
    left: Sequence[Word], right: Sequence[Word], texts: tuple[list[str], list[str]], pairs: list[tuple[int, int]]
) -> Iterator[Run]:
    a, b = texts
    at = to = 0
    for i, j in [*pairs, (len(a), len(b))]:
        if at < i or to < j:
            yield at, i, to, j
        elif 0 < i < len(a) and 0 < j < len(b) and left[i].apart != right[j].apart and _spaced(left, right, i, j):
            yield i - 1, i + 1, j - 1, j + 1
        if i < len(a) and a[i] != b[j]:
            yield i, i + 1, j, j + 1
        at, to = i + 1, j + 1


def _spaced(left: Sequence[Word], right: Sequence[Word], i: int, j: int) -> bool:
    """True where both tokens follow their forerunners inside one sentence."""
    return left[i - 1].sentence == left[i].sentence and right[j - 1].sentence == right[j].sentence


def _pairs(left: Sequence[Word], right: Sequence[Word], a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Tokens that answer each other, increasing on both sides."""
    if not a or not b:
        return []
    if len(a) * len(b) > _MOST_CELLS:
        opcodes = LCSseq.opcodes(a, b)
        return [
            (o.src_start + k, o.dest_start + k)
            for o in opcodes
            if o.tag == "equal"
            for k in range(o.src_end - o.src_start)
        ]
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
    low_a, low_b = [plain_word(t).casefold() for t in a], [plain_word(t).casefold() for t in b]
    places: dict[str, list[int]] = {}
    for j, text in enumerate(low_b):
        places.setdefault(text, []).append(j)
    found: list[dict[int, float]] = []
    for i, word in enumerate(left):
        worth = weight(word)
        row = {j: worth if a[i] == b[j] else 0.9 * worth for j in places.get(low_a[i], ())}
        if word.sort is Sort.WORD and len(word.text) > 2:
            for j, other in enumerate(right):
                if j not in row and other.sort is Sort.WORD and len(other.text) > 2:
                    share = alike(a[i], b[j])
                    if share >= _ALIKE:
                        row[j] = _PARTLY * share * worth
        found.append(row)
    return found


def _traced(scores: list[dict[int, float]], rows: int, columns: int) -> list[tuple[int, int]]:
    """The best way through: the sum of what is paired, less the cost of each interruption."""
    low = float("-inf")
    paired = [[low] * (columns + 1) for _ in range(rows + 1)]
    gapped = [[low] * (columns + 1) for _ in range(rows + 1)]
    paired[0][0] = 0.0
    for i in range(rows + 1):
        row = scores[i - 1] if i else {}
        for j in range(columns + 1):
            if j - 1 in row and i:
                paired[i][j] = row[j - 1] + max(paired[i - 1][j - 1], gapped[i - 1][j - 1])
            best = low
            if i:
                best = max(gapped[i - 1][j], paired[i - 1][j] - _INTERRUPTION)
            if j:
                best = max(best, gapped[i][j - 1], paired[i][j - 1] - _INTERRUPTION)
            gapped[i][j] = best
    pairs: list[tuple[int, int]] = []
    i, j = rows, columns
    inside = paired[i][j] >= gapped[i][j]
    while i or j:
        if inside:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
            inside = paired[i][j] >= gapped[i][j]
        else:
            value = gapped[i][j]
            if i and gapped[i - 1][j] == value:
                i -= 1
            elif i and paired[i - 1][j] - _INTERRUPTION == value:
                i, inside = i - 1, True
            elif j and gapped[i][j - 1] == value:
                j -= 1
            else:
                j, inside = j - 1, True
        if inside and not i and not j:
            break
    return pairs[::-1]
