"""The list of articles: what was opened, why documents belong together, and what could not be read."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.widgets import Footer, Static

from diptych.app.background import beside
from diptych.app.bindings import bindings
from diptych.app.commands import BROWSE
from diptych.app.paint import content
from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.declared import DeclaredScreen
from diptych.app.widgets.line_list import LineList
from diptych.corpus.corpus import open_corpus
from diptych.errors import DiptychError
from diptych.layout.listing import Entry, about, chosen, entries, line, overview, pair, shelf_of

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diptych.corpus.corpus import Corpus, Document
    from diptych.corpus.records import Options
    from diptych.layout.pieces import Piece

_EVERY = 50
"""Documents read between two words about it."""


class BrowseScreen(DeclaredScreen):
    """Lists one corpus."""

    DECLARED: ClassVar = BROWSE
    BINDINGS: ClassVar = bindings(BROWSE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012

    def __init__(self, path: str, reading: Options | None = None) -> None:
        """Take the path of the corpus, and how it is to be read."""
        super().__init__()
        self._reading = reading
        self._path = path
        self.corpus: Corpus | None = None
        self._entries: list[Entry] = []
        self._marked: Document | None = None

    def compose(self) -> ComposeResult:
        """What was opened, the list, and what there is to say of the line under the cursor."""
        yield Static("Reading…", id="corpus", markup=False)
        yield LineList(id="articles")
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="told", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin to read."""
        self.articles.paint_in(self.app.scheme)
        self.watch(self.app, "theme", self._paint, init=False)
        self.articles.focus()
        self._open()

    @property
    def articles(self) -> LineList:
        """The list."""
        return self.query_one("#articles", LineList)

    @work(exclusive=True)
    async def _open(self) -> None:
        loop = asyncio.get_running_loop()

        def progress(read: int, of: int) -> None:
            if read % _EVERY == 0:
                with contextlib.suppress(RuntimeError):  # the app has gone
                    loop.call_soon_threadsafe(self._tell_progress, read, of)

        try:
            corpus = await beside(
                lambda dropped: open_corpus(self._path, options=self._reading, progress=progress, cancelled=dropped)
            )
        except DiptychError as error:
            self.app.trouble(str(error))
            return
        self.corpus, self._entries = corpus, entries(corpus)
        first = next((n for n, entry in enumerate(self._entries) if entry.document is not None), 1)
        self.articles.show(len(self._entries), self._line, first - 1)
        if len(corpus.articles) == 1 and len(corpus.articles[0].documents) > 1:  # nothing to choose from
            self.action_open()

    def _tell_progress(self, read: int, of: int) -> None:
        if self.is_attached and self.corpus is None:
            self.query_one("#corpus", Static).update(f"Reading… {read:,} of {of:,}", layout=False)

    def _line(self, index: int, width: int) -> list[Piece]:
        assert self.corpus is not None
        return line(self.corpus, self._entries[index], width, self._marked)

    @property
    def _entry(self) -> Entry | None:
        """Where the cursor stands."""
        return self._entries[self.articles.cursor] if self._entries else None

    @on(LineList.Highlighted)
    def _paint(self) -> None:
        self.articles.paint_in(self.app.scheme)
        if self.corpus is None:
            return
        scheme, entry = self.app.scheme, self._entry
        self.query_one("#corpus", Static).update(content(overview(self.corpus, self.size.width), scheme))
        told = [] if entry is None else about(self.corpus, entry)
        self.query_one("#told", Static).update(content(told, scheme))

    def _compare(self, corpus: Corpus, old: Document, new: Document) -> None:
        shelf = shelf_of(corpus, old, new)
        self.app.push_screen(CompareScreen(shelf.versions, shelf if len(shelf.documents) > 1 else None))

    @on(LineList.Chosen)
    def action_open(self) -> None:
        """Compare what the cursor stands on."""
        entry = self._entry
        if self.corpus is None or entry is None:
            return
        found = pair(self.corpus, entry, self._marked)
        if found is None:
            self.app.tell("There is one version only. Press space here, then enter on the one to compare it with.")
        else:
            self._compare(self.corpus, *found)

    def action_mark(self) -> None:
        """Mark a version to compare by hand."""
        if self.corpus is not None and self._entry is not None:
            document = chosen(self.corpus, self._entry)
            self._marked = None if self._marked == document else document
            self.articles.refresh()

    def action_cursor_down(self) -> None:
        """Go down the list."""
        self.articles.step(1)

    def action_cursor_up(self) -> None:
        """Go up the list."""
        self.articles.step(-1)

    def action_page_down(self) -> None:
        """Go down a page."""
        self.articles.step(self.articles.page)

    def action_page_up(self) -> None:
        """Go up a page."""
        self.articles.step(-self.articles.page)

    def action_to_start(self) -> None:
        """Go to the first line."""
        self.articles.move_to(0)

    def action_to_end(self) -> None:
        """Go to the last line."""
        self.articles.move_to(len(self._entries) - 1)
