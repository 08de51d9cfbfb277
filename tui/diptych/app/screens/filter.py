"""Which sorts of change to walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from diptych.layout.filters import SORTS

if TYPE_CHECKING:
    from collections import Counter

    from textual.app import ComposeResult

    from diptych.app.main import DiptychApp


class FilterScreen(ModalScreen[frozenset[str] | None]):
    """Gives the sorts that are to be left aside; None where the reader thought better of it."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("enter,f", "agree", "walk these", priority=True),
        Binding("escape,q", "leave", "close"),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
    ]

    def __init__(self, counts: Counter[str], aside: frozenset[str]) -> None:
        """Take how many changes there are of each sort, and the sorts that are left aside now."""
        super().__init__()
        self._offered = [sort for sort in SORTS if counts[sort]]
        self._counts, self._aside = counts, aside

    def compose(self) -> ComposeResult:
        """A line a sort."""
        with Vertical(id="filter"):
            yield Static("Walk these changes", classes="title", markup=False)
            yield SelectionList[str](
                *(
                    Selection(Content(f"{self._counts[sort]:>6,}  {sort}"), sort, sort not in self._aside)
                    for sort in self._offered
                ),
                id="sorts",
            )
            yield Static("space chooses · enter walks these · escape closes", id="hint", markup=False)

    @property
    def _sorts(self) -> SelectionList[str]:
        return self.query_one("#sorts", SelectionList)

    def action_agree(self) -> None:
        """Walk what is chosen."""
        self.dismiss(frozenset(self._offered) - frozenset(self._sorts.selected))

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Go down."""
        self._sorts.action_cursor_down()

    def action_up(self) -> None:
        """Go up."""
        self._sorts.action_cursor_up()
