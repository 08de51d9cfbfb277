"""The lines of a text and what each looks like: plain, heading, item, quotation, rule or fence. Pure.

A line ends at ``\\n``, ``\\r\\n`` or ``\\r`` and nowhere else; a line of nothing but white space is blank. Whether a
line that looks like a list item or a fence really is one depends on its neighbours, and is settled here as well.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import Enum, auto

_LINE = re.compile(r"\S[^\r\n]*+")
_BREAK = re.compile(r"\r\n|\r|\n")
_SINGLE_BREAKS = frozenset({"\n", "\r\n", "\r"})
_LEADS = frozenset("#>-*+_=`~•‣◦▪0123456789")

_ATX = re.compile(r"(#{1,6})(?=[ \t]|\Z)")
_WIKI = re.compile(r"(={2,6}+)[^=]++\1\Z")
_FENCE = re.compile(r"(`{3,}+)[^`]*+\Z|(~{3,}+).*\Z", re.DOTALL)
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|={3,}+)\Z")
_UNDERLINE = re.compile(r"(?:={2,}+|-{2,}+)\Z")
_BULLET = re.compile(r"([-*+•‣◦▪])[ \t]+(?=\S)")
_NUMBER = re.compile(r"([0-9]{1,3})([.)])[ \t]+(?=\S)")
_KEY = re.compile(r"[\w-]+:(?:\s|\Z)")
_SETTING = re.compile(r"""[\w."'-]+[ \t]*=|\[""")
_FRONT_MATTER = 60


class Shape(Enum):
    """What a line looks like."""

    PLAIN = auto()
    HEADING = auto()
    ITEM = auto()
    RULE = auto()
    FENCE = auto()
    CODE = auto()
    EMPTY = auto()
    """Only quotation marks of a block quote: it separates, as a blank line does."""


@dataclass(slots=True)
class Line:
    """One line that is not blank: the span of its words, and what stands around them."""

    start: int
    end: int
    apart: bool
    """A blank line, or the edge of the text, stands before it."""
    shape: Shape = Shape.PLAIN
    depth: int = 0
    """How many block quotes it stands in."""
    marks: tuple[tuple[int, int], ...] = ()
    """Mark-up before and after its words; for a rule or a fence the whole line."""
    mark: str = ""
    """The bullet, the delimiter of a number, or the characters of a fence or underline."""
    count: int = 0
    """The level of a heading, the number of an item."""
    content: int = 0
    """Where an item's words begin, should it prove to be one."""


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order, each with its settled shape."""
    lines: list[Line] = []
    last = 0
    separated = True
    for match in _LINE.finditer(text):
        start, stop = match.span()
        end = stop
        if text[end - 1].isspace():
            end = start + len(match.group().rstrip())
        gap = text[last:start]
        apart = separated or (gap not in _SINGLE_BREAKS and len(_BREAK.findall(gap)) > 1)
        last = stop
        line = Line(start, end, apart)
        separated = False
        if text[start] in _LEADS:
            _look(text, line, lines[-1] if lines else None)
            separated = line.shape is Shape.EMPTY
        lines.append(line)
    _settle_front_matter(text, lines)
    _settle_fences(lines)
    for line in lines:
        if line.shape is Shape.HEADING:
            _bare_heading(text, line)
    _settle_items(text, lines)
    return lines


def _look(text: str, line: Line, above: Line | None) -> None:
    """Give the line its shape, as far as it alone can tell."""
    _strip_quotation(text, line, above)
    if line.start == line.end:
        line.shape = Shape.EMPTY
        return
    lead = text[line.start]
    content = text[line.start : line.end]
    if lead == "#":
        if match := _ATX.match(content):
            line.shape, line.count = Shape.HEADING, len(match[1])
    elif lead == "=" and (match := _WIKI.match(content)):
        line.shape, line.count = Shape.HEADING, len(match[1])
    elif lead in "`~":
        if match := _FENCE.match(content):
            line.shape, line.mark = Shape.FENCE, match[1] or match[2]
            line.count = int(len(line.mark) == len(content))
    elif lead in "*-_=" and (_RULE.match(content) or _UNDERLINE.match(content)):
        line.shape = Shape.RULE
        line.mark = lead if _UNDERLINE.match(content) else ""
        line.count = int(bool(_RULE.match(content)))
    elif match := _BULLET.match(content):
        line.shape, line.mark, line.content = Shape.ITEM, match[1], line.start + match.end()
    elif match := _NUMBER.match(content):
        line.shape, line.mark, line.count = Shape.ITEM, match[2], int(match[1])
        line.content = line.start + match.end()


def _strip_quotation(text: str, line: Line, above: Line | None) -> None:
    """Move the line's start past its ``>``; a "> 5" inside a paragraph is a comparison, not a quotation."""
    if text[line.start] != ">":
        return
    if not line.apart and above is not None and above.depth == 0 and above.shape is Shape.PLAIN:
        words = text[line.start : min(line.end, line.start + 40)].lstrip("> \t")
        if words[:1].isdigit():
            return
    marks = []
    at = line.start
    while at < line.end and (text[at] == ">" or text[at].isspace()):
        if text[at] == ">":
            marks.append((at, at + 1))
        at += 1
    line.start, line.depth, line.marks = at, len(marks), tuple(marks)


