"""How the reading screen leads to places: search, going to one by name, lists of changes and wordings, filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Input

from diptych.app.background import beside
from diptych.app.screens.article import ArticleScreen
from diptych.app.widgets.ask_line import AskLine
from diptych.app.widgets.list_panel import Listed, ListPanel
from diptych.app.widgets.search_bar import SearchBar
from diptych.errors import DiptychError
from diptych.layout import excerpt, moves, repeated, views
from diptych.layout.filters import counted
from diptych.layout.going import going_to
from diptych.layout.particulars import plural
from diptych.layout.search import search

if TYPE_CHECKING:
    from diptych.layout.filters import Counts, Filter
    from diptych.layout.rows import Rows

_CHANGES, _WORDINGS = "changes", "wordings"


class SeekingScreen(ArticleScreen):
    """Leads the reader of a comparison to what is looked for."""

    counts: Counts | None = None
    """How many changes there are of each sort, once they have been counted."""

    @property
    def panel(self) -> ListPanel:
        """The list of changes or of wordings."""
        return self.query_one("#panel", ListPanel)

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
                self.app.tell("There is no other such place.")
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
            if self.is_there:
                self.view.move(moves.leaping(partial(moves.found, search=finds)))

    def action_changes(self) -> None:
        """Open the list of changes, or close it."""
        if not self._put_away(_CHANGES) and (listed := self._changes()) is not None:
            self.panel.open(listed)

    def _changes(self) -> Listed | None:
        """The changes that are walked, from the current one on."""
        reading, page = self.view.reading, self.view.page
        if reading is None or page is None:
            return None
        rows, walked, here = reading.rows, page.walked, reading.change or 0
        return Listed(
            _CHANGES,
            partial(excerpt.told, rows, len(walked), self.counts),
            "words, or a kind: deleted, moved, number …",
            lambda words: excerpt.found(rows, words, walked),
            partial(excerpt.line, rows),
            here.__le__,
        )

    @work(exclusive=True, group="wordings")
    async def action_wordings(self) -> None:
        """Open the list of what was put for what, or close it."""
        if self.view.reading is None or self._put_away(_WORDINGS):
            return
        listed = await self._wordings()
        if listed is not None and self.is_there:
            self.panel.open(listed)

    async def _wordings(self) -> Listed | None:
        """What was put for what in the changes that are walked."""
        reading, page = self.view.reading, self.view.page
        if reading is None or page is None:
            return None
        from diptych.comparison.wordings import wordings

        rows, links = reading.rows, {reading.rows.changes[change] for change in page.walked}
        listed = await beside(lambda _: repeated.walked(wordings(rows.comparison), links))
        if not listed:
            self.app.tell("No word was put for another.")
            return None
        return Listed(
            _WORDINGS,
            lambda count: f"{count:,} of {len(listed):,} wordings" if count < len(listed) else plural(count, "wording"),
            "words, or a sort: name, number, respelling …",
            partial(repeated.among, listed),
            repeated.line,
        )

    def _put_away(self, name: str) -> bool:
        """Close the panel if it lists this."""
        panel = self.panel
        if panel.listed is None or panel.listed.name != name:
            return False
        panel.close()
        self.view.focus()
        return True

    @on(ListPanel.Left)
    def _leave_panel(self) -> None:
        self.panel.close()
        self.view.focus()

    @on(ListPanel.Looked)
    def _look(self, looked: ListPanel.Looked) -> None:
        if looked.listed.name == _CHANGES:
            self.view.move(partial(moves.to_change, change=looked.item))

    @on(ListPanel.Chosen)
    def _choose(self, chosen: ListPanel.Chosen) -> None:
        reading = self.view.reading
        if reading is None:
            return
        if chosen.listed.name == _CHANGES:
            self.view.move(moves.leaping(partial(moves.to_change, change=chosen.item)))
        else:
            self.view.move(moves.leaping(partial(moves.found, search=repeated.occurrences(reading.rows, chosen.item))))
        self.view.focus()

    def follow(self) -> None:
        """Let the list of changes follow the reader."""
        reading, panel = self.view.reading, self.panel
        if reading is not None and panel.listed is not None and panel.listed.name == _CHANGES:
            panel.follow(partial(excerpt.place_in, change=reading.change))

    def relist(self) -> None:
        """List again what the panel lists, of other changes than before."""
        listed = self.panel.listed
        if listed is not None and listed.name == _CHANGES and (again := self._changes()) is not None:
            self.panel.look_again(again)
        elif listed is not None:
            self._relist_wordings()

    @work(exclusive=True, group="wordings")
    async def _relist_wordings(self) -> None:
        again = await self._wordings()
        if not self.is_there:
            return
        if again is not None:
            self.panel.look_again(again)
        else:
            self.panel.close()
            if isinstance(self.focused, Input):
                self.view.focus()

    @work(exclusive=True, group="filter")
    async def action_filter(self) -> None:
        """Choose the kinds of change to walk, and what they touch."""
        reading = self.view.reading
        if reading is None:
            return
        if not reading.rows.changes:
            self.app.tell("There are no changes to choose from.")
            return
        counts = await self._counted(reading.rows)
        from diptych.app.screens.filter import FilterScreen

        wanted = await self.app.push_screen_wait(FilterScreen(counts, reading.view.wanted))
        if wanted is not None:
            self.walk(wanted)

    @work(exclusive=True, group="filter")
    async def action_substantive(self) -> None:
        """Hide changes of form only, or show them again."""
        reading = self.view.reading
        if reading is not None:
            await self._counted(reading.rows)
            self.walk(reading.view.wanted.toggled_form())

    async def _counted(self, rows: Rows) -> Counts:
        if self.counts is None:
            self.counts = await beside(lambda _: counted(rows))
        return self.counts

    def walk(self, wanted: Filter) -> None:
        """Walk only these changes."""
        if not self.is_there:
            return
        self.view.move(partial(views.filtered, wanted=wanted))
        self.relist()
