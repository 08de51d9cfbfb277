"""The reading screen: two versions aligned, the current change, and where it stands in the whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.widgets import Input

from diptych.app.background import beside
from diptych.app.bindings import bindings
from diptych.app.commands import (
    COMPARE,
    COMPARING,
    GOING,
    LISTING,
    MOVED_BACK,
    MOVED_HERE,
    READING,
    SEARCHED,
    SEARCHING,
    SELECTING,
    Wanted,
    offered,
)
from diptych.app.paint import content
from diptych.app.screens.article import ARTICLE_ACTIONS
from diptych.app.screens.taking import TakingScreen
from diptych.app.widgets.ask_line import AskLine
from diptych.app.widgets.diff_view import DiffView
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.list_panel import ListPanel
from diptych.app.widgets.search_bar import SearchBar
from diptych.app.widgets.still import Box, Note
from diptych.app.widgets.told_line import ToldLine
from diptych.layout import moves, selecting, views
from diptych.layout.display import Piece
from diptych.layout.filters import counted
from diptych.layout.folds import folds_told
from diptych.layout.going import HINT
from diptych.layout.heading import heading
from diptych.layout.moves import MOVES
from diptych.layout.rows import rows_of
from diptych.layout.status import comparing, inventory, spread, status
from diptych.palette import Ink
from diptych.paths import sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from diptych.corpus.shelf import Shelf
    from diptych.layout.rows import Rows
    from diptych.model import Summary, Version

_TAUGHT = (("next_change", "next change"), ("changes", "list of changes"), ("help", "all other keys"))
"""What the hint of the first time teaches."""

_MOST_TIMES = 1_000_000
"""The largest number that can be typed before a move."""


class CompareScreen(TakingScreen):
    """Reads one comparison."""

    DECLARED: ClassVar = COMPARE
    CSS_PATH: ClassVar = [sheet("compare")]
    BINDINGS: ClassVar = bindings(COMPARE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012

    def __init__(self, versions: Callable[[], tuple[Version, Version]], shelf: Shelf | None = None) -> None:
        """Take what gives the two versions, in a thread (it may raise a DiptychError), and the article they are of."""
        super().__init__(versions, shelf)
        self.summary: Summary | None = None
        self._count = 0

    def compose(self) -> ComposeResult:
        """Heading, both versions, status, footer."""
        yield Note(id="heading", markup=False)
        with Box(id="body"):
            yield DiffView(id="view")
            yield ListPanel(id="panel")
        yield SearchBar(id="search")
        yield AskLine(":", HINT, id="go")
        yield ToldLine(id="status")
        yield Note(content(self._hint(), self.app.scheme), id="hint", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Say what is done, and begin it once that stands on the screen."""
        self.view.paint_in(self.app.scheme)
        self.panel.paint_in(self.app.scheme)
        self.watch(self.app, "theme", self._paint, init=False)
        self.watch(self.view, "page", self._tell_whose, init=False)
        self.watch(self.view, "reading", self._tell_where, init=False)
        self.view.focus()
        self.query_one("#hint").display = not self.app.hinted
        self.progress = 0.0
        self._tell_where()
        self.call_after_refresh(self.begin)  # reading brings imports along, which the first frame need not wait for

    def show(self, rows: Rows) -> None:
        """Show another comparison, from its first change."""
        self.comparison, self.summary, self.counts = rows.comparison, None, None
        self.view.show(rows)
        self.relist()
        self._summarise(rows)
        self.watch_files(rows.comparison)

    @work(exclusive=True, group="summary")
    async def _summarise(self, rows: Rows) -> None:
        """Count: that needs every word change, and so may come later than the links."""
        self.summary = await beside(lambda _: rows.comparison.summary())
        self.counts = await beside(lambda _: counted(rows))
        if self.is_there:
            self._tell_whose()
            self._tell_where()

    def _tell_whose(self) -> None:
        page = self.view.page
        if page is None:
            return
        scheme = self.app.scheme
        first, second = heading(page.rows.comparison, self.summary, page.measures, self.size.width)
        told = content(first, scheme) + "\n" + content(second, scheme)
        self.query_one("#heading", Note).update(told, layout=False)

    def _tell_where(self) -> None:
        reading, page, width = self.view.reading, self.view.page, self.size.width
        if self.progress is not None:
            told = comparing(self.progress, again=self.comparison is not None)
        elif reading is None or page is None:
            return
        else:
            left, right = status(reading, page, self.summary, width, stale=bool(self.changed))
            told = spread(left, right, width)
        self.query_one("#status", ToldLine).show(told, self.app.scheme)
        self._tell_keys()
        self.follow()

    def tell_progress(self) -> None:
        """Say how far the comparison is."""
        self._tell_where()

    def on_descendant_focus(self) -> None:
        """Other keys matter in the panel; a field that the mouse was taken away from goes."""
        if self.focused is self.view:
            for line in self.query(AskLine):
                line.put_away()
        self._tell_keys()

    def _tell_keys(self) -> None:
        """The keys that matter now."""
        reading = self.view.reading
        if self.panel.listed is not None and self.focused is not None and self.panel in self.focused.ancestors:
            self.query_one("#keys", KeyLine).show(LISTING, self.app.scheme)
            return
        if isinstance(self.focused, Input):
            asked = GOING if self.focused.parent is self.query_one("#go") else SEARCHED
            self.query_one("#keys", KeyLine).show(asked, self.app.scheme)
            return
        here: Wanted = SEARCHING if self.is_searching else READING
        if self.progress is not None:
            here = (
                COMPARING if self.comparison is None else (*COMPARING[:1], *(key for key in READING if key != "back"))
            )
        if self._is_selecting:
            here = SELECTING
        if here is READING and self.panel.listed is not None:
            here = (("back", "close the list"), *(key for key in READING if key != "back"))
        if reading is not None and reading.ends and here is READING:
            here = (*(MOVED_HERE if reading.view.opposite is None else MOVED_BACK), *READING)
        if self.changed and self.progress is None:
            here = (("compare_again", "compare again"), *here)
        self.offer(here)

    def _paint(self) -> None:
        self.view.paint_in(self.app.scheme)
        self.panel.paint_in(self.app.scheme)
        self._tell_whose()
        self._tell_where()

    def action_move(self, name: str) -> None:
        """Move about, as often as the number typed before says."""
        self._hinted()
        times, self._count = self._count or 1, 0
        before = self.view.reading
        self.view.move(lambda reading, page, height: MOVES[name](reading, page, height, times))
        if self.view.reading is before and name in moves.NOTHING:
            self.app.tell(moves.NOTHING[name])
        if name == "fold":
            self._tell_folds()

    def _tell_folds(self) -> None:
        """Where stretches are to be folded and no fold is in sight, say so: nothing would seem to have happened."""
        reading, page = self.view.reading, self.view.page
        if reading is None or page is None or not page.view.folded:
            return
        if not views.folds_in_sight(reading, page, self.view.size.height):
            self.app.tell(folds_told(page.folds))

    def _hint(self) -> list[Piece]:
        told = [Piece(" Three keys to begin with: ", Ink.TEXT)]
        for key, title, _ in offered(self.commands, _TAUGHT):
            told += [Piece(f"  {key}", Ink.REWORDED), Piece(f" {title}", Ink.TEXT)]
        return told

    def _hinted(self) -> None:
        """The reader has found a key, and needs the hint no more."""
        hint = self.query_one("#hint")
        if hint.display:
            hint.display = False
            self.app.remember(hinted=True)

    def action_help(self) -> None:
        """Show all keys and signs, and what the comparison holds."""
        self._hinted()
        page = self.view.page
        told = inventory(page.rows, self.summary, self.counts) if page is not None else []
        from diptych.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.commands, self.size.width, told))

    def action_changes(self) -> None:
        """Open the list of changes, or close it."""
        self._hinted()
        super().action_changes()

    def on_key(self, event: events.Key) -> None:
        """Digits say how often the next move is made."""
        if event.character is not None and event.character in "0123456789" and (self._count or event.character != "0"):
            self._count = min(self._count * 10 + int(event.character), _MOST_TIMES)
            event.stop()

    def action_swap(self) -> None:
        """Let old and new change places, staying at the same change."""
        reading = self.view.reading
        if self.comparison is None or reading is None:
            return
        link, wanted = reading.current, reading.view.wanted.mirrored()
        self.shelf = self.shelf and self.shelf.swapped()
        self.show(rows_of(self.comparison.swapped()))
        self.walk(wanted)
        if link is not None:
            self.view.move(partial(moves.to_link, link=link.mirrored()))

    def action_back(self) -> None:
        """Stop comparing, end what was begun (a selection, a search, a list), or go back to the list of articles."""
        if self.progress is not None:
            self.stop_comparing()
        elif self._is_selecting:
            self.view.move(selecting.ended)
        elif self.is_searching:
            self.view.move(moves.search_ended)
        elif self.panel.listed is not None:
            self.panel.close()
        elif self.app.has_list:
            self.app.pop_screen()

    @property
    def _is_selecting(self) -> bool:
        return self.view.reading is not None and self.view.reading.selection is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here."""
        if action == "back":
            begun = self._is_selecting or self.is_searching or self.panel.listed is not None
            return self.progress is not None or begun or self.app.has_list
        if action in ARTICLE_ACTIONS:
            return self.shelf is not None and self.comparison is not None
        return super().check_action(action, parameters)
