"""``diptych families PATH``: which documents are versions of one article, an article a line."""

from __future__ import annotations

import csv
import io
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from diptych.cli import output
from diptych.cli.options import helping, how_read
from diptych.corpus.files import spoken
from diptych.errors import DiptychError
from diptych.layout.display import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from diptych.corpus.corpus import Article
    from diptych.corpus.index.catalogue import Catalogue
    from diptych.corpus.index.filling import Progress
    from diptych.corpus.records import Options

_COLUMNS = "{:>8}  {:>6}  {:18}  {}\n"
_FIELDS = ("article", "title", "versions", "share", "phrases", "places", "earliest", "latest", "source", "documents")


@click.command(add_help_option=False)
@click.argument("path", type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"], case_sensitive=False),
    default="table",
    show_default=True,
    help="A table to read, or an article a line for programs.",
)
@click.option("--single", is_flag=True, help="List documents without other versions, too.")
@how_read
@helping
def families(path: str, form: str, single: bool, reading: Options) -> Callable[[], int]:
    """List which documents are versions of one article, and how sure that is.

    What was read is kept in the cache folder: the next time only what changed is read. Addresses are relative to PATH;
    of a file they begin with its name.

    \b
    Examples:
      diptych families articles/
      diptych families stories.db --format jsonl > families.jsonl
    """

    def told() -> int:
        from diptych.corpus.index.catalogue import Catalogue

        if not os.path.lexists(path):
            raise DiptychError(f"Cannot open {safe(path)}: there is no such file; check the path.")
        catalogue = Catalogue(path, reading)
        watched = output.is_terminal(sys.stderr)
        catalogue.refresh(_progress if watched else lambda _: None)
        if watched:
            sys.stderr.write("\r\x1b[K")
        for problem in catalogue.problems():
            message = problem.message.replace(spoken(catalogue.path), spoken(path))
            click.echo(f"diptych: {safe(message)}", err=True)
        if not catalogue.counts().documents:
            raise DiptychError(f"Nothing in {safe(path)} can be read.")
        where = catalogue.path if os.path.isdir(path) else os.path.dirname(catalogue.path)  # noqa: PTH112, PTH120
        for line in _LINES[form.lower()](_told(where, *found) for found in _articles(catalogue, single)):
            output.send(line)
        return 0

    return told


def _progress(progress: Progress) -> None:
    told = f"Reading… {progress.files:,} of {progress.of:,}, {progress.rate:,.0f} a second"
    if progress.left is not None:
        told += f", {progress.left:,.0f} s left"
    sys.stderr.write(f"\r{told}\x1b[K")
    sys.stderr.flush()


def _articles(catalogue: Catalogue, single: bool) -> Iterator[tuple[int, Article]]:
    for number in catalogue.places(several=not single):
        yield number, catalogue.article(number)


def _told(where: str, number: int, article: Article) -> dict[str, Any]:
    from diptych.corpus.corpus import period_of
    from diptych.corpus.corrections import named
    from diptych.corpus.reasons import likely_source

    documents, evidence = article.documents, article.evidence
    earliest, latest = period_of(documents)
    source = likely_source(documents)
    return {
        "article": number,
        "title": article.title,
        "versions": len(documents),
        "share": round(evidence.share, 3) if evidence else None,
        "phrases": evidence.phrases if evidence else None,
        "places": evidence.places if evidence else None,
        "earliest": earliest or None,
        "latest": latest or None,
        "source": named(where, source[0].address) if source else None,
        "documents": [
            {"address": named(where, d.address), "title": d.title, "date": d.date, "source": d.source, "words": d.words}
            for d in documents
        ],
    }


def _json_lines(found: Iterator[dict[str, Any]]) -> Iterator[str]:
    import json

    for told in found:
        yield json.dumps(told, ensure_ascii=True) + "\n"


def _csv_lines(found: Iterator[dict[str, Any]]) -> Iterator[str]:
    """The documents of an article in one cell, parted by line breaks."""
    yield _csv_line(_FIELDS)
    for told in found:
        told["documents"] = "\n".join(document["address"] for document in told["documents"])
        yield _csv_line("" if told[name] is None else told[name] for name in _FIELDS)


def _csv_line(cells: Any) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()


def _table(found: Iterator[dict[str, Any]]) -> Iterator[str]:
    """An article a line: how many versions, how much the least tied share, from when to when, title, addresses."""
    from diptych.layout.listing import period

    yield _COLUMNS.format("versions", "shared", "dates", "article (its documents)")
    for told in found:
        share = "–" if told["share"] is None else f"{round(100 * told['share'])} %"
        dates = period(told["earliest"] or "", told["latest"] or "") or "undated"
        names = ", ".join(document["address"] for document in told["documents"])
        yield safe(_COLUMNS.format(told["versions"], share, dates, f"{told['title']} ({names})").rstrip()) + "\n"


_LINES = {"table": _table, "jsonl": _json_lines, "csv": _csv_lines}
