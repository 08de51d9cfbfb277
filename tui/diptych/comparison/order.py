"""The reading order of links: that of the new text, with what was deleted standing where it stood in the old. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from diptych.comparison.chain import heaviest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diptych.model import Link


def in_place(links: Sequence[Link]) -> list[Link]:
    """The links that stand in the same order on both sides: ties not moved, and without header lines that crossed."""
    ties = sorted((link for link in links if link.old and link.new and not link.moved), key=lambda link: link.new)
    kept = heaviest([link.old[0] for link in ties], [len(link.old) + len(link.new) for link in ties])
    found: list[Link] = []
    for link in [ties[index] for index in kept]:
        # The parts of a split or merge can stand around another tie: then that one is out of order.
        if not found or (found[-1].old[-1] < link.old[0] and found[-1].new[-1] < link.new[0]):
            found.append(link)
    return found


def reading_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links as a reader meets them."""
    listed = list(links)
    fixed = in_place(listed)
    held = {id(link): rank for rank, link in enumerate(fixed)}
    old_starts = [link.old[0] for link in fixed]
    new_starts = [link.new[0] for link in fixed]

    def key(link: Link) -> tuple[int, int, int]:
        rank = held.get(id(link))
        if rank is not None:
            return rank, -1, 0
        if link.new:
            return bisect_left(new_starts, link.new[0]) - 1, 1, link.new[0]
        return bisect_left(old_starts, link.old[0]) - 1, 0, link.old[0]

    return tuple(sorted(listed, key=key))
