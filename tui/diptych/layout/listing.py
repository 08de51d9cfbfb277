"""The corpus as a list: a line an article, a line a version below it. Pure; lines are made when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.shelf import Shelf
from diptych.layout.display import safe
from diptych.layout.heading import host, plural
from diptych.layout.pieces import Piece
from diptych.layout.wrap import cell_len, fit
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.corpus.corpus import Article, Corpus, Document


class Entry(NamedTuple):
    """A line of the list: an article, or one of its versions."""

    article: int
    document: int | None = None


def entries(corpus: Corpus) -> list[Entry]:
    """All lines in order; the versions of an article follow it, unless it has only one."""
    found: list[Entry] = []
    for index, article in enumerate(corpus.articles):
        found.append(Entry(index))
        if len(article.documents) > 1:
            found += [Entry(index, n) for n in range(len(article.documents))]
    return found


def chosen(corpus: Corpus, entry: Entry) -> Document:
    """The document that a line stands for: an article's first one, or the version itself."""
    return corpus.articles[entry.article].documents[entry.document or 0]


def pair(corpus: Corpus, entry: Entry, marked: Document | None) -> tuple[Document, Document] | None:
    """What to compare when a line is chosen, the earlier version first.

    With a marked document: that one and this. An article: its first and its last version. A version: the one before it
    and itself, or for the first one itself and the next. None where there is nothing to compare with.
    """
    documents = corpus.articles[entry.article].documents
    here = chosen(corpus, entry)
    if marked is not None and marked != here:
        return (marked, here) if _order(corpus, marked) <= _order(corpus, here) else (here, marked)
    if len(documents) < 2:
        return None
    if entry.document is None:
        return documents[0], documents[-1]
    later = max(1, entry.document)
    return documents[later - 1], documents[later]


def shelf_of(corpus: Corpus, old: Document, new: Document) -> Shelf:
    """The article's versions with a finger on these two; where they are of two articles, just the two."""
    for article in corpus.articles:
        if old in article.documents and new in article.documents:
            documents = article.documents
            return Shelf(documents, corpus.load, documents.index(old), documents.index(new))
    return Shelf((old, new), corpus.load)


def _order(corpus: Corpus, document: Document) -> tuple[int, int]:
    for index, article in enumerate(corpus.articles):
        if document in article.documents:
            return index, article.documents.index(document)
    return len(corpus.articles), 0


def line(corpus: Corpus, entry: Entry, width: int, marked: Document | None = None) -> list[Piece]:
    """One line of the list, ``width`` cells wide; the version that is marked has a sign."""
    article = corpus.articles[entry.article]
    if entry.document is None and len(article.documents) > 1:
        dates = sorted({document.date for document in article.documents if document.date})
        told = [plural(len(article.documents), "version"), _range(dates)]
        return _spread(Piece(_title(article), Ink.TITLE), told, width)
    document = chosen(corpus, entry)
    here = document == marked
    told = [document.byline, host(document.source), document.date, plural(document.words, "word")]
    lead = "    " if entry.document is not None else ""
    sign = "● " if here else ("· " if entry.document is not None else "")
    name = document.name if entry.document is not None else (_title(article))
    ink = Ink.REWORDED if here else (Ink.TEXT if entry.document is not None else Ink.TITLE)
    return _spread(Piece(f"{lead}{sign}{name}", ink), told, width)


def _title(article: Article) -> str:
    return article.title or article.documents[0].label


def _range(dates: list[str]) -> str:
    return dates[0] if len(dates) == 1 else f"{dates[0]} – {dates[-1]}" if dates else ""


def _spread(lead: Piece, told: list[str], width: int) -> list[Piece]:
    """The lead at the left, particulars at the right, as many of them as there is room for."""
    facts = ""
    room = max(width // 2, width - cell_len(lead.text) - 2)
    for part in reversed([safe(part) for part in told if part]):
        longer = f"{part}  ·  {facts}" if facts else part
        if cell_len(longer) > room:
            break
        facts = longer
    text = fit(safe(lead.text), max(0, width - cell_len(facts) - 2))
    blank = " " * max(0, width - cell_len(text) - cell_len(facts))
    return [Piece(text, lead.ink), Piece(blank, Ink.TEXT), Piece(facts, Ink.FAINT)]


def overview(corpus: Corpus, width: int) -> list[Piece]:
    """The line above the list: what was opened, and how much is in it."""
    documents = sum(len(article.documents) for article in corpus.articles)
    told = [plural(len(corpus.articles), "article"), plural(documents, "document")]
    if corpus.problems:
        told.append(plural(len(corpus.problems), "problem"))
    return [Piece(" ", Ink.TITLE), *_spread(Piece(corpus.path, Ink.TITLE), told, max(1, width - 2))]


def about(corpus: Corpus, entry: Entry) -> list[Piece]:
    """What there is to say of a line: why these documents belong together, where one is, and what could not be read."""
    article = corpus.articles[entry.article]
    told: list[Piece] = []
    if entry.document is not None or len(article.documents) == 1:
        document = chosen(corpus, entry)
        told += [Piece(f"{safe(document.address)}\n", Ink.FAINT), Piece(f"{safe(document.opening)}…\n", Ink.TEXT)]
    if article.why:
        told.append(Piece("Versions of one article:\n", Ink.REWORDED))
        told += [Piece(f"  {safe(reason)}\n", Ink.TEXT) for reason in article.why]
    for problem in corpus.problems:
        told += [Piece("Note: ", Ink.REMOVED), Piece(f"{safe(problem.message)}\n", Ink.TEXT)]
    return told
