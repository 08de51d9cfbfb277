"""One page for a browser or a mail: both versions side by side, without a script, fit for screen readers and paper.

Pure but for the style sheet that the package brings along. What was removed is ``del`` and what was added is ``ins``,
each with words that a screen reader says; both ends of a passage that moved lead to each other.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from diptych import __version__
from diptych.formats.selection import kept_rows
from diptych.formats.telling import balance, counts, facts, left_out, paragraph, place, remark, title_of
from diptych.layout.excerpt import FATES
from diptych.layout.filters import walked
from diptych.layout.particulars import plural
from diptych.layout.pieces import column
from diptych.layout.rows import MOVED_SIGN, SIGNS, rows_of
from diptych.layout.status import described
from diptych.model import Kind, Side
from diptych.palette import DARK, LIGHT, Ink
from diptych.paths import packaged

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Set

    from diptych.comparison.result import Comparison
    from diptych.formats.selection import Selection
    from diptych.layout.display import Piece
    from diptych.layout.rows import Rows
    from diptych.palette import Scheme

_WHOLE = {Ink.REMOVED: "-", Ink.ADDED: "+"}
_SAID = {"-": ("del", "removed"), "+": ("ins", "added")}
_FIRST_WORDS = 60


def parts(comparison: Comparison, selection: Selection, *, notes: bool = True) -> Iterator[str]:
    """The page; ``notes`` adds what to know about the comparison and how it was made."""
    return (f"{line}\n" for line in _page(comparison, selection, notes))


def _page(comparison: Comparison, selection: Selection, notes: bool) -> Iterator[str]:
    title = escape(title_of(comparison))
    rows = rows_of(comparison)
    kept, shown = kept_rows(rows, selection), frozenset(walked(rows, selection.wanted))
    yield '<!DOCTYPE html>\n<html lang="">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}: two versions compared</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<header>"
    yield f'<h1 dir="auto">{title}</h1>\n<div class="versions">'
    for side in Side:
        yield f'<section class="{side.value}">\n<h2>{side.value.capitalize()} version</h2>\n<dl>'
        yield from (f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in facts(comparison.version(side)))
        yield "</dl>\n</section>"
    summary = comparison.summary()
    told = ", ".join(f"{count:,} {name}" for name, count in counts(summary))
    yield f'</div>\n<p class="counts">{told}. {balance(summary).capitalize()}.</p>\n</header>'
    yield from _contents(rows, shown)
    yield '<main>\n<table>\n<colgroup><col class="kind"><col><col></colgroup>'
    yield '<thead><tr><th scope="col">Change</th><th scope="col" class="old">Old</th>'
    yield '<th scope="col" class="new">New</th></tr></thead>\n<tbody>'
    yield from _rows(rows, kept, shown)
    yield "</tbody>\n</table>\n</main>\n<footer>"
    if notes:
        yield from (f"<p>{escape(note)}</p>" for note in (*comparison.notes, left_out(comparison, selection)) if note)
        yield f"<p>Struck through: only in the old version. Underlined: only in the new one. diptych {__version__}</p>"
    yield "</footer>\n</body>\n</html>"


def _style() -> str:
    """The style sheet with the palette's colours, light, and dark for whoever has asked for that."""
    sheet = (packaged("styles") / "export.css").read_text(encoding="utf-8")
    light, dark = _colors(LIGHT), _colors(DARK)
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{sheet}"


def _colors(scheme: Scheme) -> str:
    named = {ink.value: paint.color for ink, paint in scheme.inks.items()}
    named |= {"page": scheme.page, "current": scheme.current}
    named |= {
        "old_back": scheme.inks[Ink.OLD_WORD].background or scheme.page,
        "new_back": scheme.inks[Ink.NEW_WORD].background or scheme.page,
    }
    return " ".join(f"--{name}: {color};" for name, color in named.items())


