"""The wordings of a comparison: substitutions gathered over the whole of it, with counts and places. Pure.

"Karabakh → Nagorno-Karabakh, 3×" says more than three marks three pages apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diptych.comparison.normal import unwrapped
from diptych.model import Facet, Kind, WordKind

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.model import Span, Version, WordChange

_LONGEST = 60
"""Characters of either side of a wording; longer substitutions are rewritten passages, not a choice of word."""


class Group(StrEnum):
    """What sort of wording one is; the first that fits."""

    RESPELLING = "respelling"
    NUMBER = "number"
    NAME = "name"
    FORM = "form"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Wording:
    """One substitution, and the links that hold it."""

    old: str
    new: str
    group: Group
    places: tuple[int, ...]
    """Indices of links, one for each occurrence, in reading order; a link stands there as often as it holds it."""

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.places)

    def is_of(self, comparison: Comparison, change: WordChange) -> bool:
        """Whether a word change is one of its occurrences."""
        return _pair(comparison, change) == (self.old, self.new)


def wordings(comparison: Comparison) -> tuple[Wording, ...]:
    """All substitutions of a few words for a few, the most frequent first, then in reading order.

    Case apart: *Defense Ministry → defense ministry* at the beginning of a sentence and within it are two wordings.
    """
    places: dict[tuple[str, str], list[int]] = {}
    groups: dict[tuple[str, str], Group] = {}
    for index, link in enumerate(comparison.links):
        if link.kind is Kind.SAME:
            continue
        for change in comparison.words(index):
            pair = _pair(comparison, change)
            if pair is not None and max(map(len, pair)) <= _LONGEST and pair[0] != pair[1]:
                places.setdefault(pair, []).append(index)
                groups.setdefault(pair, group_of(change))
    found = [Wording(*pair, groups[pair], tuple(held)) for pair, held in places.items()]
    return tuple(sorted(found, key=lambda wording: (-wording.count, wording.places[0])))


def _pair(comparison: Comparison, change: WordChange) -> tuple[str, str] | None:
    """What a substitution puts for what; None for changes that are no plain substitution."""
    if change.kind is not WordKind.SUBSTITUTED or len(change.old) != 1 or len(change.new) != 1:
        return None
    return _words(comparison.old, change.old[0]), _words(comparison.new, change.new[0])


def group_of(change: WordChange) -> Group:
    """The group of a substitution, told by its facets."""
    facets = set(change.facets)
    if Facet.SPELLING in facets or Facet.DIACRITIC in facets:
        return Group.RESPELLING
    if Facet.NUMBER in facets or Facet.DATE in facets:
        return Group.NUMBER
    if Facet.NAME in facets:
        return Group.NAME
    return Group.FORM if facets and all(facet.is_formal for facet in facets) else Group.WORD


def _words(version: Version, span: Span) -> str:
    return unwrapped(version.plain(*span))
