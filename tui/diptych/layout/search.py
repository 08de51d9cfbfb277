"""Finding words in either text or in both. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from diptych.errors import DiptychError
from diptych.model import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.layout.rows import Rows
    from diptych.model import Sentence

MOST = 100_000
"""Matches after which the search stops counting."""


class Query(NamedTuple):
    """What is looked for, and how."""

    words: str
    pattern: bool = False
    """Whether the words are a regular expression."""
    side: Side | None = None
    """The side to look in; None for both."""
    capitals: bool | None = None
    """Whether capitals matter; None: only if the words have any."""


class Match(NamedTuple):
    """A place where the words stand; they sort in the order of the rows, old before new."""

    row: int
    side: Side
    span: Span


class Search(NamedTuple):
    """A query with all that it found, and which of them the reader stands at."""

    query: Query
    matches: tuple[Match, ...]
    at: int = 0

    @property
    def here(self) -> Match | None:
        """The match that the reader stands at."""
        return self.matches[self.at] if self.matches else None

    def in_row(self, row: int, side: Side) -> list[tuple[Span, bool]]:
        """The matches in one side of a row, and for each whether the reader stands at it."""
        first = bisect_left(self.matches, row, key=_row)
        last = bisect_right(self.matches, row, key=_row)
        found = range(first, last)
        return [(self.matches[n].span, n == self.at) for n in found if self.matches[n].side is side]


def search(rows: Rows, query: Query) -> Search:
    """Look for words in the texts compared.

    A space stands for any white space, so that a line break in the file hides nothing.

    Raises:
        DiptychError: the words were to be a regular expression, and are none.
    """
    compiled = _compiled(query)
    sides = [query.side] if query.side is not None else list(Side)
    found = sorted(match for side in sides for match in _on(rows, side, compiled))
    return Search(query, tuple(found))


def _compiled(query: Query) -> re.Pattern[str]:
    capitals = query.words != query.words.lower() if query.capitals is None else query.capitals
    flags = 0 if capitals else re.IGNORECASE
    if not query.pattern:
        return re.compile(r"\s+".join(map(re.escape, query.words.split())), flags)
    try:
        return re.compile(query.words, flags)
    except re.error as error:
        raise DiptychError(f"“{query.words}” is not a regular expression: {error}.") from None


def _on(rows: Rows, side: Side, pattern: re.Pattern[str]) -> Iterator[Match]:
    """The matches in the sentences of one side; what stands only in mark-up or between sentences is none."""
    sentences = rows.comparison.sentences(side)
    for count, match in enumerate(pattern.finditer(rows.comparison.version(side).text)):
        if count == MOST:
            break
        index = bisect_right(sentences, match.start(), key=_start) - 1
        if match.end() > match.start() and index >= 0 and match.start() < sentences[index].end:
            yield Match(rows.rows.holding(side, index), side, Span(*match.span()))


def _start(sentence: Sentence) -> int:
    return sentence.start


def _row(match: Match) -> int:
    return match.row


def nearest(found: Search, row: int) -> Search:
    """The search, standing at the first match from a row on, or else at the first of all."""
    at = bisect_left(found.matches, row, key=_row)
    return found._replace(at=at if at < len(found.matches) else 0)


def stepped(found: Search, steps: int) -> Search:
    """The search, standing at a later match, or an earlier one; after the last comes the first."""
    return found._replace(at=(found.at + steps) % len(found.matches)) if found.matches else found
