"""MediaWiki's XML dumps: the histories of pages, with the mark-up of wiki text taken away; plain or packed.

Keys are ``page/revision``, the numbers that the wiki has given them.
"""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from diptych.corpus.files import spoken
from diptych.corpus.records import Problem, Record, address, following
from diptych.corpus.streams import open_stream
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from diptych.corpus.records import Options

LARGEST_REVISION = 32 << 20
"""Bytes between two revisions beyond which a dump is no longer read; MediaWiki's own limit is 2 MB of text."""
_CHUNK = 1 << 16
_PROLOGUE = 1 << 20
_ARTICLES = 0
_LARGEST = 8 << 20
_HEADING = re.compile(r"^(={1,6})[ \t]*(.+?)[ \t]*\1[ \t]*$", re.MULTILINE)
_UNSEEN_LINK = re.compile(r"\s*(?:file|image|category|datei|bild|kategorie|fichier|catégorie)\s*:", re.IGNORECASE)
_LEVEL = "\x02"
"""Stands for a level of a heading while mark-up is taken away; no XML file can hold it."""
_ITEM = re.compile(r"^[*#][*#:;]*[ \t]*(?=\S)", re.MULTILINE)
_INDENT = re.compile(r"^[:;]+[ \t]*(?=\S)", re.MULTILINE)
_UNSEEN_TAGS = frozenset({"ref", "references", "gallery", "table", "math"})
_GAPS = re.compile(r"\n{3,}")


def records(path: str, options: Options, after: str = "") -> Iterator[Record | Problem]:  # noqa: ARG001
    """Every revision of every article, page by page, in the order of the dump."""
    for page, revision in following(_revisions(path), after, _key_of):
        key = _key_of((page, revision))
        try:
            if (found := _record(page, revision, key)) is not None:
                yield found
        except (DiptychError, RecursionError) as error:
            said = str(error) if isinstance(error, DiptychError) else f"{spoken(key)} is nested too deeply."
            yield Problem(address(path, key), said)


def record(path: str, key: str, options: Options) -> Record:  # noqa: ARG001
    """One revision again."""
    for page, revision in _revisions(path, key.partition("/")[0]):
        if key == _key_of((page, revision)) and (found := _record(page, revision, key)) is not None:
            return found
    what = f"no revision {spoken(key)}" if key else "many texts; name one as PAGE/REVISION"
    raise DiptychError(f"{spoken(path)} has {what}.")


def _key_of(found: tuple[Any, Any]) -> str:
    page, revision = found
    return f"{page.id}/{revision.id}"


def _revisions(path: str, page_id: str = "") -> Iterator[tuple[Any, Any]]:
    """The pages of articles with their revisions; those of one page alone where its number is given."""
    import mwxml  # type: ignore[import-untyped]

    with _checked(path), open_stream(path) as file:
        metered = _Metered(file, spoken(path))
        for page in mwxml.Dump.from_file(metered).pages:
            metered.read_since = 0
            if page.namespace in {None, _ARTICLES} and page_id in {"", str(page.id)}:
                for revision in page:
                    metered.read_since = 0
                    yield page, revision
                if page_id:
                    return


class _Metered:
    """Reads on, unless a single revision goes on and on: few packed bytes can stand for more than the memory holds."""

    def __init__(self, file: BinaryIO, called: str) -> None:
        self._file = file
        self._called = called
        self.read_since = 0
        """Bytes read since the last revision."""

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            DiptychError: too many of them belong to one revision.
        """
        data = self._file.read(size)
        self.read_since += len(data)
        if self.read_since > LARGEST_REVISION:
            raise DiptychError(
                f"{self._called} has a revision of more than {LARGEST_REVISION >> 20} MB; it was left there."
            )
        return data


@contextmanager
def _checked(path: str) -> Iterator[None]:
    """What is wrong with a dump, in a sentence.

    Raises:
        DiptychError: it is broken, is no dump, or declares entities.
    """
    called = spoken(path)
    with open_stream(path) as file:
        _refuse_declarations(file, called)
    from mwxml.errors import MalformedXML  # type: ignore[import-untyped]

    try:
        yield
    except (ParseError, expat.ExpatError) as error:
        what = str(error).partition(": b'")[0]
        raise DiptychError(f"{called} is broken off or damaged ({what}); what stands before that was read.") from None
    except (MalformedXML, AssertionError, TypeError, ValueError, AttributeError) as error:
        raise DiptychError(f"{called} is not as MediaWiki writes its dumps ({error or 'no <mediawiki>'}).") from None


def _refuse_declarations(file: BinaryIO, called: str) -> None:
    """Dumps have no document type; one that has may stand for a thousand times its size."""
    parser = expat.ParserCreate()
    begun: list[str] = []

    def refuse(*_: object) -> None:
        raise DiptychError(f"Cannot read {called}: it declares a document type, which no dump does.")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, _: begun.append(name)
    left = _PROLOGUE
    try:
        while not begun and left > 0 and (part := file.read(_CHUNK)):
            parser.Parse(part, False)  # pyexpat takes no names
            left -= len(part)
    except expat.ExpatError as error:
        raise DiptychError(f"Cannot read {called}: it is no XML ({error}).") from None


def _record(page: Any, revision: Any, key: str) -> Record | None:
    """A revision as a version; None where its text was deleted, or is no wiki text."""
    if revision.text is None or (revision.model or "wikitext") != "wikitext":
        return None
    if len(revision.text) > _LARGEST:
        raise DiptychError(f"Revision {spoken(key)} is larger than {_LARGEST >> 20} MB; it was left out.")
    words = plain(revision.text)
    if not words:
        return None
    stamp = str(revision.timestamp)
    user = revision.user.text if revision.user is not None and revision.user.text else ""
    return Record(
        key,
        words,
        name=f"revision {revision.id}{f' by {user}' if user else ''}",
        title=page.title or "",
        date=stamp,
        article=str(page.id),
    )


def plain(wikitext: str) -> str:
    """The words of wiki text, headings as Markdown has them; templates, tables, references and files are left out."""
    import mwparserfromhell

    listed = _INDENT.sub("", _ITEM.sub("- ", wikitext))
    headed = _HEADING.sub(lambda found: f"\n{_LEVEL * len(found[1])} {found[2]}\n", listed)
    try:
        code = mwparserfromhell.parse(headed, skip_style_tags=True)
    except mwparserfromhell.parser.ParserError:
        return headed.replace(_LEVEL, "#").strip()  # too much for the parser: rather with its mark-up than not at all
    unseen: list[object] = [
        *code.filter_tags(matches=lambda node: str(node.tag).lower() in _UNSEEN_TAGS),
        *code.filter_wikilinks(matches=lambda node: _UNSEEN_LINK.match(str(node.title)) is not None),
    ]
    for node in unseen:
        with suppress(ValueError):  # it stood inside one that has gone already
            code.remove(node)  # type: ignore[arg-type]
    words = str(code.strip_code(normalize=True, collapse=True)).replace("'''", "").replace("''", "")
    return _GAPS.sub("\n\n", words).replace(_LEVEL, "#").strip()
