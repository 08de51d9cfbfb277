"""The values that the rooms pass on: versions, blocks, sentences, links, word changes. Frozen, and without any I/O.

Offsets are code points into :attr:`Version.text`, half open, as in ``text[start:end]``.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from diptych.scripts import count_words


class Side(StrEnum):
    """Which of the two versions compared; where columns are laid out, old is left unless the reader swapped them."""

    OLD = "old"
    NEW = "new"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.NEW if self is Side.OLD else Side.OLD


class Role(StrEnum):
    """What a block is in its article."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    SOURCE = "source"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"

    @property
    def is_header(self) -> bool:
        """True for the header lines, which are compared by role and counted apart from the body's sentences."""
        return self in _HEADER_ROLES


_HEADER_ROLES = frozenset({Role.TITLE, Role.BYLINE, Role.DATE, Role.SOURCE})


class Kind(StrEnum):
    """What became of the sentences of a link."""

    SAME = "same"
    REWORDED = "reworded"
    INSERTED = "inserted"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"

    @property
    def mirrored(self) -> Kind:
        """The kind that the same link has when old and new change places."""
        return _MIRROR.get(self, self)


_MIRROR = {
    Kind.INSERTED: Kind.DELETED,
    Kind.DELETED: Kind.INSERTED,
    Kind.SPLIT: Kind.MERGED,
    Kind.MERGED: Kind.SPLIT,
}


class WordKind(StrEnum):
    """What became of a run of words inside a link."""

    ADDED = "added"
    REMOVED = "removed"
    SUBSTITUTED = "substituted"


