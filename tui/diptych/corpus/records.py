"""What readers give: records, versions with their address, and problems. Frozen values, without any I/O.

A *container* is what versions come in: a file of one text, a table, a database, a dump, a repository. A *key* finds one
version in its container again; together they are its *address*, ``stories.db#entryversion:17``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from diptych.model import Role, Version

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Options:
    """How a corpus is to be read, where that is not left to the readers."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """Which column or key of a table holds what: ``{"text": "body", "article": "story_id"}``."""
    query: str = ""
    """What to ask a database, instead of recognising its tables; of a history two revisions, ``REV1..REV2``, perhaps
    with a file or folder after a space."""
    reader: str = ""
    """Which reader of :data:`diptych.corpus.readers.READERS` is to be used, instead of the one that a name suggests;
    ``folder`` reads a repository's files as they lie there, without its history."""
    encoding: str = ""
    """Of all text files; by default each tells its own."""
    headers: Mapping[str, Role] = field(default_factory=dict)
    """Words before a colon that make a header line, besides those known anyway: ``{"Stand": Role.DATE}``."""


@dataclass(frozen=True, slots=True)
class Record:
    """One version as its container gives it."""

    key: str
    """Finds the record in its container again; empty where the container is the document."""
    text: str
    """Plain text or Markdown."""
    name: str = ""
    title: str = ""
    byline: str = ""
    date: str = ""
    """As the container has it."""
    source: str = ""
    article: str = ""
    """The container's own name for the article that this is a version of; empty where it has none."""
    number: int | None = None
    """The version's place in its article, where the container counts them."""
    headed: bool = False
    """True where title, byline, date and source are part of the text as well."""
    notes: tuple[str, ...] = ()
    """What had to be guessed or was left aside, a sentence each."""
    sha256: str = ""
    """Of the bytes of the file, where the whole file is this one document."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A version, and where it is filed."""

    version: Version
    path: str
    """The container's."""
    key: str = ""
    article: str = ""
    """The same for all versions of an article, and in the whole corpus for no other one; empty where not told."""
    number: int | None = None
    """Its place among them; None where not told."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, was left out, or was read with a guess."""

    path: str
    message: str
    breaks: bool = False
    """Whether what follows in its container could not be read; the next time it is tried again from there on."""


def address(path: str, key: str) -> str:
    """How to cite a version: its container, and its key in there."""
    return f"{path}#{key}" if key else path


def parted(written: str) -> list[tuple[str, str]]:
    """Every container and key that an address can mean, the likeliest first; a ``#`` may be part of a file's name."""
    marks = [at for at, char in enumerate(written) if char == "#" and 0 < at < len(written) - 1]
    return [(written, ""), *((written[:at], written[at + 1 :]) for at in marks)]


def following(found: Iterable[_T], after: str, key_of: Callable[[_T], str]) -> Iterator[_T]:
    """What comes after the one with a key; everything where there is no key."""
    rest = iter(found)
    if after:
        for one in rest:
            if key_of(one) == after:
                break
    return rest
