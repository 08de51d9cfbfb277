r"""One running text in CriticMarkup: ``{--removed--}``, ``{++added++}``, ``{>>remark<<}``. Pure.

Rejecting every mark gives the old file and accepting every mark the new one, to the code point. What the notation
cannot say, a remark does: that a passage moved, and where its other end is; that a sentence was split or merged. Where
the texts themselves hold a mark of the notation, a backslash parts its characters, one more than stood there already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diptych.formats.exact import runs
from diptych.formats.running import Fate
from diptych.formats.telling import cited, remark
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.exact import Run

_MARKS = {Fate.REMOVED: ("{--", "--}"), Fate.ADDED: ("{++", "++}")}
_LITERAL = re.compile(r"(?<=\{)(?=\\*(?:\+\+|--|~~|>>|==))|(?<=\+\+|--|~~|<<|==)(?=\\*\})")
_PARTED = r"\\"
_LINES = re.compile(r"[^\n]+|\n+")


def write(comparison: Comparison, *, notes: bool = True) -> str:
    """Both files as one, with remarks on moves, splits, merges and what was compared unless ``notes`` is false."""
    told = "".join(_told(comparison, notes))
    return f"{{>>{_LITERAL.sub(_PARTED, '. '.join(cited(comparison)))}<<}}{told}" if notes else told


def _told(comparison: Comparison, notes: bool) -> Iterator[str]:
    said: set[tuple[int, Side]] = set()
    for run in runs(comparison):
        yield _marked(run)
        if not notes or run.fate is Fate.KEPT or run.link < 0:
            continue
        side = Side.OLD if run.fate is Fate.REMOVED else Side.NEW
        link = comparison.links[run.link]
        # A tie in place is told once, at its new end; a passage that moved at either end.
        key = (run.link, side if link.moved else Side.NEW)
        if key not in said and link.old and link.new:
            said.add(key)
            if told := remark(comparison, run.link, key[1]):
                yield "{>>" + told + "<<}"


def _marked(run: Run) -> str:
    text = _LITERAL.sub(_PARTED, run.text)
    if run.fate is Fate.KEPT:
        return text
    before, after = _MARKS[run.fate]
    return "".join(f"{before}{part}{after}" for part in _LINES.findall(text))  # a mark ends with its paragraph
