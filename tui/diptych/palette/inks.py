"""What a piece of text is, and how it can look: inks, paints, schemes. Names no colour."""

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
    STRUCK = "struck"
    """Words of the old version shown inside the new one, where the page has one column."""
    DELETED = "deleted"
    """A whole sentence of the old version alone, where the page has one column."""
    INSERTED = "inserted"
    """A whole sentence of the new version alone, where the page has one column."""
    FOUND = "found"
    """Words that a search found."""
    FOUND_HERE = "found_here"
    """The find at which the reader stands."""
    TOKEN = "token"
    """A visible stand-in for a character that cannot be seen."""
    CHIP = "chip"
    """The place among the changes, as a chip on the status line."""
    TITLE = "title"
    """The title of an article, of a dialog, of a topic in the help."""
    SELECTED = "selected"
    """Text that the reader has selected."""
    OLD_LABEL = "old_label"
    NEW_LABEL = "new_label"


class Paint(NamedTuple):
    """How an ink looks: foreground and background, and attributes.

    A colour is ``#rrggbb``, or, in the schemes that leave colours to the terminal, ``default`` or one of its sixteen by
    name (``bright_red``). The background may be empty: then it is that of the line.
    """

    color: str
    background: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    reverse: bool = False
    dim: bool = False


class Scheme(NamedTuple):
    """A whole set of colours, for a dark or a light page."""

    name: str
    dark: bool
    page: str
    current: str
    """Background of the current change."""
    inks: dict[Ink, Paint]
    terminal: bool = False
    """Whether the colours are the terminal's own, so that only it knows what they look like."""
