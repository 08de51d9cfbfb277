"""Sentences that stand elsewhere word for word: told by that alone, before anything is scored. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Tied = tuple[tuple[int, ...], tuple[int, ...]]

WORDY = 4
"""Spaces in a sentence from which it is no common phrase, which may come to stand in two texts by chance."""


def twins(old: Sequence[str], new: Sequence[str], rows: Sequence[int], columns: Sequence[int]) -> list[Tied]:
    """Of the open sentences of both sides, given by index, those that say the same, and no other of them does."""
    left = {old[i]: i for i in rows}
    found = {text: (left[text], j) for j in columns if (text := new[j]) in left and text.count(" ") >= WORDY}
    if not found:
        return []
    times, others = Counter(map(old.__getitem__, rows)), Counter(map(new.__getitem__, columns))
    return [((i,), (j,)) for text, (i, j) in found.items() if times[text] == others[text] == 1]
