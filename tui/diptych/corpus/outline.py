"""Lines gathered into headings, paragraphs and list items, with the mark-up found on the way. Pure.

**Paragraphs.** Blank lines part them; the lines between two blank lines are one paragraph, wrapped. Only where nearly
all of a text (three quarters) stands in one stretch without a blank line may each of its lines be a paragraph of its
own, as many exports write it. Then two things must be true, and of a wrapped text neither is:

* nearly all of the stretch (three quarters of its characters) stands in lines that end as sentences end;
* the lines were not broken for want of room: they run to more than 160 characters, or the first word of the next line
  would have fitted into most of them.

**Edges.** A piece begins and ends with words: white space and mark-up at its edges lie outside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from diptych.corpus.inline import Mark, inline_marks
from diptych.corpus.lines import Line, Shape, lines_of
from diptych.model import Role

_ENDINGS = frozenset(".!?…。！？؟।")
_CLOSERS = "\"'”’»)]*_ "
_WIDE = 160
_HEADING_LENGTH = 250


@dataclass(slots=True)
class Piece:
    """A block in the making."""

    start: int
    end: int
    role: Role
    level: int = 0
    """1 for a chief heading (``#`` or ``===``), 2 and more for those below it."""
    lines: int = 1
    literal: bool = False
    """Code: nothing inside it is mark-up."""


@dataclass(slots=True)
class Outline:
    """The pieces of a text in order, and its mark-up, sorted and disjoint."""

    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def outline_of(text: str) -> Outline:
    """Gather the lines of a text into pieces, and find the mark-up between and inside them."""
    lines = lines_of(text)
    gathered = _Gatherer(text, _lone_lines(text, lines))
    for index, line in enumerate(lines):
        gathered.take(index, line)
    return _finished(text, gathered.pieces, gathered.marks)


class _Gatherer:
    """Takes the lines one by one; ``open`` is the paragraph or item that the next plain line may continue."""

    def __init__(self, text: str, lone: range) -> None:
        self.text = text
        self.lone = lone
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.open: Piece | None = None
        self.depth = 0

    def take(self, index: int, line: Line) -> None:
        """Let the line begin a piece, continue one, or be mark-up."""
        self.marks += line.marks
        if line.shape is Shape.RULE and self._take_rule(line):
            return
        if line.shape in {Shape.EMPTY, Shape.RULE}:
            self.open = None
        elif line.shape is Shape.FENCE:
            self.marks.append((line.start, line.end))
            self.open = None
        elif line.shape is Shape.HEADING:
            if line.start < line.end:
                self.pieces.append(Piece(line.start, line.end, Role.HEADING, line.count))
            self.open = None
        else:
            self._take_words(index, line)

    def _take_words(self, index: int, line: Line) -> None:
        piece = self.open
        code = line.shape is Shape.CODE
        if (
            piece is not None
            and not line.apart
            and line.shape is not Shape.ITEM
            and piece.literal == code
            and line.depth <= self.depth
            and index not in self.lone
        ):
            piece.end = line.end
            piece.lines += 1
            return
        role = Role.ITEM if line.shape is Shape.ITEM else Role.PARAGRAPH
        self.open = Piece(line.start, line.end, role, literal=code)
        self.pieces.append(self.open)
        self.depth = line.depth

    def _take_rule(self, line: Line) -> bool:
        """A line under a short paragraph makes it a heading; elsewhere three signs or more are a rule."""
        piece = self.open
        if piece is not None and not line.apart and line.mark and _could_be_heading(piece):
            piece.role, piece.level = Role.HEADING, 1 if line.mark == "=" else 2
            self.marks.append((line.start, line.end))
            self.open = None
            return True
        if line.count:
            self.marks.append((line.start, line.end))
            self.open = None
            return True
        line.shape = Shape.PLAIN
        return False


def _could_be_heading(piece: Piece) -> bool:
    short = piece.lines <= 3 and piece.end - piece.start <= _HEADING_LENGTH
    return short and piece.role is Role.PARAGRAPH and not piece.literal


def _finished(text: str, pieces: list[Piece], structure: list[Mark]) -> Outline:
    """Look inside the pieces, and draw their edges in to their words."""
    outline = Outline()
    marks = outline.marks
    place = 0
    for piece in pieces:
        while place < len(structure) and structure[place][1] <= piece.start:
            marks.append(structure[place])
            place += 1
        inner = [] if piece.literal else inline_marks(text, piece.start, piece.end)
        prefixes = place
        while place < len(structure) and structure[place][1] <= piece.end:
            place += 1
        if inner or place > prefixes:
            inner = _united(inner + structure[prefixes:place])
            marks += inner
            piece.start, piece.end = drawn_in(text, piece.start, piece.end, inner)
        if piece.start < piece.end:
            outline.pieces.append(piece)
    marks += structure[place:]
    return outline


def _united(marks: list[Mark]) -> list[Mark]:
    """The same characters in spans that are sorted and disjoint."""
    united: list[Mark] = []
    for start, end in sorted(marks):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def drawn_in(text: str, start: int, end: int, marks: list[Mark]) -> tuple[int, int]:
    """The span without the white space and mark-up at its edges; empty where nothing else is left.

    ``marks`` are the sorted mark-up spans inside the span.
    """
    first, last = 0, len(marks) - 1
    while start < end:
        if first <= last and marks[first][0] <= start:
            start = max(start, marks[first][1])
            first += 1
        elif text[start].isspace():
            start += 1
        else:
            break
    while start < end:
        if first <= last and marks[last][1] >= end:
            end = min(end, marks[last][0])
            last -= 1
        elif text[end - 1].isspace():
            end -= 1
        else:
            break
    return start, max(start, end)


def _lone_lines(text: str, lines: list[Line]) -> range:
    """The stretch of lines each of which is a paragraph of its own; empty for a text with ordinary paragraphs."""
    stretch = _main_stretch(lines)
    if len(stretch) < 2:
        return range(0)
    lengths = [lines[index].end - lines[index].start for index in stretch]
    ended = sum(n for index, n in zip(stretch, lengths, strict=True) if _ends_a_sentence(text, lines[index]))
    if ended * 4 < sum(lengths) * 3:
        return range(0)
    width = max(lengths)
    if width > _WIDE:
        return stretch
    roomy = 0
    for index, length in zip(stretch[1:], lengths, strict=False):
        first_word = text[lines[index].start : lines[index].end].split(None, 1)[0]
        roomy += length + 1 + len(first_word) <= width
    return stretch if roomy * 2 > len(stretch) - 1 else range(0)


def _main_stretch(lines: list[Line]) -> range:
    """The longest run of plain lines without a blank one between, if it holds three quarters of the text."""
    best, most, total = range(0), 0, 0
    begin, size = 0, 0
    for index, line in enumerate(lines):
        if line.apart or line.shape is not Shape.PLAIN:
            begin, size = index, 0
        size += line.end - line.start
        total += line.end - line.start
        if size > most:
            best, most = range(begin, index + 1), size
    return best if most * 4 >= total * 3 else range(0)


def _ends_a_sentence(text: str, line: Line) -> bool:
    tail = text[max(line.start, line.end - 12) : line.end].rstrip(_CLOSERS)
    return tail[-1:] in _ENDINGS
