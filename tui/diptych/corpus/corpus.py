"""What was opened: documents gathered into articles, and what could not be read. Frozen values; texts stay on disk.

:func:`open_corpus` reads every document once, keeps a line or two of each and a sketch of its phrases, and finds the
versions of each article by what they say. :meth:`Corpus.load` reads a document again when its text is wanted.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diptych.corpus.families import families_of
from diptych.corpus.files import spoken
from diptych.corpus.folder import natural
from diptych.corpus.reading import load, places, versions_in
from diptych.corpus.reasons import reasons_for
from diptych.corpus.records import Filed, Options, Problem, address
from diptych.corpus.sketches import sketch_of
from diptych.errors import DiptychError
from diptych.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from diptych.corpus.sketches import Sketch
    from diptych.corpus.ties import Evidence
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
    """Of the file, database, dump or repository that it is in."""
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
    key: str = ""
    """Finds it in its container again; empty where the file is the document."""
    article: str = ""
    """The same for all versions of an article where their container tells; empty where it does not."""
    number: int | None = None
    """Its place among them, where the container counts them."""

    @property
    def address(self) -> str:
        """How to cite it."""
        return address(self.path, self.key)

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
class Corpus:
    """A folder, or one file, of article versions."""

    path: str
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    options: Options = field(default_factory=Options)
    """How it was read."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document, article by article."""
        return tuple(document for article in self.articles for document in article.documents)

    def load(self, document: Document) -> Version:
        """Read a document's text from disk, now.

        Raises:
            DiptychError: the file has gone, or can no longer be read.
        """
        return load(document.path, document.key, self.options)


def open_corpus(
    path: str | Path,
    *,
    options: Options | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Corpus:
    """Open a folder, or one file, and find which documents are versions of the same article.

    Args:
        path: a folder, searched with all folders below it; or a file, a database, a dump, a repository.
        options: how to read it, where that is not left to the readers.
        progress: told after each file how many are read, and of how many.
        cancelled: asked again and again whether to give up.

    Raises:
        DiptychError: the path does not exist, or nothing in it can be read.
        OpeningStoppedError: ``cancelled`` said so.
    """
    stopped = cancelled or (lambda: False)
    given = os.fspath(path)
    options = options or Options()
    taken = _Taken()
    found = []
    for place in places(given, options, stopped):
        if isinstance(place, Problem):
            taken.notes.append(place)
        else:
            found.append(place)
    for done, container in enumerate(found, start=1):
        for filed in versions_in(container, options):
            if stopped():
                raise OpeningStoppedError(f"Opening {spoken(path)} was stopped.")
            taken.take(filed)
        if progress is not None:
            progress(done, len(found))
    problems = (*taken.problems, *taken.notes)
    if not taken.documents:
        if len(found) == 1 and found[0].path == given:
            raise DiptychError(problems[0].message if problems else f"{spoken(path)} holds no texts.")
        raise DiptychError(_nothing(path, problems))
    articles = taken.articles(stopped)
    if stopped():
        raise OpeningStoppedError(f"Opening {spoken(path)} was stopped.")
    return Corpus(given, articles, problems, options)


class _Taken:
    """What has been read so far."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self._sketches: dict[int, Sketch] = {}
        self._told: dict[str, list[int]] = defaultdict(list)
        self._texts: dict[int, str] = {}
        self._room = _REMEMBERED

    def take(self, filed: Filed | Problem) -> None:
        """Keep what finding the versions of a document takes; or what was wrong."""
        if isinstance(filed, Problem):
            self.problems.append(filed)
            return
        index = len(self.documents)
        self.documents.append(document_of(filed))
        self.problems += [Problem(self.documents[index].address, note) for note in filed.version.notes]
        if filed.article:
            self._told[filed.article].append(index)
            return
        plain = body_of(filed.version)
        self._sketches[index] = sketch_of(plain)
        if len(plain) <= self._room:
            self._texts[index] = plain
            self._room -= len(plain)

    def articles(self, stopped: Callable[[], bool]) -> tuple[Article, ...]:
        """The documents gathered into articles, in the order of the articles' first versions."""
        articles = []
        known = list(self._sketches)

        def whole(numbers: Sequence[int]) -> Iterator[tuple[int, Sketch]]:
            texts = ((number, self._texts.get(known[number])) for number in numbers)
            return ((number, sketch_of(text, whole=True)) for number, text in texts if text is not None)

        groups = [(tuple(group), None) for group in self._told.values()] + [
            (tuple(known[n] for n in group), evidence)
            for group, evidence in families_of(list(self._sketches.values()), stopped, whole).groups
        ]
        for group, evidence in sorted(groups, key=lambda found: found[0]):
            if stopped():
                break
            documents = in_order([self.documents[index] for index in group])
            title = title_of(documents)
            why: tuple[str, ...] = ()
            if evidence is not None:
                texts = [self._texts[index] for index in group if index in self._texts]
                why = reasons_for(evidence, texts, [document.date for document in documents])
            elif len(group) > 1:
                why = ("They are kept as versions of one article.",)
            articles.append(Article(documents, title, why, evidence))
        return tuple(articles)


def body_of(version: Version) -> str:
    """Title and body without mark-up: what tells an article; bylines, dates and sources do not."""
    told = [b for b in version.blocks if b.role is Role.TITLE or not b.role.is_header]
    return "\n".join(version.plain(block.start, block.end) for block in told)


def title_of(documents: tuple[Document, ...]) -> str:
    """What to call an article: the title of its last version that has one."""
    return next((d.title for d in reversed(documents) if d.title), documents[-1].label)


def document_of(filed: Filed) -> Document:
    """What the corpus keeps of a version."""
    version = filed.version
    first = next((b for b in version.blocks if b.role in {Role.PARAGRAPH, Role.ITEM}), None)
    opening = "" if first is None else " ".join(version.plain(first.start, min(first.end, first.start + 400)).split())
    if len(opening) > _OPENING:
        opening = opening[: _OPENING + 1].rpartition(" ")[0] or opening[:_OPENING]
    return Document(
        path=filed.path,
        name=version.name,
        title=version.title,
        byline=version.byline,
        date=version.date,
        source=version.source,
        opening=opening,
        words=version.count_words(),
        size=len(version.text),
        key=filed.key,
        article=filed.article,
        number=filed.number,
    )


def in_order(documents: list[Document]) -> tuple[Document, ...]:
    """By number where all are counted, by date where every date is certain, and by name."""
    counted = all(document.number is not None for document in documents)
    dated = all(_is_iso(document.date) for document in documents)

    def place(document: Document) -> tuple[object, ...]:
        number = document.number if counted else 0
        named = natural(document.name), natural(document.address), document.address
        return (number, document.date if dated else "", *named)

    return tuple(sorted(documents, key=place))


def _is_iso(date: str) -> bool:
    return len(date) >= 10 and date[:4].isdigit() and date[4] == "-"


def _nothing(path: str | Path, problems: tuple[Problem, ...]) -> str:
    said = f"Nothing in {spoken(path)} can be read: "
    if not problems:
        return said + "it holds no files; put .txt or .md files into it."
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return said + problems[0].message.rstrip(".") + more + "."
