"""JSON Lines for programs that read as they go: what was compared, then a link a line with its words, then the counts.

Each line is an object with a ``type``: ``comparison`` first, ``link`` for each link in reading order, ``summary`` last.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych import __version__
from diptych.formats.json import compact, link_content, printable
from diptych.formats.selection import chosen
from diptych.formats.telling import paragraph, sentences
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.selection import Selection

SCHEMA_NAME = "diptych.links"
SCHEMA_VERSION = 1
SCHEMA_FILE = Path(__file__).with_name("jsonl.schema.json")


def parts(comparison: Comparison, selection: Selection) -> Iterator[str]:
    """The lines, each ended by a line feed."""
    return (f"{printable(compact(entry))}\n" for entry in content(comparison, selection))


def content(comparison: Comparison, selection: Selection) -> Iterator[dict[str, Any]]:
    """What the lines say."""
    yield {
        "type": "comparison",
        "schema": {"name": SCHEMA_NAME, "version": SCHEMA_VERSION},
        "tool": {"name": "diptych", "version": __version__},
        **{side.value: _version(comparison, side) for side in Side},
        "notes": list(comparison.notes),
        "selection": selection.told(),
    }
    for index in chosen(comparison, selection):
        told = link_content(comparison, index)
        yield {
            "type": "link",
            "index": index,
            **told,
            "paragraphs": {side.value: paragraph(comparison, index, side) for side in Side},
            "text": {side.value: sentences(comparison, index, side) for side in Side},
        }
    yield {"type": "summary", **asdict(comparison.summary())}


def _version(comparison: Comparison, side: Side) -> dict[str, Any]:
    version = comparison.version(side)
    names = ("name", "path", "title", "byline", "date", "source", "sha256")
    return {name: getattr(version, name) for name in names}
