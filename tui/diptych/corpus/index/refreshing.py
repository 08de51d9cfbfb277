"""An index brought up to date: filled with what changed, and its articles gathered anew if anything did."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from diptych.corpus import corrections
from diptych.corpus.index.filling import Filling
from diptych.corpus.index.gathering import gather
from diptych.corpus.index.regathering import regather
from diptych.corpus.index.store import connect, discard, trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.corpus.index.filling import Progress
    from diptych.corpus.records import Options

_FIRST_LOOK = 500
"""Documents that are gathered for a first look once they are read; and again when there are four times as many."""


def refresh(
    file: str,
    path: str,
    options: Options,
    tell: Callable[[Progress], None],
    stopped: Callable[[], bool],
    gathered: Callable[[], None],
) -> bool:
    """Read what changed, and gather the articles anew if anything did; what is read when it is stopped is gathered.

    Args:
        file: the index, which others may read meanwhile.
        path: of the corpus.
        options: how to read it.
        tell: told again and again how far it is.
        stopped: asked again and again whether to give up.
        gathered: told whenever the articles are other ones than before.

    Returns:
        Whether they are.

    Raises:
        DiptychError: the corpus cannot be opened, or the index is broken.
        IndexBusyError: another program writes it, and takes too long.
    """
    connection = connect(file)
    shown = there = 0

    def between(progress: Progress) -> None:
        nonlocal shown
        if there + progress.read >= max(_FIRST_LOOK, 4 * shown):
            gather_anew(connection, path, options)
            gathered()
            shown = there + progress.read
        tell(progress)

    try:
        shown, there = connection.execute(
            "SELECT coalesce((SELECT value FROM meta WHERE name = 'documents'), 0), (SELECT count(*) FROM document)"
        ).fetchone()
        filling = Filling(connection, path, options, stopped, between)
        filling.run()
        if not (filling.read or filling.dropped or _is_stale(connection, path)):
            return False
        gather_anew(connection, path, options)
        gathered()
        return True
    except sqlite3.DatabaseError as error:
        if not isinstance(error, sqlite3.OperationalError):
            discard(file)
        raise trouble(error) from None
    finally:
        connection.close()


def gather_anew(connection: sqlite3.Connection, path: str, options: Options) -> None:
    """Gather the documents of an index into articles, by what they and a person say; those that changed, if few did."""
    said = corrections.read(path)
    state = _state(connection, path)
    if not regather(connection, path, options, said):
        gather(connection, path, options, said, lambda: False)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('gathered', ?)", (state,))


def _is_stale(connection: sqlite3.Connection, path: str) -> bool:
    row = connection.execute("SELECT value FROM meta WHERE name = 'gathered'").fetchone()
    return row is None or row[0] != _state(connection, path)


def _state(connection: sqlite3.Connection, path: str) -> str:
    """What the articles depend on: which documents there are, and what was said of them."""
    count, last = connection.execute("SELECT count(*), coalesce(max(id), 0) FROM document").fetchone()
    try:
        written = corrections.corrections_file(path).stat().st_mtime_ns
    except OSError:
        written = 0
    return f"{count} {last} {written}"
