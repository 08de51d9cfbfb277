"""The reading screen: two versions aligned, the current change, and where it stands in the whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.widgets import Static

from diptych.app.background import beside
from diptych.app.bindings import action, bindings
from diptych.app.commands import COMPARE, COMPARING, MOVED_HERE, READING, SEARCHING, Wanted, offered
from diptych.app.paint import content
from diptych.app.screens.article import ARTICLE_ACTIONS, ArticleScreen
from diptych.app.screens.export import ExportScreen
from diptych.app.screens.filter import FilterScreen
from diptych.app.screens.pick import PickScreen
from diptych.app.widgets.ask_line import AskLine
from diptych.app.widgets.diff_view import DiffView
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.search_bar import SearchBar
from diptych.comparison.engine import compare
from diptych.comparison.wordings import wordings
from diptych.errors import DiptychError
from diptych.layout import moves, repeated
from diptych.layout.excerpt import found, line, marked
from diptych.layout.filters import counted
from diptych.layout.going import HINT, going_to
from diptych.layout.heading import heading
from diptych.layout.moves import MOVES
from diptych.layout.rows import rows_of
from diptych.layout.search import search
from diptych.layout.status import spread, status

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from diptych.comparison.result import Comparison
    from diptych.corpus.shelf import Shelf
    from diptych.layout.filters import Filter
    from diptych.layout.rows import Rows
    from diptych.model import Summary, Version

_MOST_TIMES = 1_000_000
"""The largest number that can be typed before a move."""


class CompareScreen(ArticleScreen):
    """Reads one comparison."""

    DECLARED: ClassVar = COMPARE
    BINDINGS: ClassVar = bindings(COMPARE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-high")]  # noqa: RUF012

    def __init__(self, versions: Callable[[], tuple[Version, Version]], shelf: Shelf | None = None) -> None:
        """Take what gives the two versions, in a thread (it may raise a DiptychError), and the article they are of."""
        super().__init__(shelf)
        self._versions = versions
        self.comparison: Comparison | None = None
        self.summary: Summary | None = None
        self._count = 0

    def compose(self) -> ComposeResult:
        """Heading, both versions, status, footer."""
        yield Static(id="heading", markup=False)
        yield DiffView(id="view")
        yield SearchBar(id="search")
        yield AskLine(":", HINT, id="go")
        yield Static("Comparing…", id="status", markup=False)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin to compare."""
        self.view.paint_in(self.app.scheme)
        self.watch(self.app, "theme", self._paint, init=False)
        self.watch(self.view, "page", self._tell_whose, init=False)
        self.watch(self.view, "reading", self._tell_where, init=False)
        self.view.focus()
        self._compare()

    @work(exclusive=True)
    async def _compare(self) -> None:
        try:
            old, new = await beside(lambda _: self._versions())
        except DiptychError as error:
            self.app.trouble(str(error))
            return
        rows = await beside(lambda _: rows_of(compare(old, new)))
        self.show(rows)
        for note in rows.comparison.notes:
            self.app.tell(note)

    def show(self, rows: Rows) -> None:
        """Show another comparison, from its first change."""
        self.comparison, self.summary = rows.comparison, None
        self.view.show(rows)
        self._summarise(rows.comparison)

    @work(exclusive=True, group="summary")
    async def _summarise(self, comparison: Comparison) -> None:
        """Count: that needs every word change, and so may come later than the links."""
        self.summary = await beside(lambda _: comparison.summary())
        self._tell_whose()
        self._tell_where()

    def _tell_whose(self) -> None:
        page = self.view.page
        if page is None or self.comparison is None:
            return
        scheme = self.app.scheme
        first, second = heading(self.comparison, self.summary, page.measures, self.size.width)
        told = content(first, scheme) + "\n" + content(second, scheme)
        self.query_one("#heading", Static).update(told, layout=False)

    def _tell_where(self) -> None:
        reading, page, width = self.view.reading, self.view.page, self.size.width
        if reading is None or page is None:
            return
        told = spread(*status(reading, page, self.summary, width), width)
        self.query_one("#status", Static).update(content(told, self.app.scheme), layout=False)
        self._tell_keys()

    def _tell_keys(self) -> None:
        """The keys that matter now."""
        reading = self.view.reading
        here: Wanted = COMPARING if reading is None else SEARCHING if self.is_searching else READING
        if reading is not None and reading.ends and not self.is_searching:
            here = (*MOVED_HERE, *READING)
        keys = offered(self.commands, tuple(wanted for wanted in here if self._can(wanted)))
        self.query_one("#keys", KeyLine).show(keys, self.app.scheme)

    def _can(self, wanted: tuple[str, str] | str) -> bool:
        return bool(self.check_action(wanted if isinstance(wanted, str) else wanted[0], ()))

    @on(KeyLine.Pressed)
    async def _press(self, pressed: KeyLine.Pressed) -> None:
        command = next(command for command in COMPARE if command.name == pressed.name)
        await self.run_action(action(command))

    def _paint(self) -> None:
        self.view.paint_in(self.app.scheme)
        self._tell_whose()
        self._tell_where()

    def action_move(self, name: str) -> None:
        """Move about, as often as the number typed before says."""
        times, self._count = self._count or 1, 0
        before = self.view.reading
        self.view.move(lambda reading, page, height: MOVES[name](reading, page, height, times))
        if self.view.reading is before and name in moves.NOTHING:
            self.app.tell(moves.NOTHING[name])

    def on_key(self, event: events.Key) -> None:
        """Digits say how often the next move is made."""
        if event.character is not None and event.character in "0123456789" and (self._count or event.character != "0"):
            self._count = min(self._count * 10 + int(event.character), _MOST_TIMES)
            event.stop()

    @property
    def is_searching(self) -> bool:
        """Whether n and N belong to a search."""
        return self.view.reading is not None and self.view.reading.view.search is not None

    def action_search(self) -> None:
        """Ask what to search for."""
        if self.view.reading is not None:
            self.query_one("#search", SearchBar).ask()

    def action_go_to(self) -> None:
        """Ask where to go."""
        if self.view.reading is not None:
            self.query_one("#go", AskLine).ask()

    @on(AskLine.Answered, "#go")
    def _go(self, answer: AskLine.Answered) -> None:
        self.view.focus()
        if answer.words is None:
            return
        try:
            before = self.view.reading
            self.view.move(moves.leaping(going_to(answer.words)))
            if self.view.reading is before:
                self.app.tell("There is none that is walked.")
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")

    @on(AskLine.Answered, "#search")
    @work(exclusive=True, group="search")
    async def _search(self, answer: AskLine.Answered) -> None:
        self.view.focus()
        reading = self.view.reading
        if answer.words is None or reading is None:
            return
        query, rows = self.query_one(SearchBar).query_for(answer.words), reading.rows
        try:
            finds = await beside(lambda _: search(rows, query))
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
        else:
            self.view.move(moves.leaping(partial(moves.found, search=finds)))
            self.refresh_bindings()

    def action_changes(self) -> None:
        """List the changes, and go to one."""
        reading = self.view.reading
        if reading is not None:
            rows, here = reading.rows, reading.change or 0
            picked = PickScreen(
                partial(found, rows), partial(line, rows), "words, or a kind: deleted, moved, number …", here.__le__
            )
            self.app.push_screen(picked, self._go_to_change)

    def _go_to_change(self, change: int | None) -> None:
        if change is not None:
            self.view.move(moves.leaping(partial(moves.to_change, change=change)))

    @work(exclusive=True, group="filter")
    async def action_filter(self) -> None:
        """Choose the kinds of change to walk, and what they touch."""
        reading = self.view.reading
        if reading is None:
            return
        counts = await beside(lambda _: counted(reading.rows))
        wanted = await self.app.push_screen_wait(FilterScreen(counts, reading.view.wanted))
        if wanted is not None:
            self._walk(wanted)

    @work(exclusive=True, group="filter")
    async def action_substantive(self) -> None:
        """Hide changes of form only, or show them again."""
        reading = self.view.reading
        if reading is not None:
            await beside(lambda _: counted(reading.rows))
            self._walk(reading.view.wanted.toggled_form())

    def _walk(self, wanted: Filter) -> None:
        self.view.move(partial(moves.filtered, wanted=wanted))

    @work(exclusive=True, group="wordings")
    async def action_wordings(self) -> None:
        """List what was put for what, and walk its occurrences."""
        reading = self.view.reading
        if reading is None:
            return
        rows = reading.rows
        listed = await beside(lambda _: wordings(rows.comparison))
        if not listed:
            self.app.tell("No word was put for another.")
            return
        chosen = await self.app.push_screen_wait(
            PickScreen(partial(repeated.among, listed), repeated.line, "words, or a sort: name, number, respelling …")
        )
        if chosen is not None:
            self.view.move(moves.leaping(partial(moves.found, search=repeated.occurrences(rows, chosen))))
            self.refresh_bindings()

    def action_swap(self) -> None:
        """Let old and new change places, staying at the same change."""
        reading = self.view.reading
        if self.comparison is None or reading is None:
            return
        link, wanted = reading.current, reading.view.wanted.mirrored()
        self.shelf = self.shelf and self.shelf.swapped()
        self.show(rows_of(self.comparison.swapped()))
        self._walk(wanted)
        if link is not None:
            self.view.move(partial(moves.to_link, link=link.mirrored()))

    def action_copy(self) -> None:
        """Send the current change to the clipboard as marked text."""
        reading = self.view.reading
        if reading is None or reading.link is None:
            self.app.tell("There is no change to copy.")
            return
        self.app.copy_to_clipboard(marked(reading.rows.comparison, reading.link))
        self.app.tell("Sent to the clipboard. If your terminal does not take it, press e for a file.")

    def action_export(self) -> None:
        """Ask for a format and a file."""
        if self.comparison is not None and self.view.reading is not None:
            self.app.push_screen(ExportScreen(self.comparison, self.view.reading.view.wanted))

    def action_back(self) -> None:
        """End the search, or go back to the list of articles."""
        if self.is_searching:
            self.view.move(moves.search_ended)
            self.refresh_bindings()
        elif self.app.has_list:
            self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here."""
        if action == "back":
            return self.is_searching or self.app.has_list
        if action in ARTICLE_ACTIONS:
            return self.shelf is not None
        return super().check_action(action, parameters)
