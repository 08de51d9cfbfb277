"""The versions of an article, the size of each step, and any two of them to choose."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from diptych.app.background import beside
from diptych.app.screens.lines import LinesScreen
from diptych.app.widgets.line_list import LineList
from diptych.layout.timeline import line

if TYPE_CHECKING:
    from diptych.app.history import History
    from diptych.app.screens.dialog import Keys
    from diptych.corpus.shelf import Shelf
    from diptych.layout.display import Piece


class TimelineScreen(LinesScreen["tuple[int, int]"]):
    """Gives the two versions to compare, by their numbers on the shelf; None where the reader thought better of it."""

    BINDINGS: ClassVar = [
        Binding("space", "mark", show=False),
        Binding("enter", "choose", show=False),
    ]
    KEYS: ClassVar[Keys] = (
        ("enter", "compare", "choose"),
        ("space", "mark one to compare with", "mark"),
        ("esc", "close", "leave"),
    )

    def __init__(self, history: History, shelf: Shelf) -> None:
        """Take the history, and which two versions are shown now."""
        title = "The versions of this article, and what each changed"
        super().__init__(title, len(shelf.documents), self._told, max(shelf.old, shelf.new))
        self._history, self._shelf = history, shelf
        self._marked: int | None = None

    def on_mount(self) -> None:
        """Measure the steps between the versions while they are looked at."""
        self._measure()

    def _told(self, index: int, width: int) -> list[Piece]:
        return line(self._shelf, index, self._history.steps, width, self._marked)

    @work(exclusive=True)
    async def _measure(self) -> None:
        loop = asyncio.get_running_loop()

        def tell() -> None:
            with contextlib.suppress(RuntimeError):  # the app has gone
                loop.call_soon_threadsafe(self._again)

        await beside(lambda dropped: self._history.measure(tell, dropped))

    def _again(self) -> None:
        if self.is_attached:
            self.list.refresh()

    @on(LineList.Chosen)
    def action_choose(self) -> None:
        """Compare the version under the cursor with the one marked, or else with the one before."""
        here = self.list.cursor
        if self._marked is not None and self._marked != here:
            self.dismiss((min(self._marked, here), max(self._marked, here)))
        else:
            later = max(1, here)
            self.dismiss((later - 1, later))

    def action_mark(self) -> None:
        """Mark the version under the cursor, or no longer."""
        here = self.list.cursor
        self._marked = None if self._marked == here else here
        self.list.refresh()
