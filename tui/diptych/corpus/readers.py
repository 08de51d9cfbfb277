"""The table of what can be read: which files each reader knows, what it needs, and what versions it finds in them.

A new format is a new row. The modules that do the reading are imported when a file of theirs is met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diptych.corpus.containers.whole import WholeFile
    from diptych.corpus.records import Options, Problem, Record

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_REVISION = re.compile(r"\.v?[0-9]+\Z", re.IGNORECASE)


class Container(Protocol):
    """How the versions in a container are read; a module or a value."""

    def records(self, path: str, options: Options, after: str, /) -> Iterator[Record | Problem]:
        """All versions one after the other, however many; never more than a few of them in memory.

        Args:
            path: of the container.
            options: how to read it.
            after: the key of the last one that is already known; the empty key where none is.

        Raises:
            DiptychError: nothing in it can be read, or from here on nothing can.
        """
        ...

    def record(self, path: str, key: str, options: Options, /) -> Record:
        """One version again, by its key; the empty key is that of the only one.

        Raises:
            DiptychError: the version has gone, or cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """How containers of one kind are read."""

    name: str
    purpose: str
    """What it reads, in a few words."""
    suffixes: tuple[str, ...]
    """In lower case, with the dot; the empty one stands for files without a suffix."""
    opens: Callable[[], Container]
    """Imports what it takes."""
    begins: Callable[[bytes], bool] | None = None
    """Whether the first bytes of a file are those of such a container; decides where the suffix does not."""
    needs: tuple[str, ...] = ()
    """Modules it needs that do not come with diptych itself."""
    extra: str = ""
    """What brings them: ``pip install 'diptych[extra]'``."""
    parted: bool = False
    """Whether one table may lie in several files that differ in a number only, ``part-0001`` and ``part-0002``."""
    settled: bool = True
    """Whether a container says the same as long as its file is the same; a file's history does not."""
    beside: str = ""
    """What is put after a container's name to name a file in which it keeps what it was last told."""
    finds: Callable[[str, Options], bool] = lambda _path, _options: True
    """Whether one version in such a container is found without reading all those before it."""
    whole: bool = False
    """Whether each file is a document of its own, which can as well be read from bytes."""

    @property
    def remedy(self) -> str:
        """How to get what is missing; empty where nothing is."""
        missing = [name for name in self.needs if find_spec(name) is None]
        if not missing:
            return ""
        return f"{self.purpose} needs {' and '.join(missing)}; install it with: pip install 'diptych[{self.extra}]'"

    def opened(self, called: str) -> Container:
        """The container's ways.

        Raises:
            DiptychError: a package it needs is not installed.
        """
        if remedy := self.remedy:
            raise DiptychError(f"Cannot read {called}: reading {remedy}.")
        return self.opens()


def _text() -> Container:
    from diptych.corpus.containers import text
    from diptych.corpus.containers.whole import WholeFile

    return WholeFile(text.read)


def _lines() -> Container:
    from diptych.corpus.containers import lines

    return lines


def _table() -> Container:
    from diptych.corpus.containers import table

    return table


def _sqlite() -> Container:
    from diptych.corpus.containers import sqlite

    return sqlite


def _html() -> Container:
    from diptych.corpus.containers import html
    from diptych.corpus.containers.whole import WholeFile

    return WholeFile(html.read)


def _docx() -> Container:
    from diptych.corpus.containers import docx
    from diptych.corpus.containers.whole import WholeFile

    return WholeFile(docx.read)


def _mail() -> Container:
    from diptych.corpus.containers import mail
    from diptych.corpus.containers.whole import WholeFile

    return WholeFile(mail.read)


def _wiki() -> Container:
    from diptych.corpus.containers import wiki

    return wiki


def _history() -> Container:
    from diptych.corpus.containers import history

    return history


