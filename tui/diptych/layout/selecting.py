"""Selecting text inside one side, by sentences from the keyboard or by characters with the mouse. Pure.

What is selected are code points of a version's text; what stands on the screen for them (white space that flows, names
for characters that cannot be seen) is followed back to them, so that what is taken away is the text itself.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.display import ALWAYS_TOKENS, CHANGED_TOKENS, flowing, safe
from diptych.layout.keeping import row_read
from diptych.layout.pieces import stretches
from diptych.layout.reading import clamped, in_window, moved, visible
from diptych.layout.wrap import cell_len
from diptych.model import Side, Span
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.result import Comparison
    from diptych.layout.cells import Cell
    from diptych.layout.page import Page, Place
    from diptych.layout.reading import Reading

_TOKENS = ALWAYS_TOKENS | CHANGED_TOKENS
_APART = frozenset({Ink.STRUCK, Ink.FAINT})
"""Inks of what a column shows beside its side's text: words of the other side, and hints."""


class Selection(NamedTuple):
    """What is selected on a side: from where it began to where it was drawn out, both inclusive, in either order."""

    side: Side
    anchor: Span
    cursor: Span

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(min(self.anchor.start, self.cursor.start), max(self.anchor.end, self.cursor.end))


def selected_text(comparison: Comparison, selection: Selection) -> str:
    """The text that is selected: without mark-up, each paragraph on one line, a blank line between two."""
    version, (start, end) = comparison.version(selection.side), selection.span
    first = max(0, bisect_right(version.blocks, start, key=lambda block: block.start) - 1)
    parts: list[str] = []
    for block in version.blocks[first:]:
        if block.start >= end:
            break
        part = flowing(version.plain(max(start, block.start), min(end, block.end)))
        parts += [part] if part else []
    return "\n\n".join(parts)


def begun(reading: Reading, page: Page, height: int) -> Reading:
    """Select the sentence being read; where one is selected on this side, that on the other side; then nothing."""
    row = reading.rows.rows[row_read(reading, page, height)] if page.end else None
    sides = [side for side in (Side.NEW, Side.OLD) if row is not None and row.has(side)]
    before = reading.selection
    if before is not None:
        sides = [side for side in sides if side is not before.side] if before.side is Side.NEW else []
    if row is None or not sides:
        return replace(reading, selection=None)
    start, stop = row.on(sides[0])
    sentences = reading.rows.comparison.sentences(sides[0])
    span = Span(sentences[start].start, sentences[stop - 1].end)
    return replace(reading, blink=None, selection=Selection(sides[0], span, span))


