"""Containers become versions, each with its address; one bad file or record becomes a problem, and the rest is read.

:func:`places` walks a path and finds the containers, :func:`versions_in` reads one of them, :func:`documents` does
both, and :func:`load` reads one version again. All stream: a million versions take no more memory than a few.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.containers.whole import WholeFile
from diptych.corpus.document import version_from
from diptych.corpus.fields import FOLDER
from diptych.corpus.files import BEGINNING, beginning, spoken
from diptych.corpus.folder import Walk
from diptych.corpus.naming import unnumbered
from diptych.corpus.readers import reader_named, reader_of, suffix_of
from diptych.corpus.records import Filed, Options, Problem, Record, address, parted
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from diptych.corpus.naming import Named
    from diptych.corpus.readers import Reader
    from diptych.model import Version

MOST_NOTES = 100
"""Problems of one container that are told one by one; those beyond are counted."""
_HISTORY = "history"
_OF_COMMIT = re.compile(r"(?:[0-9a-f]{7,64}|now):.")
_AS_NAMED = frozenset({"", "folder"})


class Place(NamedTuple):
    """A container, and the reader that knows it."""

    path: str
    reader: Reader
    named: Named | None = None
    """What a file's name says, if it says that it is a version of an article."""


def places(
    path: str | Path, options: Options | None = None, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Place | Problem]:
    """The containers at a path: itself, or those in the folder and in all folders below it, in the order of names.

    What was passed over is told at the end, in a note or two.

    Raises:
        DiptychError: the path is a folder that cannot be listed.
    """
    where, options = os.fspath(path), options or Options()
    if not _is_folder(where):
        yield _place(where, options)
        return
    if options.reader == _HISTORY and options.query:
        yield Place(where, reader_named(_HISTORY))
        return
    if options.reader in {"", _HISTORY}:
        from diptych.corpus.containers.history import has_history

        try:
            if has_history(where):
                yield Place(where, reader_named(_HISTORY))
                return
        except DiptychError as error:
            yield Problem(where, f"The files were read without their history. {error}")
    walk = Walk(where)
    for file, reader, named in walk.files(stopped):
        place = Place(file, reader) if suffix_of(file) and options.reader in _AS_NAMED else _place(file, options)
        yield place if named is None else place._replace(named=named)
    yield from walk.notes()


def versions_in(place: Place, options: Options | None = None, after: str = "") -> Iterator[Filed | Problem]:
    """All versions in one container, or those after the one with a key.

    Nothing is raised: what cannot be read is a problem, and where the reading had to end early that is one as well.
    """
    called = spoken(place.path)
    problems = 0
    is_empty = not after
    for found in _versions(place, called, options or Options(), after):
        is_empty = False
        problems += isinstance(found, Problem) and not found.breaks
        if isinstance(found, Filed) or found.breaks or problems <= MOST_NOTES:
            yield found
    if problems > MOST_NOTES:
        yield Problem(place.path, f"{called}: {problems - MOST_NOTES:,} more of its texts could not be read.")
    if is_empty:
        yield Problem(place.path, f"{called} holds no texts.")


def _versions(place: Place, called: str, options: Options, after: str) -> Iterator[Filed | Problem]:
    try:
        for record in place.reader.opened(called).records(place.path, options, after):
            if isinstance(record, Problem):
                yield record
                continue
            try:
                yield _filed(place, record, options)
            except DiptychError as error:
                yield Problem(address(place.path, record.key), str(error))
    except DiptychError as error:
        yield Problem(place.path, str(error), breaks=True)
    except (RecursionError, MemoryError):
        yield Problem(
            place.path, f"Cannot read {called}: it is nested too deeply, or too large for the memory.", breaks=True
        )
    except Exception as error:  # a mistake in a reader costs one container, never the corpus
        said = " ".join(f"{type(error).__name__}: {error}".split())
        yield Problem(
            place.path, f"Cannot read all of {called}: its reader failed ({said}); please report it.", breaks=True
        )


def documents(
    path: str | Path, options: Options | None = None, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Filed | Problem]:
    """Every version at a path, with its address, and whatever could not be read.

    Args:
        path: a folder, searched with all folders below it; or a file, a database, a dump, a repository.
        options: how to read it.
        stopped: asked again and again whether to give up.

    Raises:
        DiptychError: the path is a folder that cannot be listed.
    """
    for place in places(path, options, stopped):
        if isinstance(place, Problem):
            yield place
            continue
        for found in versions_in(place, options):
            if stopped():
                return
            yield found


