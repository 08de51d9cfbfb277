"""What every format says of a comparison and its links in words: what was compared, how much differs, where it stands.

Pure. The sentences are for people; a format escapes them as it must.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych import __version__
from diptych.formats.selection import WHOLE, Selection
from diptych.layout.display import safe
from diptych.layout.filters import EVERYTHING, hidden_told, walked
from diptych.layout.particulars import plural
from diptych.layout.rows import rows_of
from diptych.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.model import Summary, Version

_KINDS = (Kind.REWORDED, Kind.INSERTED, Kind.DELETED, Kind.SPLIT, Kind.MERGED)


class Fact(NamedTuple):
    """Something that identifies a version."""

    name: str
    value: str


def facts(version: Version) -> list[Fact]:
    """Title, byline, date, source, path and checksum, as far as they are known, fit for a terminal."""
    known = {
        "title": version.title,
        "byline": version.byline,
        "date": version.date,
        "source": version.source,
        "file": version.path or version.name,
        "SHA-256": version.sha256,
    }
    return [Fact(name, safe(value)) for name, value in known.items() if value]


def cited(comparison: Comparison, selection: Selection = WHOLE) -> Iterator[str]:
    """What was compared, by what, how it came out, and what is left out: a line each, and without any clock."""
    for side in Side:
        yield f"{side.value}: {'; '.join(f'{name} {value}' for name, value in facts(comparison.version(side)))}"
    yield f"diptych {__version__}: {balance(comparison.summary())}"
    if told := left_out(comparison, selection):
        yield told


def left_out(comparison: Comparison, selection: Selection) -> str:
    """What is left out, and how many changes are hidden; empty where nothing is."""
    told = selection.told()
    if selection.wanted == EVERYTHING:
        return told
    rows = rows_of(comparison)
    hidden = len(rows.changes) - len(walked(rows, selection.wanted))
    return f"{told} {hidden_told(selection.wanted, hidden)}." if hidden else told


def title_of(comparison: Comparison) -> str:
    """What to call the article, fit for a terminal."""
    return safe(comparison.new.label or comparison.old.label or "A comparison")


def counts(summary: Summary) -> list[tuple[str, int]]:
    """How many sentences there are of each kind that there are any of; then those that moved, and header lines."""
    told = [("same", summary.same), *((kind.value, getattr(summary, kind.value)) for kind in _KINDS)]
    told += [("moved", summary.moved), ("header lines changed", summary.header)]
    return [(name, count) for name, count in told if count]


def balance(summary: Summary) -> str:
    """The ledger in a line."""
    return (
        f"{plural(summary.substantive, 'change')} of substance, {summary.formal:,} of form only, "
        f"{summary.unaccounted:,} unaccounted"
    )


def paragraph(comparison: Comparison, index: int, side: Side) -> int | None:
    """The number of the paragraph in which a link begins on a side; None for a header line or where it has no end."""
    ends = comparison.links[index].on(side)
    if not ends:
        return None
    return comparison.version(side).blocks[comparison.sentences(side)[ends[0]].block].number or None


def place(comparison: Comparison, index: int) -> str:
    """Where a link stands: ``¶4``, ``¶4 → ¶9``, or the role of a header line."""
    old, new = (paragraph(comparison, index, side) for side in Side)
    if old is None and new is None:
        side = Side.NEW if comparison.links[index].new else Side.OLD
        sentence = comparison.sentences(side)[comparison.links[index].on(side)[0]]
        return comparison.version(side).blocks[sentence.block].role.value
    if old is None or new is None or old == new:
        return f"¶{new or old}"
    return f"¶{old} → ¶{new}"


def remark(comparison: Comparison, index: int, side: Side) -> str:
    """What the marks for removed and added words cannot say of a link, seen from one side; empty where they say all."""
    link = comparison.links[index]
    other = paragraph(comparison, index, side.other)
    where = f" ¶{other}" if other else " elsewhere"
    parts = []
    if link.moved:
        parts.append(f"moved to{where}" if side is Side.OLD else f"moved here from{where}")
    if link.kind is Kind.SPLIT:
        parts.append(f"one sentence became {len(link.new)}")
    if link.kind is Kind.MERGED:
        parts.append(f"{len(link.old)} sentences became one")
    return ", ".join(parts)


def sentences(comparison: Comparison, index: int, side: Side) -> list[str]:
    """The sentences of a link on a side, without mark-up and with single spaces."""
    version, listed = comparison.version(side), comparison.sentences(side)
    spans = (listed[n] for n in comparison.links[index].on(side))
    return [" ".join(version.plain(start, end).split()) for start, end, _ in spans]
