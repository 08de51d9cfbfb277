"""What a corpus is made of: documents, and the articles that they are versions of. Frozen; texts stay on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable  # noqa: TC003  # a field of a dataclass
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from diptych.corpus.folder import natural
from diptych.corpus.records import address
from diptych.errors import DiptychError
from diptych.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.corpus.records import Filed
    from diptych.corpus.ties import Evidence
    from diptych.model import Version

_OPENING = 80
_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Document:
    """A version as the corpus lists it: everything but its text."""

    path: str
    """Of the file, database, dump or repository that it is in."""
    name: str = field(compare=False)
    """Of a version of an article, with as many folders as tell it from the others."""
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
    is_told: bool = False
    """Whether the documents' container says that they are versions of one article."""
    evidence: Evidence | None = None
    """The weakest of the ties that hold the versions together; None for a single document."""
    load: Callable[[Document], Version] | None = field(default=None, compare=False, repr=False)
    """Reads a document's text, now; may raise a DiptychError."""

    @property
    def why(self) -> tuple[str, ...]:
        """Sentences that say why the documents were put together, none for a single one; reads up to three texts."""
        if self.evidence is None:
            return (
                ("Their names, their source or your corrections say that they belong together.",)
                if self.is_told
                else ()
            )
        from diptych.corpus.reasons import reasons_for

        texts = []
        if (load := self.load) is not None:
            for document in self.documents[:_QUOTED]:
                with suppress(DiptychError):  # told when somebody opens it
                    texts.append(body_of(load(document)))
        return reasons_for(self.evidence, texts, [document.date for document in self.documents])


def body_of(version: Version) -> str:
    """Title and body without mark-up: what tells an article; bylines, dates and sources do not."""
    told = [b for b in version.blocks if b.role is Role.TITLE or not b.role.is_header]
    return "\n".join(version.plain(block.start, block.end) for block in told)


def title_of(documents: tuple[Document, ...]) -> str:
    """What to call an article: the title of its last version that has one."""
    return next((d.title for d in reversed(documents) if d.title), documents[-1].label)


def period_of(documents: Sequence[Document]) -> tuple[str, str]:
    """From when to when the versions of an article are, by those dates that are certain; two empty ones for none.

    Where no date is certain, those of the first version and of the last one that have one.
    """
    dates = [document.date for document in documents if document.date]
    certain = sorted(filter(_is_iso, dates)) or dates
    return (certain[0], certain[-1]) if certain else ("", "")


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


def told_apart(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Documents of which those with the same name are called by as many of their folders, too, as tell them apart."""
    often = Counter(document.name for document in documents)
    if len(often) == len(documents):
        return tuple(documents)
    called: dict[str, str] = {}
    for name, count in often.items():
        alike = [document for document in documents if document.name == name]
        above = {document.address: PurePath(document.path).parts[:-1] for document in alike}
        for depth in range(1, max(map(len, above.values()), default=0) + 1 if count > 1 else 1):
            names = {place: "/".join((*folders[-depth:], name)) for place, folders in above.items()}
            if len(set(names.values())) == count:
                called.update(names)
                break
    return tuple(replace(document, name=called.get(document.address, document.name)) for document in documents)


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
