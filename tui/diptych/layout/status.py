"""The status line: which change this is, what it is, where it stands, and the counts of the whole. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.layout.display import Piece, safe
from diptych.layout.fencing import fenced
from diptych.layout.filters import hidden_told, is_among
from diptych.layout.rows import MOVED_SIGN, SIGNS
from diptych.layout.wrap import cell_len
from diptych.model import Kind, Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.layout.filters import Counts
    from diptych.layout.page import Page
    from diptych.layout.reading import Reading
    from diptych.layout.rows import Rows
    from diptych.layout.search import Search
    from diptych.model import Link, Summary

_ALIKE, _HEADER = " alike", " in the header  "
_COUNT_INKS = {Kind.DELETED: Ink.REMOVED, Kind.INSERTED: Ink.ADDED}


def comparing(progress: float, *, again: bool = False) -> list[Piece]:
    """What stands there while two versions are being compared; ``again`` while the comparison before is still read."""
    told = "what you were reading stays until then" if again else "whole paragraphs for now, sentences follow"
    return [Piece(f" comparing {progress:.0%} ", Ink.CHIP), Piece(f"  {told}", Ink.FAINT)]


def status(
    reading: Reading, page: Page, summary: Summary | None, width: int, *, stale: bool = False
) -> tuple[list[Piece], list[Piece]]:
    """The line's left and right parts; what there is no room for is left out, the least telling first.

    Args:
        reading: where the reader stands.
        page: the page as it is laid out.
        summary: the counts; None while they are being made.
        width: cells there are.
        stale: whether a file has changed since it was read.
    """
    search = reading.view.search
    left = _place(reading, page) if search is None else _finds(search)
    hidden = len(reading.rows.changes) - len(page.walked)
    notices = ["changed on the disk"] if stale else []
    notices += [hidden_told(reading.view.wanted, hidden)] if hidden else []
    noticed = [Piece(f"  {notice}", Ink.REWORDED) for notice in notices]
    right = counts(summary) if summary is not None else []
    if left[-1].text.endswith(_ALIKE) and (
        _cells(left[:-1] + noticed + right) + 2 <= width < _cells(left + noticed + right) + 2
    ):
        left = left[:-1]  # the ledger is worth more
    for kept in range(len(left), 0, -1):  # the notices stay, after what the change is
        shorter = [*left[: min(kept, 2)], *noticed, *left[2:kept]]
        for told in (right, [piece for piece in right if not piece.text.endswith(_HEADER)], right[:-1], []):
            if _cells(shorter) + _cells(told) + 2 <= width:
                return shorter, told
    return left[:1], []


def counts(summary: Summary) -> list[Piece]:
    """The counts by kind, each behind its sign, the header's changes, and the ledger's balance last."""
    told: list[Piece] = []
    for kind in (Kind.DELETED, Kind.INSERTED, Kind.REWORDED, Kind.SPLIT, Kind.MERGED):
        count = getattr(summary, kind.value)
        if count or kind not in (Kind.SPLIT, Kind.MERGED):
            told.append(Piece(f"{SIGNS[kind]}{count:,}  ", _COUNT_INKS.get(kind, Ink.REWORDED)))
    if summary.moved:
        told.append(Piece(f"{MOVED_SIGN}{summary.moved:,}  ", Ink.MOVED))
    if summary.header:
        told.append(Piece(f"{summary.header:,}{_HEADER}", Ink.FAINT))
    return [*told, Piece(f"{summary.unaccounted:,} unaccounted ", Ink.FAINT)]


def inventory(rows: Rows, summary: Summary | None, counts: Counts | None) -> list[str]:
    """What a comparison holds, in a few lines: sentences, changes by kind and by what they touch, notes."""
    comparison = rows.comparison
    told = [f"{len(comparison.old_sentences):,} old and {len(comparison.new_sentences):,} new sentences"]
    if summary is not None:
        told[0] += f", {summary.unaccounted:,} unaccounted for"
        told.append(f"{len(rows.changes):,} changes, {summary.substantive:,} of substance in the text")
    if counts is not None:
        told += [" · ".join(f"{name} {count:,}" for name, count in each.most_common()) for each in counts if each]
    return [*told, *(safe(note) for note in comparison.notes)]


def described(link: Link) -> str:
    """What a change is, in a word or two: ``reworded``, ``moved``, ``moved and reworded``, ``split in 2``."""
    told = link.kind.value
    if link.kind is Kind.SPLIT:
        told = f"split in {len(link.new)}"
    elif link.kind is Kind.MERGED:
        told = f"{len(link.old)} merged"
    if not link.moved:
        return told
    return "moved" if link.kind is Kind.SAME else f"moved, {told}"


def paragraphs(reading: Reading) -> str:
    """The paragraph of the current change on each side that has one: ``¶10 ↔ 9``."""
    link, comparison = reading.current, reading.rows.comparison
    if link is None:
        return ""
    told: list[str] = []
    for side in Side:
        if ends := link.on(side):
            block = comparison.version(side).blocks[comparison.sentences(side)[ends[0]].block]
            told.append(str(block.number) if block.number else block.role.value)
    return ("¶" if any(part.isdigit() for part in told) else "") + " ↔ ".join(dict.fromkeys(told))


def _place(reading: Reading, page: Page) -> list[Piece]:
    link = reading.current
    if link is None or reading.link is None:
        nothing = "no changes" if not reading.rows.changes else f"{len(reading.rows.changes):,} changes"
        return [Piece(f" {nothing} ", Ink.FAINT)]
    place = f" change {reading.number:,} of {len(reading.rows.changes):,} "
    ink = Ink.MOVED if link.moved else _COUNT_INKS.get(link.kind, Ink.REWORDED)
    sign = MOVED_SIGN if link.moved else SIGNS[link.kind]
    hidden = reading.change is not None and not is_among(reading.change, page.walked)
    told = [Piece(place, Ink.CHIP), Piece(f"  {sign} {described(link)}{', hidden' if hidden else ''}", ink)]
    if reading.view.opposite in reading.ends:
        told.append(Piece(f"  both ends {'opposite' if page.measures.columns else 'together'}", Ink.MOVED))
    if reading.blink is not None:
        flipped = "old and new flipped" if page.measures.columns else f"{reading.blink.value} alone"
        told.append(Piece(f"  {flipped}", Ink.REWORDED))
    facets = " · ".join(reading.rows.comparison.facets(reading.link))
    if facets:
        told.append(Piece(f"  {facets}", Ink.TEXT))
    if (where := paragraphs(reading)) != facets:  # the date line is where a date changed
        told.append(Piece(f"  {where}", Ink.FAINT))
    if link.old and link.new and link.kind is not Kind.SAME:
        told.append(Piece(f"  {min(link.similarity, 0.99):.0%}{_ALIKE}", Ink.FAINT))
    return told


def _finds(search: Search) -> list[Piece]:
    """Which find this is, and of what."""
    query, count = search.query, len(search.matches)
    place = f" find {search.at + 1:,} of {count:,} " if count else " nothing found "
    sides = "both versions" if query.side is None else f"the {query.side.value} version"
    words = fenced(f"/{safe(query.words)}/" if query.pattern else f"“{safe(query.words)}”")
    return [Piece(place, Ink.CHIP), Piece(f"  {words}", Ink.TEXT), Piece(f"  in {sides}", Ink.FAINT)]


def _cells(pieces: list[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


def spread(left: list[Piece], right: list[Piece], width: int) -> list[Piece]:
    """Both parts on one line of ``width`` cells, pushed to its ends."""
    return [*left, Piece(" " * max(1, width - _cells(left) - _cells(right)), Ink.TEXT), *right]
