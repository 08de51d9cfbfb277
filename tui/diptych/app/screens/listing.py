"""The list of articles as it fills: what was opened, the line under the cursor, and what there is to say of it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import work

from diptych.app.background import beside
from diptych.app.browsing import MANY, Browsing
from diptych.app.paint import content
from diptych.app.screens.declared import DeclaredScreen
from diptych.app.widgets.line_list import LineList
from diptych.app.widgets.still import Note
from diptych.corpus.index.catalogue import AS_FOUND, Catalogue
from diptych.corpus.index.listed import Counts
from diptych.corpus.index.store import IndexBusyError
from diptych.errors import DiptychError
from diptych.layout.listing import (
    Entry,
    Roll,
    article_line,
    how_far,
    overview,
    place_of,
    version_line,
)
from diptych.layout.wrap import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.corpus.corpus import Article, Document
    from diptych.corpus.index.filling import Progress
    from diptych.corpus.records import Options
    from diptych.layout.display import Piece

_ASKED = 24
"""Cells at most of the words asked for, above the list."""
_TYPED = 0.1
"""Seconds that a long list waits for the next letter before all of it is narrowed down."""
_FEW = 12
"""Articles up to which all are unfolded at first."""


class ListingScreen(DeclaredScreen):
    """Lists one corpus, in an order and narrowed down."""

    def __init__(self, path: str, reading: Options | None = None, called: str = "") -> None:
        """Take the path of the corpus, how it is to be read, and what it is called if not by its path."""
        super().__init__()
        self._path, self._reading, self._called = path, reading, called or path
        self.catalogue: Catalogue | None = None
        self.browsing: Browsing
        self._counts = Counts()
        self.roll = Roll()
        self.order, self.wanted, self.words = AS_FOUND, "", ""
        self._progress = ""
        self._seen, self._is_stale = 0, False
        """How often the articles had been gathered when they were last asked for, and whether others are shown yet."""
        self._is_whole = True
        """Whether all that was found is listed, or only its beginning."""
        self.marked: Document | None = None

    def on_mount(self) -> None:
        """Show what is known from the last time; once that is on the screen, begin to read what is there now."""
        self.articles.paint_in(self.app.scheme)
        self.watch(self.app, "theme", self._paint, init=False)
        self.articles.focus()
        try:
            self.catalogue = Catalogue(self._path, self._reading)
            self.browsing = Browsing(self.catalogue)
            if self.catalogue.counts().articles:
                self._show(self.catalogue.places())
        except DiptychError as error:
            self.app.trouble(str(error))
            return
        self.call_after_refresh(self._open)

    def on_screen_resume(self) -> None:
        """Say what there is to say, now that somebody looks."""
        if self.catalogue is not None:
            self.tell_about()

    @property
    def articles(self) -> LineList:
        """The list."""
        return self.query_one("#articles", LineList)

    def action_open(self) -> None:
        """Compare what the cursor stands on."""
        raise NotImplementedError

    def tell_keys(self) -> None:
        """Say which keys matter now."""
        raise NotImplementedError

    def tell_about(self) -> object:
        """Say what there is to say of the line under the cursor."""
        raise NotImplementedError

    @work(exclusive=True, group="open")
    async def _open(self) -> None:
        """Read what changed since the last time, and show what is there now."""
        loop = asyncio.get_running_loop()
        catalogue = self.catalogue
        assert catalogue is not None

        def tell(progress: Progress) -> None:
            with contextlib.suppress(RuntimeError):  # the app has gone
                loop.call_soon_threadsafe(self._tell_progress, progress)

        try:
            changed = await beside(lambda dropped: catalogue.refresh(tell, dropped))
            if not self.is_there:
                return
            self._progress = ""
            self._counts = catalogue.counts()
            if not self._counts.documents:
                raise DiptychError(_nothing(catalogue))
            if changed or not len(self.roll):
                await self.list_now()
            if not self.is_there:
                return
            self._paint()
        except IndexBusyError as error:
            if not len(self.roll):
                self.app.trouble(str(error))
            elif self.is_there:  # what was listed the last time is there to be read
                self._progress = ""
                self._paint()
                self.app.tell(str(error), severity="warning")
            return
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
                self.list_again()
            self._paint_corpus()

    @work(exclusive=True, group="list")
    async def list_again(self) -> None:
        """List the articles as they are wanted now."""
        if self._counts.articles > MANY:
            await asyncio.sleep(_TYPED)
        await self.list_now()

    async def list_now(self) -> None:
        """Ask for the articles in the order wanted, and keep the cursor on the one it stands on.

        Whoever wants something else meanwhile sees to it that it is listed.
        """
        catalogue = self.catalogue
        assert catalogue is not None
        order, wanted, words = self.order, self.wanted, self.words
        here, number = self.document(), self._number()
        self._is_stale |= self._seen != catalogue.gathered
        self._seen, is_other = catalogue.gathered, self._is_stale

        def find(dropped: Callable[[], bool]) -> tuple[Sequence[int], int]:
            numbers = catalogue.places(order, wanted, words, stopped=dropped)
            stands = catalogue.holding(here) if is_other and here else number
            return numbers, place_of(stands, numbers, ascending=order == AS_FOUND) or 0

        try:
            numbers, place = await beside(find)
        except DiptychError as error:
            self.words = ""
            self.app.tell(str(error), severity="warning")
            return
        if self.is_there and (order, wanted, words) == (self.order, self.wanted, self.words):
            self._show(numbers, place)

    def narrow_down(self, wanted: str) -> None:
        """List what has some words: at once what can be found in a moment, the rest once it is found."""
        narrower = wanted.startswith(self.wanted) and self.articles.cursor == 0
        self.wanted = wanted
        if self.catalogue is None:
            return
        found = None
        if not self.words and not self._is_stale and self._seen == self.catalogue.gathered:
            with contextlib.suppress(DiptychError):  # told by who lists all
                found = self.browsing.glimpse(self.order, wanted, self._number(), narrower=narrower)
        if found is not None:
            self._show(found.numbers, found.place, whole=found.whole)
        if found is not None and found.whole:
            self.workers.cancel_group(self, "list")
        else:
            self.list_again()

    def _show(self, numbers: Sequence[int], place: int = 0, *, whole: bool = True) -> None:
        """List these, the cursor on one of them."""
        assert self.catalogue is not None
        if self._is_stale:
            self.browsing.forget()
        self._is_stale, self._is_whole = False, whole
        self._counts = self.catalogue.counts()
        unfolded = {}
        if len(numbers) <= _FEW:
            few = [self.browsing.listed(numbers, at) for at in range(len(numbers))]
            unfolded = {at: found.versions for at, found in enumerate(few) if found and found.versions > 1}
        self.roll = Roll(numbers, unfolded)
        self.articles.show(len(self.roll), self.line, self.roll.row(Entry(place)))
        self._paint()

    def line(self, row: int, width: int) -> list[Piece]:
        """The line of an article or of one of its versions."""
        entry = self.roll.entry(row)
        listed = self.browsing.listed(self.roll.numbers, entry.place)
        if listed is None:
            return []
        if entry.document is not None:
            document = self.browsing.article(listed.number).documents[entry.document]
            return version_line(document, width, marked=document == self.marked)
        marked = self.marked is not None and entry.place not in self.roll.unfolded and listed.versions == 1
        marked = marked and self.browsing.article(listed.number).documents[0] == self.marked
        return article_line(listed, width, unfolded=entry.place in self.roll.unfolded, marked=marked)

    def _number(self) -> int | None:
        """The number of the article under the cursor."""
        return self.roll.numbers[self.roll.entry(self.articles.cursor).place] if len(self.roll) else None

    def here(self) -> tuple[Article, int | None] | None:
        """The article under the cursor, and which version of it."""
        if not len(self.roll):
            return None
        entry = self.roll.entry(self.articles.cursor)
        with contextlib.suppress(DiptychError, IndexError):  # gathered anew this very moment
            return self.browsing.article(self.roll.numbers[entry.place]), entry.document
        return None

    def document(self) -> Document | None:
        """The version under the cursor; of an article the first one."""
        here = self.here()
        return here[0].documents[here[1] or 0] if here else None

    def _paint(self) -> None:
        if not self.is_there:
            return
        self.articles.paint_in(self.app.scheme)
        if self.catalogue is not None:
            self._paint_corpus()
            self.tell_keys()
            self.tell_about()

    def on_resize(self) -> None:
        """Let what was opened stand at the edges."""
        if self.catalogue is not None and self.is_there:
            self._paint_corpus()

    def _paint_corpus(self) -> None:
        told = [self._progress] if self._progress else []
        if self.wanted or self.words:
            asked = " ".join(f"“{fit(words, _ASKED)}”" for words in (self.wanted, self.words) if words)
            told.append(f"{len(self.roll.numbers):,} with {asked}" if self._is_whole else f"searching {asked} …")
        if self.order != AS_FOUND:
            told.append(f"by {self.order}")
        line = overview(self._called, self._counts, told, self.size.width)
        self.query_one("#corpus", Note).update(content(line, self.app.scheme), layout=False)


def _nothing(catalogue: Catalogue) -> str:
    problems = catalogue.problems()
    return problems[0].message if problems else f"{catalogue.called} holds no texts; put .txt or .md files into it."
