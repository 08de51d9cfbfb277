"""Which changes to walk: of which kinds, touching what."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from diptych.app.screens.lines import LinesScreen
from diptych.app.widgets.line_list import LineList
from diptych.layout.choices import choice_line
from diptych.layout.display import Piece
from diptych.layout.filters import EVERYTHING, SORTS, Filter
from diptych.model import Facet
from diptych.palette import Ink
from diptych.paths import sheet

if TYPE_CHECKING:
    from diptych.app.screens.dialog import Keys
    from diptych.layout.filters import Counts


class FilterScreen(LinesScreen[Filter]):
    """Gives the changes that are to be walked; None where the reader thought better of it."""

    CSS_PATH: ClassVar = [sheet("lines"), sheet("filter")]
    BINDINGS: ClassVar = [
        Binding("enter", "agree", show=False),
        Binding("f", "agree", show=False, id="filter"),
        Binding("space", "turn_over", show=False),
        Binding("o", "only", show=False),
        Binding("a", "everything", show=False),
    ]
    KEYS: ClassVar[Keys] = (
        ("enter", "agree", "agree"),
        ("space", "choose", "turn_over"),
        ("o", "only this", "only"),
        ("a", "all", "everything"),
        ("esc", "close", "leave"),
    )

    def __init__(self, counts: Counts, wanted: Filter) -> None:
        """Take how many changes there are of each sort and with each facet, and which are walked now."""
        self._counts, self._wanted = counts, wanted
        self._offered: list[str | Facet] = [sort for sort in SORTS if counts.sorts[sort]]
        self._offered += [facet for facet in Facet if counts.facets[facet]]
        super().__init__("Walk these changes", len(self._offered), self._told)

    def _told(self, index: int, _width: int) -> list[Piece]:
        choice = self._offered[index]
        lead = "only if touching" if isinstance(choice, Facet) else "kinds"
        begins = index == 0 or isinstance(choice, Facet) != isinstance(self._offered[index - 1], Facet)
        return [Piece(f"{lead if begins else '':<18}", Ink.FAINT), *choice_line(choice, self._counts, self._wanted)]

    @property
    def _here(self) -> str | Facet:
        return self._offered[self.list.cursor]

    def _want(self, wanted: Filter) -> None:
        self._wanted = wanted
        self.list.refresh()

    def action_agree(self) -> None:
        """Walk what is chosen."""
        self.dismiss(self._wanted)

    @on(LineList.Clicked)
    def action_turn_over(self) -> None:
        """Choose the sort or the facet under the cursor, or no longer."""
        if self._offered:
            self._want(self._wanted.turned(self._here))

    def action_only(self) -> None:
        """Choose the sort under the cursor alone, or all sorts that touch the facet under it."""
        if self._offered:
            sorts = {sort for sort in self._offered if not isinstance(sort, Facet)}
            here = self._here
            only = Filter(facets=frozenset({here})) if isinstance(here, Facet) else Filter(frozenset(sorts - {here}))
            self._want(only)

    def action_everything(self) -> None:
        """Choose all sorts, whatever they touch."""
        self._want(EVERYTHING)
