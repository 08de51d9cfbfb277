"""Which changes the reader walks and which are hidden: by kind, by what they touch, by whether that is more than form.

Pure. What is asked for twice in a row (each new width asks) is remembered, since it takes every word change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from diptych.model import Facet, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.layout.rows import Rows

MOVED = "moved"
FORM = "form only"
"""A change, in place, of spelling, case, punctuation and the like; it is of its kind as well."""

SORTS = (*(kind.value for kind in Kind if kind is not Kind.SAME), MOVED, FORM)
"""The sorts of change that can be hidden."""

_MIRRORED = {kind.value: kind.mirrored.value for kind in Kind}


class Filter(NamedTuple):
    """Which changes are walked; the others are hidden, and counted."""

    aside: frozenset[str] = frozenset()
    """The sorts that are hidden."""
    facets: frozenset[Facet] = frozenset()
    """Where there are any: only changes that touch one of these are walked."""

    def mirrored(self) -> Filter:
        """The same changes after old and new have changed places: what was inserted is then deleted."""
        return self._replace(aside=frozenset(_MIRRORED.get(sort, sort) for sort in self.aside))

    def toggled_form(self) -> Filter:
        """The same, with changes of form only hidden, or back again."""
        return self.turned(FORM)

    def turned(self, choice: str | Facet) -> Filter:
        """The same, with a sort hidden or back again, or with a facet asked for or no longer."""
        if isinstance(choice, Facet):
            return self._replace(facets=self.facets ^ {choice})
        return self._replace(aside=self.aside ^ {choice})

    def chooses(self, choice: str | Facet) -> bool:
        """Whether a sort is walked, or a facet asked for."""
        return choice in self.facets if isinstance(choice, Facet) else choice not in self.aside


EVERYTHING = Filter()
"""Nothing is hidden."""

SUBSTANTIVE = Filter(frozenset({FORM}))
"""Changes of form only are hidden."""


class Counts(NamedTuple):
    """How many changes there are of each sort, and how many touch each facet."""

    sorts: Counter[str]
    facets: Counter[Facet]


def sorts_of(rows: Rows, change: int) -> frozenset[str]:
    """The sorts of a change: its kind, and with it ``moved`` or ``form only``; a pure move is ``moved`` alone."""
    from diptych.comparison.summary import is_formal  # brings the engine, which no first frame waits for

    sorts = {kind_of(rows, change)}
    link = rows.comparison.links[rows.changes[change]]
    if link.moved:
        sorts |= {MOVED, *([] if link.kind is Kind.SAME else [link.kind.value])}
    elif is_formal(rows.comparison, rows.changes[change]):
        sorts.add(FORM)
    return frozenset(sorts)


def kind_of(rows: Rows, change: int) -> str:
    """The one sort by which a reader knows the change: ``moved``, whatever else happened to it, or its kind."""
    link = rows.comparison.links[rows.changes[change]]
    return MOVED if link.moved else link.kind.value


def facets_of(rows: Rows, change: int) -> frozenset[Facet]:
    """What a change touches."""
    return frozenset(rows.comparison.facets(rows.changes[change]))


def counted(rows: Rows) -> Counts:
    """How many changes there are of each sort and with each facet, in the order of their declaration."""
    every = range(len(rows.changes))
    sorts = Counter(sort for change in every for sort in sorts_of(rows, change))
    facets = Counter(facet for change in every for facet in facets_of(rows, change))
    return Counts(
        Counter({sort: sorts[sort] for sort in SORTS if sorts[sort]}),
        Counter({facet: facets[facet] for facet in Facet if facets[facet]}),
    )


@lru_cache(maxsize=2)
def walked(rows: Rows, wanted: Filter = EVERYTHING) -> Sequence[int]:
    """The changes that are walked, as ascending indices into ``rows.changes``.

    A passage that moved is hidden with the moves, whatever else happened to it; any other change with its kind, or with
    the changes of form only if it is one.
    """
    every = range(len(rows.changes))
    if wanted == EVERYTHING:
        return every
    return tuple(change for change in every if is_walked(rows, change, wanted))


def is_among(change: int, walked: Sequence[int]) -> bool:
    """Whether a change is one of those that are walked, which ascend."""
    at = bisect_left(walked, change)
    return at < len(walked) and walked[at] == change


def is_walked(rows: Rows, change: int, wanted: Filter) -> bool:
    """Whether the filter lets a change through."""
    if kind_of(rows, change) in wanted.aside:
        return False
    if FORM in wanted.aside and FORM in sorts_of(rows, change):
        return False
    return not wanted.facets or bool(wanted.facets & facets_of(rows, change))


def hidden_told(wanted: Filter, hidden: int) -> str:
    """What the screen says of hidden changes: ``23 trivial changes hidden``."""
    sort = "trivial " if wanted == SUBSTANTIVE else ""
    return f"{hidden:,} {sort}change{'' if hidden == 1 else 's'} hidden"
