"""Mark-up inside a block: emphasis, links, code, addresses, escapes. Pure, and linear in the block's length.

The rules are CommonMark's, read strictly, since a plain-text article must come through unharmed: whatever is not
closed is text, and so are ``[sic]``, ``<b>``, ``5 * 3``, ``snake_case``, ``f**k`` and ``2*3*4``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

Mark = tuple[int, int]

_SPECIAL = re.compile(r"[*_`\[<\\]")
# A bare address is words to its end: the underscores in it are its own.
_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`+|<|!?\[|\]|\*+|_+|https?://[^\s<>\[\]`*\"\\]*+")
_ADDRESS = re.compile(
    r"<(?:(?:https?|ftp)://[^\s<>]++|mailto:[^\s<>]++|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9.-]++)>",
    re.IGNORECASE,
)
# Possessive throughout: nothing here may be tried twice.
_DESTINATION = re.compile(
    r"""\(\s*+
        (?:<[^<>\r\n]*+>|(?:\\[()]|[^\s()<>]|\((?:\\[()]|[^\s()])*+\))++|(?=\)))
        (?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?+
        \s*+\)""",
    re.VERBOSE,
)
_CJK = 0x2E80


@dataclass(slots=True)
class _Run:
    """A run of ``*`` or ``_`` that may open or close emphasis."""

    order: int
    char: str
    start: int
    end: int
    length: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Scan:
    """What has been seen of a block so far."""

    text: str
    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)
    brackets: list[tuple[int, int, int]] = field(default_factory=list)
    """Where each open bracket begins and ends, and how many runs stood before it."""
    barred: int = -1
    """Brackets (not those of images) that begin before this can no longer open a link: no link holds another."""
    runs: list[_Run] = field(default_factory=list)


def inline_marks(text: str, start: int, end: int) -> list[Mark]:
    """The spans of ``text[start:end]`` that are mark-up, sorted and disjoint."""
    if _SPECIAL.search(text, start, end) is None:
        return []
    scan = _Scan(text, start, end)
    ticks = _ticks(text, start, end)
    at = start
    while match := _TOKEN.search(text, at, end):
        at = _take(scan, match, ticks)
    _settle_emphasis(scan, 0)
    return sorted(scan.marks)


def _take(scan: _Scan, match: re.Match[str], ticks: dict[int, list[int]]) -> int:
    """Take in one token; where to go on."""
    token = match.group()
    begin, end = match.span()
    lead = token[0]
    if lead == "\\":
        scan.marks.append((begin, begin + 1))
    elif lead == "`":
        return _take_code(scan, begin, end, ticks)
    elif lead == "<":
        if found := _ADDRESS.match(scan.text, begin, scan.end):
            scan.marks += [(begin, end), (found.end() - 1, found.end())]
            return found.end()
    elif lead in "![":
        scan.brackets.append((begin, end, len(scan.runs)))
    elif lead == "]":
        return _close_bracket(scan, begin)
    elif lead in "*_":
        _take_run(scan, begin, end)
    return end


def _ticks(text: str, start: int, end: int) -> dict[int, list[int]]:
    """Where the runs of backticks of each length begin."""
    found: dict[int, list[int]] = {}
    if text.find("`", start, end) >= 0:
        for match in re.compile("`+").finditer(text, start, end):
            found.setdefault(match.end() - match.start(), []).append(match.start())
    return found


def _take_code(scan: _Scan, begin: int, end: int, ticks: dict[int, list[int]]) -> int:
    """Code between backticks is words as they stand; ``quotes'' and `quotes' of typewriters are not code."""
    length = end - begin
    places = ticks.get(length, [])
    index = bisect_right(places, begin)
    if index == len(places):
        return end
    close = places[index]
    after = scan.text[close + length] if close + length < scan.end else " "
    if after.isalnum() and not scan.text[close - 1].isalnum():
        return end
    scan.marks += [(begin, end), (close, close + length)]
    return close + length


def _close_bracket(scan: _Scan, begin: int) -> int:
    """``[words](address "title")``: the words stay, the rest is mark-up; without an address all of it is text."""
    if not scan.brackets:
        return begin + 1
    opened, inside, runs = scan.brackets.pop()
    image = inside - opened == 2
    found = _DESTINATION.match(scan.text, begin + 1, scan.end) if image or opened >= scan.barred else None
    if found is None:
        return begin + 1
    _settle_emphasis(scan, runs)
    scan.marks += [(opened, inside), (begin, found.end())]
    if not image:
        scan.barred = opened
    return found.end()


def _take_run(scan: _Scan, begin: int, end: int) -> None:
    """CommonMark's flanking rules; besides, asterisks inside a word ("f**k", "2*3") are letters of it."""
    text, char = scan.text, scan.text[begin]
    before = text[begin - 1] if begin > scan.start else " "
    after = text[end] if end < scan.end else " "
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if char == "_":
        left, right = left and (not right or mark_before), right and (not left or mark_after)
    elif before.isalnum() and after.isalnum() and ord(before) < _CJK and ord(after) < _CJK:
        return
    if left or right:
        scan.runs.append(_Run(len(scan.runs), char, begin, end, end - begin, left, right))


def _is_mark(char: str) -> bool:
    return not char.isalnum() and unicodedata.category(char)[0] in "PS"


def _settle_emphasis(scan: _Scan, bottom: int) -> None:
    """Pair the runs from ``bottom`` on, and forget them.

    ``hopeless`` remembers, for each sort of closing run, up to where no opening run suits it; so nothing is searched
    twice.
    """
    runs = scan.runs[bottom:]
    del scan.runs[bottom:]
    stack: list[_Run] = []
    hopeless: dict[tuple[str, bool, int], int] = {}
    for closer in runs:
        key = (closer.char, closer.opens, closer.length % 3)
        while closer.closes and closer.start < closer.end:
            depth = _opener(stack, closer, hopeless.get(key, -1))
            if depth < 0:
                hopeless[key] = stack[-1].order if stack else -1
                break
            del stack[depth + 1 :]
            opener = stack[depth]
            width = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
            scan.marks += [(opener.end - width, opener.end), (closer.start, closer.start + width)]
            opener.end -= width
            closer.start += width
            if opener.start == opener.end:
                stack.pop()
        if closer.opens and closer.start < closer.end:
            stack.append(closer)


def _opener(stack: list[_Run], closer: _Run, floor: int) -> int:
    """The depth of the run that the closing one belongs to, or -1."""
    for depth in range(len(stack) - 1, -1, -1):
        run = stack[depth]
        if run.order <= floor:
            break
        if run.char != closer.char:
            continue
        odd = (run.closes or closer.opens) and (run.length + closer.length) % 3 == 0
        if not odd or (run.length % 3 == 0 and closer.length % 3 == 0):
            return depth
    return -1
