"""The wordings of a comparison as a list, and the occurrences of one as finds to walk. Pure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.layout.display import Piece, shown
from diptych.layout.fencing import fenced
from diptych.layout.search import Match, Query, Search
from diptych.layout.wrap import cell_len, fit
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from diptych.comparison.wordings import Wording
    from diptych.layout.rows import Rows


def among(wordings: Sequence[Wording], words: str) -> list[Wording]:
    """The wordings in whose words or group all these words occur; case does not matter."""
    wanted = words.casefold().split()
    told = ((wording, f"{wording.old} {wording.new} {wording.group}".casefold()) for wording in wordings)
    return [wording for wording, text in told if all(word in text for word in wanted)]


def walked(wordings: Sequence[Wording], links: Container[int]) -> list[Wording]:
    """The wordings with those of their occurrences that stand in these links, the most frequent first."""
    kept = [replace(wording, places=tuple(place for place in wording.places if place in links)) for wording in wordings]
    return sorted((wording for wording in kept if wording.places), key=lambda wording: -wording.count)


def line(wording: Wording, width: int) -> list[Piece]:
    """One line: how often, what became of what, and of what sort the wording is."""
    count = Piece(f"{wording.count:>4}× ", Ink.FAINT)
    sort = f"  {wording.group}"
    room = max(8, width - cell_len(count.text) - cell_len(sort) - 3)
    old = fit(_spelled(wording.old), room // 2)
    new = fit(_spelled(wording.new), room - cell_len(old))
    pieces = [count, Piece(fenced(old), Ink.OLD_WORD), Piece(" → ", Ink.FAINT), Piece(fenced(new), Ink.NEW_WORD)]
    blank = width - sum(cell_len(piece.text) for piece in pieces) - cell_len(sort)
    return [*pieces, Piece(" " * blank + sort, Ink.FAINT)] if blank >= 0 else pieces


def _spelled(words: str) -> str:
    """The words with what cannot be seen in them by name."""
    return "".join(part.text for part in shown(words, changed=True))


def occurrences(rows: Rows, wording: Wording) -> Search:
    """Where a wording occurs, as the finds of a search in the new text."""
    comparison = rows.comparison
    starts = [sentence.start for sentence in comparison.new_sentences]
    found = [
        Match(rows.rows.holding(Side.NEW, bisect_right(starts, change.new[0].start) - 1), Side.NEW, change.new[0])
        for index in dict.fromkeys(wording.places)
        for change in comparison.words(index)
        if wording.is_of(comparison, change)
    ]
    return Search(Query(f"{wording.old} → {wording.new}", side=Side.NEW), tuple(sorted(found)))
