"""The wordings of a comparison: substitutions gathered over the whole of it, with counts and places. Pure.

"Karabakh → Nagorno-Karabakh, 3×" says more than three marks three pages apart. Inflected forms are gathered under one
wording: *Karabakh's → Nagorno-Karabakh's* is that wording too, and so is *Attacks → Strikes* with *attack → strike*.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from diptych.comparison.normal import unwrapped
from diptych.model import Facet, Kind, WordKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.model import Span, Version, WordChange

_LONGEST = 60
"""Characters of either side of a wording; longer substitutions are rewritten passages, not a choice of word."""


_LONGEST_ENDING = 3
"""Letters that both words may have lost or taken on, and still be forms of the same two words."""

_SHORTEST_STEM = 4
"""Letters of each word that must be left without its ending."""

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])\Z")

Pair: TypeAlias = tuple[str, str]
"""What was put for what: old words, new words."""


class Group(StrEnum):
    """What sort of wording one is; the first that fits."""

    RESPELLING = "respelling"
    NUMBER = "number"
    NAME = "name"
    FORM = "form"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Wording:
    """One substitution in all its forms, and the links that hold it."""

    old: str
    new: str
    group: Group
    places: tuple[int, ...]
    """Indices of links, one for each occurrence, in reading order; a link stands there as often as it holds it."""
    forms: tuple[Pair, ...]
    """What was put for what, in every form that occurs; the first one, the shortest, is ``old`` and ``new``."""

    @property
    def count(self) -> int:
        """How often it occurs."""
        return len(self.places)

    def is_of(self, comparison: Comparison, change: WordChange) -> bool:
        """Whether a word change is one of its occurrences."""
        return _pair(comparison, change) in self.forms


def wordings(comparison: Comparison) -> tuple[Wording, ...]:
    """All substitutions of a few words for a few, the most frequent first, then in reading order.

    Two of them are forms of one wording where they differ by a capital, a possessive or an ending of up to three
    letters that both the old and the new words have: *attack → strike*, *Attacks → Strikes*.
    """
    places: dict[Pair, list[int]] = {}
    groups: dict[Pair, Group] = {}
    for index, link in enumerate(comparison.links):
        if link.kind is Kind.SAME:
            continue
        for change in comparison.words(index):
            pair = _pair(comparison, change)
            if pair is not None and max(map(len, pair)) <= _LONGEST and pair[0] != pair[1]:
                places.setdefault(pair, []).append(index)
                groups.setdefault(pair, group_of(change))
    found = [_gathered(forms, places, groups) for forms in _families(list(places))]
    return tuple(sorted(found, key=lambda wording: (-wording.count, wording.places[0])))


def _gathered(forms: list[Pair], places: dict[Pair, list[int]], groups: dict[Pair, Group]) -> Wording:
    """One wording of its forms, given in reading order."""
    forms.sort(key=lambda pair: (len(pair[0]) + len(pair[1]), -len(places[pair])))
    counted = Counter(dict.fromkeys(Group, 0))
    for pair in forms:
        counted[groups[pair]] += len(places[pair])
    held = sorted(index for pair in forms for index in places[pair])
    return Wording(*forms[0], counted.most_common(1)[0][0], tuple(held), tuple(forms))


def _families(pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs that are forms of the same two words, together; the families in reading order."""
    family = {pair: [pair] for pair in pairs}
    first: dict[Pair, Pair] = {}
    for pair in pairs:
        for stem in _stems(pair):
            mine, other = family[pair], family[first.setdefault(stem, pair)]
            if mine is not other:
                other += mine
                family.update(dict.fromkeys(mine, other))
    return [list(held) for held in {id(held): held for held in family.values()}.values()]


def _stems(pair: Pair) -> Iterator[Pair]:
    """A pair without possessive and capital, then without each ending that both sides share."""
    old, new = (_POSSESSIVE.sub("", words) for words in pair)
    if old[:1].isupper() and new[:1].isupper():
        old, new = old[0].lower() + old[1:], new[0].lower() + new[1:]
    yield old, new
    for length in range(1, _LONGEST_ENDING + 1):
        ending = old[-length:]
        short = min(len(old), len(new)) - length < _SHORTEST_STEM
        if short or not new.endswith(ending) or not ending.isalpha():
            return
        yield old[:-length], new[:-length]


def _pair(comparison: Comparison, change: WordChange) -> Pair | None:
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
