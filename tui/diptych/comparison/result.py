"""The Comparison: two versions, their sentences, the links between them, and what can be asked of it. Pure.

What is inside the links is found, and the rooms that find it are imported, when first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diptych.comparison.opcodes import opcodes
from diptych.comparison.order import reading_order
from diptych.model import Facet, Side

if TYPE_CHECKING:
    from diptych.model import Link, Opcode, Sentence, Summary, Version, WordChange


@dataclass(frozen=True, slots=True)
class Comparison:
    """What :func:`diptych.compare` gives. Every sentence of both sides stands in exactly one link.

    ``links`` are in reading order: the order of the new text, with what was deleted standing where it stood in the old
    one. ``notes`` are sentences that a reader must be told, such as that a simpler method took over.
    """

    old: Version
    new: Version
    old_sentences: tuple[Sentence, ...]
    new_sentences: tuple[Sentence, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...] = ()
    provisional: bool = False
    """True of a first, rough comparison: its sentences are whole paragraphs, and what stands on one side only may still
    find its answer."""
    _words: dict[int, tuple[WordChange, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def sentences(self, side: Side) -> tuple[Sentence, ...]:
        """The sentences of one side."""
        return self.old_sentences if side is Side.OLD else self.new_sentences

    def version(self, side: Side) -> Version:
        """The version on one side."""
        return self.old if side is Side.OLD else self.new

    @property
    def changes(self) -> tuple[int, ...]:
        """Indices of the links that are not plainly the same, in reading order."""
        return tuple(index for index, link in enumerate(self.links) if link.is_change)

    def words(self, link: int) -> tuple[WordChange, ...]:
        """What changed inside the link of that index, in reading order; computed when first asked for.

        Empty for links with one end (the whole sentence is the change) and for links that are the same.
        """
        found = self._words.get(link)
        if found is None:
            from diptych.comparison.words import word_changes

            found = word_changes(self.old, self.new, self.old_sentences, self.new_sentences, self.links[link])
            self._words[link] = found
        return found

    def facets(self, link: int) -> tuple[Facet, ...]:
        """What the link's word changes touch, each facet once, in the order of :class:`~diptych.model.Facet`."""
        touched = {facet for change in self.words(link) for facet in change.facets}
        return tuple(facet for facet in Facet if facet in touched)

    def opcodes(self) -> tuple[Opcode, ...]:
        """The comparison in difflib's vocabulary, extended with moves, splits and merges; see :class:`Opcode`."""
        return opcodes(self.links, len(self.old_sentences), len(self.new_sentences))

    def summary(self) -> Summary:
        """Counts by kind, and the ledger's balance."""
        from diptych.comparison.summary import summarise

        return summarise(self)

    def swapped(self) -> Comparison:
        """The same comparison with old and new in each other's place; word changes already found go along."""
        links = reading_order(link.mirrored() for link in self.links)
        other = Comparison(
            self.new, self.old, self.new_sentences, self.old_sentences, links, self.notes, self.provisional
        )
        place = {(link.old, link.new): index for index, link in enumerate(links)}
        for index, changes in self._words.items():
            link = self.links[index]
            other._words[place[link.new, link.old]] = tuple(change.mirrored() for change in changes)
        return other
