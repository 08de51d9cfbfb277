"""The list of articles: what to do with the line under the cursor, and with the list."""

from __future__ import annotations

from functools import partial
from itertools import cycle, dropwhile
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from diptych.app.background import beside
from diptych.app.bindings import bindings
from diptych.app.commands import ASKING, BROWSE, BROWSING, MARKED
from diptych.app.screens.correcting import CorrectingScreen
from diptych.app.widgets.ask_line import AskLine
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.line_list import LineList
from diptych.app.widgets.still import Box, Note
from diptych.corpus.index.catalogue import ORDERS
from diptych.errors import DiptychError
from diptych.layout.listing import broken, pair, problem_lines
from diptych.paths import sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from diptych.corpus.shelf import Shelf


_READY = 0.5
"""Seconds after which there is nothing else to do than to make what may be asked for."""


class BrowseScreen(CorrectingScreen):
    """Lists one corpus."""

    DECLARED: ClassVar = BROWSE
    CSS_PATH: ClassVar = [sheet("browse")]
    BINDINGS: ClassVar = bindings(BROWSE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-wide")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """What was opened, the list, and what there is to say of the line under the cursor."""
        yield Note("Reading…", id="corpus", markup=False)
        with Box(id="body"):
            yield LineList(id="articles")
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="told", markup=False)
        yield AskLine("/", "narrows down by title, source, date, name", id="narrow", typed=self.narrow_down)
        yield AskLine("text:", "finds words in the texts", id="words")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Have the field ready that is asked for most."""
        self.set_timer(_READY, self.query_one("#narrow", AskLine).prepare)

    def on_descendant_focus(self) -> None:
        """Other keys matter while words are typed; a field that the mouse was taken away from goes."""
        if self.focused is self.articles:
            for line in self.query(AskLine):
                line.put_away()
        self.tell_keys()

    def tell_keys(self) -> None:
        """The keys that matter now."""
        if isinstance(self.focused, Input):
            self.query_one("#keys", KeyLine).show(ASKING, self.app.scheme)
        else:
            narrowed = (("everything", "all articles"),) if self.wanted or self.words else ()
            self.offer((*narrowed, *(MARKED if self.marked is not None else BROWSING)))

    def _compare(self, shelf: Shelf) -> None:
        from diptych.app.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(shelf.versions, shelf if len(shelf.documents) > 1 else None))

    @on(LineList.Chosen)
    def action_open(self) -> None:
        """Compare what the cursor stands on."""
        here, document = self.here(), self.document()
        if here is None or document is None:
            return
        if self.marked is not None and self.marked != document:
            self._compare(self.browsing.shelf_of(self.marked, document))
        elif (found := pair(*here)) is None:
            self.app.tell("There is one version only. Press space here, then enter on the one to compare it with.")
        else:
            self._compare(self.browsing.shelf(here[0], *found))

    def action_mark(self) -> None:
        """Mark a version to compare by hand."""
        document = self.document()
        if document is not None:
            self.marked = None if self.marked == document else document
            self.articles.refresh()
            self.tell_keys()

    def action_unfold(self) -> None:
        """Show the versions of the article under the cursor, or hide them."""
        here = self.here()
        if here is None:
            return
        place = self.roll.entry(self.articles.cursor).place
        count = len(here[0].documents)
        self.roll = self.roll.folded(place, count if place not in self.roll.unfolded and count > 1 else 0)
        self.articles.show(len(self.roll), self.line, self.roll.row(self.roll.entry(0)._replace(place=place)))

    def action_sort(self) -> None:
        """Sort by the next of the orders there are."""
        after = dropwhile(lambda name: name != self.order, cycle(ORDERS))
        next(after)
        self.order = next(after)
        if self.catalogue is not None:
            self.list_again()

    def action_narrow(self) -> None:
        """Ask what to narrow the list down to."""
        self.query_one("#narrow", AskLine).ask()

    def action_full_text(self) -> None:
        """Ask what to look for in the texts."""
        self.query_one("#words", AskLine).ask()

    @on(AskLine.Answered, "#narrow")
    def _narrow(self, answer: AskLine.Answered) -> None:
        self.articles.focus()
        if answer.words is None:
            self._show_all()

    @on(AskLine.Answered, "#words")
    def _search(self, answer: AskLine.Answered) -> None:
        self.articles.focus()
        self.words = answer.words or ""
        if self.catalogue is not None:
            self.list_again()

    def action_everything(self) -> None:
        """Show all articles again."""
        if self.wanted or self.words:
            self._show_all()

    def _show_all(self) -> None:
        self.wanted = self.words = ""
        self.query_one("#narrow", AskLine).forget()
        if self.catalogue is not None:
            self.list_again()

    @work(exclusive=True, group="view")
    async def action_read(self) -> None:
        """Show the version under the cursor as it is."""
        document, catalogue = self.document(), self.catalogue
        if document is None or catalogue is None:
            return
        try:
            version = await beside(lambda _: catalogue.load(document))
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
            return
        if not self.is_there:
            return
        from diptych.app.screens.lines import ToldLines
        from diptych.corpus import corrections

        title = corrections.named(catalogue.path, document.address)
        self.app.push_screen(ToldLines(title, partial(broken, version.text), self.size.width))

    def action_problems(self) -> None:
        """List what could not be read, with what can be done about it."""
        problems = self.catalogue.problems() if self.catalogue else []
        from diptych.app.screens.lines import ToldLines

        def told(width: int) -> Sequence[str]:
            return problem_lines(problems, width) or ["Everything could be read."]

        self.app.push_screen(ToldLines("What could not be read", told, self.size.width))
