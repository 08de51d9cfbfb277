"""What is told without a screen: ``export`` writes a comparison, ``stat`` tells it in a line, ``text`` a document."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

import diptych
from diptych.cli import output, terminal
from diptych.cli.opening import Opening
from diptych.cli.options import FORMAT, helping, how_read, how_written, labels
from diptych.cli.pairing import pairs_for
from diptych.errors import DiptychError
from diptych.layout.display import safe
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.comparison.result import Comparison
    from diptych.corpus.records import Options


@click.command(add_help_option=False)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="OLD NEW | FOLDER")
@click.option(
    "-f", "--format", "export", type=FORMAT, metavar="FORMAT", help="One of those that diptych formats lists."
)
@how_read
@how_written
@helping
def export(paths: tuple[str, ...], export: str | None, **written: Any) -> Callable[[], int]:
    """Write a comparison down in one of the formats.

    Two files are compared; of a folder that holds one article, its first and last version. Leaves with 1 where
    something differs, as diff does.

    \b
    Examples:
      diptych export old.txt new.txt
      diptych export old.txt new.txt -f json -o changes.json
      diptych export old.txt new.txt -f ansi --width 160 | less -R
    """
    if not 1 <= len(paths) <= 3:
        raise click.UsageError("export takes two files, as in: diptych export old.txt new.txt -f json")
    return Opening(paths, export, screen=False, **written).run


@click.command(add_help_option=False)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="OLD NEW")
@click.option("--json", "as_json", is_flag=True, help="Print an object for programs, on one line.")
@labels
@how_read
@helping
def stat(paths: tuple[str, ...], as_json: bool, labels: tuple[str, ...], reading: Options) -> Callable[[], int]:
    """Tell in one line how much two versions differ.

    Leaves with 1 where something differs, as diff does.

    \b
    Examples:
      diptych stat old.txt new.txt
      diptych stat old.txt new.txt --json | jq .summary.substantive
    """
    if not 2 <= len(paths) <= 3:
        raise click.UsageError("stat takes two files, as in: diptych stat old.txt new.txt")

    def told() -> int:
        pairs = pairs_for(paths, labels, reading)
        if pairs is None or len(pairs.pairs) != 1:
            raise DiptychError("stat takes two versions, as in: diptych stat old.txt new.txt")
        comparison = diptych.compare(*pairs.pairs[0]())
        output.send((_object(comparison) if as_json else _line(comparison)) + "\n")
        return 1 if comparison.changes else 0

    return told


@click.command(add_help_option=False)
@click.argument("path", type=click.Path(), metavar="FILE")
@how_read
@helping
def text(path: str, reading: Options) -> None:
    """Print a document as plain text, a sentence a line, without its mark-up.

    Git can show changes of such text in place of the file's own: see the manual on textconv.

    \b
    Examples:
      diptych text story.md
      git config --global diff.prose.textconv "diptych text"
    """
    from diptych.comparison.sentences import sentences_of

    version = diptych.read_version(path, options=reading)
    lines: list[str] = []
    block = None
    for start, end, number in sentences_of(version):
        if block is not None and number != block:
            lines.append("")
        block = number
        lines.append(safe(" ".join(version.plain(start, end).split())))
    output.send("\n".join(lines) + "\n")


@click.command(add_help_option=False)
@click.argument("path", type=click.Path(), metavar="FILE")
@click.option("--export", metavar="FORMAT", type=FORMAT, help="Write the first version compared with the last one.")
@how_read
@how_written
@helping
def log(path: str, export: str | None, reading: Options, **written: Any) -> Callable[[], int]:
    """Open the history of a file in git: every commit that changed it is a version.

    Renames are followed. On a terminal this opens a screen; a pipe gets a line a version, with its address.

    \b
    Examples:
      diptych log story.md
      diptych log story.md | head
      diptych log story.md --export wdiff
    """
    reading = replace(reading, reader="history")
    if terminal.has_screen() or export or written["target"]:
        return Opening((path,), export, reading=reading, **written).run

    def told() -> int:
        for document in diptych.open_corpus(path, options=reading).documents:
            output.send(safe(f"{document.address}  {document.date[:10]}  {document.name}") + "\n")
        return 0

    return told


def _line(comparison: Comparison) -> str:
    """Both versions, the counts by kind, and how many of the changes touch more than form."""
    summary = comparison.summary()
    old, new = (safe(version.name or version.label or "untitled") for version in (comparison.old, comparison.new))
    from diptych.formats.paged import counted

    told = f"{old} → {new}: {counted(comparison)}"
    if summary.formal:
        told += f" · {summary.substantive} of substance, {summary.formal} of form only"
    return told.replace("\u00a0", " ")


def _object(comparison: Comparison) -> str:
    told: dict[str, Any] = {"schema": {"name": "diptych.stat", "version": 1}}
    for side in Side:
        version = comparison.version(side)
        told[side.value] = {
            "name": version.name,
            "path": version.path,
            "title": version.title,
            "date": version.date,
            "sha256": version.sha256,
        }
    told["notes"] = list(comparison.notes)
    told["summary"] = asdict(comparison.summary())
    import json

    return json.dumps(told)
