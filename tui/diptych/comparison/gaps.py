"""What pairs that increase on both sides leave open between them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Pair = tuple[int, int]


class Gap(NamedTuple):
    """What two pairs leave open between them: half-open ranges of both sides."""

    low: int
    high: int
    left: int
    right: int


def gaps(settled: Sequence[Pair], size: Pair) -> Iterator[Gap]:
    """The gaps between the pairs, and at both ends of sides of so many items, that are empty on neither side."""
    low = left = 0
    for i, j in settled:
        if low < i and left < j:
            yield Gap(low, i, left, j)
        low, left = i + 1, j + 1
    if low < size[0] and left < size[1]:
        yield Gap(low, size[0], left, size[1])
