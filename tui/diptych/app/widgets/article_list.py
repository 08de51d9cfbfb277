"""The list of articles and versions: only the lines in the window are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from diptych.app.paint import BAR, style
from diptych.layout.listing import Entry, chosen, entries, line
from diptych.palette import DARK, Ink, Scheme

if TYPE_CHECKING:
    from textual import events

    from diptych.corpus.corpus import Corpus, Document

_MARGIN = 2


class ArticleList(ScrollView, can_focus=True):
    """A cursor over the entries of a corpus."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Highlighted(Message):
        """The cursor stands on another entry."""

    class Chosen(Message):
        """An entry was clicked twice."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.scheme: Scheme = DARK
        self.corpus: Corpus | None = None
        self.entries: list[Entry] = []
        self.cursor = 0
        self.marked: Document | None = None

    def show(self, corpus: Corpus) -> None:
        """List a corpus, the cursor on the first article that has versions to compare."""
        self.corpus = corpus
        self.entries = entries(corpus)
        first = next((n for n, entry in enumerate(self.entries) if entry.document is not None), 1)
        self.virtual_size = Size(self.size.width, len(self.entries))
        self.move_to(max(0, first - 1))

    def paint_in(self, scheme: Scheme) -> None:
        """Use other colours."""
        self.scheme = scheme
        self.refresh()

    @property
    def entry(self) -> Entry | None:
        """Where the cursor stands."""
        return self.entries[self.cursor] if self.entries else None

    def move_to(self, cursor: int) -> None:
        """Put the cursor on an entry, and the entry into the window."""
        self.cursor = max(0, min(len(self.entries) - 1, cursor))
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + self.size.height > top:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False)
        self.refresh()
        self.post_message(self.Highlighted())

    def toggle_mark(self) -> None:
        """Mark the version under the cursor, or take its mark away."""
        if self.corpus is not None and self.entry is not None:
            document = chosen(self.corpus, self.entry)
            self.marked = None if self.marked == document else document
            self.refresh()

    def on_resize(self) -> None:
        """Let the lines take the width there is."""
        self.virtual_size = Size(self.size.width, len(self.entries))

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        width, index = self.size.width, y + self.scroll_offset.y
        if self.corpus is None or index >= len(self.entries):
            return Strip.blank(width, Style(bgcolor=self.scheme.page))
        here = index == self.cursor
        back = self.scheme.current if here else self.scheme.page
        entry = self.entries[index]
        marked = self.marked is not None and chosen(self.corpus, entry) == self.marked
        if entry.document is None and len(self.corpus.articles[entry.article].documents) > 1:
            marked = False
        pieces = line(self.corpus, entry, max(1, width - 2 * _MARGIN), marked=marked)
        bar = Segment(BAR if here else " ", style(self.scheme.inks[Ink.REWORDED], back))
        blank = Segment(" ", Style(bgcolor=back))
        painted = [Segment(text, style(self.scheme.inks[ink], back)) for text, ink in pieces]
        return Strip([bar, blank, *painted]).adjust_cell_length(width, Style(bgcolor=back))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click opens."""
        index = event.y + self.scroll_offset.y
        if index < len(self.entries):
            again = index == self.cursor and event.chain > 1
            self.move_to(index)
            if again:
                self.post_message(self.Chosen())
