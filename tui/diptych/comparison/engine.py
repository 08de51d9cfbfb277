"""Two versions in, a Comparison out: sentences, ties, kinds, reading order. Pure."""

from __future__ import annotations

import gc
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.alignment import Ends, Tie, align
from diptych.comparison.headers import header_pairs
from diptych.comparison.normal import common_ends, unwrapped
from diptych.comparison.order import reading_order
from diptych.comparison.result import Comparison
from diptych.comparison.sentences import sentences_of
from diptych.comparison.targets import target_notes
from diptych.comparison.tokens import tokens_of, words_of
from diptych.comparison.watch import UNWATCHED, Watch
from diptych.model import Kind, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.model import Sentence, Version

_MOST_CELLS = 2_000_000_000
"""The most words, old × new, that one link's likeness is computed on word by word."""

_MOST_CHARACTERS = 2_000_000
"""The most characters of a link that are cut into words for its likeness; of more, the common ends are measured."""


def compare(
    old: Version,
    new: Version,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two versions sentence by sentence; see :class:`Comparison` for what comes out.

    The collector of cycles rests meanwhile: none are made, and it would go through a million sentences again and again.
    Who waits is asked at least every hundred milliseconds whether it is still wanted, outside sentences of many
    megabytes.

    Args:
        old: the old version.
        new: the new one.
        progress: called with how much is done, from 0 to 1 and never less than before, about a hundred times.
        cancelled: asked again and again; once it says True, the comparison is given up.

    Raises:
        ComparisonStoppedError: ``cancelled`` said True.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        return _compared(old, new, Watch(progress, cancelled) if progress or cancelled else UNWATCHED)
    finally:
        if resting:
            gc.enable()


def _compared(old: Version, new: Version, watch: Watch) -> Comparison:
    """The comparison itself."""
    cuts: dict[str, list[tuple[int, int]]] = {}
    sides = _Side(old, cuts, watch.part(0, 0.2)), _Side(new, cuts, watch.part(0.2, 0.3))
    left, right = sides
    aligned = align(
        [left.texts[i] for i in left.body], [right.texts[j] for j in right.body], watch=watch.part(0.3, 0.8)
    )
    links = _ties(sides, aligned.ties, watch.part(0.8, 0.95))
    links += [
        _link(sides, (i,), (j,), moved=False, alike=alike)
        for i, j, alike in header_pairs(old, new, left.sentences, right.sentences)
    ]
    watch.at(0.96)
    tied_old = set(chain.from_iterable([link.old for link in links]))
    tied_new = set(chain.from_iterable([link.new for link in links]))
    links += [Link(Kind.DELETED, (i,), ()) for i in range(len(left.sentences)) if i not in tied_old]
    links += [Link(Kind.INSERTED, (), (j,)) for j in range(len(right.sentences)) if j not in tied_new]
    watch.at(0.98)
    notes = (*sorted({*old.notes, *new.notes}), *aligned.notes)
    notes += target_notes((old, new), (left.sentences, right.sentences), links)
    comparison = Comparison(old, new, left.sentences, right.sentences, reading_order(links), notes)
    watch.at(1)
    return comparison


def _ties(sides: tuple[_Side, _Side], ties: Sequence[Tie], watch: Watch) -> list[Link]:
    """The links of the body's ties."""
    left, right = sides
    found: list[Link] = []
    made = tuple.__new__  # a third of the time of Link(…), and most of a large text is the same
    for old, new, moved in watch.each(ties):
        if len(old) == len(new) == 1:
            i, j = left.body[old[0]], right.body[new[0]]
            if left.texts[i] == right.texts[j]:
                found.append(made(Link, (Kind.SAME, (i,), (j,), moved, 1.0)))
                continue
        found.append(_link(sides, tuple([left.body[i] for i in old]), tuple([right.body[j] for j in new]), moved=moved))
    return found


class _Side:
    """One version's sentences and their words."""

    def __init__(self, version: Version, cuts: dict[str, list[tuple[int, int]]], watch: Watch) -> None:
        self.sentences: tuple[Sentence, ...] = sentences_of(version, cuts, watch=watch)
        text = version.text
        if version.markup:
            self.texts = [version.plain(start, end) for start, end, _ in self.sentences]
        else:
            self.texts = [text[start:end] for start, end, _ in self.sentences]
        blocks = version.blocks
        self.body = [n for n, sentence in enumerate(self.sentences) if not blocks[sentence.block].role.is_header]


def _link(sides: tuple[_Side, _Side], old: Ends, new: Ends, *, moved: bool, alike: bool = False) -> Link:
    """The link between sentences: its kind and how much of their words they share."""
    left, right = sides
    if len(old) == len(new) == 1:
        before, after = left.texts[old[0]], right.texts[new[0]]
        if alike or before == after or unwrapped(before) == unwrapped(after):
            return Link(Kind.SAME, old, new, moved, 1.0)
        kind = Kind.REWORDED
    else:
        kind = Kind.SPLIT if len(old) == 1 else Kind.MERGED if len(new) == 1 else Kind.REWORDED
    share = similarity([left.texts[i] for i in old], [right.texts[j] for j in new])
    return Link(kind, old, new, moved, share)


def similarity(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of their words two passages share in order, from 0 to 1: twice the common subsequence over all words."""
    if sum(map(len, old)) + sum(map(len, new)) > _MOST_CHARACTERS:
        before, after = " ".join(old), " ".join(new)
        head, tail = common_ends(before, after)
        return round(2 * (head + tail) / (len(before) + len(after)), 4)
    left, right = (_words(" ".join(texts)) for texts in (old, new))
    if len(left) * len(right) > _MOST_CELLS:
        a, b = Counter(left), Counter(right)
        return round(2 * (a & b).total() / (len(left) + len(right)), 4)
    return round(Indel.normalized_similarity(left, right), 4)


def _words(text: str) -> list[str]:
    """The words of a text, punctuation and case put aside."""
    plain = unwrapped(text)
    words = words_of(plain.lower()) if plain.isascii() else [word.casefold() for word in words_of(plain)]
    return words or [token.text for token in tokens_of(plain)]
