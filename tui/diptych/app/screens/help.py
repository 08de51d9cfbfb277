"""All keys by topic, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from diptych.app.commands import by_topic, written
from diptych.app.paint import content
from diptych.layout.pieces import Piece
from diptych.layout.rows import MOVED_SIGN, SIGNS
from diptych.layout.wrap import cell_len, wrap
from diptych.model import Kind
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from diptych.app.commands import Command
    from diptych.app.main import DiptychApp

_KEYS, _TEXT = 14, 48
"""Cells for the keys of a command, and for what it does."""

_MEANINGS = (
    (SIGNS[Kind.DELETED], Ink.REMOVED, "only in the old version"),
    (SIGNS[Kind.INSERTED], Ink.ADDED, "only in the new version"),
    (SIGNS[Kind.REWORDED], Ink.REWORDED, "in both, in other words"),
    (SIGNS[Kind.SPLIT], Ink.REWORDED, "one sentence became several"),
    (SIGNS[Kind.MERGED], Ink.REWORDED, "several sentences became one"),
    (MOVED_SIGN, Ink.MOVED, "stands in another place"),
)


class HelpScreen(ModalScreen[None]):
    """The help of one screen."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("escape,q,question_mark,f1", "dismiss", "close"),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    def __init__(self, commands: tuple[Command, ...], told: Sequence[str] = ()) -> None:
        """Take the commands to explain, and what there is to say of what lies below, a line each."""
        super().__init__()
        self._commands, self._told = commands, told

    def compose(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(id="help"):
            yield Static(content(self._pieces(), self.app.scheme), markup=False)

    def action_down(self) -> None:
        """Scroll down."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        """Scroll up."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=-1, animate=False)

    def _pieces(self) -> list[Piece]:
        pieces: list[Piece] = []
        for topic, commands in by_topic(self._commands).items():
            pieces.append(Piece(f"{topic}\n", Ink.TITLE))
            for command in commands:
                keys = written(command)
                pieces.append(Piece(f"  {keys}{' ' * max(1, _KEYS - cell_len(keys))}", Ink.REWORDED))
                told = [command.help[start:end] for start, end in wrap(command.help, _TEXT)]
                pieces.append(Piece(f"\n{' ' * (_KEYS + 2)}".join(told) + "\n", Ink.TEXT))
            pieces.append(Piece("\n", Ink.TEXT))
        pieces.append(Piece("Signs\n", Ink.TITLE))
        for sign, ink, meaning in _MEANINGS:
            pieces += [Piece(f"  {sign:<{_KEYS}}", ink), Piece(f"{meaning}\n", Ink.TEXT)]
        if self._told:
            pieces.append(Piece("\nThis comparison\n", Ink.TITLE))
            pieces += [Piece(f"  {line}\n", Ink.TEXT) for line in self._told]
        pieces.append(Piece("\nescape closes this.", Ink.FAINT))
        return pieces
