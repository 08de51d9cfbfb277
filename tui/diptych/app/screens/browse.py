"""The list of articles: what was opened, why documents belong together, and what could not be read."""

from __future__ import annotations

import asyncio
import contextlib
from itertools import cycle, dropwhile
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, VerticalScroll
from textual.widgets import Footer, Input, Static

from diptych.app.background import beside
from diptych.app.bindings import bindings
from diptych.app.browsing import Browsing
from diptych.app.commands import BROWSE
from diptych.app.paint import content
from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.declared import DeclaredScreen
from diptych.app.screens.lines import LinesScreen
from diptych.app.widgets.ask_line import AskLine
from diptych.app.widgets.line_list import LineList
from diptych.corpus import corrections
from diptych.corpus.index.catalogue import ORDERS, Catalogue, Counts
from diptych.errors import DiptychError
from diptych.layout.listing import (
    Roll,
    about,
    article_line,
    broken,
    how_far,
    overview,
    pair,
    problem_line,
    version_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from diptych.corpus.corpus import Article, Document
    from diptych.corpus.index.filling import Progress
    from diptych.corpus.records import Options
    from diptych.corpus.shelf import Shelf
    from diptych.layout.pieces import Piece

_FEW = 12
"""Articles up to which all are unfolded at first."""


class BrowseScreen(DeclaredScreen):
    """Lists one corpus."""

    DECLARED: ClassVar = BROWSE
    BINDINGS: ClassVar = bindings(BROWSE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-wide")]  # noqa: RUF012

    def __init__(self, path: str, reading: Options | None = None) -> None:
        """Take the path of the corpus, and how it is to be read."""
        super().__init__()
        self._path, self._reading = path, reading
        self.catalogue: Catalogue | None = None
        self._browsing: Browsing
        self._counts = Counts()
        self._roll = Roll()
        self._order, self._wanted, self._words = "as found", "", ""
        self._progress = ""
        self._seen = 0
        self._marked: Document | None = None

    def compose(self) -> ComposeResult:
        """What was opened, the list, and what there is to say of the line under the cursor."""
        yield Static("Reading…", id="corpus", markup=False)
        with Container(id="body"):
            yield LineList(id="articles")
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="told", markup=False)
        yield AskLine("/", "narrows down by title, source, date, name", id="narrow")
        yield AskLine("text:", "finds words in the texts", id="words")
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

    @property
    def is_there(self) -> bool:
        """Whether there is still somebody to tell: the app may have been left meanwhile, and its widgets be gone."""
        return self.is_attached and bool(self.query("#told"))

    @work(exclusive=True, group="open")
    async def _open(self) -> None:
        """Show what is known from the last time, then what is there now."""
        loop = asyncio.get_running_loop()

        def tell(progress: Progress) -> None:
            with contextlib.suppress(RuntimeError):  # the app has gone
                loop.call_soon_threadsafe(self._tell_progress, progress)

        try:
            catalogue = self.catalogue
            if catalogue is None:
                catalogue = Catalogue(self._path, self._reading)
                self.catalogue, self._browsing = catalogue, Browsing(catalogue)
            known = catalogue.counts().articles > 0
            if known:
                await self._list()
            changed = await beside(lambda dropped: catalogue.refresh(tell, dropped))
            if not self.is_there:
                return
            self._progress = ""
            self._counts = catalogue.counts()
            if not self._counts.documents:
                raise DiptychError(_nothing(catalogue))
            if changed or not known:
                await self._list()
            self._paint()
        except DiptychError as error:
            self.app.trouble(str(error))
            return
        if self._counts.articles == 1 and self._counts.documents > 1 and self.is_current:  # nothing to choose from
            self.action_open()

    def _tell_progress(self, progress: Progress) -> None:
        if self.is_there and self.catalogue is not None:
            self._counts = self.catalogue.counts()
            self._progress = how_far(progress)
            if self.catalogue.gathered != self._seen:
                self._list_again()
            self._paint_corpus()

    @work(exclusive=True, group="list")
    async def _list_again(self) -> None:
        await self._list()

    async def _list(self) -> None:
        """Ask for the articles in the order wanted, and keep the cursor on the one it stands on."""
        catalogue = self.catalogue
        assert catalogue is not None
        order, wanted, words = self._order, self._wanted, self._words
        here = self._document()
        self._seen = catalogue.gathered
        try:
            numbers = await beside(lambda _: catalogue.places(order, wanted, words))
        except DiptychError as error:
            self._words = ""
            self.app.tell(str(error), severity="warning")
            return
        if not self.is_there:
            return
        self._browsing.forget()
        self._counts = catalogue.counts()
        unfolded = {}
        if len(numbers) <= _FEW:
            counts = [len(self._browsing.article(number).documents) for number in numbers]
            unfolded = {place: count for place, count in enumerate(counts) if count > 1}
        self._roll = Roll(numbers, unfolded)
        self.articles.show(len(self._roll), self._line, self._row_of(here))
        self._paint()

    def _row_of(self, document: Document | None) -> int:
        number = self.catalogue.holding(document) if self.catalogue and document else None
        if number is None or number not in self._roll.numbers:
            return 0
        return self._roll.row(self._roll.entry(0)._replace(place=self._roll.numbers.index(number), document=None))

    def _line(self, row: int, width: int) -> list[Piece]:
        entry = self._roll.entry(row)
        listed = self._browsing.listed(self._roll.numbers, entry.place)
        if listed is None:
            return []
        if entry.document is not None:
            document = self._browsing.article(listed.number).documents[entry.document]
            return version_line(document, width, marked=document == self._marked)
        marked = self._marked is not None and entry.place not in self._roll.unfolded and listed.versions == 1
        marked = marked and self._browsing.article(listed.number).documents[0] == self._marked
        return article_line(listed, width, unfolded=entry.place in self._roll.unfolded, marked=marked)

    def _here(self) -> tuple[Article, int | None] | None:
        """The article under the cursor, and which version of it."""
        if not len(self._roll):
            return None
        entry = self._roll.entry(self.articles.cursor)
        with contextlib.suppress(DiptychError, IndexError):  # gathered anew this very moment
            return self._browsing.article(self._roll.numbers[entry.place]), entry.document
        return None

    def _document(self) -> Document | None:
        """The version under the cursor; of an article the first one."""
        here = self._here()
        return here[0].documents[here[1] or 0] if here else None

    @on(LineList.Highlighted)
    def _paint(self) -> None:
        self.articles.paint_in(self.app.scheme)
        if self.catalogue is None:
            return
        self._paint_corpus()
        here = self._here()
        told = about(here[0], self._document() if here[1] is not None else None, here[0].why, "") if here else []
        self.query_one("#told", Static).update(content(told, self.app.scheme))
        if here:
            self._tell_about(*here)

    def _paint_corpus(self) -> None:
        told = [self._progress] if self._progress else []
        if self._wanted or self._words:
            told.append(f"{len(self._roll.numbers):,} found")
        if self._order != "as found":
            told.append(f"by {self._order}")
        line = overview(self._path, self._counts, told, self.size.width)
        self.query_one("#corpus", Static).update(content(line, self.app.scheme))

    @work(exclusive=True, group="about")
    async def _tell_about(self, article: Article, place: int | None) -> None:
        """Read what takes reading, and count what changed, once the cursor rests."""
        await asyncio.sleep(0.05)
        document = article.documents[place or 0]
        browsing = self._browsing

        def read(_: Callable[[], bool]) -> tuple[tuple[str, ...], str]:
            return browsing.why(article), browsing.preview(document)

        why, text = await beside(read)
        if not self.is_there:
            return
        told = about(article, document if place is not None else None, why, text)
        self.query_one("#told", Static).update(content(told, self.app.scheme))
        numbers, entry = self._roll.numbers, self._roll.entry(self.articles.cursor)
        near = numbers[max(0, entry.place - self.articles.page) : entry.place + self.articles.page]
        loop = asyncio.get_running_loop()

        def again() -> None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self.articles.refresh)

        await beside(lambda dropped: browsing.measure(list(near), again, dropped))

    def _compare(self, shelf: Shelf) -> None:
        self.app.push_screen(CompareScreen(shelf.versions, shelf if len(shelf.documents) > 1 else None))

    @on(LineList.Chosen)
    def action_open(self) -> None:
        """Compare what the cursor stands on."""
        here, document = self._here(), self._document()
        if here is None or document is None:
            return
        if self._marked is not None and self._marked != document:
            self._compare(self._browsing.shelf_of(self._marked, document))
        elif (found := pair(*here)) is None:
            self.app.tell("There is one version only. Press space here, then enter on the one to compare it with.")
        else:
            self._compare(self._browsing.shelf(here[0], *found))

    def action_mark(self) -> None:
        """Mark a version to compare by hand."""
        document = self._document()
        if document is not None:
            self._marked = None if self._marked == document else document
            self.articles.refresh()

    def action_unfold(self) -> None:
        """Show the versions of the article under the cursor, or hide them."""
        here = self._here()
        if here is None:
            return
        place = self._roll.entry(self.articles.cursor).place
        count = len(here[0].documents)
        self._roll = self._roll.folded(place, count if place not in self._roll.unfolded and count > 1 else 0)
        self.articles.show(len(self._roll), self._line, self._roll.row(self._roll.entry(0)._replace(place=place)))

    def action_sort(self) -> None:
        """Sort by the next of the orders there are."""
        after = dropwhile(lambda name: name != self._order, cycle(ORDERS))
        next(after)
        self._order = next(after)
        if self.catalogue is not None:
            self._list_again()

    def action_narrow(self) -> None:
        """Ask what to narrow the list down to."""
        self.query_one("#narrow", AskLine).ask()

    def action_full_text(self) -> None:
        """Ask what to look for in the texts."""
        self.query_one("#words", AskLine).ask()

    @on(Input.Changed, "#narrow Input")
    def _narrowed(self, event: Input.Changed) -> None:
        self._wanted = event.value
        if self.catalogue is not None:
            self._list_again()

    @on(AskLine.Answered, "#narrow")
    def _narrow(self, answer: AskLine.Answered) -> None:
        self.articles.focus()
        if answer.words is None:
            self._show_all()

    @on(AskLine.Answered, "#words")
    def _search(self, answer: AskLine.Answered) -> None:
        self.articles.focus()
        self._words = answer.words or ""
        if self.catalogue is not None:
            self._list_again()

    def action_everything(self) -> None:
        """Show all articles again."""
        if self._wanted or self._words:
            self._show_all()

    def _show_all(self) -> None:
        self._wanted = self._words = ""
        self.query_one("#narrow Input", Input).value = ""
        if self.catalogue is not None:
            self._list_again()

    @work(exclusive=True, group="view")
    async def action_read(self) -> None:
        """Show the version under the cursor as it is."""
        document, catalogue = self._document(), self.catalogue
        if document is None or catalogue is None:
            return
        try:
            version = await beside(lambda _: catalogue.load(document))
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
            return
        lines = broken(version.text, max(20, self.size.width - 16))
        self.app.push_screen(LinesScreen(corrections.named(catalogue.path, document.address), lines))

    def action_problems(self) -> None:
        """List what could not be read, with what can be done about it."""
        problems = self.catalogue.problems() if self.catalogue else []
        width = max(20, self.size.width - 16)
        lines = ["".join(piece.text for piece in problem_line(problem, 4000)) for problem in problems]
        shown = [part for line in lines for part in broken(line, width)]
        self.app.push_screen(LinesScreen("What could not be read", shown or ["Everything could be read."]))

    def action_together(self) -> None:
        """Say that the marked version and this one are versions of one article."""
        self._correct(lambda said, marked, here, _: said.with_together([marked, here]))

    def action_apart(self) -> None:
        """Say that the marked version is no version of this article; without a mark, that this one is none."""
        self._correct(lambda said, marked, _, others: said.with_apart(marked, others))

    @work(exclusive=True, group="correct")
    async def _correct(self, saying: Callable[[corrections.Said, str, str, list[str]], corrections.Said]) -> None:
        here, document, catalogue = self._here(), self._document(), self.catalogue
        if here is None or document is None or catalogue is None:
            return
        if self._marked is None or (self._marked == document and here[1] is None):
            self.app.tell("Press space on one version, then go to the other one and press this key again.")
            return
        named = [corrections.named(catalogue.path, found.address) for found in (self._marked, document)]
        others = [corrections.named(catalogue.path, found.address) for found in here[0].documents]
        others = [name for name in others if name != named[0]]
        try:
            said = saying(corrections.read(catalogue.path), named[0], named[1], others)
            await beside(lambda _: catalogue.correct(said))
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
            return
        self._marked = None
        self.app.tell(f"Kept in {corrections.corrections_file(catalogue.path)}")
        await self._list()

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
        self.articles.move_to(len(self._roll) - 1)


def _nothing(catalogue: Catalogue) -> str:
    problems = catalogue.problems()
    return problems[0].message if problems else f"{catalogue.called} holds no texts; put .txt or .md files into it."
