"""All keys by topic, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from diptych.app.commands import by_topic, written
from diptych.app.screens.lines import LinesScreen
from diptych.layout.display import Piece
from diptych.layout.rows import MOVED_SIGN, SIGNS
from diptych.layout.wrap import cell_len, wrap
from diptych.model import Kind
from diptych.palette import Ink
from diptych.paths import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

    from diptych.app.commands import Command
    from diptych.app.screens.dialog import Keys

_KEYS, _TEXT = 12, 58
"""Cells for the keys of a command, and at most for what it does."""
_AROUND = 13
"""Cells of a window beside them: border, padding, margins, scroll bar, and what the keys are set in."""

_MEANINGS = (
    (SIGNS[Kind.DELETED], Ink.REMOVED, "only in the old version"),
    (SIGNS[Kind.INSERTED], Ink.ADDED, "only in the new version"),
    (SIGNS[Kind.REWORDED], Ink.REWORDED, "in both, in other words"),
    (SIGNS[Kind.SPLIT], Ink.REWORDED, "one sentence became several"),
    (SIGNS[Kind.MERGED], Ink.REWORDED, "several sentences became one"),
    (MOVED_SIGN, Ink.MOVED, "stands in another place"),
)


class HelpScreen(LinesScreen[None]):
    """The help of one screen."""

    CSS_PATH: ClassVar = [sheet("lines"), sheet("help")]
    BINDINGS: ClassVar = [
        Binding("question_mark,f1", "leave", show=False, id="help"),
        Binding("tab,n,right_square_bracket", "topic(1)", show=False),
        Binding("shift+tab,p,left_square_bracket", "topic(-1)", show=False),
    ]
    KEYS: ClassVar[Keys] = (("n", "next topic", "topic(1)"), ("p", "topic before", "topic(-1)"), *LinesScreen.KEYS)

    def __init__(self, commands: tuple[Command, ...], width: int, told: Sequence[str] = ()) -> None:
        """Take the commands to explain, the window's width, and lines that tell of what lies below."""
        self._commands, self._told = commands, told
        self._lay_out(width)
        super().__init__("Keys and signs", len(self._lines), lambda index, _: self._lines[index])

    def _lay_out(self, width: int) -> None:
        self._lines = list(_lines(self._commands, self._told, max(12, min(_TEXT, width - _KEYS - _AROUND))))
        self._topics = [n for n, line in enumerate(self._lines) if line and line[0].ink is Ink.TITLE]

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew; the topic read stays."""
        topic = sum(place <= self.list.cursor for place in self._topics) - 1
        self._lay_out(event.size.width)
        self.show_lines(len(self._lines), self._topics[topic])
        self.call_after_refresh(self.list.lead_with, self._topics[topic])

    def action_topic(self, steps: int) -> None:
        """Go to the next topic, or to the one before."""
        here = self.list.cursor
        after = [n for n in self._topics if n > here] if steps > 0 else [n for n in self._topics if n < here][::-1]
        if after:
            self.list.lead_with(after[0])


def _lines(commands: tuple[Command, ...], told: Sequence[str], width: int) -> Iterator[list[Piece]]:
    for topic, listed in by_topic(commands).items():
        yield [Piece(topic, Ink.TITLE)]
        for command in listed:
            keys = written(command)
            for start, end in wrap(command.help, width):
                lead = keys if start == 0 else ""
                room = " " * max(1, _KEYS - cell_len(lead))
                yield [Piece(f"  {lead}{room}", Ink.REWORDED), Piece(command.help[start:end], Ink.TEXT)]
        yield []
    yield [Piece("Signs", Ink.TITLE)]
    for sign, ink, meaning in _MEANINGS:
        yield [Piece(f"  {sign:<{_KEYS}}", ink), Piece(meaning, Ink.TEXT)]
    if told:
        yield []
        yield [Piece("This comparison", Ink.TITLE)]
    for line in told:
        yield from ([Piece(f"  {line[start:end]}", Ink.TEXT)] for start, end in wrap(line, _KEYS + width))
