"""Rows of an index as the values that the rest of diptych knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diptych.corpus.corpus import Document
from diptych.corpus.index.store import given

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = ("path", "name", "title", "byline", "date", "source", "opening", "words", "size", "key", "told", "number")
COLUMNS = ", ".join(f"document.{name}" for name in _NAMES)
"""Of the table of documents, in the order of :class:`~diptych.corpus.corpus.Document`'s fields."""


def document_from(row: Sequence[Any]) -> Document:
    """A row of :data:`COLUMNS` as a document."""
    path, name, title, byline, date, source, opening = map(given, row[:7])
    return Document(
        path, name, title, byline, date, source, opening, row[7], row[8], given(row[9]), given(row[10]), row[11]
    )
