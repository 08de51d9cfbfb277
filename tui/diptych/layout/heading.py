"""What stands above each column: whose text it is, from when, where from, how long. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from diptych.layout.display import safe
from diptych.layout.pieces import Piece
from diptych.layout.wrap import cell_len, fit
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.model import Summary, Version


def heading(comparison: Comparison, summary: Summary, side: Side, width: int) -> tuple[list[Piece], list[Piece]]:
    """The two lines above a column: its label and title, and its particulars."""
    version = comparison.version(side)
    ink = Ink.OLD_LABEL if side is Side.OLD else Ink.NEW_LABEL
    label = side.value.upper()
    room = width - len(label) - 2
    title = Piece(fit(safe(version.label or "untitled"), max(0, room)), ink)
    counts = (
        (summary.old_sentences, summary.old_words) if side is Side.OLD else (summary.new_sentences, summary.new_words)
    )
    told = [*particulars(version), plural(counts[0], "sentence"), plural(counts[1], "word")]
    return [Piece(f"{label}  ", ink), title], [Piece("     ", Ink.FAINT), Piece(_joined(told, width - 5), Ink.FAINT)]


def particulars(version: Version) -> list[str]:
    """Byline, date and source of a version, as far as they are known, each fit for a terminal."""
    name = version.name if version.title else ""
    known = (version.byline, version.date, host(version.source), name)
    return [safe(part) for part in known if part]


def host(source: str) -> str:
    """The site of an address, without ``www.``; other sources as they are."""
    try:
        found = urlsplit(source).hostname
    except ValueError:
        found = None
    return found.removeprefix("www.") if found else source


def plural(count: int, noun: str) -> str:
    """A count with its noun: ``1 sentence``, ``1,200 words``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _joined(parts: list[str], width: int) -> str:
    """As many of the parts as there is room for, dots between them."""
    line = ""
    for part in parts:
        longer = f"{line} · {part}" if line else part
        if cell_len(longer) > width:
            break
        line = longer
    return line or (fit(parts[0], max(0, width)) if parts else "")
