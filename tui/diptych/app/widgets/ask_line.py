"""A line at the foot of the screen that asks for a few words, and shows how they will be taken.

What it is made of is made when it asks for the first time, or when there is nothing else to do: the first frame need
not wait for fields that nobody sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from diptych.app.widgets.still import Still

if TYPE_CHECKING:
    from collections.abc import Callable


class Words(Still, Input):
    """What is typed: nothing else on the screen makes way for it, so that no letter asks for a layout."""


class AskLine(Still, Horizontal):
    """Hidden until it is asked to ask."""

    BINDINGS: ClassVar = [Binding("escape", "leave", "close")]

    class Answered(Message):
        """What was typed; None if the reader thought better of it."""

        def __init__(self, line: AskLine, words: str | None) -> None:
            super().__init__()
            self.line = line
            self.words = words

        @property
        def control(self) -> AskLine:
            """The line that asked."""
            return self.line

    def __init__(
        self,
        sign: str,
        hint: str,
        id: str | None = None,  # noqa: A002
        typed: Callable[[str], None] | None = None,
    ) -> None:
        """Take what stands before and behind the words, and who wants to know them with every letter.

        They are told at once, not by a message, so that a letter and what it finds come in one frame.
        """
        super().__init__(id=id, classes="ask")
        self._sign = sign
        self._typed = typed
        self.hint = hint
        self.display = False

    def ask(self) -> None:
        """Show the line, the last words ready to be typed over."""
        self.display = True
        self.prepare()
        words = self.query_one(Input)
        words.focus()
        words.action_select_all()

    def prepare(self) -> None:
        """Make what the line is made of."""
        if not self.children:
            sign, words = Static(self._sign, classes="sign", markup=False), Words(classes="words")
            self.mount(sign, words, Static(self.hint, classes="how", markup=False))
            if self._typed is not None:
                self.watch(words, "value", self._typed, init=False)

    def put_away(self) -> None:
        """Ask no more, since the reader went elsewhere; what was typed is there the next time."""
        self.display = False

    def forget(self) -> None:
        """Let there be no last words."""
        for words in self.query(Input):
            words.value = ""

    def tell(self, hint: str) -> None:
        """Say how the words will be taken."""
        self.query_one(".how", Static).update(hint)

    def _answer(self, words: str | None) -> None:
        self.put_away()
        self.post_message(self.Answered(self, words))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._answer(event.value if event.value.strip() else None)

    def action_leave(self) -> None:
        """Ask no more."""
        self._answer(None)
