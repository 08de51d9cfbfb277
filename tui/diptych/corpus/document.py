"""A text becomes a version: blocks, mark-up, and what its header lines say. Pure; reads no file.

A block begins and ends with words: white space and mark-up at its edges lie between blocks, so that of ``# Title`` the
block is ``Title``, and of ``**Note:** see [here](#)`` it is ``Note:** see [here``.
"""

from __future__ import annotations

from diptych.corpus.headers import take_headers
from diptych.corpus.outline import outline_of
from diptych.model import Block, Span, Version


def version_of(text: str, *, name: str = "", path: str = "", sha256: str = "") -> Version:
    """Understand a text: its paragraphs, headings, list items and header lines, and which characters are mark-up.

    Args:
        text: plain text or Markdown, with any line ends; every character is accounted for.
        name: what to call the version where it has no title, such as the file's name.
        path: where the text came from.
        sha256: of the bytes it was read from.
    """
    outline = outline_of(text)
    headers = take_headers(text, outline)
    blocks = []
    number = 0
    for piece in outline.pieces:
        body = not piece.role.is_header
        number += body
        blocks.append(Block(piece.start, piece.end, piece.role, number if body else 0))
    return Version(
        text=text,
        blocks=tuple(blocks),
        markup=tuple(Span(start, end) for start, end in outline.marks),
        name=name,
        path=path,
        title=headers.title,
        byline=headers.byline,
        date=headers.date,
        source=headers.source,
        sha256=sha256,
    )
