"""CSV for a spreadsheet: a row a change, with both texts and the words that changed. Pure.

Encoded with a byte-order mark, without which Excel takes UTF-8 for something else. A cell that a spreadsheet would
take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from diptych import __version__
from diptych.formats.selection import chosen
from diptych.formats.telling import paragraph, sentences
from diptych.layout.display import shown
from diptych.layout.excerpt import marked_words
from diptych.model import Side

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.formats.selection import Selection

COLUMNS = (
    "number",
    "kind",
    "moved",
    "facets",
    "similarity",
    "old_paragraph",
    "new_paragraph",
    "old_text",
    "new_text",
    "old_marked",
    "new_marked",
)
CITED = ("old_file", "old_sha256", "new_file", "new_sha256", "made_by")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(comparison: Comparison, selection: Selection, *, notes: bool = True) -> str:
    """A line of headings, then the rows, parted by CR LF as RFC 4180 has it.

    With ``notes`` each row says what was compared and by what, so that rows of many files can stand in one table.
    """
    told = io.StringIO(newline="")
    writer = csv.writer(told, lineterminator="\r\n")
    versions = [comparison.version(side) for side in Side]
    cited = [_cell(told) for version in versions for told in (version.path or version.name, version.sha256)]
    cited = [*cited, f"diptych {__version__}"] if notes else []
    writer.writerow([*COLUMNS, *(CITED if notes else ())])
    for number, index in enumerate(chosen(comparison, selection), 1):
        link = comparison.links[index]
        writer.writerow(
            [
                number,
                link.kind.value,
                "yes" if link.moved else "",
                " ".join(facet.value for facet in comparison.facets(index)),
                f"{link.similarity:.4f}",
                *(paragraph(comparison, index, side) or "" for side in Side),
                *(_cell(" ".join(sentences(comparison, index, side))) for side in Side),
                *(_cell(" ".join(marked_words(comparison, index, side))) for side in Side),
                *cited,
            ]
        )
    return "\ufeff" + told.getvalue()


def _cell(text: str) -> str:
    """A text that no spreadsheet calculates, and no terminal obeys."""
    text = "".join(part.text for part in shown(text, changed=True))
    return f"'{text}" if text.startswith(_FORMULA) else text
