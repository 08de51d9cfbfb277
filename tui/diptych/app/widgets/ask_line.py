"""A line at the foot of the screen that asks for a few words, and shows how they will be taken.

What it is made of is made when it asks for the first time: the first frame need not wait for fields that nobody sees.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class AskLine(Horizontal):
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

    def __init__(self, sign: str, hint: str, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes="ask")
        self._sign = sign
        self.hint = hint
        self.display = False

    def ask(self) -> None:
        """Show the line, the last words ready to be typed over."""
        self.display = True
        if not self.children:
            sign = Static(self._sign, classes="sign", markup=False)
            self.mount(sign, Input(classes="words"), Static(self.hint, classes="how", markup=False))
        words = self.query_one(Input)
        words.focus()
        words.action_select_all()

    def forget(self) -> None:
        """Let there be no last words."""
        for words in self.query(Input):
            words.value = ""

    def tell(self, hint: str) -> None:
        """Say how the words will be taken."""
        self.query_one(".how", Static).update(hint)

    def _answer(self, words: str | None) -> None:
        self.display = False
        self.post_message(self.Answered(self, words))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._answer(event.value if event.value.strip() else None)

    def action_leave(self) -> None:
        """Ask no more."""
        self._answer(None)
