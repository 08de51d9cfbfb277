"""An index of as many articles as one likes, made by copying the rows of a small one, and the app's own list of it.

``python benchmarks/many_articles.py 1000000 FOLDER``; the folder keeps corpus and index for the next time.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TABLES = ("document", "article", "member")
"""What an article of one version has a row in, each of which can be copied with other numbers."""
PLACES = ("harbour", "bridge", "market", "library", "station", "orchard", "quarry")


def title(number: int) -> str:
    """Every title is as long as any other."""
    return f"Article {number:07} of the {PLACES[number % len(PLACES)]:<8}"


def entry(number: int) -> str:
    """A line of the corpus."""
    return (
        f'{{"title": "{title(number)}", "text": "The {PLACES[number % len(PLACES)]:<8} was seen {number:07} times."}}\n'
    )


def made(count: int, folder: Path) -> Path:
    """A corpus of so many articles in one file, with its index; as it was left if it is there."""
    corpus = folder / f"articles-{count}"
    if corpus.exists():  # asked before anything is imported: a start counts what the app imports, not what makes texts
        return corpus
    from diptych.corpus.index import catalogue, refreshing
    from diptych.corpus.index.filling import stamp_of
    from diptych.corpus.reading import places
    from diptych.corpus.records import Options, Problem

    corpus.mkdir(parents=True)
    file = corpus / "articles.jsonl"
    file.write_text(entry(1), encoding="utf-8")
    small = catalogue.Catalogue(str(corpus))
    small.refresh()
    small.close()
    with file.open("w", encoding="utf-8") as written:
        written.writelines(entry(number) for number in range(1, count + 1))
    (place,) = (place for place in places(str(corpus), Options(), lambda: False) if not isinstance(place, Problem))
    with closing(sqlite3.connect(small.file)) as connection:
        for table in TABLES:
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            row = dict(zip(names, cursor.fetchone(), strict=True))
            copies = (tuple(copy(row, number)) for number in range(2, count + 1))
            marks = ",".join("?" * len(names))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", copies)
        connection.execute("UPDATE container SET stamp = ?", (stamp_of(place),))
        connection.execute("UPDATE meta SET value = ? WHERE name = 'documents'", (count,))
        state = refreshing._state(connection, str(corpus))  # what a gathering would write
        connection.execute("UPDATE meta SET value = ? WHERE name = 'gathered'", (state,))
        connection.commit()
    return corpus


def copy(row: dict[str, object], number: int) -> Iterable[object]:
    """A row with the numbers and the words of another article."""
    changed = {"key": str(number), "title": title(number), "look": title(number).casefold()}
    for name, value in row.items():
        yield number if name in ("id", "document", "article") else changed.get(name, value)


def main() -> None:
    """Make it, and show it."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2])
    os.environ["DIPTYCH_CACHE"] = os.environ["DIPTYCH_DATA"] = str(folder / "kept")
    corpus = made(count, folder)
    from diptych.app.main import run

    run([str(corpus)])


if __name__ == "__main__":
    main()
