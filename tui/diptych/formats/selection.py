"""Which links an export holds: all, or the changes that a filter lets through with so many sentences around. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.errors import DiptychError
from diptych.layout.filters import EVERYTHING, SORTS, Filter, walked
from diptych.layout.particulars import plural
from diptych.layout.rows import rows_of
from diptych.model import Facet

if TYPE_CHECKING:
    from collections.abc import Collection

    from diptych.comparison.result import Comparison
    from diptych.layout.rows import Rows


class Selection(NamedTuple):
    """What a reader wants of a comparison."""

    only_changes: bool = False
    """Whether unchanged sentences are left out, but for those around a change."""
    context: int = 1
    """How many unchanged rows stay on either side of a change."""
    wanted: Filter = EVERYTHING
    """Which changes count."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is wanted."""
        return not self.only_changes and self.wanted == EVERYTHING

    def told(self) -> str:
        """What is left out, in a sentence; empty where nothing is."""
        if self.is_whole:
            return ""
        parts = [f"Changes only, with {plural(self.context, 'unchanged row')} around them"]
        if self.wanted.aside:
            parts.append(f"without what is {', '.join(sorted(self.wanted.aside))}")
        if self.wanted.facets:
            parts.append(f"and only what touches: {', '.join(sorted(self.wanted.facets))}")
        return f"{', '.join(parts)}."


WHOLE = Selection()


def selected(
    only_changes: bool = False, context: int = 1, hide: Collection[str] = (), facets: Collection[str] = ()
) -> Selection:
    """A selection by the names of sorts and facets; whoever hides some changes wants only the others.

    Raises:
        DiptychError: there is no sort or facet of that name.
    """
    known = {facet.value for facet in Facet}
    for name in hide:
        if name not in SORTS:
            raise DiptychError(f"There is no sort of change called {name!r}; there are {', '.join(SORTS)}.")
    for name in facets:
        if name not in known:
            raise DiptychError(f"There is no facet called {name!r}; there are {', '.join(sorted(known))}.")
    wanted = Filter(frozenset(hide), frozenset(map(Facet, facets)))
    return Selection(only_changes or wanted != EVERYTHING, max(0, context), wanted)


def kept_rows(rows: Rows, selection: Selection) -> list[bool]:
    """For each row whether it is shown."""
    if not selection.only_changes:
        return [True] * len(rows.rows)
    counted = frozenset(walked(rows, selection.wanted))
    kept = [False] * len(rows.rows)
    for number in range(len(rows.rows)):
        if rows.change_at(number) in counted:
            low, high = max(0, number - selection.context), number + selection.context + 1
            kept[low:high] = [True] * len(kept[low:high])
    return kept


def chosen(comparison: Comparison, selection: Selection) -> list[int]:
    """The links that are shown, as indices, in reading order."""
    if selection.is_whole:
        return list(range(len(comparison.links)))
    rows = rows_of(comparison)
    shown = {rows.rows[n].link for n, is_kept in enumerate(kept_rows(rows, selection)) if is_kept}
    counted = {rows.changes[change] for change in walked(rows, selection.wanted)}
    return [
        index
        for index, link in enumerate(comparison.links)
        if index in shown and (not link.is_change or index in counted)
    ]
