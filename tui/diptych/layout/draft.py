"""Two texts to read while they are being compared: block beside block as they stand, nothing aligned. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.comparison.result import Comparison
from diptych.layout.rows import Rows, rows_of
from diptych.model import Kind, Link, Sentence

if TYPE_CHECKING:
    from diptych.model import Version


def draft(old: Version, new: Version) -> Rows:
    """Both texts, their first blocks opposite each other, then their second ones, and so on; nothing is a change."""
    sides = [
        tuple(Sentence(block.start, block.end, n) for n, block in enumerate(version.blocks)) for version in (old, new)
    ]
    sizes = [len(side) for side in sides]
    links = tuple(
        Link(Kind.SAME, (n,) if n < sizes[0] else (), (n,) if n < sizes[1] else (), similarity=1.0)
        for n in range(max(sizes))
    )
    return rows_of(Comparison(old, new, sides[0], sides[1], links))
