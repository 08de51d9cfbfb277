"""A corpus for programs: opened through its index, so that a million documents open as two do. Texts stay on disk.

What is asked for is read from the index then, so a corpus is as good as new however large it is.
"""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

from diptych.corpus.files import spoken
from diptych.corpus.index.catalogue import Catalogue
from diptych.corpus.reading import load
from diptych.corpus.records import Options, Problem
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diptych.corpus.corpus import Article, Document
    from diptych.model import Version

_BLOCK = 500
_T = TypeVar("_T")


class OpeningStoppedError(DiptychError):
    """Whoever asked for the corpus no longer wants it."""


class _Lazy(Sequence[_T]):
    """A sequence of which only what is asked for is read."""

    def __init__(self, count: Callable[[], int], some: Callable[[int, int], list[_T]]) -> None:
        self._count, self._some = count, some

    def __len__(self) -> int:
        return self._count()

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> list[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | list[_T]:
        places = range(len(self))[index]
        if isinstance(places, int):
            return self._some(places, 1)[0]
        return [self._some(place, 1)[0] for place in places]

    def __iter__(self) -> Iterator[_T]:
        for start in range(0, len(self), _BLOCK):
            yield from self._some(start, _BLOCK)


class Corpus:
    """A folder, or one file, of article versions; it may be used in a ``with`` statement."""

    def __init__(self, path: str, catalogue: Catalogue) -> None:
        self.path = path
        """As it was given; the documents' paths begin with it."""
        self.options = catalogue.options
        """How it was read."""
        self.articles: Sequence[Article] = _Lazy(lambda: catalogue.counts().articles, self._articles)
        """In the order of their first documents."""
        self.documents: Sequence[Document] = _Lazy(lambda: catalogue.counts().documents, self._documents)
        """Every document, article by article."""
        self._catalogue = catalogue
        self._let_go = weakref.finalize(self, catalogue.close)

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index; nothing can be asked for any more."""
        self._let_go()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, was left out, or was read with a guess."""
        there, called = spoken(self._catalogue.path), spoken(self.path)
        found = self._catalogue.problems()
        return tuple(Problem(self._called(p.path), p.message.replace(there, called)) for p in found)

    def load(self, document: Document) -> Version:
        """Read a document's text from disk, now.

        Raises:
            DiptychError: the file has gone, or can no longer be read.
        """
        version = load(document.path, document.key, self.options)
        return version if version.name == document.name else replace(version, name=document.name)

    def _articles(self, start: int, count: int) -> list[Article]:
        found = map(self._catalogue.article, self._catalogue.places()[start : start + count])
        return [
            replace(article, documents=tuple(map(self._named, article.documents)), load=self.load) for article in found
        ]

    def _documents(self, start: int, count: int) -> list[Document]:
        return list(map(self._named, self._catalogue.documents(start, count)))

    def _named(self, document: Document) -> Document:
        return replace(document, path=self._called(document.path))

    def _called(self, path: str) -> str:
        """A path in the index as whoever opened the corpus would write it."""
        there = self._catalogue.path
        if path == there or not path.startswith(os.path.join(there, "")):  # noqa: PTH118  # a prefix, not a path
            return self.path if path == there else path
        return os.path.join(self.path, path[len(there) :].lstrip(os.sep))  # noqa: PTH118


def open_corpus(
    path: str | Path,
    *,
    options: Options | None = None,
    keep: bool = True,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Corpus:
    """Open a folder, or one file, and find which documents are versions of the same article.

    Args:
        path: a folder, searched with all folders below it; or a file, a database, a dump, a repository.
        options: how to read it, where that is not left to the readers.
        keep: whether what was read is kept in the cache folder, so that the next time only what changed is read. Where
            that folder cannot be written to, nothing is kept.
        progress: told now and then how many files were looked at, and of how many.
        cancelled: asked again and again whether to give up; what was read is kept.

    Raises:
        DiptychError: the path does not exist, or nothing in it can be read.
        OpeningStoppedError: ``cancelled`` said so.
    """
    given, stopped = os.fspath(path), cancelled or (lambda: False)
    corpus = Corpus(given, _catalogue(given, options, keep=keep))
    told = progress or (lambda _done, _of: None)
    corpus._catalogue.refresh(lambda found: told(found.files, found.of), stopped)  # its own module
    if stopped():
        corpus.close()
        raise OpeningStoppedError(f"Opening {spoken(path)} was stopped.")
    if not corpus.documents:
        problems = corpus.problems
        corpus.close()
        raise DiptychError(_nothing(given, problems))
    return corpus


def _catalogue(path: str, options: Options | None, *, keep: bool) -> Catalogue:
    if keep:
        try:
            return Catalogue(path, options)
        except DiptychError:  # no folder to keep it in
            pass
    return Catalogue(path, options, file=Path(tempfile.mkdtemp(prefix="diptych-")) / "index.sqlite", passing=True)


def _nothing(path: str, problems: tuple[Problem, ...]) -> str:
    if len(problems) == 1 and problems[0].path == path and not Path(path).is_dir():
        return problems[0].message
    said = f"Nothing in {spoken(path)} can be read: "
    if not problems:
        return said + "it holds no files; put .txt or .md files into it."
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return said + problems[0].message.rstrip(".") + more + "."
