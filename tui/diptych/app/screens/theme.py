"""Choosing a theme: each is shown while the cursor stands on it."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from diptych.app.screens.pick import PickScreen
from diptych.app.themes import names, scheme_of
from diptych.app.widgets.line_list import LineList
from diptych.layout.display import Piece
from diptych.palette import SCHEMES, Ink

_TOLD = {
    "dark": "diptych's own, for a dark room",
    "light": "diptych's own, for a light one",
    "contrast": "high contrast, dark",
    "contrast-light": "high contrast, light",
    "blue-orange": "safe for colour-blind readers, dark",
    "blue-orange-light": "safe for colour-blind readers, light",
    "ansi": "your terminal's own colours, dark",
    "ansi-light": "your terminal's own colours, light",
    "plain": "no colour: bold, underlined, reversed",
}


class ThemeScreen(PickScreen[str]):
    """Gives the theme that was chosen; whoever asked brings the old one back where none was."""

    HINT: ClassVar = "enter keeps it · ↑ ↓ show others · escape keeps the old one"

    def __init__(self, now: str) -> None:
        """Take the theme in use."""
        super().__init__(
            _found, _line, "Colours", "dark, light, contrast, blue-orange, nord …", lambda name: name == now
        )

    @on(LineList.Highlighted)
    def _show(self) -> None:
        if self.here is not None:
            self.app.use_theme(self.here)


def _found(words: str) -> list[str]:
    wanted = words.casefold().split()
    return [name for name in names() if all(word in f"{name} {_TOLD.get(name, '')}" for word in wanted)]


def _line(name: str, _width: int) -> list[Piece]:
    scheme = scheme_of(name)
    kind = _TOLD.get(name, f"Textual's, {'dark' if scheme.dark else 'light'}")
    return [Piece(f"{name:<22}", Ink.TITLE if name in SCHEMES else Ink.TEXT), Piece(kind, Ink.FAINT)]
