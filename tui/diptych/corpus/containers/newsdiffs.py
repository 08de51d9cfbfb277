"""NewsDiffs: titles, bylines and dates in SQLite, the texts in git repositories beside the database."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.corpus.blobs import Blobs
from diptych.corpus.encoding import decoded
from diptych.corpus.files import spoken
from diptych.corpus.records import Problem, Record, address, following
from diptych.errors import DiptychError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_SELECT = (
    "SELECT version.id AS id, version.article_id AS article_id, version.v AS v, version.title AS title, "
    "version.byline AS byline, version.date AS date, articles.url AS url, {git_dir} AS git_dir "
    "FROM version JOIN articles ON articles.id = version.article_id"
)


def recognised(connection: sqlite3.Connection, path: str, tables: dict[str, list[str]]) -> NewsDiffs | None:
    """The versions of a NewsDiffs database, if it is one."""
    if not {"id", "article_id", "v", "title", "byline", "date"} <= set(tables.get("version", [])):
        return None
    articles = set(tables.get("articles", []))
    if not {"id", "url"} <= articles:
        return None
    return NewsDiffs(connection, path, _SELECT.format(git_dir="articles.git_dir" if "git_dir" in articles else "''"))


class NewsDiffs:
    """A version a row; ``v`` is the commit that has its text, in the file that the article's address names."""

    def __init__(self, connection: sqlite3.Connection, path: str, select: str) -> None:
        self._connection = connection
        self._path = path
        self._select = select
        self._folder = Path(path).absolute().parent

    def records(self, after: str) -> Iterator[Record | Problem]:
        """Every version; one whose text is missing is a problem."""
        opened: dict[Path, Blobs] = {}
        try:
            told = self._connection.execute(f"{self._select} ORDER BY version.article_id, version.date, version.id")
            for row in following(told, after, lambda row: str(row["id"])):
                try:
                    yield self._record(row, opened)
                except DiptychError as error:
                    yield Problem(address(self._path, str(row["id"])), str(error))
        finally:
            for blobs in opened.values():
                blobs.close()

    def record(self, key: str) -> Record | None:
        """The version with that id."""
        row = self._connection.execute(f"{self._select} WHERE version.id = ?", (key,)).fetchone()
        if row is None:
            return None
        opened: dict[Path, Blobs] = {}
        try:
            return self._record(row, opened)
        finally:
            for blobs in opened.values():
                blobs.close()

    def _record(self, row: sqlite3.Row, opened: dict[Path, Blobs]) -> Record:
        folder = self._repository(str(row["git_dir"] or ""))
        if folder not in opened:
            opened[folder] = Blobs(folder)
        url = str(row["url"])
        file = url.partition("://")[2].rstrip("/") or url
        called = f"version {row['id']} of {spoken(url)}"
        found = decoded(opened[folder].read(f"{row['v']}:{file}", called), called)
        return Record(
            str(row["id"]),
            found.text,
            name=f"version {row['id']}",
            title=str(row["title"] or ""),
            byline=str(row["byline"] or ""),
            date=str(row["date"] or ""),
            source=url,
            article=str(row["article_id"]),
            notes=found.notes(called),
        )

    def _repository(self, git_dir: str) -> Path:
        """The repository that the database calls by this name.

        Raises:
            DiptychError: it does not lie where NewsDiffs keeps it.
        """
        plain = [part for part in git_dir.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
        for above in (self._folder / "articles", self._folder, self._folder.parent / "articles"):
            for folder in (above.joinpath(*plain), Path(os.fspath(above) + "".join(plain))):
                if (folder / ".git").exists() or (folder / "HEAD").is_file():
                    return folder
        raise DiptychError(
            f"The texts of {spoken(self._path)} are in a git repository that is not there; "
            f"put it beside the database, as {spoken(self._folder / 'articles' / '/'.join(plain))}."
        )
