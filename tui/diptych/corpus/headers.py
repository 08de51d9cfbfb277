"""The header lines of an article, known by their wording and their place: title, byline, date, source. Pure.

They are looked for at the head (the first pieces) and at the tail (the last ones) and nowhere else, and each must be
one whole line: "By Jane Doe, Reuters" is a byline, "By Monday, the troops had left the city." is a paragraph. The one
thing that may stand before words on the same line is a date glued to the very first one, as feeds write it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diptych.corpus.dates import date_at_start, iso_date
from diptych.corpus.names import is_byline, is_name
from diptych.corpus.outline import Outline, Piece, drawn_in
from diptych.model import Role

if TYPE_CHECKING:
    from diptych.corpus.inline import Mark

_HEAD = 8
_TAIL = 4
_LONGEST = 400

_LABELS = {
    Role.TITLE: "title headline",
    Role.BYLINE: "by byline author authors",
    Role.DATE: "date published updated posted created modified",
    Role.SOURCE: "source url link permalink",
}
_PHRASES = {
    Role.DATE: ("last updated", "last modified", "published on", "updated on", "posted on", "publication date"),
    Role.SOURCE: ("original url", "source url", "original link", "original source", "original article"),
    Role.BYLINE: ("written by", "reporting by"),
}
_ROLES = {label: role for role, labels in _LABELS.items() for label in labels.split()}
_ROLES |= {phrase: role for role, phrases in _PHRASES.items() for phrase in phrases}
_LABEL = re.compile(
    rf"(?P<label>{'|'.join(sorted(_ROLES, key=len, reverse=True))})\s*(?P<colon>:)\s*+(?P<value>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_BARE_DATE_LABEL = re.compile(
    r"(?P<label>date|(?:last )?(?:published|updated|posted|modified)(?: on)?)\s+(?P<value>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_GLUED_LABEL = re.compile(r"(?:date|published|updated|posted)(?P<colon>\s*:\s*|\s+)", re.IGNORECASE)
_GLUE = re.compile(r"\s*+(?:[-–—|:•·,]\s++)?")
_BY = re.compile(r"by\s+(?P<value>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+\Z", re.IGNORECASE)
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Headers:
    """What the header lines say; empty where they say nothing."""

    title: str = ""
    byline: str = ""
    date: str = ""
    source: str = ""
    revised: bool = field(default=False, repr=False)
    """The date is that of an update, and gives way to one of publication."""


def take_headers(text: str, outline: Outline) -> Headers:
    """Give the header lines among the outline's pieces their roles, parting them from what they are glued to."""
    found = _Finder(text, outline)
    found.part_glued_date()
    found.walk_head()
    found.walk_tail()
    return found.headers


