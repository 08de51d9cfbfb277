"""The line at the foot that says which keys matter now; each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from diptych.app.paint import style
from diptych.app.widgets.still import Still
from diptych.layout.wrap import cell_len
from diptych.palette import DARK, Ink, Scheme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_BETWEEN = 2
"""Cells between two keys."""


class KeyLine(Still, Widget):
    """Keys and what they do, as many as there is room for, the most telling first."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.scheme: Scheme = DARK
        self._keys: Sequence[tuple[str, str, str]] = ()

    def show(self, keys: Sequence[tuple[str, str, str]], scheme: Scheme) -> None:
        """Show these: for each the key, what it does in a word or two, and the name of the command."""
        if (keys, scheme) != (self._keys, self.scheme):
            self._keys, self.scheme = keys, scheme
            self.refresh()

    def _places(self) -> list[tuple[int, int, str, str, str]]:
        """The keys for which there is room, with the cells that each takes."""
        found: list[tuple[int, int, str, str, str]] = []
        start = 1
        for key, title, name in self._keys:
            end = start + cell_len(key) + 1 + cell_len(title)
            if end < self.size.width:
                found.append((start, end, key, title, name))
                start = end + _BETWEEN
        return found

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line."""
        page, inks = self.scheme.page, self.scheme.inks
        segments, at = [], 0
        for start, end, key, title, _ in self._places():
            segments.append(Segment(" " * (start - at), style(inks[Ink.FAINT], page)))
            segments.append(Segment(key, style(inks[Ink.REWORDED], page)))
            segments.append(Segment(f" {title}", style(inks[Ink.FAINT], page)))
            at = end
        return Strip(segments, at).adjust_cell_length(self.size.width, Style(bgcolor=page))

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        for start, end, key, _, name in self._places():
            if start <= event.x < end:
                if name:
                    self.post_message(self.Pressed(name))
                elif " " not in key:  # no command's: whoever has the focus knows it
                    self.app.simulate_key({"esc": "escape"}.get(key, key.replace("^", "ctrl+")))
