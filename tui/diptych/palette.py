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
    STRUCK = "struck"
    """Words of the old version shown inside the new one, where the page has one column."""
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

    name: str
    dark: bool
    page: str
    current: str
    """Background of the current change."""
    inks: dict[Ink, Paint]


_DARK_INKS = {
    Ink.QUIET: Paint("#979daa"),
    Ink.TEXT: Paint("#d3d6dd"),
    Ink.REMOVED: Paint("#ff9e64"),
    Ink.ADDED: Paint("#7dcfff"),
    Ink.OLD_WORD: Paint("#ff9e64", "#3a2418", bold=True),
    Ink.NEW_WORD: Paint("#7dcfff", "#15303f", bold=True, underline=True),
    Ink.OLD_LETTER: Paint("#1b1009", "#ff9e64", bold=True),
    Ink.NEW_LETTER: Paint("#06141c", "#7dcfff", bold=True, underline=True),
    Ink.STRUCK: Paint("#ff9e64", "#3a2418", strike=True),
    Ink.REWORDED: Paint("#e0c074", bold=True),
    Ink.MOVED: Paint("#bb9af7"),
    Ink.FAINT: Paint("#888f9d"),
    Ink.RULE: Paint("#2a2e38"),
    Ink.FOUND: Paint("#f2e9c9", "#5a4a1a"),
    Ink.FOUND_HERE: Paint("#12141a", "#f5d76e", bold=True, underline=True),
    Ink.TOKEN: Paint("#12141a", "#e0c074"),
    Ink.CHIP: Paint("#12141a", "#e0c074", bold=True),
    Ink.TITLE: Paint("#d3d6dd", bold=True),
    Ink.OLD_LABEL: Paint("#ff9e64", bold=True),
    Ink.NEW_LABEL: Paint("#7dcfff", bold=True),
}

_LIGHT_INKS = {
    Ink.QUIET: Paint("#62666e"),
    Ink.TEXT: Paint("#24262b"),
    Ink.REMOVED: Paint("#a6400a"),
    Ink.ADDED: Paint("#005f8f"),
    Ink.OLD_WORD: Paint("#983a08", "#fbe3d3", bold=True),
    Ink.NEW_WORD: Paint("#005680", "#d6ecf8", bold=True, underline=True),
    Ink.OLD_LETTER: Paint("#ffffff", "#a6400a", bold=True),
    Ink.NEW_LETTER: Paint("#ffffff", "#005f8f", bold=True, underline=True),
    Ink.STRUCK: Paint("#983a08", "#fbe3d3", strike=True),
    Ink.REWORDED: Paint("#7a5b00", bold=True),
    Ink.MOVED: Paint("#6b3fa0"),
    Ink.FAINT: Paint("#63676f"),
    Ink.RULE: Paint("#dcd9d1"),
    Ink.FOUND: Paint("#24262b", "#f3e3a6"),
    Ink.FOUND_HERE: Paint("#fbfaf7", "#4a3800", bold=True, underline=True),
    Ink.TOKEN: Paint("#fbfaf7", "#7a5b00"),
    Ink.CHIP: Paint("#fbfaf7", "#7a5b00", bold=True),
    Ink.TITLE: Paint("#24262b", bold=True),
    Ink.OLD_LABEL: Paint("#a6400a", bold=True),
    Ink.NEW_LABEL: Paint("#005f8f", bold=True),
}

DARK = Scheme(name="dark", dark=True, page="#12141a", current="#1d2130", inks=_DARK_INKS)
LIGHT = Scheme(name="light", dark=False, page="#fbfaf7", current="#f0ede4", inks=_LIGHT_INKS)

SCHEMES = {scheme.name: scheme for scheme in (DARK, LIGHT)}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
