"""A first, rough comparison by whole paragraphs, long before a reader would have to wait. Pure.

Equal paragraphs are tied, wherever they stand, and between them those that begin or end alike; all else is left on its
side. Nothing is cut into sentences or words, and nothing scored.
"""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from diptych.comparison.alignment import in_new_order, placed
from diptych.comparison.anchors import in_order
from diptych.comparison.gaps import gaps
from diptych.comparison.headers import header_pairs
from diptych.comparison.normal import common_ends
from diptych.comparison.order import reading_order
from diptych.comparison.result import Comparison
from diptych.comparison.settled import settled
from diptych.comparison.twins import twins
from diptych.model import Kind, Link, Sentence

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from diptych.model import Version

Pair = tuple[int, int]

_EDGE = 24
"""Characters by which a paragraph begins or ends like another."""


def outline(old: Version, new: Version) -> Comparison:
    """The blocks of two versions, each taken for one sentence, and the ties between them that can be told at once.

    It is provisional: what stands on one side only may still have moved, or have been reworded or cut in two. How alike
    two blocks are is the share of their common beginning and end, the least that it can turn out to be.
    """
    versions = old, new
    left, right = (tuple([Sentence(start, end, n) for n, (start, end, *_) in enumerate(v.blocks)]) for v in versions)
    before, after = ([v.text[start:end] for start, end, *_ in v.blocks] for v in versions)
    rows, columns = ([n for n, block in enumerate(v.blocks) if not block.role.is_header] for v in versions)

    def link(i: int, j: int, *, moved: bool = False, alike: bool = False) -> Link:
        if alike or before[i] == after[j]:
            return Link(Kind.SAME, (i,), (j,), moved, 1.0)
        return Link(Kind.REWORDED, (i,), (j,), moved, _likeness(before[i], after[j]))

    links = [link(i, j, alike=alike) for i, j, alike in header_pairs(old, new, left, right)]
    body = [before[n] for n in rows], [after[n] for n in columns]
    fixed = settled((len(rows), len(columns)), _anchors(*body))
    elsewhere = twins(*body, fixed.rows, fixed.columns)
    ties = in_new_order(placed(fixed.pairs, elsewhere, *body))
    links += [link(rows[i], columns[j], moved=moved) for (i,), (j,), moved in ties]
    tied_old, tied_new = {tie.old for tie in links}, {tie.new for tie in links}
    links += [Link(Kind.DELETED, (i,), ()) for i in range(len(left)) if (i,) not in tied_old]
    links += [Link(Kind.INSERTED, (), (j,)) for j in range(len(right)) if (j,) not in tied_new]
    return Comparison(old, new, left, right, reading_order(links), provisional=True)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs of paragraphs in order: the equal ones, between them those that begin alike, then those that end alike."""
    if old == new:
        return list(zip(range(len(old)), range(len(new)), strict=True))
    pairs = _in_order(old, new)
    for edge in (slice(None, _EDGE), slice(-_EDGE, None)):
        open_gaps = list(enumerate(gaps(pairs, (len(old), len(new)))))
        rows = [i for _, gap in open_gaps for i in range(gap.low, gap.high)]
        columns = [j for _, gap in open_gaps for j in range(gap.left, gap.right)]
        left = [(n, text[edge]) for n, gap in open_gaps for text in old[gap.low : gap.high]]
        right = [(n, text[edge]) for n, gap in open_gaps for text in new[gap.left : gap.right]]
        pairs = sorted([*pairs, *[(rows[i], columns[j]) for i, j in _in_order(left, right)]])
    return pairs


def _in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Pairs of equal items, increasing on both sides."""
    numbers = dict(zip(dict.fromkeys(chain(old, new)), count(), strict=False))
    return in_order(list(map(numbers.__getitem__, old)), list(map(numbers.__getitem__, new)))


def _likeness(old: str, new: str) -> float:
    """The share of two texts' letters that stand in their common beginning and end."""
    return round(2 * sum(common_ends(old, new)) / (len(old) + len(new) or 1), 4)
