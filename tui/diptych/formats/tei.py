"""TEI P5 for scholars who collate: both witnesses in one text, by parallel segmentation. Pure.

``app`` holds a ``rdg`` for each witness where they differ (TEI Guidelines, 12.1 and 12.2.3); a passage that moved is an
``app`` at either end, and ``listTranspose`` ties the two. A paragraph that only one witness begins is a ``milestone``.
Mark-up of the files is left out; characters that XML cannot hold become U+FFFD.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from diptych import __version__
from diptych.formats.exact import PARAGRAPH, runs, words
from diptych.formats.running import Fate
from diptych.formats.telling import balance, facts, remark, title_of
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.exact import Run

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARTS = re.compile(r"\n\n|(?:(?!\n\n).)+", re.DOTALL)
_WITNESS = {Fate.REMOVED: Side.OLD, Fate.ADDED: Side.NEW}


def write(comparison: Comparison, *, notes: bool = True) -> str:
    """The document; with ``notes``, a ``note`` tells of moves, splits and merges."""
    ends: dict[int, set[Side]] = {}
    body = "".join(_body(comparison, notes, ends))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
        f"{_header(comparison, ends)}<text>\n<body>\n{body}</body>\n</text>\n</TEI>\n"
    )


def _header(comparison: Comparison, ends: dict[int, set[Side]]) -> str:
    title = _spelled(title_of(comparison))
    witnesses = "".join(
        f'<witness xml:id="{side.value}">{"; ".join(f"{n}: {_spelled(v)}" for n, v in facts(comparison.version(side)))}'
        "</witness>\n"
        for side in Side
    )
    moved = [link for link, sides in ends.items() if len(sides) == 2]
    transposed = "".join(
        f'<transpose>{"".join(f"""<ptr target="#m{link}-{side.value}"/>""" for side in Side)}</transpose>\n'
        for link in sorted(moved)
    )
    profile = f"<profileDesc>\n<listTranspose>\n{transposed}</listTranspose>\n</profileDesc>\n" if moved else ""
    return (
        f"<teiHeader>\n<fileDesc>\n<titleStmt><title>{title}: two versions collated</title></titleStmt>\n"
        "<publicationStmt><p>Not published: an export of a comparison.</p></publicationStmt>\n"
        f"<sourceDesc>\n<listWit>\n{witnesses}</listWit>\n</sourceDesc>\n</fileDesc>\n"
        '<encodingDesc>\n<variantEncoding method="parallel-segmentation" location="internal"/>\n'
        f'<appInfo><application ident="diptych" version="{__version__}"><label>diptych</label>'
        f"<p>{escape(balance(comparison.summary()))}</p></application></appInfo>\n"
        f"</encodingDesc>\n{profile}</teiHeader>\n"
    )


def _body(comparison: Comparison, notes: bool, ends: dict[int, set[Side]]) -> Iterator[str]:
    """The paragraphs of both; where one ends in one witness only, the other's goes on."""
    inside: list[str] = []
    said: set[tuple[int, Side]] = set()
    for changed, group in groupby(runs(comparison, words), key=_grouped):
        parts = list(group)
        if changed is not None:
            inside.append(_app(parts, ends))
            inside += _notes(comparison, parts, said) if notes else []
            continue
        for text in _PARTS.findall("".join(run.text for run in parts)):
            if text == PARAGRAPH:
                yield f"<p>{''.join(inside)}</p>\n"
                inside = []
            else:
                inside.append(_spelled(text))
    yield f"<p>{''.join(inside)}</p>\n"


def _grouped(run: Run) -> tuple[int, bool] | None:
    """What belongs into one ``app``: the changed runs of a link that stand together."""
    return None if run.fate is Fate.KEPT else (run.link, run.moved)


def _app(parts: list[Run], ends: dict[int, set[Side]]) -> str:
    readings = []
    for fate, side in _WITNESS.items():
        told = "".join(
            '<milestone unit="paragraph"/>' if text == PARAGRAPH else _spelled(text)
            for run in parts
            if run.fate is fate
            for text in _PARTS.findall(run.text)
        )
        name = ""
        if told and parts[0].moved and side not in ends.setdefault(parts[0].link, set()):
            ends[parts[0].link].add(side)
            name = f' xml:id="m{parts[0].link}-{side.value}"'
        readings.append(f'<rdg wit="#{side.value}"{name}>{told}</rdg>')
    return f"<app>{''.join(readings)}</app>"


def _notes(comparison: Comparison, parts: list[Run], said: set[tuple[int, Side]]) -> Iterator[str]:
    """A note on what readings cannot say, once an end of a link."""
    run = parts[-1]
    if run.link < 0:
        return
    link = comparison.links[run.link]
    side = Side.OLD if link.moved and run.fate is Fate.REMOVED else Side.NEW
    if link.old and link.new and (run.link, side) not in said:
        said.add((run.link, side))
        if told := remark(comparison, run.link, side):
            yield f'<note type="change">{escape(told)}</note>'


def _spelled(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
