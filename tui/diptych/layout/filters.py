"""Which changes the reader walks and which are left aside: by kind, and whether more than form is touched. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diptych.comparison.summary import is_formal
from diptych.model import Kind

if TYPE_CHECKING:
    from diptych.layout.rows import Rows

MOVED = "moved"
FORM = "form only"
"""A change, in place, of spelling, case, punctuation and the like; it is of its kind as well."""

SORTS = (*(kind.value for kind in Kind if kind is not Kind.SAME), MOVED, FORM)
"""The sorts of change that can be left aside."""


def sorts_of(rows: Rows, change: int) -> frozenset[str]:
    """The sorts of a change: its kind, and with it ``moved`` or ``form only``; a pure move is ``moved`` alone."""
    index = rows.changes[change]
    link = rows.comparison.links[index]
    sorts = set() if link.kind is Kind.SAME else {link.kind.value}
    if link.moved:
        sorts.add(MOVED)
    elif is_formal(rows.comparison, index):
        sorts.add(FORM)
    return frozenset(sorts)


def counted(rows: Rows) -> Counter[str]:
    """How many changes there are of each sort."""
    return Counter(sort for change in range(len(rows.changes)) for sort in sorts_of(rows, change))


def walked(rows: Rows, aside: frozenset[str]) -> tuple[int, ...]:
    """The changes that are walked, as ascending indices into ``rows.changes``.

    A passage that moved is left aside with the moves, whatever else happened to it; any other change with its kind, or
    with the changes of form only if it is one.
    """
    if not aside:
        return tuple(range(len(rows.changes)))
    return tuple(change for change in range(len(rows.changes)) if not _is_aside(sorts_of(rows, change), aside))


def _is_aside(sorts: frozenset[str], aside: frozenset[str]) -> bool:
    return bool(sorts & aside) if MOVED not in sorts else MOVED in aside
