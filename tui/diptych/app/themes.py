"""The themes that can be chosen: diptych's own schemes, and Textual's themes with every ink made legible."""

from __future__ import annotations

from functools import lru_cache

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from diptych.palette import SCHEMES, Foreign, Ink, Scheme, adapted

PREFIX = "diptych-"
"""What Textual calls a theme of ours begins with this; so its own ``nord`` and ours can both be there."""


def names() -> list[str]:
    """All themes, diptych's own first; Textual's in the terminal's colours are left out, since ``ansi`` is ours."""
    return [*SCHEMES, *sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi)]


@lru_cache(maxsize=64)
def scheme_of(name: str) -> Scheme:
    """The scheme of that name, which is one of :func:`names`."""
    if name in SCHEMES:
        return SCHEMES[name]
    theme = BUILTIN_THEMES[name]
    given = theme.to_color_system().generate()
    told = (given[key] for key in ("background", "foreground", "error", "primary", "warning", "secondary"))
    return adapted(name, Foreign(*(_opaque(color) for color in told)), dark=theme.dark)


def _opaque(color: str) -> str:
    return Color.parse(color).hex6.lower()


def theme_of(scheme: Scheme) -> Theme:
    """What Textual needs to know of a scheme."""
    inks = scheme.inks
    return Theme(
        name=f"{PREFIX}{scheme.name}",
        primary=css(inks[Ink.ADDED].color),
        secondary=css(inks[Ink.MOVED].color),
        accent=css(inks[Ink.REWORDED].color),
        warning=css(inks[Ink.REWORDED].color),
        error=css(inks[Ink.REMOVED].color),
        success=css(inks[Ink.ADDED].color),
        foreground=css(inks[Ink.TEXT].color),
        background=css(scheme.page),
        surface=css(scheme.page),
        panel=css(scheme.current),
        dark=scheme.dark,
        ansi=scheme.terminal,
        variables=variables(scheme),
    )


def variables(scheme: Scheme) -> dict[str, str]:
    """``$page``, ``$current``, ``$veil``, and for every ink its foreground as ``$ink-<name>``."""
    named = {f"ink-{ink.value.replace('_', '-')}": css(paint.color) for ink, paint in scheme.inks.items()}
    page = css(scheme.page)
    own = BUILTIN_THEMES["ansi-dark" if scheme.dark else "ansi-light"].variables if scheme.terminal else {}
    return {
        **own,
        "page": page,
        "current": css(scheme.current),
        "veil": page if scheme.terminal else f"{page}b0",
        **named,
    }


def css(color: str) -> str:
    """A colour of the palette as style sheets spell it."""
    return color if color.startswith("#") else f"ansi_{color}"
