"""A corpus seen through its index: articles by their place in the list, however many there are, and what is in them.

Only what is asked for is read. Every method may be called from any thread, one at a time.
"""

from __future__ import annotations

import os
import sqlite3
import time
from threading import Lock

from diptych.corpus.index.listed import Counts, Listed
from diptych.corpus.index.store import connect, given, has_full_text, index_file, kept, search_for, trouble
from diptych.errors import DiptychError

TYPE_CHECKING = False  # as in diptych's own module
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from diptych.corpus import corrections
    from diptych.corpus.corpus import Article, Document
    from diptych.corpus.index.filling import Progress
    from diptych.corpus.records import Options, Problem
    from diptych.model import Version

AS_FOUND = "as found"
ORDERS = {
    AS_FOUND: "article.id",
    "title": "lower(article.title), article.id",
    "most versions": "article.versions DESC, article.id",
    "newest": "article.latest DESC, article.id",
    "most changed": "changed DESC, article.id",
}
"""Ways to sort the articles, by what a reader calls them."""
_STEPS = 10_000
"""Steps of SQLite's machine between two questions whether to go on."""
_AT_ONCE = 2_000
_FIRST_LAST = """
LEFT JOIN member AS first ON first.article = article.id AND first.place = 0
LEFT JOIN member AS last ON last.article = article.id AND last.place = article.versions - 1
LEFT JOIN change ON change.old = first.document AND change.new = last.document
"""