def extended(reading: Reading, page: Page, height: int, steps: int) -> Reading:
    """Draw the selection out to a later sentence, or to an earlier one, and bring that into the window."""
    selection = reading.selection
    if selection is None:
        return reading
    sentences = reading.rows.comparison.sentences(selection.side)
    here = bisect_right(sentences, selection.cursor.start, key=lambda sentence: sentence.start) - 1
    there = max(0, min(len(sentences) - 1, here + steps))
    cursor = Span(sentences[there].start, sentences[there].end)
    row = reading.rows.rows.holding(selection.side, there)
    top = reading.top
    if not in_window(reading, page, height, row, whole=True):
        top = clamped(page, height, moved(page, page.top_of(row), -(height // 2)))
    return replace(reading, top=top, selection=selection._replace(cursor=cursor))


def ended(reading: Reading, _page: Page, _height: int) -> Reading:
    """Select nothing."""
    return replace(reading, selection=None)


class Anchor(NamedTuple):
    """Where a selection begins: it stays there whatever the window shows."""

    side: Side
    span: Span


def anchored(reading: Reading, page: Page, height: int, cell: tuple[int, int]) -> Anchor | None:
    """What stands at a cell of the window (column and line), to begin a selection at; None where nothing does."""
    return _at(page, [place for place, _ in visible(reading, page, height)], cell, None)


def dragged(reading: Reading, page: Page, height: int, anchor: Anchor, end: tuple[int, int], lines: int = 0) -> Reading:
    """Select from the anchor to a cell of the window, inside the anchor's side, after scrolling by so many lines."""
    if lines:
        reading = replace(reading, top=clamped(page, height, moved(page, reading.top, lines)))
    shown = [place for place, _ in visible(reading, page, height)]
    cursor = _at(page, shown, (end[0], max(0, min(height - 1, end[1]))), anchor.side)
    if cursor is None:
        return reading
    return replace(reading, blink=None, selection=Selection(anchor.side, anchor.span, cursor.span))


def pulled(line: int, height: int, *, above: bool, below: bool) -> int:
    """By how many lines the window scrolls while the mouse is held on a line of it, or outside: the farther, the more.

    ``above`` and ``below`` say whether the mouse can leave the window there; where it cannot, the outermost line of the
    window is the edge.
    """
    if line < (0 if above else 1):
        return line - (0 if above else 1)
    last = height - 1 if below else height - 2
    return max(0, line - last)


def ranges(page: Page, place: Place, selection: Selection) -> list[tuple[int, int]]:
    """The cells of a line that are selected, as half-open ranges."""
    found: list[tuple[int, int]] = []
    left = _left(page, selection.side)
    for (start, end), offset in _cells(page, place, selection.side):
        if selection.span.start <= offset < selection.span.end:
            if found and found[-1][1] == left + start:
                found[-1] = (found[-1][0], left + end)
            else:
                found.append((left + start, left + end))
    return found


def _at(page: Page, lines: Sequence[Place], cell: tuple[int, int], side: Side | None) -> Anchor | None:
    """The side and the character at a cell, or at the nearest one before it; None where there is none."""
    x, y = cell
    if side is None:
        side = Side.NEW if x >= _left(page, Side.NEW) - page.measures.margin else Side.OLD
        if not page.measures.columns and 0 <= y < len(lines):
            side = _only_side(page, page.row_on(lines[y]))
    for at in range(min(y, len(lines) - 1), -1, -1):
        cells = _cells(page, lines[at], side)
        if cells:
            left = _left(page, side)
            before = [offset for (start, _), offset in cells if left + start <= x] if at == y else [cells[-1][1]]
            offset = before[-1] if before else cells[0][1]
            return Anchor(side, Span(offset, offset + 1))
    return None


def _only_side(page: Page, row: int) -> Side:
    return Side.NEW if page.rows.rows[row].has(Side.NEW) else Side.OLD


def _left(page: Page, side: Side) -> int:
    """The column of the window where a side's text begins."""
    measures = page.measures
    second = side is Side.NEW and measures.columns
    return measures.margin + (measures.pane + measures.gutter if second else 0)


def _cells(page: Page, place: Place, side: Side) -> list[tuple[tuple[int, int], int]]:
    """For each character of a side that a line shows, its cells from the beginning of the text, and its offset."""
    at, found = 0, []
    line = page.lines(place.row)[place.line]
    offsets = _offsets(page, place.row, side)
    mine = iter(offsets[place.line]) if place.line < len(offsets) else iter(())
    for text, is_its in _pieces(page, line.old, line.new, side):
        for char in text:
            size = cell_len(char)
            if is_its and (offset := next(mine, None)) is not None:
                found.append(((at, at + size), offset))
            at += size
    return found


def _cell(page: Page, old: Cell, new: Cell, side: Side) -> Cell:
    return new if side is Side.NEW and page.measures.columns else old


def _offsets(page: Page, row: int, side: Side) -> list[list[int]]:
    """For each line of a row, the offsets of the characters that it shows of a side."""
    if row in page.folds.stops:
        return []
    rows = [here for here in range(row, page.after(row)) if _says(page, here, side)]
    if row == page.view.opposite and not page.rows.rows[row].has(side):
        rows = [away for away in (page.rows.other_end[row],) if _says(page, away, side)]
    comparison = page.rows.comparison
    version = comparison.version(side)
    source = [
        at
        for here in rows
        for start, end in stretches(comparison, page.rows.rows[here], side)
        for piece in version.pieces(start, end)
        for at in range(*piece)
    ]
    shown = [
        "".join(text for text, is_its in _pieces(page, line.old, line.new, side) if is_its) for line in page.lines(row)
    ]
    return _followed(version.text, source, shown) if source else []


def _pieces(page: Page, old: Cell, new: Cell, side: Side) -> list[tuple[str, bool]]:
    """The pieces of a line in the column of a side, and for each whether it is that side's text."""
    cell = _cell(page, old, new, side)
    rows = cell.rows or [None] * len(cell.pieces)
    return [
        (text, ink not in _APART and (row is None or _says(page, row, side)))
        for (text, ink), row in zip(cell.pieces, rows, strict=True)
    ]


def _says(page: Page, row: int, side: Side) -> bool:
    """Whether a row shows a side's text: in one column, where it has both, only the new one's."""
    here = page.rows.rows[row]
    return here.has(side) and (page.measures.columns or side is Side.NEW or not here.has(Side.NEW))


def _followed(text: str, source: list[int], lines: list[str]) -> list[list[int]]:
    """For each character shown, the offset of what it stands for.

    White space flows, what cannot be seen may be left out or stand there by its name, and a space may be shown where
    the text has none: then it stands for what follows.
    """
    found: list[list[int]] = []
    at, last = 0, source[-1] if source else 0
    for line in lines:
        offsets: list[int] = []
        while len(offsets) < len(line):
            char, rest = line[len(offsets)], line[len(offsets) :]
            there = at
            while there < len(source) and not _stands_for(rest, text[source[there]]) and _may_hide(text[source[there]]):
                there += 1
            if there == len(source):
                offsets += [last] * len(rest)
            elif not (name := _stands_for(rest, text[source[there]])):
                offsets.append(source[there] if char == " " else source[min(at, len(source) - 1)])
                at = there if char == " " else at
            else:
                offsets += [source[there]] * len(name)
                at = there + 1
        found.append(offsets)
    return found


def _stands_for(shown: str, char: str) -> str:
    """How much of what is shown stands for a character; empty if none of it does."""
    name = f"‹{_TOKENS[char]}›" if char in _TOKENS else ""
    if name and shown.startswith(name):
        return name
    same = shown[0] == char or (shown[0] == " " and char.isspace()) or safe(char) == shown[0]
    return shown[0] if same else ""


def _may_hide(char: str) -> bool:
    return char.isspace() or char in _TOKENS
