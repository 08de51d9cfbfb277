"""What was opened: documents gathered into articles, and what could not be read. Frozen values; texts stay on disk.

:func:`open_corpus` reads every document once, keeps a line or two of each and a sketch of its phrases, and finds the
versions of each article by what they say. :meth:`Corpus.load` reads a document again when its text is wanted.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.corpus.families import Evidence, families_of, sketch_of
from diptych.corpus.folder import Found, find_files, natural
from diptych.corpus.reading import read_version, spoken
from diptych.corpus.reasons import reasons_for
from diptych.errors import DiptychError
from diptych.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.corpus.families import Sketch
    from diptych.model import Version

_OPENING = 80
_REMEMBERED = 32_000_000
"""Characters of text that are kept while a corpus is opened, to quote the phrases that versions share."""


class OpeningStoppedError(DiptychError):
    """Whoever asked for the corpus no longer wants it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A version as the corpus lists it: everything but its text."""

    path: str
    name: str
    title: str
    byline: str
    date: str
    source: str
    opening: str
    """The first words of its first paragraph."""
    words: int
    size: int
    """Of the text, in characters."""

    @property
    def label(self) -> str:
        """What to call the document in a list: its title, or else its opening words, or else its name."""
        return self.title or self.opening or self.name


@dataclass(frozen=True, slots=True)
class Article:
    """The versions of one story, in order; a document without other versions is an article of one."""

    documents: tuple[Document, ...]
    title: str
    why: tuple[str, ...] = ()
    """Sentences that say why the documents were put together; none for a single document."""
    evidence: Evidence | None = None
    """The weakest of the ties that hold the versions together; None for a single document."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, or was left out."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder, or one file, of article versions."""

    path: str
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document, article by article."""
        return tuple(document for article in self.articles for document in article.documents)

    def load(self, document: Document) -> Version:
        """Read a document's text from disk, now.

        Raises:
            DiptychError: the file has gone, or can no longer be read.
        """
        return read_version(document.path)


def open_corpus(
    path: str | Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Corpus:
    """Open a folder, or one file, and find which documents are versions of the same article.

    Args:
        path: a folder, searched with all folders below it; or a file.
        progress: told after each document how many are read, and of how many.
        cancelled: asked before each document whether to give up.

    Raises:
        DiptychError: the path does not exist, or nothing in it can be read.
        OpeningStoppedError: ``cancelled`` said so.
    """
    stopped = cancelled or (lambda: False)
    where = Path(path)
    try:
        is_folder = where.is_dir()
    except (OSError, ValueError):
        is_folder = False
    found = find_files(where, stopped) if is_folder else Found([os.fspath(path)])
    taken = _Taken()
    for done, file in enumerate(found.files, start=1):
        if stopped():
            raise OpeningStoppedError(f"Opening {spoken(path)} was stopped.")
        if is_folder:
            taken.try_to_read(file)
        else:
            taken.read(file)
        if progress is not None:
            progress(done, len(found.files))
    problems = tuple(taken.problems + _notes(os.fspath(path), found))
    if not taken.documents:
        raise DiptychError(_nothing(path, problems))
    articles = taken.articles(stopped)
    if stopped():
        raise OpeningStoppedError(f"Opening {spoken(path)} was stopped.")
    return Corpus(os.fspath(path), articles, problems)


class _Taken:
    """What has been read so far."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self._sketches: list[Sketch] = []
        self._texts: dict[int, str] = {}
        self._room = _REMEMBERED

    def try_to_read(self, file: str) -> None:
        """Read a document; if it cannot be read, that is a problem of its own and no more."""
        try:
            self.read(file)
        except DiptychError as error:
            self.problems.append(Problem(file, str(error)))

    def read(self, file: str) -> None:
        """Read a document, and keep what finding its versions takes."""
        version = read_version(file)
        plain = _body(version)
        sketch = sketch_of(plain)
        if len(plain) <= self._room:
            self._texts[len(self.documents)] = plain
            self._room -= len(plain)
        self._sketches.append(sketch)
        self.documents.append(_document(version))

    def articles(self, stopped: Callable[[], bool]) -> tuple[Article, ...]:
        """The documents gathered into articles, in the order of the articles' first versions."""
        articles = []
        for group, evidence in families_of(self._sketches, stopped).groups:
            if stopped():
                break
            documents = _in_order([self.documents[index] for index in group])
            title = next((d.title for d in reversed(documents) if d.title), documents[-1].label)
            why: tuple[str, ...] = ()
            if evidence is not None:
                texts = [self._texts[index] for index in group if index in self._texts]
                why = reasons_for(evidence, texts, [document.date for document in documents])
            articles.append(Article(documents, title, why, evidence))
        return tuple(articles)


def _body(version: Version) -> str:
    """Title and body without mark-up: what tells an article; bylines, dates and sources do not."""
    told = [b for b in version.blocks if b.role is Role.TITLE or not b.role.is_header]
    return "\n".join(version.plain(block.start, block.end) for block in told)


def _document(version: Version) -> Document:
    first = next((b for b in version.blocks if b.role in {Role.PARAGRAPH, Role.ITEM}), None)
    opening = "" if first is None else " ".join(version.plain(first.start, min(first.end, first.start + 400)).split())
    if len(opening) > _OPENING:
        opening = opening[: _OPENING + 1].rpartition(" ")[0] or opening[:_OPENING]
    return Document(
        path=version.path,
        name=version.name,
        title=version.title,
        byline=version.byline,
        date=version.date,
        source=version.source,
        opening=opening,
        words=version.count_words(),
        size=len(version.text),
    )


def _in_order(documents: list[Document]) -> tuple[Document, ...]:
    """By date where every date is certain, and by name."""
    dated = all(_is_iso(document.date) for document in documents)
    return tuple(sorted(documents, key=lambda d: (d.date if dated else "", natural(d.name), natural(d.path), d.path)))


def _is_iso(date: str) -> bool:
    return len(date) >= 10 and date[:4].isdigit() and date[4] == "-"


def _notes(path: str, found: Found) -> list[Problem]:
    """What was passed over, in a sentence each."""
    notes = [Problem(folder, f"Cannot open the folder {spoken(folder)}: {reason}.") for folder, reason in found.closed]
    if count := found.others.total():
        kinds = ", ".join(sorted(map(spoken, found.others))[:12]) + (", …" if len(found.others) > 12 else "")
        files = "1 file of another kind was" if count == 1 else f"{count} files of other kinds were"
        notes.append(Problem(path, f"{files} left out: {kinds}"))
    if found.links:
        folders = "1 linked folder was" if found.links == 1 else f"{found.links} linked folders were"
        notes.append(Problem(path, f"{folders} not followed."))
    return notes


def _nothing(path: str | Path, problems: tuple[Problem, ...]) -> str:
    said = f"Nothing in {spoken(path)} can be read: "
    if not problems:
        return said + "it holds no files; put .txt or .md files into it."
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return said + problems[0].message.rstrip(".") + more + "."
