"""A line that asks what to search for, and how."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding

from diptych.app.widgets.ask_line import AskLine
from diptych.layout.search import Query
from diptych.model import Side

Choice = TypeVar("Choice")

_SIDES: tuple[Side | None, ...] = (None, Side.OLD, Side.NEW)
_CAPITALS = {None: "capitals if typed", True: "capitals matter", False: "capitals or not"}


class SearchBar(AskLine):
    """Asks for words; keys choose the side, whether they are a pattern, and whether capitals matter."""

    BINDINGS: ClassVar = [
        Binding("ctrl+s", "side", "side"),
        Binding("ctrl+r", "pattern", "words or pattern"),
        Binding("ctrl+t", "capitals", "capitals"),
    ]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        self._query = Query("")
        super().__init__("/", self._told(), id)

    def query_for(self, words: str) -> Query:
        """The words, to be taken as the reader chose."""
        return self._query._replace(words=words)

    def _told(self) -> str:
        side = "both versions" if self._query.side is None else f"{self._query.side.value} version"
        pattern = "pattern" if self._query.pattern else "words"
        return f"^s {side}  ^r {pattern}  ^t {_CAPITALS[self._query.capitals]}"

    def _take(self, query: Query) -> None:
        self._query = query
        self.tell(self._told())

    def action_side(self) -> None:
        """Look in both versions, in the old one, in the new one, in turn."""
        self._take(self._query._replace(side=_after(_SIDES, self._query.side)))

    def action_pattern(self) -> None:
        """Take the words as they are, or as a regular expression."""
        self._take(self._query._replace(pattern=not self._query.pattern))

    def action_capitals(self) -> None:
        """Let capitals matter if there are any, always, never, in turn."""
        self._take(self._query._replace(capitals=_after(tuple(_CAPITALS), self._query.capitals)))


def _after(choices: tuple[Choice, ...], choice: Choice) -> Choice:
    return choices[(choices.index(choice) + 1) % len(choices)]
