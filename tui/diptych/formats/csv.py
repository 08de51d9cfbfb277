"""CSV for a spreadsheet: a row a change, with both texts and the words that changed. Pure.

Encoded with a byte-order mark, without which Excel takes UTF-8 for something else. A cell that a spreadsheet would
take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(comparison: Comparison, selection: Selection) -> str:
    """A line of headings, then the rows, parted by CR LF as RFC 4180 has it."""
    told = io.StringIO(newline="")
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow(COLUMNS)
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
            ]
        )
    return "\ufeff" + told.getvalue()


def _cell(text: str) -> str:
    """A text that no spreadsheet calculates, and no terminal obeys."""
    text = "".join(part.text for part in shown(text, changed=True))
    return f"'{text}" if text.startswith(_FORMULA) else text
