"""Which colour means what: the only colours in diptych. Everything else names an :class:`Ink`."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Ink(StrEnum):
    """What a piece of text is, for whoever paints it: screen, ANSI export or picture."""

    QUIET = "quiet"
    """Text that is the same on both sides."""
    TEXT = "text"
    """The unchanged words of a changed sentence."""
    REMOVED = "removed"
    """Words that only the old version has; also whole deleted sentences."""
    ADDED = "added"
    """Words that only the new version has; also whole inserted sentences."""
    OLD_WORD = "old_word"
    """A changed word inside a sentence that both versions have, old side."""
    NEW_WORD = "new_word"
    """A changed word inside a sentence that both versions have, new side."""
    OLD_LETTER = "old_letter"
    """The differing letters of a respelled word, old side."""
    NEW_LETTER = "new_letter"
    """The differing letters of a respelled word, new side."""
    REWORDED = "reworded"
    MOVED = "moved"
    """A passage that stands elsewhere on the other side, and the sign that says so."""
    FAINT = "faint"
    """Paragraph numbers, hints, counts."""
    RULE = "rule"
    TOKEN = "token"
    """A visible stand-in for a character that cannot be seen."""
    OLD_LABEL = "old_label"
    NEW_LABEL = "new_label"


class Paint(NamedTuple):
    """How an ink looks: foreground and background as ``#rrggbb`` (background may be empty), and attributes."""

    color: str
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False


class Scheme(NamedTuple):
    """A whole set of colours, for a dark or a light terminal."""

    dark: bool
    page: str
    current: str
    """Background of the current change."""
    inks: dict[Ink, Paint]
