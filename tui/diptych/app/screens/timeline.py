"""The versions of an article, the size of each step, and any two of them to choose."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from diptych.app.background import beside
from diptych.app.paint import content
from diptych.app.widgets.line_list import LineList
from diptych.layout.pieces import Piece
from diptych.layout.timeline import line
from diptych.palette import Ink

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diptych.app.history import History
    from diptych.app.main import DiptychApp
    from diptych.corpus.shelf import Shelf


class TimelineScreen(ModalScreen["tuple[int, int] | None"]):
    """Gives the two versions to compare, by their numbers on the shelf; None where the reader thought better of it."""

    app: DiptychApp
    BINDINGS: ClassVar = [
        Binding("escape,q,t", "leave", "close"),
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown,ctrl+d", "turn(1)", show=False),
        Binding("pageup,ctrl+u", "turn(-1)", show=False),
        Binding("home,g", "edge(0)", show=False),
        Binding("end,G", "edge(1)", show=False),
        Binding("space", "mark", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self, history: History, shelf: Shelf) -> None:
        """Take the history, and which two versions are shown now."""
        super().__init__()
        self._history, self._shelf = history, shelf
        self._marked: int | None = None

    def compose(self) -> ComposeResult:
        """The versions, and what can be done with them."""
        with Vertical(id="pick"):
            yield Static(id="title", markup=False)
            yield LineList(id="list")
            yield Static(
                "enter compares it with the one before, or with the one marked · space marks · escape closes",
                id="hint",
                markup=False,
            )

    def on_mount(self) -> None:
        """List the versions, and measure the steps between them meanwhile."""
        title = [Piece("The versions of this article", Ink.TITLE)]
        self.query_one("#title", Static).update(content(title, self.app.scheme))
        self.versions.paint_in(self.app.scheme)
        self.versions.show(len(self._shelf.documents), self._line, max(self._shelf.old, self._shelf.new))
        self.versions.focus()
        self._measure()

    @property
    def versions(self) -> LineList:
        """The versions."""
        return self.query_one("#list", LineList)

    def _line(self, index: int, width: int) -> list[Piece]:
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
            self.versions.refresh()

    @on(LineList.Chosen)
    def action_choose(self) -> None:
        """Compare the version under the cursor with the one marked, or else with the one before."""
        here = self.versions.cursor
        if self._marked is not None and self._marked != here:
            self.dismiss((min(self._marked, here), max(self._marked, here)))
        else:
            later = max(1, here)
            self.dismiss((later - 1, later))

    def action_mark(self) -> None:
        """Mark the version under the cursor, or no longer."""
        here = self.versions.cursor
        self._marked = None if self._marked == here else here
        self.versions.refresh()

    def action_step(self, lines: int) -> None:
        """Move the cursor."""
        self.versions.step(lines)

    def action_turn(self, pages: int) -> None:
        """Move the cursor by pages."""
        self.versions.step(pages * self.versions.page)

    def action_edge(self, end: int) -> None:
        """Go to the first version, or the last."""
        self.versions.move_to(len(self._shelf.documents) - 1 if end else 0)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
