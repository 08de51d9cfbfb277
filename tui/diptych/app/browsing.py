"""What the list asks of its catalogue again and again: remembered where it is shown, computed beside the screen."""

from __future__ import annotations

from collections import OrderedDict
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from diptych import compare
from diptych.corpus.index.catalogue import AS_FOUND
from diptych.errors import DiptychError
from diptych.layout.listing import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diptych.corpus.corpus import Article, Document
    from diptych.corpus.index.catalogue import Catalogue
    from diptych.corpus.index.listed import Listed
    from diptych.corpus.shelf import Shelf

_BLOCK = 64
_REMEMBERED = 4096
_PREVIEW = 4000
_LONGEST = 400_000
"""Characters of a version beyond which nobody counts how much changed for the list's sake."""


MANY = 10_000
"""Articles from which on finding some of them takes longer than a key may."""
_MOMENT = 0.004
"""Seconds that a key may wait for what it asks for."""
_BEGINNING = 200
"""Articles that fill any window."""


class Glimpse(NamedTuple):
    """What was found in a moment: a list of articles, or its beginning."""

    numbers: Sequence[int]
    place: int
    """Where the cursor will stand."""
    whole: bool


class Browsing:
    """The articles that are in the window, and those near it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._listed: OrderedDict[int, Listed] = OrderedDict()
        self._articles: OrderedDict[int, Article] = OrderedDict()
        self._unknown: set[int] = set()

    def forget(self) -> None:
        """Ask anew: the articles are other ones now."""
        self._listed.clear()
        self._articles.clear()
        self._unknown.clear()

    def listed(self, numbers: Sequence[int], place: int) -> Listed | None:
        """The article at a place of the list, as the list shows it; its neighbours are fetched along with it."""
        number = numbers[place]
        if number not in self._listed:
            start = max(0, place - _BLOCK // 2)
            for found in self.catalogue.listed(numbers[start : start + _BLOCK]):
                self._listed[found.number] = found
            while len(self._listed) > _REMEMBERED:
                self._listed.popitem(last=False)
        return self._listed.get(number)

    def glimpse(self, order: str, wanted: str, here: int | None, *, narrower: bool) -> Glimpse | None:
        """What a moment is enough to find of a list, all or its beginning; None where that is not worth showing.

        The beginning is shown only where the cursor will stand in it, so that nothing leaps when the whole list comes.

        Args:
            order: one of :data:`diptych.corpus.index.catalogue.ORDERS`.
            wanted: words that an article must have.
            here: the number of the article under the cursor.
            narrower: whether that is the first one of a list of which the one wanted is a part.

        Raises:
            DiptychError: the index is broken.
        """
        few = self.catalogue.counts().articles <= MANY
        if not few and order != AS_FOUND:
            return None
        most, ends = -1 if few else _BEGINNING, monotonic() + _MOMENT
        numbers = self.catalogue.places(order, wanted, most=most, stopped=lambda: monotonic() > ends)
        if monotonic() > ends:
            return None
        whole, place = len(numbers) != most, place_of(here, numbers, ascending=order == AS_FOUND)
        return Glimpse(numbers, place or 0, whole) if whole or narrower or place is not None else None

    def article(self, number: int) -> Article:
        """An article with its versions.

        Raises:
            DiptychError: it is no longer there.
        """
        found = self._articles.get(number)
        if found is None:
            found = self._articles[number] = self.catalogue.article(number)
            if len(self._articles) > _REMEMBERED:
                self._articles.popitem(last=False)
        return found

    def why(self, article: Article) -> tuple[str, ...]:
        """Why the versions were put together; reads a few of them."""
        if len(article.documents) < 2:
            return ()
        from diptych.corpus.reasons import likely_source

        source = likely_source(article.documents)
        return (*article.why, source[1]) if source else article.why

    def preview(self, document: Document) -> str:
        """How a document begins."""
        try:
            version = self.catalogue.load(document)
        except DiptychError as error:
            return str(error)
        return "\n".join(
            " ".join(version.plain(block.start, min(block.end, block.start + _PREVIEW)).split())
            for block in version.blocks[:12]
            if not block.role.is_header
        )[:_PREVIEW]

    def measure(self, numbers: Iterable[int], tell: Callable[[], None], dropped: Callable[[], bool]) -> None:
        """Count how much changed in articles that nobody has compared yet, one after the other."""
        for number in numbers:
            listed = self._listed.get(number)
            if listed is None or listed.versions < 2 or listed.changed is not None or number in self._unknown:
                continue
            if dropped():
                return
            self._unknown.add(number)  # asked for once: what cannot be compared now will not be a moment later
            try:
                documents = self.catalogue.article(number).documents
                if max(documents[0].size, documents[-1].size) > _LONGEST:
                    continue
                old, new = self.catalogue.load(documents[0]), self.catalogue.load(documents[-1])
                summary = compare(old, new, cancelled=dropped).summary()
                sentences = max(1, summary.old_sentences, summary.new_sentences)
                self.catalogue.changed(number, min(summary.substantive, sentences), sentences)
                self._listed.update((found.number, found) for found in self.catalogue.listed([number]))
            except DiptychError:
                if dropped():
                    self._unknown.discard(number)
                continue
            tell()

    def shelf(self, article: Article, old: int, new: int) -> Shelf:
        """The article's versions with a finger on two of them."""
        from diptych.corpus.shelf import Shelf

        return Shelf(article.documents, self.catalogue.load, old, new)

    def shelf_of(self, one: Document, other: Document) -> Shelf:
        """Any two documents: as versions of their article where they are of one, otherwise just the two."""
        from diptych.corpus.shelf import Shelf

        numbers = [self.catalogue.holding(document) for document in (one, other)]
        if numbers[0] is not None and numbers[0] == numbers[1]:
            article = self.article(numbers[0])
            places = sorted(article.documents.index(document) for document in (one, other))
            return self.shelf(article, places[0], places[1])
        before = (numbers[0] or 0) <= (numbers[1] or 0)
        return Shelf((one, other) if before else (other, one), self.catalogue.load)
