"""The one table of formats, for the command line, the export dialog and the documentation. Imports no format early."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import PurePath

    from diptych.comparison.result import Comparison
    from diptych.palette import Scheme

DEFAULT_WIDTH = 100


class Sheet(NamedTuple):
    """What a comparison is laid out on; a format takes from it what it knows of."""

    width: int = DEFAULT_WIDTH
    """Cells a line."""
    scheme: Scheme | None = None
    """The colours; None for those of a dark terminal."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a comparison down."""

    name: str
    purpose: str
    """What it is good for, in a line."""
    suffix: str
    """Of a file's name, with the dot."""
    media_type: str
    write: Callable[[Comparison, Sheet], str]
    has_width: bool = False
    """Whether it lays lines out for a width."""
    has_color: bool = False
    """Whether it holds escape sequences, and so belongs on a terminal."""


def _text(comparison: Comparison, sheet: Sheet) -> str:
    from diptych.formats import text

    return text.write(comparison, sheet.width)


def _ansi(comparison: Comparison, sheet: Sheet) -> str:
    from diptych.formats import ansi

    return ansi.write(comparison, sheet.width, sheet.scheme)


def _wdiff(comparison: Comparison, _sheet: Sheet) -> str:
    from diptych.formats import wdiff

    return wdiff.write(comparison)


def _json(comparison: Comparison, _sheet: Sheet) -> str:
    from diptych.formats import json

    return json.write(comparison)


FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        Format(
            "text", "for reading and mailing: both versions in columns", ".txt", "text/plain", _text, has_width=True
        ),
        Format(
            "ansi",
            "the same in colour, for a terminal or less -R",
            ".ansi",
            "text/plain",
            _ansi,
            has_width=True,
            has_color=True,
        ),
        Format("wdiff", "one running text with [-removed-] and {+added+} words", ".wdiff", "text/plain", _wdiff),
        Format("json", "for programs: every sentence, link and word change", ".json", "application/json", _json),
    )
}


def find(name: str) -> Format:
    """The format of that name.

    Raises:
        DiptychError: there is none; the sentence lists those there are.
    """
    found = FORMATS.get(name.lower())
    if found is None:
        raise DiptychError(f"There is no format called {name!r}; there are {_listed(list(FORMATS))}.")
    return found


def for_suffix(path: PurePath) -> Format | None:
    """The format that a file's name asks for, if its suffix is one of the table's."""
    return next((entry for entry in FORMATS.values() if entry.suffix == path.suffix.lower()), None)


def render(
    comparison: Comparison, name: str = "text", *, width: int = DEFAULT_WIDTH, scheme: Scheme | None = None
) -> str:
    """The comparison in the format of that name.

    Args:
        comparison: what to write down.
        name: one of :data:`FORMATS`.
        width: cells a line, for the formats that lay out columns.
        scheme: colours, for the formats that have them; those of a dark terminal if None.

    Raises:
        DiptychError: there is no format of that name.
    """
    return find(name).write(comparison, Sheet(width, scheme))


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
