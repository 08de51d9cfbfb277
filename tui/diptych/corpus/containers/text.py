"""Plain text and Markdown: the file is the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.corpus.encoding import decoded
from diptych.corpus.frontmatter import with_front_matter
from diptych.corpus.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.corpus.records import Options


def read(data: bytes, called: str, options: Options) -> Sequence[Record]:
    """The one document of a text file."""
    found = decoded(data, called, options.encoding)
    return [with_front_matter(Record("", found.text, headed=True, notes=found.notes(called)), called)]
