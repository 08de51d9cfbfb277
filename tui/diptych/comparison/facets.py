"""What a word change touches. Pure; a facet's definition is the docstring of the function that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.model import Facet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.words import Word


def facets_of(left: Sequence[Word], right: Sequence[Word], run: tuple[int, int, int, int]) -> tuple[Facet, ...]:
    """The facets of the change from ``left[i1:i2]`` to ``right[j1:j2]``, in the order of :class:`Facet`."""
    i1, i2, j1, j2 = run
    old, new = left[i1:i2], right[j1:j2]
    found = set()
    if [w.text.casefold() for w in old] == [w.text.casefold() for w in new]:
        found.add(Facet.CASE)
    return tuple(facet for facet in Facet if facet in found)
