"""The sorts of change and what they touch, as lines to choose from. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.layout.display import Piece
from diptych.layout.wrap import ticked
from diptych.model import Facet
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.layout.filters import Counts, Filter


def choice_line(choice: str | Facet, counts: Counts, wanted: Filter) -> list[Piece]:
    """A sort or a facet to choose: whether it is chosen, how many changes it has, its name."""
    count = counts.facets[choice] if isinstance(choice, Facet) else counts.sorts[choice]
    chosen = wanted.chooses(choice)
    ink = Ink.TEXT if chosen else Ink.FAINT
    return [Piece(f"{ticked(chosen)} ", Ink.REWORDED), Piece(f"{count:>6,}  ", Ink.FAINT), Piece(choice, ink)]