def _contents(rows: Rows, shown: Set[int]) -> Iterator[str]:
    """A list of the changes, each leading to its row."""
    comparison = rows.comparison
    if not shown:
        return
    yield '<nav aria-label="Changes">\n<h2>Changes</h2>\n<ol>'
    for change in sorted(shown):
        index = rows.changes[change]
        side = Side.NEW if comparison.links[index].new else Side.OLD
        words = "".join(
            piece.text for pieces in column(comparison, rows.rows[rows.homes[change]], side) for piece in pieces
        )
        first = words[:_FIRST_WORDS].rpartition(" ")[0] + " …" if len(words) > _FIRST_WORDS else words
        kind = escape(f"{described(comparison.links[index])} {place(comparison, index)}")
        yield f'<li><a href="#r{rows.homes[change]}">{kind}: <bdi>{escape(first)}</bdi></a></li>'
    yield "</ol>\n</nav>"


def _rows(rows: Rows, kept: list[bool], shown: Container[int]) -> Iterator[str]:
    left_out = 0
    for number, is_kept in enumerate([*kept, True]):
        if not is_kept:
            left_out += 1
            continue
        if left_out:
            yield f'<tr class="fold"><td colspan="3">⋯ {plural(left_out, "row")} left out</td></tr>'
            left_out = 0
        if number < len(kept):
            change = rows.change_at(number)
            yield _row(rows, number, hidden=change is not None and change not in shown)


def _row(rows: Rows, number: int, *, hidden: bool) -> str:
    link = rows.link_of(number)
    if hidden:
        cells = "".join(_cell(rows, number, side, hidden=True) for side in Side)
        opens = " opens" if rows.opens_paragraph(number) else ""
        label = f'<span class="label">{escape(described(link))}, hidden</span>'
        return f'<tr id="r{number}" class="same{opens}"><th scope="row">{label}</th>{cells}</tr>'
    names = ["moved" if link.moved else link.kind.value, *(["opens"] if rows.opens_paragraph(number) else [])]
    label = ""
    if link.is_change:
        sign = MOVED_SIGN if link.moved else SIGNS[link.kind]
        label = (
            f'<span class="sign" aria-hidden="true">{sign}</span><span class="label">{escape(described(link))}</span>'
        )
    cells = "".join(_cell(rows, number, side) for side in Side)
    return f'<tr id="r{number}" class="{" ".join(names)}"><th scope="row">{label}</th>{cells}</tr>'


def _cell(rows: Rows, number: int, side: Side, *, hidden: bool = False) -> str:
    row, comparison = rows.rows[number], rows.comparison
    if not row.has(side):
        return "<td></td>"
    link = comparison.links[row.link]
    paragraphs = [_inked(pieces) for pieces in column(comparison, row, side, hidden=hidden)]
    told = "<br><br>".join(paragraphs)
    if rows.opens_paragraph(number) and (here := paragraph(comparison, row.link, side)) and _opens(rows, number, side):
        told = f'<span class="number">¶{here}</span>{told}'
    if link.moved and number in rows.other_end:
        told = f'<a class="other-end" href="#r{rows.other_end[number]}">{remark(comparison, row.link, side)}</a>{told}'
    elif link.kind in {Kind.SPLIT, Kind.MERGED} and side is Side.NEW and link.is_change:
        told += f' <span class="number">({remark(comparison, row.link, side)})</span>'
    return f'<td dir="auto">{told}</td>'


def _opens(rows: Rows, number: int, side: Side) -> bool:
    start = rows.rows[number].on(side)[0]
    listed = rows.comparison.sentences(side)
    return start == 0 or listed[start - 1].block != listed[start].block


def _inked(pieces: list[Piece]) -> str:
    """Pieces as HTML; neighbours of one fate make one element."""
    told: list[str] = []
    before = ""
    for text, ink in pieces:
        fate = FATES.get(ink) or _WHOLE.get(ink, "") or (before if ink is Ink.TOKEN else "")
        if fate != before:
            told.append(_closed(before) + _opened(fate))
            before = fate
        said = escape(text)
        told.append(f'<span class="token">{said}</span>' if ink is Ink.TOKEN else said)
    return "".join(told) + _closed(before)


def _opened(fate: str) -> str:
    if not fate:
        return ""
    name, said = _SAID[fate]
    return f'<{name}><span class="sr">[{said}: </span>'


def _closed(fate: str) -> str:
    return f'<span class="sr">]</span></{_SAID[fate][0]}>' if fate else ""