class _Finder:
    """Walks the outline's pieces from both ends and rewrites them."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.pieces = outline.pieces
        self.marks = outline.marks
        self.headers = Headers()

    def part_glued_date(self) -> None:
        """`` date 2022-11-08 Armenia and …``: the date is a header line, the paragraph starts after it."""
        if not self.pieces or self.pieces[0].role is not Role.PARAGRAPH:
            return
        first = self.pieces[0]
        label = _GLUED_LABEL.match(self.text, first.start, min(first.end, first.start + 40))
        at = label.end() if label else first.start
        found = date_at_start(self.text, at, any_form=bool(label and label["colon"].strip()))
        if found is None or found[0] >= first.end:
            return
        end, said = found
        glue = _GLUE.match(self.text, end, first.end)
        rest = glue.end() if glue else end
        if rest == end or rest >= first.end or self.text[rest].islower() or _BREAK.search(self.text, end, rest):
            return
        date = Piece(first.start, rest, Role.DATE)
        body = Piece(rest, first.end, first.role, lines=first.lines)
        if self._part([date, body], at=0):
            self.headers.date = said

    def walk_head(self) -> None:
        """Look at the first pieces; several header lines may share one piece."""
        index = 0
        while index < min(_HEAD, len(self.pieces)):
            piece = self.pieces[index]
            if piece.role is Role.HEADING:
                self._take_heading(index)
            elif piece.role is Role.PARAGRAPH and not piece.literal:
                self._take_first_line(index)
            index += 1
        self._find_bare_title()

    def walk_tail(self) -> None:
        """Look at the last pieces, and at the last lines of each."""
        index = len(self.pieces) - 1
        lowest = max(0, len(self.pieces) - _TAIL)
        while index >= lowest and index < len(self.pieces):
            piece = self.pieces[index]
            if piece.role is Role.PARAGRAPH and not piece.literal and not self._take_label_before(index):
                self._take_last_line(index)
            index -= 1

    def _take_heading(self, index: int) -> None:
        piece = self.pieces[index]
        if piece.level == 1 and not self.headers.title and not any(p.role is Role.HEADING for p in self.pieces[:index]):
            piece.role = Role.TITLE
            self.headers.title = self._plain(piece)

    def _take_first_line(self, index: int) -> None:
        """Part the piece's first line from the rest if it is a header line, or take the piece as a whole."""
        piece = self.pieces[index]
        if self._take_whole(index):
            return
        line_end = _BREAK.search(self.text, piece.start, min(piece.end, piece.start + _LONGEST))
        if line_end is None or piece.lines < 2:
            return
        first = Piece(piece.start, line_end.start(), piece.role)
        rest = Piece(line_end.end(), piece.end, piece.role, lines=piece.lines - 1)
        reading = self._read(first)
        if reading is not None and self._part([first, rest], at=index):
            self._name(self.pieces[index], *reading)

    def _take_last_line(self, index: int) -> None:
        if self._take_whole(index):
            return
        piece = self.pieces[index]
        breaks = list(_BREAK.finditer(self.text, max(piece.start, piece.end - _LONGEST), piece.end))
        if not breaks or piece.lines < 2:
            return
        rest = Piece(piece.start, breaks[-1].start(), piece.role, lines=piece.lines - 1)
        last = Piece(breaks[-1].end(), piece.end, piece.role)
        reading = self._read(last)
        if reading is not None and self._part([rest, last], at=index):
            self._name(self.pieces[index + 1], *reading)

    def _take_whole(self, index: int) -> bool:
        piece = self.pieces[index]
        reading = self._read(piece) or self._read_label(index)
        if reading is None:
            return False
        self._name(piece, *reading)
        return True

    def _take_label_before(self, index: int) -> bool:
        """The label stands in the piece before, the value in this one."""
        if index == 0 or self.pieces[index - 1].role is not Role.PARAGRAPH:
            return False
        reading = self._read_label(index - 1)
        if reading is None:
            return False
        self._name(self.pieces[index - 1], *reading)
        return True

    def _read_label(self, index: int) -> tuple[Role, str] | None:
        """``Original url:`` and, in the piece after it, the link: one header line, the second piece joined to it."""
        piece = self.pieces[index]
        if piece.end - piece.start > 40 or index + 1 == len(self.pieces):
            return None
        label = _LABEL.match(self._plain(piece))
        after = self.pieces[index + 1]
        if label is None or label["value"] or after.role not in {Role.PARAGRAPH, Role.DATE}:
            return None
        role = _ROLES[" ".join(label["label"].casefold().split())]
        value = self._value(role, after)
        if value is None:
            return None
        piece.end = after.end
        del self.pieces[index + 1]
        return role, value

    def _read(self, piece: Piece) -> tuple[Role, str] | None:
        """What kind of header line the piece is and what it says, if it is one."""
        if piece.end - piece.start > _LONGEST:
            return None
        plain = self._plain(piece)
        if (date := iso_date(plain)) is not None:
            return Role.DATE, date
        if (labelled := _LABEL.match(plain)) and labelled["value"]:
            role = _ROLES[" ".join(labelled["label"].casefold().split())]
            value = self._value(role, piece, labelled["value"])
            return None if value is None else (role, value)
        if (dated := _BARE_DATE_LABEL.match(plain)) and (date := iso_date(dated["value"])) is not None:
            return Role.DATE, date
        if (by := _BY.match(plain)) and is_byline(by["value"]):
            return Role.BYLINE, by["value"].strip()
        return None

    def _value(self, role: Role, piece: Piece, said: str | None = None) -> str | None:
        """What follows a label, if it is what the label promises."""
        value = (self._plain(piece) if said is None else said).strip()
        if not value or len(value) > _LONGEST:
            return None
        if role is Role.SOURCE:
            if _ADDRESS.match(value):
                return value
            return self._linked(piece) or (value if is_name(value) else None)
        if role is Role.DATE:
            return iso_date(value) or (value if len(value) <= 40 and any(c.isdigit() for c in value) else None)
        if role is Role.BYLINE:
            return value if is_byline(value) else None
        return value if len(_BREAK.findall(value)) < 3 else None

    def _linked(self, piece: Piece) -> str | None:
        """The address of a link that the piece holds."""
        for start, end in self.marks[bisect_left(self.marks, (piece.start,)) :]:
            if start > piece.end:
                return None
            if self.text.startswith("](", start) and _ADDRESS.match(self.text[start + 2 : end - 1].split()[0]):
                return self.text[start + 2 : end - 1].split()[0]
        return None

    def _name(self, piece: Piece, role: Role, value: str) -> None:
        """The piece is a header line; what it says is kept unless an earlier one said it."""
        piece.role = role
        headers = self.headers
        value = " ".join(value.split())
        if role is Role.TITLE:
            headers.title = headers.title or value
        elif role is Role.BYLINE:
            headers.byline = headers.byline or value
        elif role is Role.SOURCE:
            headers.source = headers.source or value
        else:
            opening = self.text[piece.start : piece.start + 12].casefold()
            revised = "update" in opening or "modif" in opening
            if not headers.date or (headers.revised and not revised):
                headers.date, headers.revised = value, revised

    def _find_bare_title(self) -> None:
        """A short first paragraph right above a byline or date is the title, though nothing marks it."""
        if self.headers.title or len(self.pieces) < 3:
            return
        first, second = self.pieces[:2]
        if first.role is not Role.PARAGRAPH or first.literal or second.role not in {Role.BYLINE, Role.DATE}:
            return
        plain = self._plain(first) if first.end - first.start <= 250 else ""
        if plain and plain[-1] not in ".:;," and first.lines <= 3:
            self._name(first, Role.TITLE, plain)

    def _part(self, parts: list[Piece], at: int) -> bool:
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
        self.pieces[at : at + 1] = parts
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
