"""The folder that the manual's commands are run in: every file that they name, made small."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from command import NEW, OLD
from diptych import compare, export
from diptych.paths import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_GIT = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main")
_TEXTS = (OLD, NEW, NEW.replace("loud", "very loud"), NEW.replace("mayor", "councillor"))


def furnish(folder: Path, environment: Mapping[str, str]) -> None:
    """Make the folder what the manual takes for granted."""
    _pairs(folder, "articles", "wire")
    _write(folder, {"old.txt": OLD, "new.txt": NEW, "story.md": _TEXTS[-1]})
    _write(folder / "drafts", {"flood.v1.txt": OLD, "flood.v2.txt": NEW})
    _write(folder / "archive" / "flood", {"a.txt": OLD, "b.txt": NEW})
    shutil.copytree(packaged("seeds"), folder / "seeds")
    _pages(folder)
    _tables(folder)
    _databases(folder)
    history(folder, environment)
    (folder / "book").mkdir()
    history(folder / "book", environment)


def history(folder: Path, environment: Mapping[str, str]) -> None:
    """A repository in which ``story.md`` changed with every commit."""
    _git(folder, environment, "init", "-q")
    for number, text in enumerate(_TEXTS):
        (folder / "story.md").write_text(text, encoding="utf-8")
        _git(folder, environment, "add", "story.md")
        _git(folder, environment, "commit", "-qm", f"Version {number}")


def _git(folder: Path, environment: Mapping[str, str], *words: str) -> str:
    done = subprocess.run(
        [*_GIT, *words], cwd=folder, env=dict(environment), check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode().strip()


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _pairs(folder: Path, *names: str) -> None:
    for name in names:
        _write(folder / name, {"early.txt": OLD, "late.txt": NEW})


def _pages(folder: Path) -> None:
    pages = {
        name: f"<html><head><title>Harbour</title></head><body><article><p>{text}</p></article></body></html>"
        for name, text in (("old.html", OLD), ("new.html", NEW))
    }
    _write(folder, pages)
    _write(folder / "saved-pages", pages)
    for name, old, new in (("contract", OLD, NEW), ("draft", OLD, OLD), ("final", NEW, NEW)):
        document = export(compare(old, new), "docx")
        assert isinstance(document, bytes)
        (folder / f"{name}.docx").write_bytes(document)


def _tables(folder: Path) -> None:
    rows = [{"id": n, "story_id": 1, "text": text, "gesendet": f"2024-05-0{n}"} for n, text in enumerate((OLD, NEW), 1)]
    lines = "".join(f"{json.dumps(row | {'inhalt': row['text']})}\n" for row in rows)
    quoted = (text.replace("\n", " ").replace('"', '""') for text in (OLD, NEW))
    table = "".join(f'{n},1,"{text}"\n' for n, text in enumerate(quoted, 1))
    _write(folder, {"stories.jsonl": lines, "stories.csv": f"id,story_id,text\n{table}"})
    passim = "".join(
        f"{json.dumps({'id': f'a{n}', 'series': 'gazette', 'cluster': 7, 'text': text})}\n"
        for n, text in enumerate((OLD, NEW))
    )
    _write(folder / "out.json", {"part-00000.json": passim})
    revisions = "".join(
        f"<revision><id>{n}</id><timestamp>2020-05-0{n}T10:00:00Z</timestamp>"
        f"<contributor><username>Ada</username><id>4</id></contributor><model>wikitext</model>"
        f'<format>text/x-wiki</format><text xml:space="preserve">{text}</text><sha1>x</sha1></revision>'
        for n, text in enumerate((OLD, NEW), 1)
    )
    dump = (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11"><siteinfo><sitename>W</sitename>'
        f"</siteinfo><page><title>Harbour</title><ns>0</ns><id>1</id>{revisions}</page></mediawiki>"
    )
    _write(folder, {"Special-Export.xml": dump})


def _databases(folder: Path) -> None:
    entry = "INSERT INTO entryversion VALUES (?, 'Harbour', 'http://example.org/1', ?, '2020-05-01 10:00:00', 3, ?)"
    newest = "CREATE TABLE entryversion (id INTEGER PRIMARY KEY, title, url, summary, created, entry_id, version)"
    _database(folder / "nyt.db", newest, [(entry, (n, f"<p>{text}</p>", n)) for n, text in enumerate((OLD, NEW))])
    _database(
        folder / "cms.db",
        "CREATE TABLE drafts (body, story_id, saved, rev)",
        [("INSERT INTO drafts VALUES (?, 1, '2020-05-01', ?)", (text, n)) for n, text in enumerate((OLD, NEW))],
    )
    shutil.copy(folder / "nyt.db", folder / "newsdiffs.db")


def _database(path: Path, table: str, rows: Sequence[tuple[str, tuple[object, ...]]]) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(table)
        for statement, values in rows:
            connection.execute(statement, values)
