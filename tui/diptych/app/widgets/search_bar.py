"""A line that asks what to search for, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from diptych.layout.search import Query
from diptych.model import Side

if TYPE_CHECKING:
    from textual.app import ComposeResult

_SIDES: tuple[Side | None, ...] = (None, Side.OLD, Side.NEW)


class SearchBar(Horizontal):
    """Hidden until it is asked to ask."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave", "close"),
        Binding("ctrl+s", "side", "side"),
        Binding("ctrl+r", "pattern", "words or pattern"),
    ]

    class Wanted(Message):
        """What to search for; None if the reader thought better of it."""

        def __init__(self, query: Query | None) -> None:
            super().__init__()
            self.query = query

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._query = Query("")
        self.display = False

    def compose(self) -> ComposeResult:
        """The words, and how they are taken."""
        yield Static("/", id="slash", markup=False)
        yield Input(id="words")
        yield Static(id="how", markup=False)

    def ask(self) -> None:
        """Show the line, the last words ready to be typed over."""
        self.display = True
        self._tell()
        words = self.query_one("#words", Input)
        words.focus()
        words.action_select_all()

    def _tell(self) -> None:
        side = "both versions" if self._query.side is None else f"{self._query.side.value} version"
        pattern = "pattern" if self._query.pattern else "words"
        self.query_one("#how", Static).update(f"{side} ^s · {pattern} ^r")

    def _answer(self, query: Query | None) -> None:
        self.display = False
        self.post_message(self.Wanted(query))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._query = self._query._replace(words=event.value)
        self._answer(self._query if event.value.strip() else None)

    def action_leave(self) -> None:
        """Search for nothing."""
        self._answer(None)

    def action_side(self) -> None:
        """Look in both versions, in the old one, in the new one, in turn."""
        at = _SIDES.index(self._query.side)
        self._query = self._query._replace(side=_SIDES[(at + 1) % len(_SIDES)])
        self._tell()

    def action_pattern(self) -> None:
        """Take the words as they are, or as a regular expression."""
        self._query = self._query._replace(pattern=not self._query.pattern)
        self._tell()
