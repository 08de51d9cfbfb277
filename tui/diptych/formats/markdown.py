"""A report in Markdown (CommonMark with GitHub's tables): what was compared, the counts, and every change. Pure.

A text's own characters are escaped wherever Markdown could take them for mark-up. Words that changed are in ``<del>``
and ``<ins>``: Markdown's own emphasis cannot begin between a letter and a comma, where an editor's comma goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diptych import __version__
from diptych.formats.selection import chosen
from diptych.formats.telling import balance, counts, facts, left_out, place, remark, title_of
from diptych.layout.excerpt import FATES, told_in
from diptych.layout.status import described
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.selection import Selection

_SPECIAL = re.compile(r"[\\`*\[\]<>|~]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_])|^[#=+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_ELEMENTS = {"-": "del", "+": "ins"}


def parts(comparison: Comparison, selection: Selection, *, notes: bool = True) -> Iterator[str]:
    """The report, ended by a line feed; ``notes`` are what to know about the comparison, and how it was made."""
    return (f"{line}\n" for line in _lines(comparison, selection, notes))


def _lines(comparison: Comparison, selection: Selection, notes: bool) -> Iterator[str]:
    summary = comparison.summary()
    yield f"# {escaped(title_of(comparison))}"
    yield ""
    yield from _compared(comparison)
    yield ""
    yield ", ".join(f"**{count:,}** {name}" for name, count in counts(summary)) + "."
    yield f"{balance(summary)[:1].upper()}{balance(summary)[1:]}."
    indices = [index for index in chosen(comparison, selection) if comparison.links[index].is_change]
    yield ""
    yield "## Changes"
    for number, index in enumerate(indices, 1):
        yield ""
        yield f"### {number}. {_title(comparison, index)}"
        for side in Side:
            told = _quoted(comparison, index, side)
            if told:
                yield ""
                yield f"{side.value.capitalize()}:"
                yield ""
                yield from told
        if told_of := remark(comparison, index, Side.NEW):
            yield ""
            yield f"*{escaped(told_of[:1].upper() + told_of[1:])}.*"
    if not indices:
        yield ""
        yield "None."
    if notes:
        yield ""
        yield "---"
        yield ""
        for note in filter(None, (*comparison.notes, left_out(comparison, selection))):
            yield f"- {escaped(note)}"
        yield "- Struck through: only in the old version. Underlined: only in the new one."
        yield f"- Made by diptych {__version__}."


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _compared(comparison: Comparison) -> Iterator[str]:
    """A table of what identifies both versions."""
    listed = {side: dict(facts(comparison.version(side))) for side in Side}
    names = list(dict.fromkeys([*listed[Side.OLD], *listed[Side.NEW]]))
    yield "| | old | new |"
    yield "| --- | --- | --- |"
    for name in names:
        yield f"| {name} | {' | '.join(escaped(listed[side].get(name, '')) for side in Side)} |"


def _title(comparison: Comparison, index: int) -> str:
    parts = [described(comparison.links[index]), place(comparison, index)]
    parts += [facet.value for facet in comparison.facets(index)]
    return escaped(" · ".join(parts))


def _quoted(comparison: Comparison, index: int, side: Side) -> list[str]:
    """The sentences of a side as a quotation, changed words marked."""
    lines: list[str] = []
    for sentence in told_in(comparison, index, side):
        if lines:
            lines.append(">")
        lines.append("> " + "".join(_marked(text, FATES.get(ink, "")) for text, ink in sentence))
    return lines


def _marked(text: str, fate: str) -> str:
    """A run of text, in the element of its fate."""
    name = _ELEMENTS.get(fate)
    return f"<{name}>{escaped(text)}</{name}>" if name and text.strip() else escaped(text)
