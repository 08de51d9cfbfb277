"""One side of a word change, with the words around it: what the facets are told from. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.comparison.normal import plain_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.words import Word

STOPS = frozenset('.!?:"“„«‘(—')
"""Marks after which a capital says nothing."""


class Passage:
    """One side of a change: the changed words, and the words of the whole link around them."""

    def __init__(self, words: Sequence[Word], start: int, stop: int) -> None:
        self.words = words
        self.start = start
        self.changed = words[start:stop]
        self.lower = [plain_word(word.text).lower() for word in self.changed]

    def near(self, index: int, offset: int) -> str:
        """A neighbour of a changed word, in lower case; empty where there is none."""
        place = self.start + index + offset
        return self.words[place].text.lower() if 0 <= place < len(self.words) else ""

    def initial(self, index: int) -> bool:
        """True where a changed word begins a sentence or a quotation, so that its capital says nothing."""
        place = self.start + index
        if place == 0 or self.words[place - 1].sentence != self.words[place].sentence:
            return True
        return self.words[place - 1].text[-1] in STOPS
