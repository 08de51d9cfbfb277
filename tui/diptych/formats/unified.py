"""A unified diff of the two files by lines: what ``patch`` and ``git apply`` turn the old file into the new one with.

Pure. No lines are compared: those that hold a change of the comparison are replaced. Moves and splits cannot be said.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from diptych.formats.exact import runs
from diptych.formats.running import Fate
from diptych.formats.telling import cited
from diptych.layout.display import safe
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison

CONTEXT = 3
_MISSING = "\n\\ No newline at end of file\n"


class _Line(NamedTuple):
    sign: str
    text: str


def write(comparison: Comparison, *, context: int = CONTEXT, notes: bool = True) -> str:
    """The diff, with so many unchanged lines around each change; empty where the files are the same.

    The ``notes`` say what was compared; they stand above the diff, where patch looks away.
    """
    lines = list(_lines(comparison))
    if all(line.sign == " " for line in lines):
        return ""
    names = [_name(comparison, side) for side in Side]
    remarks = [f"# {line}\n" for line in cited(comparison)] if notes else []
    return "".join([*remarks, f"--- {names[0]}\n+++ {names[1]}\n", *_hunks(lines, max(0, context))])


def _name(comparison: Comparison, side: Side) -> str:
    """What to call a side: its path, on one line and without the tab that would end it."""
    version = comparison.version(side)
    return safe(version.path or version.name or side.value).replace("\t", " ")


def _lines(comparison: Comparison) -> Iterator[_Line]:
    """Every line of both files, with its sign; what stands between two line ends common to both is one replacement."""
    old, new = [""], [""]
    for run in runs(comparison):
        for part in _by_line_feed(run.text):
            if run.fate is not Fate.ADDED:
                _put(old, part)
            if run.fate is not Fate.REMOVED:
                _put(new, part)
            if run.fate is Fate.KEPT and part.endswith("\n") and not old[-1] and not new[-1]:
                yield from _replaced(old[:-1], new[:-1])
                old, new = [""], [""]
    yield from _replaced([line for line in old if line], [line for line in new if line])


def _by_line_feed(text: str) -> list[str]:
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _put(lines: list[str], part: str) -> None:
    lines[-1] += part
    if part.endswith("\n"):
        lines.append("")


def _replaced(old: list[str], new: list[str]) -> Iterator[_Line]:
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    yield from (_Line(" ", line) for line in old[:head])
    yield from (_Line("-", line) for line in old[head : len(old) - tail])
    yield from (_Line("+", line) for line in new[head : len(new) - tail])
    yield from (_Line(" ", line) for line in old[len(old) - tail :])


def _hunks(lines: list[_Line], context: int) -> Iterator[str]:
    changed = [n for n, line in enumerate(lines) if line.sign != " "]
    starts = [changed[0], *(b for a, b in pairwise(changed) if b - a > 2 * context + 1)]
    stops = [*(a for a, b in pairwise(changed) if b - a > 2 * context + 1), changed[-1]]
    at = [0, 0]  # lines of each side before the hunk
    done = 0
    for first, last in zip(starts, stops, strict=True):
        begin, end = max(done, first - context), min(len(lines), last + context + 1)
        for line in lines[done:begin]:
            at[0] += line.sign != "+"
            at[1] += line.sign != "-"
        inside = lines[begin:end]
        sizes = sum(line.sign != "+" for line in inside), sum(line.sign != "-" for line in inside)
        places = [f"{before + (size > 0)},{size}" for before, size in zip(at, sizes, strict=True)]
        yield f"@@ -{places[0]} +{places[1]} @@\n"
        yield from (_spelled(line) for line in inside)
        at = [before + size for before, size in zip(at, sizes, strict=True)]
        done = end


def _spelled(line: _Line) -> str:
    return line.sign + (line.text if line.text.endswith("\n") else line.text + _MISSING)
