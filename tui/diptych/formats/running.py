"""Both versions as one running text: what both have, what was removed, what was added, in reading order. Pure.

Nothing is compared here: the order is that of the rows, the words are those that the comparison says changed.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.pieces import stretches
from diptych.layout.rows import rows_of
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.layout.rows import Row, Rows
    from diptych.model import Version, WordChange

PARAGRAPH = "\n\n"
"""The text of a part that parts two paragraphs; it is kept by both sides."""

_NEAR = 200
"""Characters to look through for a word or a space: mark-up is rarely longer, and a paragraph may be."""


class Fate(StrEnum):
    """What became of a part of the running text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Part(NamedTuple):
    """A run of plain text (mark-up left out), never empty."""

    text: str
    fate: Fate = Fate.KEPT


class _Edit(NamedTuple):
    """One word change on the new text: what was removed goes before ``start``; ``[start, end)`` was added."""

    start: int
    end: int
    removed: str


def running(comparison: Comparison) -> Iterator[Part]:
    """Both texts as one, in the order of the rows that every view shares."""
    rows = rows_of(comparison)
    begun = False
    for index, row in enumerate(rows.rows):
        said = [part for part in _of_row(comparison, row) if part.text]
        if not said:
            continue
        between = _between(rows, index) if begun else ""
        if between:
            yield Part(between)
        begun = True
        yield from said


def _between(rows: Rows, index: int) -> str:
    """What parts a row from the one before it: paragraphs, or the space that the text itself has there, if any."""
    if rows.opens_paragraph(index):
        return PARAGRAPH
    row = rows.rows[index]
    side = Side.NEW if row.has(Side.NEW) else Side.OLD
    first = rows.comparison.sentences(side)[row.on(side)[0]]
    return " " if _space_before(rows.comparison.version(side), first.start) else ""


def _of_row(comparison: Comparison, row: Row) -> Iterator[Part]:
    link = comparison.links[row.link]
    if link.old and link.new and not link.moved:
        if row.has(Side.NEW):  # the old end of a tie is told together with its new end, wherever it stands
            yield from _both(comparison, row)
        return
    side, fate = (Side.NEW, Fate.ADDED) if row.has(Side.NEW) else (Side.OLD, Fate.REMOVED)
    for number, (start, end) in enumerate(stretches(comparison, row, side)):
        if number:
            yield Part(PARAGRAPH)
        yield Part(comparison.version(side).plain(start, end), fate)


def _both(comparison: Comparison, row: Row) -> Iterator[Part]:
    """The new text of a tie, with what was removed in its place."""
    edits = _edits(comparison, row)
    new = comparison.new
    listed = list(stretches(comparison, row, Side.NEW))
    for number, (start, end) in enumerate(listed):
        if number:
            yield Part(PARAGRAPH)
        at = start
        while edits and (edits[0].start <= end or number == len(listed) - 1):
            edit = edits.pop(0)
            place = min(max(edit.start, at), end)
            yield Part(new.plain(at, place))
            yield Part(edit.removed, Fate.REMOVED)
            at = min(max(edit.end, place), end)
            yield Part(new.plain(place, at), Fate.ADDED)
        yield Part(new.plain(at, end))


def _edits(comparison: Comparison, row: Row) -> list[_Edit]:
    """The word changes that belong to a row, in the order of the new text."""
    listed = comparison.new_sentences
    first, stop = row.new
    whole = comparison.links[row.link].new
    low = listed[first].start if first > whole[0] else 0
    high = listed[stop].start if stop <= whole[-1] else len(comparison.new.text) + 1
    edits = (edit for change in comparison.words(row.link) for edit in _of_change(comparison, change))
    return sorted(edit for edit in edits if low <= edit.start < high)


def _of_change(comparison: Comparison, change: WordChange) -> Iterator[_Edit]:
    """A change as edits of the new text; a word's own space goes with it, so that either side reads on without it."""
    removed = " ".join(comparison.old.plain(*span) for span in change.old if span.start < span.end)
    added = [span for span in change.new if span.start < span.end]
    if added:
        start, end = added[0]
        if not removed and change.old:
            start, end = _with_space(comparison, start, end, change.old[0].start)
        yield _Edit(start, end, removed)
        for span in added[1:]:
            yield _Edit(span.start, span.end, "")
    elif removed:
        place = change.new[0].start if change.new else 0
        yield _Edit(place, place, _spaced(comparison, removed, change, place))


def _with_space(comparison: Comparison, start: int, end: int, place: int) -> tuple[int, int]:
    """Added words with the space that came with them: the old text has, at that place, one space at most."""
    had = _space_before(comparison.old, place) or _space_after(comparison.old, place)
    before, after = _space_before(comparison.new, start), _space_after(comparison.new, end)
    if after and (before or not had):
        return start, end + 1
    if before and not had:
        return start - 1, end
    return start, end


def _spaced(comparison: Comparison, removed: str, change: WordChange, place: int) -> str:
    """Removed words with the space that left with them."""
    old, new = comparison.old, comparison.new
    before = _space_before(old, change.old[0].start) and not _space_before(new, place)
    after = _space_after(old, change.old[-1].end) and not _space_after(new, place)
    return f"{' ' * before}{removed}{' ' * after}"


def _space_before(version: Version, place: int) -> bool:
    start = max(_block(version, place)[0], place - _NEAR)
    return version.plain(start, place)[-1:].isspace()


def _space_after(version: Version, place: int) -> bool:
    end = min(_block(version, place)[1], place + _NEAR)
    return version.plain(place, end)[:1].isspace()


def _block(version: Version, place: int) -> tuple[int, int]:
    """Where the block around a place begins and ends."""
    index = bisect_right(version.blocks, place, key=lambda block: block.start) - 1
    return (version.blocks[index].start, version.blocks[index].end) if index >= 0 else (0, 0)
