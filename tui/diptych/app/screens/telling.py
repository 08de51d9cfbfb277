"""The line under the cursor of the list of articles: going from one to another, and what there is to say of it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import Static

from diptych.app.background import beside
from diptych.app.paint import content
from diptych.app.screens.listing import ListingScreen
from diptych.app.widgets.line_list import LineList
from diptych.layout.listing import about, nowhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.corpus.corpus import Article
    from diptych.layout.display import Piece

_REST = 0.05
"""Seconds without a move after which there is more to say of the line under the cursor: it takes a layout."""
_SOON = 0.1
"""Seconds for reading a version after which what can be said without it is said."""


class TellingScreen(ListingScreen):
    """Says beside its list what there is to say of the line under the cursor."""

    _told: object = None
    """What all was said of that there is to say."""

    def _tell(self, told: list[Piece]) -> None:
        self.query_one("#told", Static).update(content(told, self.app.scheme))

    @on(LineList.Highlighted)
    @work(exclusive=True, group="about")
    async def tell_about(self) -> None:
        """Say what there is to say of the line under the cursor, once it rests there, and count what changed nearby."""
        await asyncio.sleep(_REST)
        if not (self.is_there and self.is_current):
            return
        here = self.here()
        if here is None:
            asked = self.wanted or self.words
            self._tell(nowhere(self.wanted, self.words) if asked else [])
            self._told = None
            return
        about_what = (*here, self._seen, self.app.scheme)
        if about_what != self._told:  # another list may have the cursor on the same line
            await self._tell_of(*here)
            self._told = about_what
        if self.is_there:
            await self._count_changed()

    async def _tell_of(self, article: Article, place: int | None) -> None:
        """Say what there is to say of an article, or of one of its versions; its texts are read beside the screen."""
        document, browsing = article.documents[place or 0], self.browsing
        version = document if place is not None else None
        self._told = None

        def read(_: Callable[[], bool]) -> tuple[tuple[str, ...], str]:
            return browsing.why(article), browsing.preview(document)

        reading = asyncio.create_task(beside(read))
        try:
            if not (await asyncio.wait({reading}, timeout=_SOON))[0] and self.is_there:
                self._tell(about(article, version, (), ""))
            why, text = await reading
        finally:
            reading.cancel()
        if self.is_there:
            self._tell(about(article, version, why, text))

    async def _count_changed(self) -> None:
        """Count how much changed in the articles near the cursor."""
        numbers, entry = self.roll.numbers, self.roll.entry(self.articles.cursor)
        near = list(numbers[max(0, entry.place - self.articles.page) : entry.place + self.articles.page])
        loop, browsing = asyncio.get_running_loop(), self.browsing

        def again() -> None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self.articles.refresh)

        await beside(lambda dropped: browsing.measure(near, again, dropped))

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
        self.articles.move_to(len(self.roll) - 1)
