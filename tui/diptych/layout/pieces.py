"""What a row says on each side, as pieces of text with their inks: the one place that decides what is marked. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from diptych.layout.display import Piece, shown
from diptych.layout.wrap import cell_len
from diptych.model import Kind, Side, Span
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diptych.comparison.result import Comparison
    from diptych.layout.row_table import Row
    from diptych.model import Version, WordChange


_Marks: TypeAlias = "list[tuple[int, int, Ink]]"

Finds: TypeAlias = "Sequence[tuple[Span, bool]]"
"""Where a search found its words, and whether the reader stands at that find; sorted and disjoint."""

_WORD = {Side.OLD: Ink.OLD_WORD, Side.NEW: Ink.NEW_WORD}
_LETTER = {Side.OLD: Ink.OLD_LETTER, Side.NEW: Ink.NEW_LETTER}
_ALONE = {Kind.DELETED: Ink.DELETED, Kind.INSERTED: Ink.INSERTED}
"""Whole sentences in one column: what is gone is struck out, what is new is underlined."""
_CHANGED = frozenset(
    {
        Ink.REMOVED,
        Ink.ADDED,
        *_ALONE.values(),
        Ink.STRUCK,
        Ink.FOUND,
        Ink.FOUND_HERE,
        *_WORD.values(),
        *_LETTER.values(),
    }
)


def column(
    comparison: Comparison, row: Row, side: Side, found: Finds = (), *, hidden: bool = False
) -> list[list[Piece]]:
    """What stands on one side of a row, a list of pieces for each paragraph (split sentences may part paragraphs).

    Args:
        comparison: what was compared.
        row: what stands opposite what.
        side: which side of it.
        found: the finds of a search on this side: what they mark, they mark over everything else.
        hidden: whether the change is hidden: then it is as quiet as what is the same.
    """
    if hidden:
        return _quiet(comparison, row, side, found)
    link = comparison.links[row.link]
    return _column(comparison, row, side, _base(link.kind, moved=link.moved), found)


def _quiet(comparison: Comparison, row: Row, side: Side, found: Finds) -> list[list[Piece]]:
    version, marks = comparison.version(side), _with_finds([], found)
    return [_inked(version, start, end, Ink.QUIET, marks) for start, end in stretches(comparison, row, side)]


def _column(comparison: Comparison, row: Row, side: Side, base: Ink, found: Finds) -> list[list[Piece]]:
    version = comparison.version(side)
    marks = _with_finds(_marks(comparison.words(row.link), side, version), found)
    return [_inked(version, start, end, base, marks) for start, end in stretches(comparison, row, side)]


def stretches(comparison: Comparison, row: Row, side: Side) -> Iterator[Span]:
    """The stretches of text of one side of a row: neighbouring sentences of one block make one."""
    start, stop = row.on(side)
    sentences = comparison.sentences(side)
    while start < stop:
        last = start
        while last + 1 < stop and sentences[last + 1].block == sentences[start].block:
            last += 1
        yield Span(sentences[start].start, sentences[last].end)
        start = last + 1


def redline(
    comparison: Comparison, row: Row, old_found: Finds = (), new_found: Finds = (), *, hidden: bool = False
) -> list[list[Piece]]:
    """Both sides of a row in one: what the new text says, with what was removed in its place before it.

    Of a hidden change it is what the new text says alone, or the old one where there is no new.
    """
    if hidden:
        has_new = row.has(Side.NEW)
        return _quiet(comparison, row, Side.NEW if has_new else Side.OLD, new_found if has_new else old_found)
    link = comparison.links[row.link]
    base = _ALONE.get(link.kind) or _base(link.kind, moved=link.moved)
    if not row.has(Side.NEW):
        return _column(comparison, row, Side.OLD, base, old_found)
    changes = comparison.words(row.link)
    marks = _with_finds(_marks(changes, Side.NEW, comparison.new), new_found)
    old_marks = _with_finds([], old_found)
    removed = _removed(comparison, changes) if row.has(Side.OLD) else []
    paragraphs: list[list[Piece]] = []
    listed = list(stretches(comparison, row, Side.NEW))
    for start, end in listed:
        last = end == listed[-1].end
        parts: list[list[Piece]] = []
        at = start
        while removed and (last or removed[0][0] <= end):
            place, old = removed.pop(0)
            stop = min(max(place, at), end)
            parts.append(_inked(comparison.new, at, stop, base, marks))
            parts.append(_inked(comparison.old, old.start, old.end, Ink.STRUCK, old_marks))
            at = stop
        paragraphs.append(_set_apart([*parts, _inked(comparison.new, at, end, base, marks)]))
    paragraphs[-1] += _other_form(comparison, row)
    return paragraphs


def _other_form(comparison: Comparison, row: Row) -> list[Piece]:
    """For a header line that says the same in other words, such as a date, what the old one says."""
    if comparison.links[row.link].kind is not Kind.SAME or not row.has(Side.OLD):
        return []
    told: list[str] = []
    for side in Side:
        version, sentence = comparison.version(side), comparison.sentences(side)[row.on(side)[0]]
        if not version.blocks[sentence.block].role.is_header:
            return []
        told.append("".join(part.text for part in shown(version.plain(sentence.start, sentence.end))))
    return [Piece(f" · {told[0]}", Ink.FAINT)] if told[0] != told[1] else []


def _set_apart(parts: list[list[Piece]]) -> list[Piece]:
    """The parts joined, with a space where the words of two parts would run together."""
    pieces: list[Piece] = []
    for part in parts:
        if pieces and part:
            before, after = pieces[-1].text[-1], part[0].text[0]
            if before.isalnum() and after.isalnum() and cell_len(before + after) == 2:
                pieces.append(Piece(" ", Ink.TEXT))
        pieces += part
    return pieces


def _removed(comparison: Comparison, changes: Iterable[WordChange]) -> list[tuple[int, Span]]:
    """What the old text alone has, with the place in the new text where it stood.

    Neighbours make one stretch where their substitutes are neighbours too: "Defense Ministry" and then "defense
    ministry", rather than word by word.
    """
    found: list[tuple[int, Span]] = []
    reached = -1
    for change in changes:
        place = change.new[0].start if change.new else 0
        for old in change.old:
            if found and _close(comparison.old, found[-1][1].end, old.start) and _close(comparison.new, reached, place):
                found[-1] = (found[-1][0], Span(found[-1][1].start, old.end))
            elif old.start < old.end:
                found.append((place, old))
        reached = change.new[-1].end if change.new else reached
    return sorted(found)


def _close(version: Version, end: int, start: int) -> bool:
    """Whether nothing but white space parts the end of one span from the start of the next."""
    return end <= start and not version.text[end:start].strip()


def _base(kind: Kind, *, moved: bool) -> Ink:
    if moved:
        return Ink.MOVED
    return {Kind.SAME: Ink.QUIET, Kind.DELETED: Ink.REMOVED, Kind.INSERTED: Ink.ADDED}.get(kind, Ink.TEXT)


def _marks(changes: Iterable[WordChange], side: Side, version: Version) -> _Marks:
    """Where which ink begins and ends, sorted and disjoint.

    The differing letters are cut out of their word, and the space between two changed words is part of the change.
    """
    marks: _Marks = []
    for change in changes:
        for start, end in change.on(side):
            at = start
            for letter in change.letters_on(side):
                if start <= letter.start < letter.end <= end:
                    marks += [(at, letter.start, _WORD[side]), (letter.start, letter.end, _LETTER[side])]
                    at = letter.end
            marks.append((at, end, _WORD[side]))
    marks = sorted(mark for mark in marks if mark[0] < mark[1])
    spaces = [
        (one[1], other[0], _WORD[side])
        for one, other in pairwise(marks)
        if one[1] < other[0] and _close(version, one[1], other[0])
    ]
    return sorted(marks + spaces)


def _with_finds(marks: _Marks, found: Finds) -> _Marks:
    """The marks with the finds laid over them."""
    for (start, end), here in found:
        parts = [part for mark in marks for part in _outside(mark, start, end)]
        marks = sorted([*parts, (start, end, Ink.FOUND_HERE if here else Ink.FOUND)])
    return marks


def _outside(mark: tuple[int, int, Ink], start: int, end: int) -> _Marks:
    """What is left of a mark before and after a find."""
    first, last, ink = mark
    return [part for part in ((first, min(last, start), ink), (max(first, end), last, ink)) if part[0] < part[1]]


def _inked(version: Version, start: int, end: int, base: Ink, marks: _Marks) -> list[Piece]:
    """The words of ``text[start:end]``, each part with its ink."""
    pieces: list[Piece] = []

    def put(text: str, ink: Ink) -> None:
        parts = shown(text, ink in _CHANGED)
        pieces.extend(Piece(part.text, Ink.TOKEN if part.token else ink) for part in parts)

    for begin, stop in version.pieces(start, end):
        at = begin
        for mark_start, mark_end, ink in marks:
            if mark_end <= at or mark_start >= stop:
                continue
            if mark_start > at:
                put(version.text[at:mark_start], base)
            put(version.text[max(at, mark_start) : min(stop, mark_end)], ink)
            at = min(stop, mark_end)
        if at < stop:
            put(version.text[at:stop], base)
    return pieces