def _settle_front_matter(text: str, lines: list[Line]) -> None:
    """``---``, lines of ``key: value``, ``---`` at the very top, or ``+++`` and ``key = value``: each line stands by
    itself."""
    if lines and text[lines[0].start : lines[0].end] == "+++":
        _settle_pluses(text, lines)
        return
    if not lines or lines[0].mark != "-" or lines[0].count == 0:
        return
    for place, line in enumerate(lines[1:_FRONT_MATTER], start=1):
        if line.shape is Shape.RULE and line.mark == "-":
            if place > 1:
                for inner in lines[1 : place + 1]:
                    inner.apart = True
            return
        if line.apart or not (_KEY.match(text, line.start, line.end) or line.shape is Shape.ITEM):
            return


def _settle_pluses(text: str, lines: list[Line]) -> None:
    for place, line in enumerate(lines[1:_FRONT_MATTER], start=1):
        if text[line.start : line.end] == "+++":
            lines[0].shape = line.shape = Shape.RULE
            lines[0].mark = line.mark = "+"
            lines[0].count = line.count = 1
            for inner in lines[1 : place + 1]:
                inner.apart = True
            return
        if place == 1 and not _SETTING.match(text, line.start, line.end):
            return


def _settle_fences(lines: list[Line]) -> None:
    """Lines between an opening and a closing fence are code; a fence that nothing closes is text.

    ``longest`` says for each fence whether any that could close it still follows, so that no search is in vain.
    """
    fences = [line for line in lines if line.shape is Shape.FENCE]
    if not fences:
        return
    longest: list[dict[str, int]] = [{}] * len(fences)
    ahead = {"`": 0, "~": 0}
    for index in range(len(fences) - 1, -1, -1):
        longest[index] = dict(ahead)
        if fences[index].count:
            lead = fences[index].mark[0]
            ahead[lead] = max(ahead[lead], len(fences[index].mark))
    opened = ""
    seen = 0
    for line in lines:
        if line.shape is Shape.FENCE:
            seen += 1
            if not opened and longest[seen - 1][line.mark[0]] >= len(line.mark):
                opened = line.mark
                continue
            if opened and line.count and line.mark.startswith(opened):
                opened = ""
                continue
        if opened:
            line.shape = Shape.EMPTY if line.shape is Shape.EMPTY else Shape.CODE
        elif line.shape is Shape.FENCE:
            line.shape = Shape.PLAIN


def _settle_items(text: str, lines: list[Line]) -> None:
    """Decide which lines that look like list items are items.

    "3. Oktober", "1990. Then" and "- 5 °C" look like items and are prose; a number makes an item only beside its
    neighbour (1, 2 or 1, 1), and inside a paragraph a bullet does so only beside another one or after a colon.
    """
    seeming = [index for index, line in enumerate(lines) if line.shape is Shape.ITEM]
    joined = [_adjacent(lines, a, b) for a, b in itertools.pairwise(seeming)]
    for place, index in enumerate(seeming):
        line = lines[index]
        follows = place > 0 and joined[place - 1] and lines[seeming[place - 1]].shape is Shape.ITEM
        leads = place < len(joined) and joined[place]
        if not (follows or _may_begin(text, lines, index, leads)):
            line.shape, line.mark, line.count = Shape.PLAIN, "", 0
            continue
        end = line.content
        while text[end - 1].isspace():
            end -= 1
        line.marks += ((line.start, end),)
        line.start = line.content


def _bare_heading(text: str, line: Line) -> None:
    """Part a heading's words from the ``#``, or a wiki's ``==``, before and after them."""
    sign = text[line.start]
    opening = line.start + line.count
    body = text[opening : line.end]
    bare = body.rstrip(sign)
    line.marks += ((line.start, opening),)
    if len(bare) < len(body) and (not bare or bare[-1].isspace() or sign == "="):
        line.marks += ((line.end - (len(body) - len(bare)), line.end),)
        body = bare
    line.end = opening + len(body.rstrip())
    line.start = min(line.end, opening + len(body) - len(body.lstrip()))


def _adjacent(lines: list[Line], first: int, second: int) -> bool:
    """True where the second seeming item is the first one's neighbour in a list."""
    a, b = lines[first], lines[second]
    if a.mark != b.mark or a.depth != b.depth or bool(a.count) != bool(b.count):
        return False
    if a.count and b.count != a.count + 1 and not a.count == b.count == 1:
        return False
    between = lines[first + 1 : second]
    return all(line.shape is Shape.PLAIN and not line.apart for line in between)


def _may_begin(text: str, lines: list[Line], index: int, leads: bool) -> bool:
    """True where a line can be the first item of a list; ``leads`` says that another item follows it."""
    line = lines[index]
    above = lines[index - 1] if index else None
    free = line.apart or above is None or above.shape not in {Shape.PLAIN, Shape.ITEM}
    announced = above is not None and text[above.end - 1] == ":"
    if line.mark in {".", ")"}:
        return leads and (free or announced or line.count == 1)
    return leads or announced or (free and not text[line.content].isdigit())
