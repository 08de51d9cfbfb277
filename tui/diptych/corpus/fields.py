"""Rows of tables become records: which column or key holds what, recognised by name or as somebody said. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.corpus.encoding import decoded
from diptych.corpus.fragments import looks_like_html, text_of_html
from diptych.corpus.records import Record
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diptych.corpus.records import Options

FOLDER = "folder"
"""What stands for a column where every folder is an article."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *(
            "text",
            "body",
            "content",
            "full_text",
            "fulltext",
            "article_text",
            "articlebody",
            "article_body",
            "maintext",
        ),
        *("main_text", "body_text", "plain_text", "plaintext", "raw_text", "document", "story", "summary"),
    ),
    "title": ("title", "headline", "heading", "head", "page_title"),
    "byline": ("byline", "author", "authors", "creator", "written_by"),
    "date": (
        *("date", "published", "date_published", "datepublished", "published_at", "publish_date", "publication_date"),
        *("pub_date", "pubdate", "created", "created_at", "timestamp", "datetime", "updated", "updated_at", "modified"),
    ),
    "source": ("url", "source_url", "link", "permalink", "source", "publisher", "outlet", "publication", "series"),
    "article": (
        "article",
        "article_id",
        "articleid",
        "story_id",
        "entry_id",
        "page_id",
        "family",
        "cluster",
        "group_id",
    ),
    "number": ("version", "version_number", "revision", "rev", "number", "v"),
    "name": ("name", "id", "uid", "doc_id", "docid", "document_id", "filename", "file_name", "file"),
}
"""What a version has, and under which names that is found, the likeliest first; case and hyphens do not matter."""


def columns_for(names: Iterable[str], options: Options, called: str) -> dict[str, str]:
    """Which of the names holds what: ``{"text": "body", "date": "created"}``; without a text where none is recognised.

    Raises:
        DiptychError: a field or a column that somebody named is none.
    """
    there = list(names)
    plain = {name.casefold().replace("-", "_").replace(" ", "_"): name for name in reversed(there)}
    found = {}
    for role, known in FIELDS.items():
        match = next((plain[name] for name in known if name in plain), None)
        if match is not None and match not in options.fields.values():
            found[role] = match
    for role, name in options.fields.items():
        if role not in FIELDS:
            raise DiptychError(f"There is no field called {role}; there are {', '.join(FIELDS)}.")
        if name not in there:
            if (role, name) == ("article", FOLDER):
                continue
            raise DiptychError(f"{called} has no column called {name}; it has {', '.join(there[:20]) or 'none'}.")
        found[role] = name
    return found


def no_text(names: Iterable[str], called: str) -> DiptychError:
    """What to say where no column is known to hold the text."""
    there = ", ".join(list(names)[:20]) or "nothing"
    return DiptychError(f"{called} has no field known to hold a text, only {there}; name it with --field text=NAME.")


def record_from(row: Mapping[str, object], columns: Mapping[str, str], key: str) -> Record:
    """A row as a record; HTML becomes plain text."""
    said = {role: _words(row.get(column), "\n\n" if role == "text" else ", ") for role, column in columns.items()}
    text = said.get("text", "")
    return Record(
        key,
        text_of_html(text) if looks_like_html(text) else text,
        name=" ".join(said.get("name", "").split()),
        title=said.get("title", ""),
        byline=said.get("byline", ""),
        date=said.get("date", ""),
        source=said.get("source", ""),
        article=said.get("article", ""),
        number=_number(said.get("number", "")),
    )


def _words(value: object, joint: str = ", ") -> str:
    """What a cell says; of lists and objects (paragraphs, authors, a publisher) the words in them, joined so."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return decoded(value, "a cell").text
    if isinstance(value, list):
        return joint.join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("url") or value.get("text"), joint)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or isinstance(value, bool) else str(value)


def _number(said: str) -> int | None:
    digits = said.strip().lower().removeprefix("v")
    return int(digits) if digits.isdecimal() and len(digits) < 10 else None
