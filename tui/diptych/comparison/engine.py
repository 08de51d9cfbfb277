"""Two versions in, a Comparison out: sentences, ties, kinds, reading order. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.alignment import align
from diptych.comparison.headers import header_pairs
from diptych.comparison.normal import unwrapped
from diptych.comparison.order import reading_order
from diptych.comparison.result import Comparison
from diptych.comparison.sentences import sentences_of
from diptych.model import Kind, Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.model import Sentence, Version

_MOST_CELLS = 2_000_000_000
"""The most words, old × new, that one link's likeness is computed on word by word."""


def compare(old: Version, new: Version) -> Comparison:
    """Compare two versions sentence by sentence; see :class:`Comparison` for what comes out."""
    sides = _Side(old), _Side(new)
    left, right = sides
    aligned = align([left.texts[i] for i in left.body], [right.texts[j] for j in right.body])
    links = [
        _link(sides, [left.body[i] for i in tie.old], [right.body[j] for j in tie.new], tie.moved)
        for tie in aligned.ties
    ]
    links += [
        _link(sides, [i], [j], moved=False, alike=alike)
        for i, j, alike in header_pairs(old, new, left.sentences, right.sentences)
    ]
    tied_old = {i for link in links for i in link.old}
    tied_new = {j for link in links for j in link.new}
    links += [Link(Kind.DELETED, (i,), ()) for i in range(len(left.sentences)) if i not in tied_old]
    links += [Link(Kind.INSERTED, (), (j,)) for j in range(len(right.sentences)) if j not in tied_new]
    return Comparison(old, new, left.sentences, right.sentences, reading_order(links), aligned.notes)


class _Side:
    """One version's sentences and their words."""

    def __init__(self, version: Version) -> None:
        self.sentences: tuple[Sentence, ...] = sentences_of(version)
        self.texts = [version.plain(sentence.start, sentence.end) for sentence in self.sentences]
        blocks = version.blocks
        self.body = [n for n, sentence in enumerate(self.sentences) if not blocks[sentence.block].role.is_header]


def _link(
    sides: tuple[_Side, _Side], old: Sequence[int], new: Sequence[int], moved: bool, *, alike: bool = False
) -> Link:
    """The link between sentences: its kind and how much of their words they share."""
    left, right = sides
    if len(old) == len(new) == 1:
        before, after = left.texts[old[0]], right.texts[new[0]]
        if alike or before == after or unwrapped(before) == unwrapped(after):
            return Link(Kind.SAME, tuple(old), tuple(new), moved, 1.0)
        kind = Kind.REWORDED
    else:
        kind = Kind.SPLIT if len(old) == 1 else Kind.MERGED if len(new) == 1 else Kind.REWORDED
    share = similarity([left.texts[i] for i in old], [right.texts[j] for j in new])
    return Link(kind, tuple(old), tuple(new), moved, share)


def similarity(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of their words two passages share in order, from 0 to 1: twice the common subsequence over all words."""
    left = [word for text in old for word in unwrapped(text).split()]
    right = [word for text in new for word in unwrapped(text).split()]
    if len(left) * len(right) > _MOST_CELLS:
        shared = len(set(left) & set(right))
        return round(2 * shared / (len(set(left)) + len(set(right))), 4)
    return round(Indel.normalized_similarity(left, right), 4)
