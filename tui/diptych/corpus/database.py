"""SQLite databases of other people: opened for reading alone, never created, never changed; complaints in sentences."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from diptych.corpus.files import open_regular, spoken
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"SQLite format 3\0"
PATIENCE = 2.0
"""Seconds to wait for whoever has locked the database."""

_ALLOWED = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE},
)
_PRAGMAS = frozenset({"table_info", "query_only", "trusted_schema"})
_SIDE_LOG = 2


@contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """A connection that can do nothing but read.

    Raises:
        DiptychError: there is no such database, or it is locked, damaged, or asked for what it does not have.
    """
    connection = None
    try:
        connection = sqlite3.connect(_address(path), uri=True, timeout=PATIENCE, check_same_thread=False)
        connection.text_factory = _decoded
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.set_authorizer(_authorized)
        yield connection
    except sqlite3.Error as error:
        raise DiptychError(_complaint(error, spoken(path))) from None
    finally:
        if connection is not None:
            connection.close()


def side_log_note(path: str) -> str:
    """What to say of a database that keeps its newest changes in a file beside it, where that file is not there."""
    if not _has_side_log(path) or os.path.exists(f"{path}-wal"):  # noqa: PTH110  # as everywhere here, paths are text
        return ""
    called = spoken(path)
    return f"If {called} was copied while in use, its newest versions are missing: copy {called}-wal beside it, too."


def tables_of(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table and view, by its name in lower case."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    return {
        name.lower(): [row["name"] for row in connection.execute(f"PRAGMA table_info({quoted(name)})")]
        for name in names
        if not name.startswith("sqlite_")
    }


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'


def _address(path: str) -> str:
    """A URI for reading alone.

    Where the log beside it is missing, the database is taken as it stands: SQLite would make files beside it otherwise.
    """
    with open_regular(path):
        pass
    still = _has_side_log(path) and not os.path.exists(f"{path}-wal")  # noqa: PTH110
    where = Path(path).absolute().as_posix()
    where = quote(os.fsencode(where)) if os.name != "nt" else "/" + quote(where)
    return f"file:{where}?mode=ro{'&immutable=1' if still else ''}"


def _has_side_log(path: str) -> bool:
    """Whether the header says that changes go into a log beside the database."""
    with open_regular(path) as file:
        head = file.read(20)
    return len(head) == 20 and head[18] == _SIDE_LOG


def _authorized(action: int, what: str | None, _detail: str | None, _database: str | None, _inner: str | None) -> int:
    if action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and what in _PRAGMAS):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _complaint(error: sqlite3.Error, called: str) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _COMPLAINTS.get(code, "Cannot read {called}: {error}.").format(called=called, error=error)


_LOCKED = "Cannot read {called}: another program has locked it; try again when that has finished."
_HALF_CHANGED = "Cannot read {called}: it was left in the middle of a change; open it once with the program it is of."
_COMPLAINTS = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_NOTADB: "Cannot read {called}: it is no SQLite database, or is encrypted.",
    sqlite3.SQLITE_CORRUPT: "{called} is damaged ({error}); what stands before the damage was read, and sqlite3's "
    ".recover may save the rest.",
    sqlite3.SQLITE_AUTH: "Cannot ask {called} that: a query may read and nothing else.",
    sqlite3.SQLITE_CANTOPEN: _HALF_CHANGED,
    sqlite3.SQLITE_READONLY: _HALF_CHANGED,
    sqlite3.SQLITE_ERROR: "Cannot ask {called} that: {error}.",
}