def load(path: str | Path, key: str = "", options: Options | None = None) -> Version:
    """Read one version again.

    Args:
        path: its container.
        key: what finds it in there.
        options: how it was read the first time.

    Raises:
        DiptychError: it has gone, or can no longer be read.
    """
    options = options or Options()
    place = _place(os.fspath(path), options, is_document=not key)
    if place.reader.whole and _OF_COMMIT.match(key):
        place = Place(place.path, reader_named(_HISTORY))
    record = place.reader.opened(spoken(path)).record(place.path, key, options)
    return _filed(place, record, options).version


def load_some(path: str, keys: Collection[str], options: Options) -> Iterator[tuple[str, Version]]:
    """Read some versions of a container again, in any order, each with its key; those that are gone are left out.

    Where finding one means reading all before it, the container is read once for all of them.
    """
    place = _place(path, options)
    if len(keys) > 1 and not place.reader.finds(path, options):
        wanted = set(keys)
        for found in versions_in(place, options):
            if isinstance(found, Filed) and found.key in wanted:
                yield found.key, found.version
        return
    for key in keys:
        with suppress(DiptychError):
            yield key, load(path, key, options)


def read_version(path: str | Path, options: Options | None = None) -> Version:
    """Read one document: a file, or by its address (``stories.db#17``) one of the many in a container.

    A file that is named outright is read as text if nothing tells its format.

    Raises:
        DiptychError: the file cannot be read, is not text, or is empty.
    """
    written = os.fspath(path)
    if not os.path.lexists(written):
        for container, key in parted(written)[1:]:
            if os.path.lexists(container):
                return load(container, key, options)
    return load(written, "", options)


def version_in(data: bytes, *, name: str, path: str, options: Options | None = None) -> Version:
    """The document that the bytes of a file are.

    Args:
        data: all of them.
        name: what to call the version; its suffix tells the format.
        path: what to cite it as.
        options: how to read it.

    Raises:
        DiptychError: the bytes are no document, or are empty.
    """
    options = options or Options()
    forced = options.reader not in _AS_NAMED
    reader = reader_named(options.reader) if forced else reader_of(name, data[:BEGINNING])
    container = reader.opened(spoken(path))
    if not isinstance(container, WholeFile):
        raise DiptychError(f"{spoken(path)} is no document of its own; save it as a file and open that.")
    record = container.taken(data, spoken(path), "", options)
    return _version(record, name, path, options)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _place(path: str, options: Options, *, is_document: bool = False) -> Place:
    if options.reader not in _AS_NAMED:
        return Place(path, reader_named(options.reader))
    if _is_folder(path) and not is_document:
        return Place(path, reader_named(_HISTORY))
    return Place(path, reader_of(Path(path).name, beginning(path)))


def _version(record: Record, name: str, cited: str, options: Options) -> Version:
    """A record understood as a version.

    Raises:
        DiptychError: it holds no text.
    """
    if not record.text or record.text.isspace():
        raise DiptychError(f"{spoken(cited)} holds no text; there is nothing in it to compare.")
    if not record.sha256:
        record = replace(record, sha256=sha256(record.text.encode(errors="surrogatepass")).hexdigest())
    return version_from(record, name=record.name or name, path=cited, options=options)


def _filed(place: Place, record: Record, options: Options) -> Filed:
    path = place.path
    version = _version(record, address(Path(path).name, record.key), address(path, record.key), options)
    if record.article:
        table = unnumbered(path) if place.reader.parted else path
        return Filed(version, path, record.key, address(table, record.article), record.number)
    if record.key:
        return Filed(version, path, record.key, "", record.number)
    folder, named = os.path.dirname(path), place.named  # noqa: PTH120  # paths are text here
    if options.fields.get("article") == FOLDER:
        return Filed(version, path, "", folder, named.number if named else None)
    if named is None:
        return Filed(version, path)
    return Filed(version, path, "", os.path.join(folder, named.family).rstrip(os.sep), named.number)  # noqa: PTH118