class Facet(StrEnum):
    """What a change touches; the definitions are those of :mod:`diptych.comparison.facets`."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    NEGATION = "negation"
    HEDGE = "hedge"
    ATTRIBUTION = "attribution"
    SPELLING = "spelling"
    CASE = "case"
    PUNCTUATION = "punctuation"
    SPACE = "space"
    DIACRITIC = "diacritic"
    INVISIBLE = "invisible"

    @property
    def is_formal(self) -> bool:
        """True where only the form changes and a reader is told nothing new."""
        return self in _FORMAL


_FORMAL = frozenset(
    {Facet.SPELLING, Facet.CASE, Facet.PUNCTUATION, Facet.SPACE, Facet.DIACRITIC, Facet.INVISIBLE},
)


class Span(NamedTuple):
    """A half-open range of code points of a version's text."""

    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, heading, list item or header line; it may hold mark-up, which :attr:`Version.markup` lists."""

    start: int
    end: int
    role: Role
    number: int = 0
    """The paragraph number shown in the margin, from 1; 0 for header lines."""


class Sentence(NamedTuple):
    """A span of one block of a version; a header line is one sentence."""

    start: int
    end: int
    block: int
    """Index into :attr:`Version.blocks`."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of one article, with where it came from.

    Every character of ``text`` lies in a block, or in ``markup``, or is white space. ``blocks`` and ``markup`` are each
    sorted and disjoint; a markup span lies inside one block or between blocks, never across a block's edge.
    """

    text: str
    blocks: tuple[Block, ...]
    markup: tuple[Span, ...] = ()
    name: str = ""
    path: str = ""
    title: str = ""
    byline: str = ""
    date: str = ""
    """ISO 8601 where the date is certain, as written otherwise."""
    source: str = ""
    sha256: str = ""
    """Of the bytes that were read, or of the text in UTF-8 where it is one of many in a container; empty for a text
    that was made in memory."""
    notes: tuple[str, ...] = ()
    """What had to be guessed when it was read, or was left aside, a sentence each."""

    @property
    def label(self) -> str:
        """What to call the version on a screen: its title, or else its name."""
        return self.title or self.name

    def count_words(self) -> int:
        """How many words its body has, header lines and mark-up left out.

        ``don't``, ``Nagorno-Karabakh`` and ``6,500`` are one word each; scripts without spaces count by character.
        """
        body = (block for block in self.blocks if not block.role.is_header)
        return sum([count_words(self.plain(block.start, block.end)) for block in body])

    def pieces(self, start: int, end: int) -> list[Span]:
        """The parts of ``text[start:end]`` that are words rather than mark-up, in order."""
        found: list[Span] = []
        at = start
        markup = self.markup
        index = bisect_left(markup, (start,))
        if index and markup[index - 1].end > start:
            index -= 1
        while index < len(markup) and markup[index].start < end:
            mark = markup[index]
            if mark.start > at:
                found.append(Span(at, mark.start))
            at = max(at, mark.end)
            index += 1
        if at < end:
            found.append(Span(at, end))
        return found

    def plain(self, start: int, end: int) -> str:
        """``text[start:end]`` without its mark-up."""
        if not self.markup:
            return self.text[start:end]
        return "".join(self.text[a:b] for a, b in self.pieces(start, end))


class Link(NamedTuple):
    """An n-to-m tie between old and new sentences: the unit of comparison.

    ``old`` and ``new`` are ascending indices of sentences. ``deleted`` has no new end, ``inserted`` no old one;
    ``split`` ties one old sentence to several new ones, ``merged`` several to one; ``same`` ties one to one,
    ``reworded`` one to one or, in free rewriting, several to several. ``moved`` can be true of any link with both ends.
    """

    kind: Kind
    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    similarity: float = 0.0
    """From 0 to 1: how much of the words both ends share; 0 where an end is missing."""

    @property
    def is_change(self) -> bool:
        """True for all that is not plainly the same; what a reader walks."""
        return self.moved or self.kind is not Kind.SAME

    def on(self, side: Side) -> tuple[int, ...]:
        """The indices of its sentences on one side."""
        return self.old if side is Side.OLD else self.new

    def mirrored(self) -> Link:
        """The same link with old and new in each other's place."""
        return Link(self.kind.mirrored, self.new, self.old, self.moved, self.similarity)


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words added, removed or substituted inside a link.

    Each span lies inside one sentence, so that a change across the boundary of a split has several. Where words were
    only added or only removed, the other side has one empty span: the place where they would stand. ``letters`` are the
    parts of a respelled word that really differ (Pashin·i·an, Pashin·y·an); empty where the words as wholes differ.
    """

    kind: WordKind
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()
    old_letters: tuple[Span, ...] = ()
    new_letters: tuple[Span, ...] = ()
    facets: tuple[Facet, ...] = ()
    moved: bool = False
    """True for words removed in one place and added in another of the same link, as they were; both changes say so."""

    def on(self, side: Side) -> tuple[Span, ...]:
        """Its spans on one side."""
        return self.old if side is Side.OLD else self.new

    def letters_on(self, side: Side) -> tuple[Span, ...]:
        """The spans of its differing letters on one side."""
        return self.old_letters if side is Side.OLD else self.new_letters

    def mirrored(self) -> WordChange:
        """The same change with old and new in each other's place."""
        kinds = {WordKind.ADDED: WordKind.REMOVED, WordKind.REMOVED: WordKind.ADDED}
        kind = kinds.get(self.kind, self.kind)
        return WordChange(kind, self.new, self.old, self.new_letters, self.old_letters, self.facets, self.moved)


class Opcode(NamedTuple):
    """What difflib calls an opcode, over sentences: ``old[i1:i2]`` became ``new[j1:j2]``.

    Besides difflib's ``equal``, ``replace``, ``delete`` and ``insert`` the tag can be ``split``, ``merge``, or, for a
    passage that moved, ``move_from`` at its old place and ``move_to`` at its new one; both name both ranges.
    """

    tag: str
    i1: int
    i2: int
    j1: int
    j2: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over a comparison: links of the body by kind, header lines apart, and what is not accounted for."""

    same: int
    reworded: int
    inserted: int
    deleted: int
    split: int
    merged: int
    moved: int
    """Links of the body that moved, whatever their kind; they are counted under their kind as well."""
    header: int
    """Header lines (title, byline, date, source) that differ."""
    substantive: int
    """Changes, header lines apart, that touch more than form."""
    formal: int
    """Changes, header lines apart, of spelling, case, punctuation and the like only."""
    old_sentences: int
    new_sentences: int
    old_words: int
    new_words: int
    unaccounted: int
    """Sentences that no link or more than one link holds, and characters outside every sentence that are neither
    mark-up nor white space; 0 unless diptych itself is wrong."""
