"""Choosing a theme: each is shown while the cursor stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from diptych.app.screens.pick import PickScreen
from diptych.app.themes import names, scheme_of
from diptych.app.widgets.line_list import LineList
from diptych.layout.display import Piece
from diptych.layout.wrap import fit
from diptych.palette import SCHEMES, Ink

if TYPE_CHECKING:
    from diptych.app.screens.dialog import Keys

_NAME = 22
"""Cells for the name of a theme."""
_TOLD = {
    "dark": "diptych's own, dark",
    "light": "diptych's own, light",
    "contrast": "high contrast, dark",
    "contrast-light": "high contrast, light",
    "blue-orange": "colour-blind safe, dark",
    "blue-orange-light": "colour-blind safe, light",
    "ansi": "your terminal's own, dark",
    "ansi-light": "your terminal's own, light",
    "plain": "no colour at all",
}


class ThemeScreen(PickScreen[str]):
    """Gives the theme that was chosen; whoever asked brings the old one back where none was."""

    KEYS: ClassVar[Keys] = (("↑ ↓", "try on", ""), ("enter", "keep", "choose"), ("esc", "take back", "leave"))

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


def _line(name: str, width: int) -> list[Piece]:
    scheme = scheme_of(name)
    kind = _TOLD.get(name, f"Textual's, {'dark' if scheme.dark else 'light'}")
    return [
        Piece(f"{name:<{_NAME}}", Ink.TITLE if name in SCHEMES else Ink.TEXT),
        Piece(fit(kind, max(0, width - _NAME)), Ink.FAINT),
    ]
