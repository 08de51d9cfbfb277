"""The one table of formats, for the command line, the export dialog and the documentation. Imports no format early."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from diptych.errors import DiptychError
from diptych.formats.selection import WHOLE, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import PurePath

    from diptych.comparison.result import Comparison
    from diptych.palette import Scheme

DEFAULT_WIDTH = 100


class Sheet(NamedTuple):
    """What a comparison is laid out on; a format takes from it what it knows of."""

    width: int = DEFAULT_WIDTH
    """Cells a line."""
    scheme: Scheme | None = None
    """The colours; None for the format's own."""
    selection: Selection = WHOLE
    """Which changes it holds, and how much around them."""
    notes: bool = True
    """Whether it says what its signs mean, what to know about the comparison, and what was compared with what."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a comparison down."""

    name: str
    purpose: str
    """What it is good for, in a line."""
    suffix: str
    """Of a file's name, with the dot."""
    media_type: str
    parts: Callable[[Comparison, Sheet], Iterator[str | bytes]]
    """What it writes, piece by piece, so that a long one need not be held whole."""
    has_width: bool = False
    """Whether it lays lines out for a width."""
    has_color: bool = False
    """Whether it holds escape sequences, and so belongs on a terminal."""
    has_selection: bool = False
    """Whether it can hold the changes alone."""
    is_binary: bool = False
    """Whether it is bytes, which no terminal can show."""
    is_exact: bool = False
    """Whether it holds the characters of the files as they are, which a terminal could obey."""


def _written(module: str, *wanted: str) -> Callable[[Comparison, Sheet], Iterator[str | bytes]]:
    """What a module of this room writes, imported when it is called, with what it takes from the sheet.

    A module gives ``parts``, one after the other, or ``write``, which must know the whole before it can begin.
    """

    def parts(comparison: Comparison, sheet: Sheet) -> Iterator[str | bytes]:
        given = {name: getattr(sheet, name) for name in wanted}
        room = import_module(f"diptych.formats.{module}")
        if hasattr(room, "parts"):
            yield from room.parts(comparison, **given)
        else:
            yield room.write(comparison, **given)

    return parts


_LAID_OUT = ("width", "selection", "notes")
_FORMATS = (
    Format(
        "text",
        "for reading and mailing: both versions in columns",
        ".txt",
        "text/plain",
        _written("text", *_LAID_OUT),
        has_width=True,
        has_selection=True,
    ),
    Format(
        "ansi",
        "the same in colour, for a terminal or less -R",
        ".ansi",
        "text/plain",
        _written("ansi", "scheme", *_LAID_OUT),
        has_width=True,
        has_color=True,
        has_selection=True,
    ),
    Format(
        "html",
        "a page for a browser, a mail or a printer: both versions side by side",
        ".html",
        "text/html",
        _written("html", "selection", "notes"),
        has_selection=True,
    ),
    Format(
        "docx",
        "for Word and LibreOffice: tracked changes to accept or reject",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _written("docx", "notes"),
        is_binary=True,
    ),
    Format(
        "markdown",
        "a report of the changes, for a wiki, an issue or a note",
        ".md",
        "text/markdown",
        _written("markdown", "selection", "notes"),
        has_selection=True,
    ),
    Format(
        "criticmarkup",
        "for writers in Markdown: {--removed--} and {++added++} words",
        ".critic",
        "text/plain",
        _written("criticmarkup", "notes"),
        is_exact=True,
    ),
    Format("wdiff", "one running text with [-removed-] and {+added+} words", ".wdiff", "text/plain", _written("wdiff")),
    Format(
        "unified",
        "a diff by lines, for patch and git apply",
        ".diff",
        "text/x-diff",
        _written("unified", "notes"),
        is_exact=True,
    ),
    Format(
        "csv",
        "a row a change, for spreadsheets",
        ".csv",
        "text/csv",
        _written("csv", "selection", "notes"),
        has_selection=True,
    ),
    Format(
        "json",
        "for programs: every sentence, link and word change",
        ".json",
        "application/json",
        _written("json"),
    ),
    Format(
        "jsonl",
        "for programs that read line by line: a link a line, with its texts",
        ".jsonl",
        "application/jsonl",
        _written("jsonl", "selection"),
        has_selection=True,
    ),
    Format(
        "tei",
        "for scholars: a critical apparatus, both witnesses by parallel segmentation",
        ".xml",
        "application/tei+xml",
        _written("tei", "notes"),
    ),
    Format(
        "svg",
        "a picture of the page",
        ".svg",
        "image/svg+xml",
        _written("svg", "scheme", *_LAID_OUT),
        has_width=True,
        has_selection=True,
    ),
)
FORMATS: dict[str, Format] = {entry.name: entry for entry in _FORMATS}


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
    comparison: Comparison,
    name: str = "text",
    *,
    width: int = DEFAULT_WIDTH,
    scheme: Scheme | None = None,
    selection: Selection = WHOLE,
    notes: bool = True,
) -> str | bytes:
    """The comparison in the format of that name: text, or the bytes of a binary format.

    Args:
        comparison: what to write down.
        name: one of :data:`FORMATS`.
        width: cells a line, for the formats that lay out columns.
        scheme: colours, for the formats that have them; the format's own if None.
        selection: which changes, and how much around them, for the formats that can hold a part.
        notes: whether to say what the signs mean and what was compared, for the formats that can leave it out.

    Raises:
        DiptychError: there is no format of that name, or it holds whole versions only.
    """
    parts = list(rendered(comparison, name, Sheet(width, scheme, selection, notes)))
    if find(name).is_binary:
        return b"".join(part for part in parts if isinstance(part, bytes))
    return "".join(part for part in parts if isinstance(part, str))


def rendered(comparison: Comparison, name: str, sheet: Sheet) -> Iterator[str | bytes]:
    """The same as :func:`render`, piece by piece; what is wrong is raised before the first.

    Raises:
        DiptychError: there is no format of that name, or it holds whole versions only.
    """
    entry = find(name)
    if not sheet.selection.is_whole and not entry.has_selection:
        able = [other.name for other in FORMATS.values() if other.has_selection]
        raise DiptychError(f"{entry.name} holds both versions whole; a part of the changes fits {_listed(able)}.")
    return entry.parts(comparison, sheet)


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
