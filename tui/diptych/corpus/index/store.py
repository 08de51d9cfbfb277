"""The database of an index: where it lies, its tables, and how it is opened, by several programs at once if need be.

An index can always be made again from the corpus: one that is corrupt, or of another version of diptych, is thrown
away.
"""

from __future__ import annotations

import os
import sqlite3
import time
from hashlib import sha256

from diptych.errors import DiptychError
from diptych.paths import cache_folder

TYPE_CHECKING = False  # as in diptych's own module
if TYPE_CHECKING:
    from pathlib import Path

    from diptych.corpus.records import Options

FORM = "6 4"
"""What an index calls itself; the first number grows whenever its tables change, or documents are read otherwise,
and the second one is that of the sketches (:data:`diptych.corpus.sketches.SKETCH_FORM`)."""

_BUSY = 120
"""Seconds to wait for another program that writes; of a million documents, making a few families anew takes some."""
_LABEL = ".corpus"
_FORGOTTEN = 7 * 24 * 60 * 60
"""Seconds after which the index of a corpus that is gone is thrown away."""
_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE container (
    id INTEGER PRIMARY KEY, folder, path UNIQUE, stamp TEXT NOT NULL, done INTEGER NOT NULL
);
CREATE INDEX container_folder ON container (folder);
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT, container INTEGER NOT NULL, path, key, name, title, byline, date, source,
    opening, words INTEGER, size INTEGER, told, number INTEGER, UNIQUE (container, key)
);
CREATE INDEX document_told ON document (told, id) WHERE told != '';
CREATE TABLE sketch (document INTEGER PRIMARY KEY, words INTEGER, chosen BLOB, phrases BLOB);
CREATE TABLE problem (
    id INTEGER PRIMARY KEY, container INTEGER NOT NULL, path, message TEXT, UNIQUE (container, path, message)
);
CREATE TABLE article (
    id INTEGER PRIMARY KEY, title, versions INTEGER, earliest, latest, sources, look, told INTEGER,
    share REAL, phrases INTEGER, places INTEGER
);
CREATE TABLE member (document INTEGER PRIMARY KEY, article INTEGER, place INTEGER);
CREATE INDEX member_article ON member (article, place);
CREATE TABLE pair (
    a INTEGER, b INTEGER, sort INTEGER, share REAL, phrases INTEGER, places INTEGER, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX pair_other ON pair (b);
CREATE TABLE frequent (number INTEGER PRIMARY KEY, boilerplate INTEGER);
CREATE TABLE gone (document INTEGER PRIMARY KEY, words INTEGER, chosen BLOB, phrases BLOB);
CREATE TABLE change (
    old INTEGER, new INTEGER, changed INTEGER, sentences INTEGER, PRIMARY KEY (old, new)
) WITHOUT ROWID;
"""
_FULL_TEXT = "CREATE VIRTUAL TABLE spoken USING fts5(plain, content='', tokenize='unicode61 remove_diacritics 2')"
_PLAIN_TEXT = "CREATE TABLE spoken (rowid INTEGER PRIMARY KEY, plain TEXT)"
"""Where SQLite lacks FTS5: the words of each text between spaces, which are gone through one text after the other."""


def index_file(path: str, options: Options | None = None) -> str:
    """Where the index of a corpus lies; one for each way to read it."""
    where = os.path.abspath(path)  # a link may be turned, and then leads to another corpus
    told: tuple[object, ...] = (where, "", "", "")  # a way to read that says nothing is the same as none
    if options is not None:
        told = (
            where,
            *sorted(options.fields.items()),
            *(options.query, options.reader, options.encoding),
            *sorted(options.headers.items()),
        )
    digest = sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return os.path.join(cache_folder(), "corpora", f"{digest}.sqlite")


def connect(file: str, corpus: str = "") -> sqlite3.Connection:
    """Open an index, and make it if it is not there, is of another version, or is broken.

    Args:
        file: where it lies.
        corpus: the path of the corpus; with it, an index that is not there yet sweeps out those that nobody needs.

    Raises:
        DiptychError: the cache folder cannot be written to.
        IndexBusyError: another program is making the index, and takes too long.
    """
    try:
        if not os.path.exists(file):
            _make_room(file, corpus)
        try:
            return _opened(file)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise
            discard(file)
        except sqlite3.DatabaseError:
            discard(file)
        return _opened(file)
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, sqlite3.Error) and "locked" in str(error):
            raise trouble(error) from None
        folder = os.path.dirname(file)
        raise DiptychError(
            f"Cannot keep an index in {folder}: {error}. Free the folder, or name another in DIPTYCH_CACHE."
        ) from None


class IndexBusyError(DiptychError):
    """Another program has been writing an index for longer than anybody waits; what is in it can be read."""


def trouble(error: sqlite3.Error) -> DiptychError:
    """What to say of an index that could not be read or written."""
    if "locked" in str(error):
        return IndexBusyError(
            "Another diptych has been writing the index of this corpus for a while; open it again once that is done."
        )
    return DiptychError(f"The index of this corpus is broken ({error}); open the corpus again.")


def discard(file: str) -> None:
    """Throw an index away."""
    from contextlib import suppress

    for name in (file, f"{file}-wal", f"{file}-shm", _label(file)):
        with suppress(FileNotFoundError):
            os.unlink(name)


def _make_room(file: str, corpus: str) -> None:
    """The folder for an index that is not there yet, and what says of which corpus it will be."""
    from pathlib import Path

    folder = Path(file).parent
    folder.mkdir(parents=True, exist_ok=True)
    if corpus:
        sweep(folder)
        Path(_label(file)).write_bytes(os.fsencode(corpus))


def sweep(folder: Path) -> None:
    """Throw away the indexes of corpora that are gone and that were not written to for a week.

    A corpus on a disk that is away for longer is indexed again when it is back. What cannot be told is left alone.
    """
    from contextlib import suppress

    for label in folder.glob(f"*{_LABEL}"):
        with suppress(OSError, ValueError):
            written = max(found.stat().st_mtime for found in folder.glob(f"{label.stem}.*"))
            if time.time() - written > _FORGOTTEN and not os.path.lexists(os.fsdecode(label.read_bytes())):
                discard(str(label.with_suffix(".sqlite")))


def _label(file: str) -> str:
    """What lies beside an index and says of which corpus it is."""
    return os.path.splitext(file)[0] + _LABEL


def _opened(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_BUSY, isolation_level=None, check_same_thread=False)
    try:
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        if _form(connection) != FORM:
            _make(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _form(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT value FROM meta WHERE name = 'form'").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return ""
        raise
    return str(row[0]) if row else ""


def _make(connection: sqlite3.Connection) -> None:
    """The tables, in the place of whatever was there; only one of two programs that come at once makes them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _form(connection) != FORM:
            there = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            names = [name for (name,) in connection.execute(there)]
            for name in sorted(names, key=lambda name: name != "spoken"):
                connection.execute(f'DROP TABLE IF EXISTS "{name}"')
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
            try:
                connection.execute(_FULL_TEXT)
            except sqlite3.OperationalError:
                connection.execute(_PLAIN_TEXT)
            connection.execute("INSERT INTO meta VALUES ('form', ?)", (FORM,))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def has_full_text(connection: sqlite3.Connection) -> bool:
    """Whether the words of the texts are indexed; otherwise the texts themselves are kept, to be gone through."""
    made = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'spoken'").fetchone()
    return made is not None and "fts5" in made[0]


def search_for(words: list[str], *, indexed: bool) -> tuple[str, list[str]]:
    """A question for the documents whose texts have all of some words, with its values.

    Case and accents do not matter; what is several words to the index (``he's``) is looked for as a phrase.
    """
    if indexed:
        return "SELECT rowid FROM spoken(?)", [" ".join('"' + word.replace('"', '""') + '"' for word in words)]
    wanted = [found for word in words if (found := folded(word)).strip()]
    asked = " AND ".join(["instr(plain, ?) > 0"] * len(wanted)) or "1"
    return f"SELECT rowid FROM spoken WHERE {asked}", wanted


def folded(text: str) -> str:
    """The words of a text between single spaces, without case and accents."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold())
    words = re.sub(r"[\W_]+", " ", "".join([c for c in plain if not unicodedata.combining(c)]))
    return f" {words.strip()} "


def kept(text: str) -> str | bytes:
    """A text as SQLite can keep it; one with broken characters as bytes, so that it comes back as it was."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def given(value: str | bytes) -> str:
    """What was kept."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
