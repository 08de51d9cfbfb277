"""A text becomes a version: blocks, mark-up, and what its header lines say. Pure; reads no file.

A block begins and ends with words: white space and mark-up at its edges lie between blocks, so that of ``# Title`` the
block is ``Title``, and of ``**Note:** see [here](#)`` it is ``Note:** see [here``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diptych.corpus.dates import moment
from diptych.corpus.headers import take_headers
from diptych.corpus.outline import outline_of
from diptych.model import Block, Role, Span, Version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diptych.corpus.records import Options, Record


def version_of(
    text: str, *, name: str = "", path: str = "", sha256: str = "", labels: Mapping[str, Role] | None = None
) -> Version:
    """Understand a text: its paragraphs, headings, list items and header lines, and which characters are mark-up.

    Args:
        text: plain text or Markdown, with any line ends; every character is accounted for.
        name: what to call the version where it has no title, such as the file's name.
        path: where the text came from.
        sha256: of the bytes it was read from.
        labels: words before a colon that make a header line, besides those known anyway.
    """
    outline = outline_of(text)
    headers = take_headers(text, outline, labels or {})
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


def version_from(record: Record, *, name: str, path: str, options: Options) -> Version:
    """Understand a record: as a text, with what its container knows about it.

    A title and a byline that the text does not have itself, but a column of its own, are put above it as header lines,
    so that they are compared like everything else. Such a date or address is of the version, not of its text.
    """
    version = version_of(record.text, name=name, path=path, sha256=record.sha256, labels=options.headers)
    title, byline, date, source = (
        " ".join(words.split()) for words in (record.title, record.byline, moment(record.date), record.source)
    )
    if not record.headed:
        version = _below(version, [(Role.TITLE, title), (Role.BYLINE, byline)])
    return replace(
        version,
        title=title or version.title,
        byline=byline or version.byline,
        date=date or version.date,
        source=source or version.source,
        notes=record.notes,
    )


def _below(version: Version, lines: list[tuple[Role, str]]) -> Version:
    """The version with header lines above its text, unless it has one that says the same."""
    there = {(b.role, " ".join(version.plain(b.start, b.end).split())) for b in version.blocks if b.role.is_header}
    head, blocks = "", []
    for role, words in lines:
        if words and (role, words) not in there:
            blocks.append(Block(len(head), len(head) + len(words), role))
            head += f"{words}\n\n"
    if not head:
        return version
    by = len(head)
    return replace(
        version,
        text=head + version.text,
        blocks=(*blocks, *(b._replace(start=b.start + by, end=b.end + by) for b in version.blocks)),
        markup=tuple(Span(mark.start + by, mark.end + by) for mark in version.markup),
    )
