"""JSON for programs, as docs/json.md and json.schema.json describe it. Deterministic, exact, and safe to print.

One sentence and one link a line, so that two such files can be compared as text. Characters that could steer a terminal
or cannot be seen are written as ``\\uXXXX``, which every reader of JSON turns back into exactly what was there.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych import __version__
from diptych.model import Side

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.model import Span, Version, WordChange

SCHEMA_NAME = "diptych.comparison"
SCHEMA_VERSION = 1
SCHEMA_FILE = Path(__file__).with_name("json.schema.json")

_DIGITS = 4
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of what is written as an escape: controls, formats (bidi, zero width), surrogates, separators."""


def write(comparison: Comparison) -> str:
    """The whole comparison as JSON, ended by a line feed."""
    return printable(_laid_out(content(comparison))) + "\n"


def content(comparison: Comparison) -> dict[str, Any]:
    """What the file says, as plain lists and dictionaries."""
    return {
        "schema": {"name": SCHEMA_NAME, "version": SCHEMA_VERSION},
        "tool": {"name": "diptych", "version": __version__},
        "old": _version(comparison, Side.OLD),
        "new": _version(comparison, Side.NEW),
        "links": [link_content(comparison, index) for index in range(len(comparison.links))],
        "notes": list(comparison.notes),
        "summary": asdict(comparison.summary()),
    }


def _version(comparison: Comparison, side: Side) -> dict[str, Any]:
    version = comparison.version(side)
    return {
        "name": version.name,
        "path": version.path,
        "title": version.title,
        "byline": version.byline,
        "date": version.date,
        "source": version.source,
        "sha256": version.sha256,
        "markup": [list(mark) for mark in version.markup],
        "sentences": [
            _sentence(version, start, end, version.blocks[block].number, version.blocks[block].role.value)
            for start, end, block in comparison.sentences(side)
        ],
    }


def _sentence(version: Version, start: int, end: int, paragraph: int, role: str) -> dict[str, Any]:
    return {
        "text": version.text[start:end],
        "start": start,
        "end": end,
        "paragraph": paragraph,
        "role": role,
    }


def link_content(comparison: Comparison, index: int) -> dict[str, Any]:
    """What is said of one link."""
    link = comparison.links[index]
    changes = comparison.words(index)
    return {
        "kind": link.kind.value,
        "moved": link.moved,
        "old": list(link.old),
        "new": list(link.new),
        "similarity": round(float(link.similarity), _DIGITS),
        "words": [word for number, change in enumerate(changes) for word in _words(number, change)],
        "facets": [facet.value for facet in comparison.facets(index)],
    }


def _words(number: int, change: WordChange) -> list[dict[str, Any]]:
    """A change's spans, old ones first; ``change`` is the same for those that belong together."""
    return [
        {
            "side": side.value,
            "start": start,
            "end": end,
            "kind": change.kind.value,
            "moved": change.moved,
            "change": number,
            "letters": [list(letter) for letter in change.letters_on(side) if _within(letter, start, end)],
            "facets": [facet.value for facet in change.facets],
        }
        for side in Side
        for start, end in change.on(side)
    ]


def _within(letter: Span, start: int, end: int) -> bool:
    return start <= letter.start and letter.end <= end


def _laid_out(value: Any, depth: int = 0) -> str:
    """Objects opened for two levels, lists of objects an item a line, everything deeper on one line."""
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, dict) and depth < 2:
        items = [f"{inner}{compact(key)}: {_laid_out(item, depth + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{outer}}}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"{inner}{compact(item)}" for item in value) + f"\n{outer}]"
    return compact(value)


def compact(value: Any) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def printable(text: str) -> str:
    """JSON text without a character that a terminal could act on; its own line feeds stay."""
    if text.isascii() and "\x7f" not in text:
        return text
    escapes = {
        ord(char): _escape(char) for char in set(text) if unicodedata.category(char) in _ESCAPED and char != "\n"
    }
    return text.translate(escapes)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