def _packed(*suffixes: str) -> tuple[str, ...]:
    """The suffixes as they are, and packed with gzip or bzip2."""
    return tuple(suffix + packed for suffix in suffixes for packed in ("", ".gz", ".bz2"))


_PROSE = (".txt", ".md", ".markdown", ".text", ".rst", ".adoc", ".asciidoc", ".org", ".tex", "")
TEXT = Reader("text", "plain text and Markdown", _PROSE, _text, whole=True)
READERS: tuple[Reader, ...] = (
    TEXT,
    Reader(
        "html",
        "HTML",
        (".html", ".htm", ".xhtml"),
        _html,
        begins=lambda first: _PAGE.match(first) is not None,
        needs=("trafilatura",),
        extra="html",
        whole=True,
    ),
    Reader("docx", "Word documents", (".docx",), _docx, needs=("mammoth",), extra="docx", whole=True),
    Reader("mail", "mails", (".eml",), _mail, whole=True),
    Reader(
        "json",
        "JSON Lines, JSON lists, passim's output",
        _packed(".jsonl", ".ndjson", ".jsonlines", ".json"),
        _lines,
        parted=True,
        finds=lambda path, _options: not path.lower().endswith((".json", ".gz", ".bz2")),
    ),
    Reader(
        "csv",
        "CSV and TSV, with a row of names",
        _packed(".csv", ".tsv"),
        _table,
        parted=True,
        finds=lambda _path, _options: False,
    ),
    Reader(
        "sqlite",
        "SQLite: NewsEdits, NewsDiffs, diffengine, any other table",
        (".db", ".sqlite", ".sqlite3", ".db3"),
        _sqlite,
        begins=lambda first: first.startswith(b"SQLite format 3\0"),
        beside="-wal",
        finds=lambda _path, options: not options.query,
    ),
    Reader(
        "wiki",
        "MediaWiki's XML dumps",
        _packed(".xml"),
        _wiki,
        begins=lambda first: b"<mediawiki" in first,
        needs=("mwxml", "mwparserfromhell"),
        extra="wiki",
        finds=lambda _path, _options: False,
    ),
    Reader("history", "the history of a file or a repository in git", (), _history, settled=False),
)


_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}


def suffix_of(name: str) -> str:
    """The suffix that tells a file's format, in lower case; "draft.v2" and "draft.2" have none."""
    stem, dot, last = name.rpartition(".")
    suffix = f".{last}".lower() if dot and stem else ""
    return "" if _REVISION.fullmatch(suffix) else suffix


def reader_for(name: str) -> Reader | None:
    """The reader that knows files of such a name, if there is one; ``.xml.bz2`` counts before ``.bz2``."""
    suffix = suffix_of(name)
    both = suffix_of(name[: len(name) - len(suffix)]) + suffix if suffix else ""
    return _BY_SUFFIX.get(both or suffix) or _BY_SUFFIX.get(suffix)


def reader_of(name: str, first: bytes) -> Reader:
    """The reader for a file that was named outright: by its name, else by how it begins, else as text."""
    named = reader_for(name)
    if named is not None and suffix_of(name):
        return named
    return next((reader for reader in READERS if reader.begins is not None and reader.begins(first)), TEXT)


def whole_file(name: str, called: str = "") -> WholeFile | None:
    """How to read a document of such a name from bytes, if files of that name are documents.

    Raises:
        DiptychError: a package it needs is not installed.
    """
    reader = reader_for(name)
    if reader is None or not reader.whole:
        return None
    from diptych.corpus.containers.whole import WholeFile

    opened = reader.opened(called or name)
    return opened if isinstance(opened, WholeFile) else None


def reader_named(name: str) -> Reader:
    """The reader of that name.

    Raises:
        DiptychError: there is none.
    """
    found = next((reader for reader in READERS if reader.name == name), None)
    if found is None:
        raise DiptychError(f"There is no reader called {name}; there are {', '.join(r.name for r in READERS)}.")
    return found
