"""A picture of the page, as scalable vectors: self-contained, each line where it stands on the screen. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from diptych.formats.paged import lines
from diptych.formats.telling import cited, title_of
from diptych.layout.wrap import cell_len
from diptych.palette import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.paged import Pieces
    from diptych.formats.selection import Selection
    from diptych.palette import Paint, Scheme

_CELL, _LINE = 8.4, 18
"""Width of a cell and height of a line, in the picture's units; the letters are of 14."""
_MARGIN = 16


def write(
    comparison: Comparison, width: int, scheme: Scheme | None, selection: Selection, *, notes: bool = True
) -> str:
    """The picture of lines of at most ``width`` cells, in a scheme's colours; a light one's if None."""
    scheme = scheme or LIGHT
    told = [line.pieces for line in lines(comparison, width, selection, notes=notes)]
    across, down = round(width * _CELL + 2 * _MARGIN), len(told) * _LINE + 2 * _MARGIN
    title = escape(f"{title_of(comparison)}: two versions compared")
    about = f"<desc>{_plain(escape('. '.join(cited(comparison, selection))))}</desc>\n" if notes else ""
    body = "\n".join(part for number, pieces in enumerate(told) for part in _drawn(pieces, number, scheme))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}" '
        f'role="img" font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="14">\n'
        f"<title>{_plain(title)}</title>\n{about}"
        f'<rect width="100%" height="100%" fill="{scheme.page}"/>\n{body}\n</svg>\n'
    )


def _drawn(pieces: Pieces, number: int, scheme: Scheme) -> Iterator[str]:
    """The pieces of a line, each at its cell and as wide as its cells, whatever font there is."""
    at, top = 0, _MARGIN + number * _LINE
    for text, ink in pieces:
        cells = cell_len(text)
        paint = scheme.inks[ink]
        x, across = _MARGIN + at * _CELL, cells * _CELL
        if paint.background:
            yield f'<rect x="{x:.1f}" y="{top}" width="{across:.1f}" height="{_LINE}" fill="{paint.background}"/>'
        if text.strip():
            yield (
                f'<text x="{x:.1f}" y="{top + 13}" textLength="{across:.1f}" lengthAdjust="spacingAndGlyphs" '
                f'xml:space="preserve"{_look(paint)}>{_plain(escape(text))}</text>'
            )
        at += cells


def _look(paint: Paint) -> str:
    told = f" fill={quoteattr(paint.color)}"
    if paint.bold:
        told += ' font-weight="bold"'
    if paint.italic:
        told += ' font-style="italic"'
    lines_ = [name for name, drawn in (("underline", paint.underline), ("line-through", paint.strike)) if drawn]
    return told + (f' text-decoration="{" ".join(lines_)}"' if lines_ else "")


def _plain(text: str) -> str:
    """Without the lone surrogates that no encoding can spell; all other controls were made visible before."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
