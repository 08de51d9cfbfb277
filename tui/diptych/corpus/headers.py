"""The header lines of an article, known by their place and their wording: title, byline, date, source. Pure.

They are looked for at the head, up to the fourth piece that is none, and at the tail, among the last four pieces, and
nowhere else; and each must be one whole line: "By Jane Doe, Reuters" is a byline, "By Monday, the troops had left the
city." is a paragraph. The one thing that may stand before words on the same line is a date glued to the very first one,
as feeds write it. A title that nothing marks is known by the byline or date right below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.corpus.dates import date_at_start, iso_date
from diptych.corpus.outline import Outline, Piece, drawn_in
from diptych.corpus.wording import LONGEST, Reading, is_address, lone_label, read_line, value_after
from diptych.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diptych.corpus.inline import Mark

_STRANGERS = 4
_TAIL = 4
_LABEL_LENGTH = 40
_TITLE_LENGTH = 250

_GLUED_LABEL = re.compile(r"(?:date|published|updated|posted)(?P<colon>\s*:\s*|\s+)", re.IGNORECASE)
_GLUE = re.compile(r"\s*+(?:[-–—|:•·,]\s++)?")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Headers:
    """What the header lines say; empty where they say nothing."""

    title: str = ""
    byline: str = ""
    date: str = ""
    source: str = ""


def take_headers(text: str, outline: Outline, labels: Mapping[str, Role]) -> Headers:
    """Give the header lines among the outline's pieces their roles, parting them from what they are glued to.

    ``labels`` are words before a colon that make a header line, besides those known anyway.
    """
    found = _Finder(text, outline, labels)
    found.part_glued_date()
    found.walk_head()
    found.walk_tail()
    found.take_bare_title()
    return found.headers


class _Finder:
    """Walks the outline's pieces from both ends and rewrites them."""

    def __init__(self, text: str, outline: Outline, labels: Mapping[str, Role]) -> None:
        self.text = text
        self.labels = {" ".join(label.casefold().split()): role for label, role in labels.items()}
        self.pieces = outline.pieces
        self.marks = outline.marks
        self.headers = Headers()
        self.revised = False
        """The date found so far is that of an update."""

    def part_glued_date(self) -> None:
        """`` date 2022-11-08 Armenia and …``: the date is a header line, the paragraph starts after it."""
        if not self.pieces or self.pieces[0].role is not Role.PARAGRAPH:
            return
        first = self.pieces[0]
        if self._begins_with_header(first):
            return
        label = _GLUED_LABEL.match(self.text, first.start, min(first.end, first.start + _LABEL_LENGTH))
        at = label.end() if label else first.start
        found = date_at_start(self.text, at, any_form=bool(label and label["colon"].strip()))
        if found is None or found[0] >= first.end:
            return
        end, said = found
        glue = _GLUE.match(self.text, end, first.end)
        rest = glue.end() if glue else end
        if rest == end or rest >= first.end or self.text[rest].islower() or _BREAK.search(self.text, end, rest):
            return
        parts = Piece(first.start, rest, Role.DATE), Piece(rest, first.end, first.role, lines=first.lines)
        if self._part(0, *parts):
            self.headers.date = said

    def walk_head(self) -> None:
        """Look at the first pieces; several header lines may share one."""
        index = strangers = 0
        while index < len(self.pieces) and strangers < _STRANGERS:
            piece = self.pieces[index]
            if piece.role is Role.HEADING:
                self._take_heading(index)
            elif piece.role is Role.PARAGRAPH and not piece.literal:
                self._take_first_line(index)
            strangers += not self.pieces[index].role.is_header
            index += 1

    def walk_tail(self) -> None:
        """Look at the last pieces, and at the last line of each."""
        index = len(self.pieces) - 1
        lowest = max(0, len(self.pieces) - _TAIL)
        while index >= lowest:
            piece = self.pieces[index]
            if piece.role is Role.PARAGRAPH and not piece.literal and not self._take_whole(index):
                self._take_last_line(index)
            index -= 1

    def take_bare_title(self) -> None:
        """A short first paragraph right above a byline or date is the title, though nothing marks it."""
        if self.headers.title or len(self.pieces) < 3:
            return
        first, second = self.pieces[:2]
        if second.role in {Role.BYLINE, Role.DATE} and self._may_be_title(first):
            self._name(first, (Reading(Role.TITLE, self._plain(first)),))

    def _may_be_title(self, piece: Piece) -> bool:
        short = piece.lines <= 3 and piece.end - piece.start <= _TITLE_LENGTH
        return short and piece.role is Role.PARAGRAPH and not piece.literal and self.text[piece.end - 1] not in ".:;,"

    def _take_heading(self, index: int) -> None:
        """The first heading is the title, if it is a chief one."""
        piece = self.pieces[index]
        earlier = any(before.role is Role.HEADING for before in self.pieces[:index])
        if piece.level == 1 and not earlier and not self.headers.title:
            self._name(piece, (Reading(Role.TITLE, self._plain(piece)),))

    def _take_first_line(self, index: int) -> None:
        """Part the first line from the rest if it is a header line, or take the piece as a whole."""
        first, rest = self._split(index, last=False)
        readings = self._read(first) if rest is not None else ()
        if rest is None or (readings and readings[0].role is Role.TITLE and not self._begins_with_header(rest)):
            self._take_whole(index)
        elif readings:
            if self._part(index, first, rest):
                self._name(self.pieces[index], readings)
        elif not self._take_whole(index) and index == 0:
            self._part_bare_title(first, rest)

    def _part_bare_title(self, first: Piece, rest: Piece) -> None:
        if self._may_be_title(first) and self._begins_with_header(rest, titled=True):
            self._part(0, first, rest)

    def _take_last_line(self, index: int) -> None:
        rest, last = self._split(index, last=True)
        if last is None:
            return
        readings = self._read(last)
        if readings and self._part(index, rest, last):
            self._name(self.pieces[index + 1], readings)

    def _split(self, index: int, *, last: bool) -> tuple[Piece, Piece | None]:
        """The piece parted at its first or last line break; the second part is None where there is none near."""
        piece = self.pieces[index]
        begin = max(piece.start, piece.end - LONGEST) if last else piece.start
        breaks = list(_BREAK.finditer(self.text, begin, min(piece.end, begin + LONGEST)))
        if not breaks or piece.lines < 2:
            return piece, None
        at = breaks[-1 if last else 0]
        before, after = (piece.lines - 1, 1) if last else (1, piece.lines - 1)
        return (
            Piece(piece.start, at.start(), piece.role, lines=before),
            Piece(at.end(), piece.end, piece.role, lines=after),
        )

    def _begins_with_header(self, piece: Piece, *, titled: bool = False) -> bool:
        """True if the first line is a header line, and, below a title that nothing marks, a byline or date."""
        found = _BREAK.search(self.text, piece.start, min(piece.end, piece.start + LONGEST))
        first = Piece(piece.start, found.start() if found else piece.end, piece.role)
        readings = self._read(first)
        return bool(readings) and (not titled or readings[0].role in {Role.BYLINE, Role.DATE})

    def _take_whole(self, index: int) -> bool:
        """Take the piece as one header line, or together with the piece after it if it is but a label."""
        piece = self.pieces[index]
        readings = self._read(piece) or self._read_with_next(index)
        if readings:
            self._name(piece, readings)
        return bool(readings)

    def _read(self, piece: Piece) -> tuple[Reading, ...]:
        if piece.end - piece.start > LONGEST:
            return ()
        plain = self._plain(piece)
        if self.labels and (added := self._read_added(plain)) is not None:
            return (added,)
        label, _, rest = plain.partition("\n")
        if rest and (name := lone_label(label)):
            value = value_after(name, rest, self._address(piece))
            return () if value is None else (value,)
        return read_line(plain, self._address(piece))

    def _read_added(self, plain: str) -> Reading | None:
        """A line whose label somebody added; whatever stands after it is taken as what they said it is."""
        label, colon, value = plain.partition(":")
        role = self.labels.get(" ".join(label.casefold().split()))
        if role is None or not colon or not value.strip():
            return None
        said = " ".join(value.split())
        return Reading(role, (iso_date(said) or said) if role is Role.DATE else said)

    def _read_with_next(self, index: int) -> tuple[Reading, ...]:
        """``Original url:`` and, in the piece after it, the link: the second piece is joined to the first."""
        piece = self.pieces[index]
        if piece.end - piece.start > _LABEL_LENGTH or index + 1 == len(self.pieces):
            return ()
        after = self.pieces[index + 1]
        label = lone_label(self._plain(piece))
        if not label or after.role not in {Role.PARAGRAPH, Role.DATE} or after.end - after.start > LONGEST:
            return ()
        value = value_after(label, self._plain(after), self._address(after))
        if value is None:
            return ()
        piece.end = after.end
        del self.pieces[index + 1]
        return (value,)

    def _address(self, piece: Piece) -> str:
        """Where a link in the piece leads, or at its edge."""
        for start, end in self.marks[bisect_left(self.marks, (piece.start,)) :]:
            if start > piece.end:
                break
            if self.text.startswith("](", start):
                address = self.text[start + 2 : end - 1].strip().partition(" ")[0].strip("<>")
                if is_address(address):
                    return address
        return ""

    def _name(self, piece: Piece, readings: tuple[Reading, ...]) -> None:
        """The piece is a header line; what it says is kept unless an earlier one said it."""
        piece.role = readings[0].role
        headers = self.headers
        for role, value, revised in readings:
            said = " ".join(value.split())
            if role is Role.TITLE:
                headers.title = headers.title or said
            elif role is Role.BYLINE:
                headers.byline = headers.byline or said
            elif role is Role.SOURCE:
                headers.source = headers.source or said
            elif not headers.date or (self.revised and not revised):
                headers.date, self.revised = said, revised

    def _part(self, index: int, *parts: Piece) -> bool:
        """Put the parts in the place of one piece, unless mark-up stands across their edges."""
        edge = parts[0].end
        place = bisect_left(self.marks, (edge,))
        if place and self.marks[place - 1][1] > edge:
            return False
        for part in parts:
            inner = self.marks[bisect_left(self.marks, (part.start,)) : bisect_left(self.marks, (part.end,))]
            part.start, part.end = drawn_in(self.text, part.start, part.end, inner)
        if any(part.start == part.end for part in parts):
            return False
        self.pieces[index : index + 1] = parts
        return True

    def _plain(self, piece: Piece) -> str:
        """The piece's words without mark-up, lines joined as they stand."""
        return plain_text(self.text, self.marks, piece.start, piece.end)


def plain_text(text: str, marks: list[Mark], start: int, end: int) -> str:
    """``text[start:end]`` without the mark-up in it; ``marks`` are sorted and disjoint."""
    parts = []
    at = start
    for index in range(bisect_left(marks, (start,)), len(marks)):
        mark_start, mark_end = marks[index]
        if mark_start >= end:
            break
        parts.append(text[at:mark_start])
        at = mark_end
    parts.append(text[at:end])
    return "".join(parts)
