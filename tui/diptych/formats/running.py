"""Both versions as one running text: what both have, what was removed, what was added, in reading order. Pure.

Nothing is compared here: the order is that of the rows, the words are those that the comparison says changed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.pieces import stretches
from diptych.layout.rows import rows_of
from diptych.model import Side, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diptych.comparison.result import Comparison
    from diptych.layout.row_table import Row
    from diptych.layout.rows import Rows
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
    """A stretch of the new text and the stretch of the old text that stood there; either may be empty."""

    new: Span
    old: Span


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
    before: list[_Edit] = []
    for number, (start, end) in enumerate(listed):
        last = number == len(listed) - 1
        here = [edit for edit in edits if last or edit.new.start <= end]
        edits = edits[len(here) :]
        if number:
            broken = _breaks_words(comparison, before[-1:], here[:1], start)
            yield Part(PARAGRAPH, Fate.ADDED if broken else Fate.KEPT)
        before = here
        at = start
        for edit in _joined(comparison, here):
            removed, (begin, stop) = _spaced(comparison, edit)
            begin = min(max(begin, at), end)
            yield Part(new.plain(at, begin))
            yield Part(removed, Fate.REMOVED)
            at = min(max(stop, begin), end)
            yield Part(new.plain(begin, at), Fate.ADDED)
        yield Part(new.plain(at, end))


def _breaks_words(comparison: Comparison, before: list[_Edit], after: list[_Edit], start: int) -> bool:
    """Whether the new text has a paragraph's end where the old one has not even a space: inside what was added."""
    if not before or not after or after[0].new.start > start:
        return False
    place = before[0].old.end
    return place == after[0].old.start and not (
        _space_before(comparison.old, place) or _space_after(comparison.old, place)
    )


def _edits(comparison: Comparison, row: Row) -> list[_Edit]:
    """The word changes that belong to a row, in the order of the new text."""
    listed = comparison.new_sentences
    first, stop = row.new
    whole = comparison.links[row.link].new
    low = listed[first].start if first > whole[0] else 0
    high = listed[stop].start if stop <= whole[-1] else len(comparison.new.text) + 1
    edits = (edit for change in comparison.words(row.link) for edit in _of_change(change))
    return sorted(edit for edit in edits if low <= edit.new.start < high)


def _of_change(change: WordChange) -> Iterator[_Edit]:
    """A change as pairs of stretches; where one side has fewer, the rest stands at the end of its last."""
    old, new = change.old or (Span(0, 0),), change.new or (Span(0, 0),)
    for index in range(max(len(old), len(new))):
        pair = [spans[index] if index < len(spans) else Span(spans[-1].end, spans[-1].end) for spans in (new, old)]
        yield _Edit(*pair)


def _joined(comparison: Comparison, edits: Iterable[_Edit]) -> list[_Edit]:
    """The edits, those with nothing but space between them made one."""
    found: list[_Edit] = []
    for new, old in edits:
        if found and _adjoin(comparison.new, found[-1].new, new) and _adjoin(comparison.old, found[-1].old, old):
            before = found.pop()
            found.append(_Edit(Span(before.new.start, new.end), Span(before.old.start, old.end)))
        else:
            found.append(_Edit(new, old))
    return found


def _adjoin(version: Version, one: Span, other: Span) -> bool:
    return one.end <= other.start and not version.plain(one.end, other.start).strip()


def _spaced(comparison: Comparison, edit: _Edit) -> tuple[str, Span]:
    """The removed words, and the stretch that was added.

    Space that only one side has beside its words goes with them, so that either text reads on without the other's.
    """
    old, new = comparison.old, comparison.new
    removed, (start, end) = old.plain(*edit.old), edit.new
    had_before, had_after = _space_before(old, edit.old.start), _space_after(old, edit.old.end)
    has_before, has_after = _space_before(new, start), _space_after(new, end)
    if removed:
        removed = f"{' ' * (had_before and not has_before)}{removed}{' ' * (had_after and not has_after)}"
        if start < end:
            start, end = start - (has_before and not had_before), end + (has_after and not had_after)
    elif has_after and (has_before or not (had_before or had_after)):  # of two spaces around added words one is theirs
        end += 1
    elif has_before and not (had_before or had_after):
        start -= 1
    return removed, Span(start, end)


def _space_before(version: Version, place: int) -> bool:
    return version.plain(max(0, place - _NEAR), place)[-1:].isspace()


def _space_after(version: Version, place: int) -> bool:
    return version.plain(place, min(len(version.text), place + _NEAR))[:1].isspace()
