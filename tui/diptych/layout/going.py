"""Going to a place that the reader names: a change, a paragraph, a part of the way, the next change of a sort. Pure."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from diptych.errors import DiptychError
from diptych.layout import moves
from diptych.layout.filters import MOVED, facets_of, sorts_of
from diptych.model import Facet, Kind, Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.layout.page import Page
    from diptych.layout.reading import Reading

    Going: TypeAlias = Callable[[Reading, Page, int], Reading]

HINT = "17 or p12 or 50% or moved, name, number …"
"""What can be named, as briefly as it can be said."""

_PARAGRAPH = re.compile(r"(old|new)?\s*(?:¶|p)\s*([0-9]{1,9})", re.IGNORECASE)
_SORTS = (*(kind.value for kind in Kind if kind is not Kind.SAME), MOVED, *Facet)


def going_to(words: str) -> Going:
    """The move to what the words name.

    A number is a change's; ``¶12`` or ``p12`` a paragraph of the new text (``old p12``: of the old one); ``50%`` a part
    of the way; ``$`` the end; a kind or a facet, or the beginning of its name, the next change that is of it.

    Raises:
        DiptychError: the words name nothing of the kind.
    """
    wanted = words.strip().lstrip(":").strip().casefold()
    if wanted.isdecimal() and int(wanted):
        return partial(moves.to_number, number=int(wanted))
    if wanted == "$":
        return partial(moves.to_edge, end=True)
    if wanted.endswith("%") and wanted[:-1].strip().isdecimal():
        return partial(moves.to_way, fraction=int(wanted[:-1]) / 100)
    if found := _PARAGRAPH.fullmatch(wanted):
        return partial(to_paragraph, side=Side(found[1] or "new"), number=int(found[2]))
    sorts = [sort for sort in _SORTS if wanted and sort.startswith(wanted)]
    if not sorts:
        raise DiptychError(f"“{words}” names no place. Type {HINT}")
    return partial(to_sort, sort=sorts[0])


def to_paragraph(reading: Reading, page: Page, height: int, side: Side, number: int) -> Reading:
    """Bring a paragraph of one side into the window; past the last one, the last."""
    comparison = reading.rows.comparison
    blocks = comparison.version(side).blocks
    numbered = [n for n, block in enumerate(blocks) if block.number]
    if not numbered:
        return reading
    block = next((n for n in numbered if blocks[n].number >= number), numbered[-1])
    sentences = comparison.sentences(side)
    sentence = next((n for n, one in enumerate(sentences) if one.block == block), None)
    return (
        reading if sentence is None else moves.to_row(reading, page, height, reading.rows.rows.holding(side, sentence))
    )


def to_sort(reading: Reading, page: Page, height: int, sort: str) -> Reading:
    """Go to the next change that is of a kind, moved, or touches a facet; from the last one on to the first."""
    rows = reading.rows

    def is_such(change: int) -> bool:
        return sort in facets_of(rows, change) or sort in sorts_of(rows, change)

    after = moves.to_such(reading, page, height, 1, is_such)
    if after is not reading:
        return after
    first = next((change for change in page.walked if is_such(change)), None)
    return reading if first is None else moves.to_change(reading, page, height, first)
