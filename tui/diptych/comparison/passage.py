"""One side of a link, and of a word change in it: what the facets are told from. Pure."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from diptych.comparison.normal import plain_word
from diptych.comparison.quantities import quantities
from diptych.comparison.quotes import SINGLE_MARKS
from diptych.comparison.tokens import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.languages.lexicon import Lexicon
    from diptych.comparison.quantities import Quantity
    from diptych.comparison.words import Word

STOPS = frozenset('.!?:"“„«‘(—')
"""Marks after which a capital says nothing."""


def begins(words: Sequence[Word], place: int) -> bool:
    """True where a word begins a sentence or a quotation, so that its capital says nothing."""
    if place == 0 or words[place - 1].sentence != words[place].sentence:
        return True
    before = words[place - 1].text
    return before[-1] in STOPS or (before in SINGLE_MARKS and words[place].quoted)


class Context:
    """All words of one side of a link, in lower case as well, and the numbers and dates that they say."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self.words = words
        self.lexicon = lexicon

    @cached_property
    def lower(self) -> list[str]:
        """The words, plain and in lower case."""
        return [plain_word(word.text).lower() for word in self.words]

    @cached_property
    def shouts(self) -> bool:
        """True for a title with capitals throughout, where a capital says nothing."""
        long = [word for word in self.words if word.sort is Sort.WORD and len(word.text) > 3]
        return len(long) > 3 and sum([word.text[0].isupper() for word in long]) > 0.8 * len(long)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers and dates, in order."""
        return quantities(self.words, self.lower, self.lexicon)


class Passage:
    """One side of a change: the changed words, and the words of the whole link around them."""

    def __init__(self, context: Context, start: int, stop: int) -> None:
        self.words = context.words
        self.lexicon = context.lexicon
        self.start = start
        self.stop = stop
        self.changed = context.words[start:stop]
        self.lower = context.lower[start:stop]
        self._context = context

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers and dates that the change touches, or whose unit it does."""
        return [q for q in self._context.quantities if q.start < self.stop and self.start < q.reach]

    @property
    def shouts(self) -> bool:
        """True where the words around it have capitals throughout."""
        return self._context.shouts

    def near(self, index: int, offset: int) -> str:
        """A neighbour of a changed word, in lower case; empty where there is none."""
        place = self.start + index + offset
        return self._context.lower[place] if 0 <= place < len(self.words) else ""

    def initial(self, index: int) -> bool:
        """True where a changed word begins a sentence or a quotation, so that its capital says nothing."""
        return begins(self.words, self.start + index)
