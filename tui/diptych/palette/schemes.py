"""The schemes: every colour that diptych shows is written here, or made here from those of somebody else's theme."""

from __future__ import annotations

from typing import NamedTuple

from diptych.palette.contrast import legible, mixed
from diptych.palette.inks import Ink, Paint, Scheme


class _Colors(NamedTuple):
    """What a scheme is made from."""

    page: str
    current: str
    text: str
    quiet: str
    faint: str
    rule: str
    old: str
    new: str
    old_word: tuple[str, str]
    """A changed word and what it stands on."""
    new_word: tuple[str, str]
    on_old: str
    """Letters that stand on ``old`` itself."""
    on_new: str
    reworded: str
    moved: str
    found: tuple[str, str]
    here: tuple[str, str]


def _scheme(name: str, colors: _Colors, *, dark: bool) -> Scheme:
    c = colors
    inks = {
        Ink.QUIET: Paint(c.quiet),
        Ink.TEXT: Paint(c.text),
        Ink.REMOVED: Paint(c.old),
        Ink.ADDED: Paint(c.new),
        Ink.OLD_WORD: Paint(*c.old_word, bold=True),
        Ink.NEW_WORD: Paint(*c.new_word, bold=True, underline=True),
        Ink.OLD_LETTER: Paint(c.on_old, c.old, bold=True),
        Ink.NEW_LETTER: Paint(c.on_new, c.new, bold=True, underline=True),
        Ink.STRUCK: Paint(*c.old_word, strike=True),
        Ink.DELETED: Paint(c.old, strike=True),
        Ink.INSERTED: Paint(c.new, underline=True),
        Ink.REWORDED: Paint(c.reworded, bold=True),
        Ink.MOVED: Paint(c.moved),
        Ink.FAINT: Paint(c.faint),
        Ink.RULE: Paint(c.rule),
        Ink.FOUND: Paint(*c.found),
        Ink.FOUND_HERE: Paint(*c.here, bold=True, underline=True),
        Ink.TOKEN: Paint(c.page, c.reworded),
        Ink.CHIP: Paint(c.page, c.reworded, bold=True),
        Ink.TITLE: Paint(c.text, bold=True),
        Ink.SELECTED: Paint(c.page, c.text),
        Ink.OLD_LABEL: Paint(c.old, bold=True),
        Ink.NEW_LABEL: Paint(c.new, bold=True),
    }
    return Scheme(name, dark, c.page, c.current, inks)


DARK = _scheme(
    "dark",
    _Colors(
        page="#12141a",
        current="#1d2130",
        text="#d3d6dd",
        quiet="#979daa",
        faint="#888f9d",
        rule="#2a2e38",
        old="#ff9e64",
        new="#7dcfff",
        old_word=("#ff9e64", "#3a2418"),
        new_word=("#7dcfff", "#15303f"),
        on_old="#1b1009",
        on_new="#06141c",
        reworded="#e0c074",
        moved="#bb9af7",
        found=("#f2e9c9", "#5a4a1a"),
        here=("#12141a", "#f5d76e"),
    ),
    dark=True,
)
LIGHT = _scheme(
    "light",
    _Colors(
        page="#fbfaf7",
        current="#f0ede4",
        text="#24262b",
        quiet="#62666e",
        faint="#63676f",
        rule="#dcd9d1",
        old="#a6400a",
        new="#005f8f",
        old_word=("#983a08", "#fbe3d3"),
        new_word=("#005680", "#d6ecf8"),
        on_old="#ffffff",
        on_new="#ffffff",
        reworded="#7a5b00",
        moved="#6b3fa0",
        found=("#24262b", "#f3e3a6"),
        here=("#fbfaf7", "#4a3800"),
    ),
    dark=False,
)
_CONTRAST = _scheme(
    "contrast",
    _Colors(
        page="#000000",
        current="#1a1a1a",
        text="#ffffff",
        quiet="#d0d0d0",
        faint="#bdbdbd",
        rule="#5a5a5a",
        old="#ffb37d",
        new="#8fd8ff",
        old_word=("#000000", "#ffb37d"),
        new_word=("#000000", "#8fd8ff"),
        on_old="#5a1f00",
        on_new="#00304d",
        reworded="#ffe066",
        moved="#d9bcff",
        found=("#000000", "#d9d98c"),
        here=("#000000", "#ffff00"),
    ),
    dark=True,
)
_CONTRAST_LIGHT = _scheme(
    "contrast-light",
    _Colors(
        page="#ffffff",
        current="#eeeeee",
        text="#000000",
        quiet="#3a3a3a",
        faint="#454545",
        rule="#a0a0a0",
        old="#7a2600",
        new="#003f66",
        old_word=("#ffffff", "#7a2600"),
        new_word=("#ffffff", "#003f66"),
        on_old="#ffd2b3",
        on_new="#bfe6ff",
        reworded="#4d3900",
        moved="#47207a",
        found=("#000000", "#ffe680"),
        here=("#ffffff", "#000000"),
    ),
    dark=False,
)
_BLUE_ORANGE = _scheme(
    "blue-orange",
    _Colors(
        page="#0f1218",
        current="#1e2430",
        text="#d8dade",
        quiet="#989ea8",
        faint="#8b929e",
        rule="#2b303a",
        old="#f5a524",
        new="#6db7ff",
        old_word=("#f5a524", "#3d2a05"),
        new_word=("#6db7ff", "#0e2b4a"),
        on_old="#1c1200",
        on_new="#00101f",
        reworded="#f2f2f2",
        moved="#b08a9e",
        found=("#ffffff", "#4a4a4a"),
        here=("#0f1218", "#ffffff"),
    ),
    dark=True,
)
_BLUE_ORANGE_LIGHT = _scheme(
    "blue-orange-light",
    _Colors(
        page="#ffffff",
        current="#f0efec",
        text="#222428",
        quiet="#5d6168",
        faint="#61656c",
        rule="#d9d9d9",
        old="#9a4b00",
        new="#0055b8",
        old_word=("#8a4300", "#ffe9cc"),
        new_word=("#004ca6", "#dbe9ff"),
        on_old="#ffffff",
        on_new="#ffffff",
        reworded="#1a1a1a",
        moved="#7a5f75",
        found=("#222428", "#dedede"),
        here=("#ffffff", "#222428"),
    ),
    dark=False,
)


