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
    found: list[Link] = []
    left = right = -1
    for link in links:
        _, old, new, moved, _ = link
        if moved or not old or not new:
            continue
        if old[0] <= left or new[0] <= right:
            return _chosen(links)
        found.append(link)
        left, right = old[-1], new[-1]
    return found


def _chosen(links: Sequence[Link]) -> list[Link]:
    """The heaviest of them, where they do not stand in the same order as they are."""
    ties = sorted(
        [(link.new, link.old, number) for number, link in enumerate(links) if link.old and link.new and not link.moved]
    )
    kept = heaviest([old[0] for _, old, _ in ties], [len(old) + len(new) for new, old, _ in ties])
    found: list[Link] = []
    left = right = -1
    for new, old, number in [ties[index] for index in kept]:
        # The parts of a split or merge can stand around another tie: then that one is out of order.
        if left < old[0] and right < new[0]:
            found.append(links[number])
            left, right = old[-1], new[-1]
    return found


def reading_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links as a reader meets them."""
    listed = list(links)
    fixed = in_place(listed)
    if len(fixed) == len(listed):
        return tuple(fixed)
    held = set(map(id, fixed))
    old_starts = [old[0] for _, old, *_ in fixed]
    new_starts = [new[0] for _, _, new, *_ in fixed]
    placed = []
    for link in listed:
        if id(link) in held:
            continue
        # Behind how many fixed links it stands; what was deleted comes before what stands only in the new text.
        if link.new:
            placed.append((bisect_left(new_starts, link.new[0]), 1, link.new[0], link))
        else:
            placed.append((bisect_left(old_starts, link.old[0]), 0, link.old[0], link))
    placed.sort()
    ordered: list[Link] = []
    at = 0
    for behind, _, _, link in placed:
        ordered += fixed[at:behind]
        ordered.append(link)
        at = behind
    return (*ordered, *fixed[at:])
