"""A list to choose from, narrowed down as one types: changes, wordings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from diptych.app.screens.dialog import Dialog, Keys
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.line_list import BESIDE_WORDS, LineList, MovesInList
from diptych.layout.display import safe
from diptych.paths import sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from diptych.layout.display import Piece

Item = TypeVar("Item")


class PickScreen(Dialog[Item], MovesInList, Generic[Item]):
    """Gives the item that was chosen; None where the reader thought better of it."""

    CSS_PATH: ClassVar = [sheet("pick")]
    KEYS: ClassVar[Keys] = (("enter", "go there", "choose"), ("esc", "close", "leave"), ("↑ ↓", "choose", ""))
    BINDINGS: ClassVar = [Binding("escape", "leave", "close"), *BESIDE_WORDS]

    def __init__(
        self,
        found: Callable[[str], Sequence[Item]],
        line: Callable[[Item, int], list[Piece]],
        title: str,
        placeholder: str,
        begin: Callable[[Item], bool] = lambda _: True,
    ) -> None:
        """Take what is found for words typed, an item's line for a width, what to say, where the cursor may begin."""
        super().__init__()
        self._look_up, self._line_of = found, line
        self._title, self._placeholder = title, placeholder
        self._begin = begin
        self._found: Sequence[Item] = ()

    def compose(self) -> ComposeResult:
        """What it is about, what to look for, and what there is."""
        with Vertical(id="pick"):
            yield Static(safe(self._title), id="title", markup=False)
            yield Input(placeholder=self._placeholder, id="wanted")
            yield LineList(id="list")
            yield KeyLine(id="hint")

    def on_mount(self) -> None:
        """Begin with all there is."""
        self.list.can_focus = False
        self.watch(self.app, "theme", self._paint)
        self._look_for("")

    def _paint(self) -> None:
        self.list.paint_in(self.app.scheme)
        self.tell_keys()

    @property
    def here(self) -> Item | None:
        """The item under the cursor."""
        return self._found[self.list.cursor] if self._found else None

    @on(Input.Changed)
    def _wanted(self, event: Input.Changed) -> None:
        self._look_for(event.value)

    def _look_for(self, words: str) -> None:
        self._found = self._look_up(words)
        cursor = next((n for n, item in enumerate(self._found) if self._begin(item)), 0)
        self.list.show(len(self._found), lambda index, width: self._line_of(self._found[index], width), cursor)

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def action_choose(self) -> None:
        """Go to the item under the cursor."""
        self.dismiss(self.here)