class Catalogue:
    """A corpus through its index."""

    def __init__(
        self, path: str, options: Options | None = None, file: str | Path | None = None, *, passing: bool = False
    ) -> None:
        """Open the index of a corpus, empty or as it was left; nothing of the corpus is read yet.

        Args:
            path: of the corpus.
            options: how to read it.
            file: where the index lies; by default in the cache folder.
            passing: whether the index goes when it is closed, with the folder in which it lies.

        Raises:
            DiptychError: the cache folder cannot be written to.
        """
        self.called = os.fspath(path)
        """The path as it was given."""
        self.path = os.path.abspath(self.called)  # links stay what they are
        self._options = options
        self.file = os.fspath(file) if file else index_file(self.path, options)
        """Where the index lies."""
        self._is_passing = passing
        self._connection = connect(self.file, "" if passing else self.path)
        self._lock = Lock()
        self.gathered = 0
        """How often the articles were gathered anew; whoever shows them can tell from it that they are other ones."""

    def close(self) -> None:
        """Let go of the index."""
        self._connection.close()
        if self._is_passing:
            from shutil import rmtree

            rmtree(os.path.dirname(self.file), ignore_errors=True)

    @property
    def options(self) -> Options:
        """How the corpus is read."""
        from diptych.corpus.records import Options

        return self._options or Options()

    def _asked(self, ask: Callable[[sqlite3.Connection], Any]) -> Any:
        with self._lock:
            try:
                return ask(self._connection)
            except sqlite3.DatabaseError as error:
                raise trouble(error) from None

    def _all(self, question: str, *values: object) -> list[Any]:
        return list(self._asked(lambda connection: connection.execute(question, values).fetchall()))

    def refresh(
        self, tell: Callable[[Progress], None] = lambda _: None, stopped: Callable[[], bool] = lambda: False
    ) -> bool:
        """Read what changed, and gather the articles anew if anything did.

        It works on a connection of its own, so that the list can be read meanwhile. What was read when it is stopped
        is kept and gathered.

        Returns:
            Whether the articles are other ones than before.

        Raises:
            DiptychError: the corpus cannot be opened, or holds nothing that can be read.
        """
        from diptych.corpus.index.refreshing import refresh

        def gathered() -> None:
            self.gathered += 1

        return refresh(self.file, self.path, self.options, tell, stopped, gathered)

    def correct(self, said: corrections.Said) -> None:
        """Keep what a person said, and gather the articles by it.

        Raises:
            DiptychError: it cannot be kept.
            IndexBusyError: it is kept, but another program writes the index, and takes too long.
        """
        from diptych.corpus import corrections
        from diptych.corpus.index.refreshing import gather_anew

        corrections.write(self.path, said)
        connection = connect(self.file)
        try:
            gather_anew(connection, self.path, self.options)
        except sqlite3.DatabaseError as error:
            raise trouble(error) from None
        finally:
            connection.close()
        self.gathered += 1

    def counts(self) -> Counts:
        """How much there is."""
        (row,) = self._all(
            "SELECT coalesce((SELECT length(value) / 4 FROM meta WHERE name = 'order'), "
            "(SELECT max(id) FROM article), 0), "
            "coalesce((SELECT value FROM meta WHERE name = 'documents'), 0), (SELECT count(*) FROM problem)"
        )
        return Counts(*row)

    def places(
        self,
        order: str = AS_FOUND,
        wanted: str = "",
        words: str = "",
        *,
        several: bool = False,
        most: int = -1,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Sequence[int]:
        """The articles' numbers in the order of a list.

        Args:
            order: one of :data:`ORDERS`.
            wanted: words of titles, sources, dates and names, all of which an article must have.
            words: words of the texts, likewise.
            several: only articles of more than one version.
            most: so many are enough, the first ones; negative for all.
            stopped: asked again and again whether the list is no longer wanted; what was found by then is given.

        Raises:
            DiptychError: the texts cannot be searched for that.
        """
        from array import array

        if order == AS_FOUND and not wanted.split() and not words.split() and not several:
            rows = self._all("SELECT value FROM meta WHERE name = 'order'")
            return array("I", rows[0][0]) if rows else range(1, self.counts().articles + 1)
        asked = ["instr(article.look, ?) > 0" for _ in wanted.split()]
        asked += ["article.versions > 1"] if several else []
        values = wanted.casefold().split()
        if words.split():
            question, sought = search_for(words.split(), indexed=self.has_full_text)
            asked.append(f"article.id IN (SELECT article FROM member WHERE document IN ({question}))")
            values += sought
        joined = _FIRST_LAST if "changed" in ORDERS[order] else ""
        where = f"WHERE {' AND '.join(asked)}" if asked else ""
        connection = connect(self.file)  # of its own: it may take a while, and the list goes on
        try:
            connection.set_progress_handler(stopped, _STEPS)
            question = f"SELECT article.id FROM article {joined} {where} ORDER BY {ORDERS[order]} LIMIT ?"
            asking = connection.execute(question, [*values, most])
            found = array("L")
            while some := asking.fetchmany(_AT_ONCE):
                found.extend([number for (number,) in some])
                time.sleep(0)  # whoever paints the list need not wait for a million numbers
            return found
        except sqlite3.DatabaseError as error:
            if stopped():
                return ()
            raise trouble(error) from None
        finally:
            connection.close()

    @property
    def has_full_text(self) -> bool:
        """Whether searching the texts is quick; without FTS5 they are gone through one after the other."""
        return bool(self._asked(has_full_text))

    def listed(self, numbers: Sequence[int]) -> list[Listed]:
        """Some articles as the list shows them, in the order asked for; those that are gone are left out."""
        marks = ",".join("?" * len(numbers))
        rows = self._all(
            "SELECT article.id, title, versions, earliest, latest, sources, changed, sentences "
            f"FROM article {_FIRST_LAST} WHERE article.id IN ({marks})",
            *numbers,
        )
        found = {
            row[0]: Listed(row[0], given(row[1]), row[2], given(row[3]), given(row[4]), given(row[5]), row[6], row[7])
            for row in rows
        }
        return [found[number] for number in numbers if number in found]

    def article(self, number: int) -> Article:
        """An article with its versions, in order.

        Raises:
            DiptychError: there is no such article any more.
        """
        from diptych.corpus.corpus import Article, told_apart
        from diptych.corpus.index.rows import COLUMNS, document_from
        from diptych.corpus.ties import Evidence

        rows = self._all(
            f"SELECT {COLUMNS} FROM member JOIN document ON document.id = member.document "
            "WHERE member.article = ? ORDER BY place",
            number,
        )
        told = self._all("SELECT title, told, share, phrases, places FROM article WHERE id = ?", number)
        if not rows or not told:
            raise DiptychError("This article is no longer there.")
        title, kept, share, phrases, places = told[0]
        evidence = None if share is None else Evidence(share, phrases, places)
        return Article(told_apart(list(map(document_from, rows))), given(title), bool(kept), evidence, self.load)

    def documents(self, start: int = 0, count: int = -1) -> list[Document]:
        """The documents from a place on, article by article; so many of them."""
        from diptych.corpus.index.rows import COLUMNS, document_from

        rows = self._all(
            f"SELECT {COLUMNS} FROM (SELECT document FROM member ORDER BY article, place LIMIT ? OFFSET ?) AS some "
            "JOIN document ON document.id = some.document",
            count,
            start,
        )
        return list(map(document_from, rows))

    def holding(self, document: Document) -> int | None:
        """The number of the article that a document is a version of."""
        rows = self._all(
            "SELECT article FROM member JOIN document ON document.id = member.document WHERE container = "
            "(SELECT id FROM container WHERE path = ?) AND key = ?",
            kept(document.path),
            kept(document.key),
        )
        return rows[0][0] if rows else None

    def problems(self) -> list[Problem]:
        """What could not be read, was left out, or was read with a guess."""
        from diptych.corpus.records import Problem

        return [Problem(given(p), given(m)) for p, m in self._all("SELECT path, message FROM problem ORDER BY id")]

    def changed(self, number: int, changed: int, sentences: int) -> None:
        """Remember how many sentences differ between an article's first version and its last."""
        connection = connect(self.file)  # of its own: somebody else may be writing for a while, and the list goes on
        try:
            connection.execute(
                "INSERT OR REPLACE INTO change SELECT first.document, last.document, ?, ? FROM article "
                "JOIN member AS first ON first.article = article.id AND first.place = 0 "
                "JOIN member AS last ON last.article = article.id AND last.place = article.versions - 1 "
                "WHERE article.id = ?",
                (changed, sentences, number),
            )
        except sqlite3.DatabaseError as error:
            raise DiptychError(f"Cannot keep how much an article changed: {error}.") from None
        finally:
            connection.close()

    def load(self, document: Document) -> Version:
        """Read a document's text, now.

        Raises:
            DiptychError: it has gone, or can no longer be read.
        """
        from dataclasses import replace

        from diptych.corpus.reading import load

        version = load(document.path, document.key, self.options)
        return version if version.name == document.name else replace(version, name=document.name)
