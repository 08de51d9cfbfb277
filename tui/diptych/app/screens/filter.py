"""Which changes to walk: of which kinds, touching what."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from diptych.layout.filters import SORTS, Filter
from diptych.model import Facet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from diptych.app.main import DiptychApp
    from diptych.layout.filters import Counts


class FilterScreen(ModalScreen["Filter | None"]):
    """Gives the changes that are to be walked; None where the reader thought better of it."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("enter,f", "agree", "walk these", priority=True),
        Binding("escape,q", "leave", "close"),
        Binding("o", "only", show=False),
        Binding("a", "everything", show=False),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    def __init__(self, counts: Counts, wanted: Filter) -> None:
        """Take how many changes there are of each sort and with each facet, and which are walked now."""
        super().__init__()
        self._counts, self._wanted = counts, wanted
        self._offered = [sort for sort in SORTS if counts.sorts[sort]]
        self._facets = [facet for facet in Facet if counts.facets[facet]]

    def compose(self) -> ComposeResult:
        """A line a sort, a line a facet."""
        with Vertical(id="filter"):
            yield Static("Walk these changes", classes="title", markup=False)
            yield SelectionList[str](*self._choices(), id="sorts")
            yield Static("space chooses · o only this · a all · enter agrees · esc closes", id="hint", markup=False)

    def _choices(self) -> Iterator[Selection[str]]:
        for sort in self._offered:
            yield Selection(Content(f"{self._counts.sorts[sort]:>6,}  {sort}"), sort, sort not in self._wanted.aside)
        for facet in self._facets:
            chosen = facet in self._wanted.facets
            yield Selection(Content(f"{self._counts.facets[facet]:>6,}  only if it touches: {facet}"), facet, chosen)

    @property
    def _sorts(self) -> SelectionList[str]:
        return self.query_one("#sorts", SelectionList)

    def action_agree(self) -> None:
        """Walk what is chosen."""
        chosen = frozenset(self._sorts.selected)
        self.dismiss(Filter(frozenset(self._offered) - chosen, frozenset(self._facets) & chosen))

    def action_only(self) -> None:
        """Choose the sort under the cursor alone, or all sorts that touch the facet under it."""
        sorts = self._sorts
        if sorts.highlighted is None:
            return
        here = sorts.get_option_at_index(sorts.highlighted).value
        sorts.deselect_all()
        for other in [here] if here in self._offered else [*self._offered, here]:
            sorts.select(other)

    def action_everything(self) -> None:
        """Choose all sorts, whatever they touch."""
        self._sorts.deselect_all()
        for sort in self._offered:
            self._sorts.select(sort)

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Go down."""
        self._sorts.action_cursor_down()

    def action_up(self) -> None:
        """Go up."""
        self._sorts.action_cursor_up()