def _terminals(name: str, old: str, new: str, reworded: str, moved: str, *, dark: bool) -> Scheme:
    """A scheme in the terminal's own colours: whatever they look like, attributes tell the sides apart as well."""
    text = Paint("default")
    inks = {
        Ink.QUIET: text,
        Ink.TEXT: text,
        Ink.REMOVED: Paint(old),
        Ink.ADDED: Paint(new),
        Ink.OLD_WORD: Paint(old, bold=True, reverse=True),
        Ink.NEW_WORD: Paint(new, bold=True, underline=True),
        Ink.OLD_LETTER: Paint(old, bold=True, underline=True, reverse=True),
        Ink.NEW_LETTER: Paint(new, bold=True, underline=True, reverse=True),
        Ink.STRUCK: Paint(old, strike=True),
        Ink.DELETED: Paint(old, strike=True),
        Ink.INSERTED: Paint(new, underline=True),
        Ink.REWORDED: Paint(reworded, bold=True),
        Ink.MOVED: Paint(moved, italic=True),
        Ink.FAINT: Paint("default", dim=True),
        Ink.RULE: Paint("default", dim=True),
        Ink.FOUND: Paint("default", underline=True, reverse=True),
        Ink.FOUND_HERE: Paint("default", bold=True, underline=True, reverse=True),
        Ink.TOKEN: Paint("default", reverse=True),
        Ink.CHIP: Paint("default", bold=True, reverse=True),
        Ink.TITLE: Paint("default", bold=True),
        Ink.SELECTED: Paint("default", reverse=True),
        Ink.OLD_LABEL: Paint(old, bold=True),
        Ink.NEW_LABEL: Paint(new, bold=True),
    }
    return Scheme(name, dark, "default", "default", inks, terminal=True)


_ANSI = _terminals("ansi", "bright_yellow", "bright_cyan", "bright_white", "bright_magenta", dark=True)
_ANSI_LIGHT = _terminals("ansi-light", "red", "blue", "black", "magenta", dark=False)
PLAIN = _terminals("plain", "default", "default", "default", "default", dark=True)
"""No colour at all: bold, underlined, struck and reversed text in the terminal's own colours."""

SCHEMES = {
    scheme.name: scheme
    for scheme in (
        DARK,
        LIGHT,
        _CONTRAST,
        _CONTRAST_LIGHT,
        _BLUE_ORANGE,
        _BLUE_ORANGE_LIGHT,
        _ANSI,
        _ANSI_LIGHT,
        PLAIN,
    )
}
"""diptych's own schemes by name."""


class Foreign(NamedTuple):
    """The colours of a theme that was not made for diptych, each ``#rrggbb``."""

    page: str
    text: str
    old: str
    new: str
    reworded: str
    moved: str


def adapted(name: str, foreign: Foreign, *, dark: bool) -> Scheme:
    """A scheme in the spirit of somebody else's theme, every ink of it made legible."""
    page, text = foreign.page, legible(foreign.text, foreign.page, least=7)
    current = mixed(page, text, 0.08)
    old, new, reworded, moved = (legible(color, page, current) for color in foreign[2:])
    old_page, new_page = mixed(page, old, 0.2), mixed(page, new, 0.2)
    quiet = legible(mixed(text, page, 0.35), page, current)
    return _scheme(
        name,
        _Colors(
            page=page,
            current=current,
            text=legible(text, current),
            quiet=quiet,
            faint=quiet,
            rule=mixed(page, text, 0.2),
            old=old,
            new=new,
            old_word=(legible(old, old_page), old_page),
            new_word=(legible(new, new_page), new_page),
            on_old=legible(page, old),
            on_new=legible(page, new),
            reworded=reworded,
            moved=moved,
            found=(legible(text, mixed(page, reworded, 0.3)), mixed(page, reworded, 0.3)),
            here=(legible(page, reworded), reworded),
        ),
        dark=dark,
    )
