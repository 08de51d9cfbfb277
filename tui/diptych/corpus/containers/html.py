"""HTML pages: the article in the page, found by trafilatura; the page's own word on title, author and date."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from diptych.corpus.encoding import as_declared, decoded
from diptych.corpus.fragments import text_of_html
from diptych.corpus.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.corpus.records import Options

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_DATED = frozenset(
    {
        *("article:published_time", "og:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.date"),
        *(
            "dcterms.created",
            "date",
            "pubdate",
            "publish-date",
            "publication_date",
            "parsely-pub-date",
            "sailthru.date",
        ),
    }
)
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"<>]{4,40})"')
_HEAD = 4096
_DECLARATIONS = 1 << 18
_SHORT = 250
_LARGEST = 20 << 20


def read(data: bytes, called: str, options: Options) -> Sequence[Record]:
    """The one article of a page; of a page in which none can be found, all of its words, with a note."""
    html, notes = _decoded(data, called, options)
    told = _article(html)
    text = told.text
    if len(text) < _SHORT:
        everything = text_of_html(html)
        if len(everything) > 2 * len(text):
            text = everything
            notes = (*notes, f"No article was found in {called}, so all the words of the page were taken.")
    return [replace(told, text=text, notes=notes)]


def _decoded(data: bytes, called: str, options: Options) -> tuple[str, tuple[str, ...]]:
    """As somebody said, as the page declares where that is true, or as any other text."""
    declared = _DECLARED.search(data[:_HEAD])
    if not options.encoding and declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        text = as_declared(data, declared[1].decode("ascii"))
        if text is not None:
            return text, ()
    found = decoded(data, called, options.encoding)
    return found.text, found.notes(called)


def _article(html: str) -> Record:
    """The words of the article, and title, byline, date and source as the page tells them."""
    for library in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # what it complains of must not reach the screen
    from trafilatura import extract, extract_metadata

    if len(html) > _LARGEST:
        return Record("", "")
    try:
        text = extract(html, output_format="markdown", include_comments=False) or ""
        page = extract_metadata(html, extensive=False)
    except Exception:  # whatever a page does to a parser; its words are taken all the same
        return Record("", "")
    return Record(
        "", text, title=page.title or "", byline=page.author or "", date=_published(html), source=page.url or ""
    )


def _published(html: str) -> str:
    """When the page says that it was published; a date that it does not declare is never guessed."""
    head = _Head()
    head.feed(html[:_DECLARATIONS])
    if head.published:
        return head.published
    found = _JSON_DATE.search(html)
    return found[1] if found else ""


class _Head(HTMLParser):
    """Looks for a declared date."""

    def __init__(self) -> None:
        super().__init__()
        self.published = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """``<meta property="article:published_time" content="…">`` and its like."""
        told = {name: value or "" for name, value in attrs}
        name = (told.get("property") or told.get("name") or told.get("itemprop") or "").lower()
        if name in _DATED and not self.published:
            self.published = told.get("content") or told.get("datetime") or ""
