"""Two versions in, a Comparison out: sentences, ties, kinds, reading order. Pure."""

from __future__ import annotations

import gc
from itertools import chain
from typing import TYPE_CHECKING

from diptych.comparison.alignment import Ends, Tie, align
from diptych.comparison.headers import header_pairs
from diptych.comparison.normal import unwrapped
from diptych.comparison.order import reading_order
from diptych.comparison.outline import outline
from diptych.comparison.result import Comparison
from diptych.comparison.sentences import is_even, sentences_of
from diptych.comparison.similarity import similarity
from diptych.comparison.targets import target_notes
from diptych.comparison.tokens import LONGEST, WHOLESALE
from diptych.comparison.watch import UNWATCHED, Watch
from diptych.model import Kind, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from diptych.model import Sentence, Version


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


def compare_in_steps(
    old: Version,
    new: Version,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Comparison]:
    """Compare two versions, and give what is known at once before what is known at last.

    First a rough comparison by whole paragraphs (:func:`~diptych.comparison.outline.outline`), which says that it is
    provisional; then the one that :func:`compare` gives. The first has no influence on the last.

    Args:
        old: the old version.
        new: the new one.
        progress: as for :func:`compare`; it is of the last step alone.
        cancelled: as for :func:`compare`.

    Raises:
        ComparisonStoppedError: ``cancelled`` said True.
    """
    yield outline(old, new)
    yield compare(old, new, progress=progress, cancelled=cancelled)


def _compared(old: Version, new: Version, watch: Watch) -> Comparison:
    """The comparison itself."""
    cuts: dict[str, list[tuple[int, int]]] = {}
    sides = _Side(old, cuts, watch.part(0, 0.2)), _Side(new, cuts, watch.part(0.2, 0.3))
    left, right = sides
    aligned = align(
        [left.texts[i] for i in left.body],
        [right.texts[j] for j in right.body],
        watch=watch.part(0.3, 0.8),
        plain=left.is_plain and right.is_plain,
    )
    links = [
        _link(sides, (i,), (j,), moved=False, alike=alike)
        for i, j, alike in header_pairs(old, new, left.sentences, right.sentences)
    ]
    links += _ties(sides, aligned.ties, watch.part(0.8, 0.95))
    watch.at(0.96)
    links += [Link(Kind.DELETED, (i,), ()) for i in _untied(len(left.sentences), [link.old for link in links])]
    links += [Link(Kind.INSERTED, (), (j,)) for j in _untied(len(right.sentences), [link.new for link in links])]
    watch.at(0.98)
    notes = (*sorted({*old.notes, *new.notes}), *aligned.notes)
    if left.is_long:
        notes += (WHOLESALE.format(LONGEST),)
    notes += target_notes((old, new), (left.sentences, right.sentences), links)
    comparison = Comparison(old, new, left.sentences, right.sentences, reading_order(links), notes)
    watch.at(1)
    return comparison


def _untied(count: int, tied: Sequence[Ends]) -> list[int]:
    """The sentences, of so many, that stand in no tie."""
    held = set(chain.from_iterable(tied))
    return [index for index in range(count) if index not in held] if len(held) < count else []


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
        even = is_even(version)
        self.sentences: tuple[Sentence, ...] = sentences_of(version, cuts, even=even, watch=watch)
        text = version.text
        if version.markup:
            self.texts = [version.plain(start, end) for start, end, _ in self.sentences]
        else:
            self.texts = [text[start:end] for start, end, _ in self.sentences]
        self.is_long = False
        """Whether a passage that was reworded is too long to be cut into words."""
        self.is_plain = even and text.isascii() and not any("\n" in text for text in self.texts)
        """Whether no sentence has anything in it that comparing puts aside: other spaces, other forms of a letter."""
        heads = {index for index, block in enumerate(version.blocks) if block.role.is_header}
        self.body = [n for n, (_, _, block) in enumerate(self.sentences) if block not in heads]


def _link(sides: tuple[_Side, _Side], old: Ends, new: Ends, *, moved: bool, alike: bool = False) -> Link:
    """The link between sentences: its kind and how much of their words they share."""
    left, right = sides
    if len(old) == len(new) == 1:
        before, after = left.texts[old[0]], right.texts[new[0]]
        if alike or before == after:
            return Link(Kind.SAME, old, new, moved, 1.0)
        if not (left.is_plain and right.is_plain):
            before, after = unwrapped(before), unwrapped(after)
            if before == after:
                return Link(Kind.SAME, old, new, moved, 1.0)
        left.is_long |= len(before) + len(after) > LONGEST
        return Link(Kind.REWORDED, old, new, moved, similarity(before, after))
    kind = Kind.SPLIT if len(old) == 1 else Kind.MERGED if len(new) == 1 else Kind.REWORDED
    before, after = (" ".join([side.texts[n] for n in ends]) for side, ends in zip(sides, (old, new), strict=True))
    if not (left.is_plain and right.is_plain):
        before, after = unwrapped(before), unwrapped(after)
    left.is_long |= len(before) + len(after) > LONGEST
    return Link(kind, old, new, moved, similarity(before, after))
