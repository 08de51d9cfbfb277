"""``diptych keys`` and ``diptych formats``: what is declared elsewhere, as tables for a person or a program."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from diptych.cli import output
from diptych.cli.options import helping
from diptych.formats import FORMATS
from diptych.layout.display import safe
from diptych.layout.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diptych.app.commands import Command
    from diptych.config import Config


@click.command(add_help_option=False)
@helping
def formats() -> None:
    """List the formats that a comparison can be written in.

    \b
    Example:
      diptych formats
    """
    output.send(_table((entry.name, entry.suffix, entry.purpose) for entry in FORMATS.values()))


@click.command(add_help_option=False)
@helping
def keys() -> None:
    """List the keys of the screens, with the names by which the settings can change them.

    \b
    Example:
      diptych keys
    """
    from diptych import config
    from diptych.app.commands import BROWSE, COMPARE
    from diptych.paths import config_file

    settings = config.load()
    parts = [
        f"{title}\n{_table(_keys(commands, settings))}"
        for title, commands in (("In a comparison", COMPARE), ("In the list of articles", BROWSE))
    ]
    parts.append(f'Other keys are set in {safe(str(config_file()))}:\n\n  [keys]\n  next_change = "f8"\n')
    output.send("\n".join(parts))
    for problem in settings.problems:
        click.echo(f"diptych: {safe(problem)}", err=True)


def _keys(commands: Iterable[Command], settings: Config) -> Iterable[Sequence[str]]:
    from diptych.app.commands import written

    for command in commands:
        own = settings.keys.get(command.name)
        shown = safe(own.replace(",", " ")) if own else written(command)
        yield shown, command.name, command.help


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Columns two blanks apart, each as wide as its widest entry; on a terminal the last one is wrapped."""
    listed = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)][:-1]
    blank = " " * (2 + sum(widths) + 2 * len(widths))
    room = max(20, output.width() - len(blank)) if output.is_terminal(sys.stdout) else sys.maxsize
    told = ""
    for *cells, last in listed:
        lead = "  " + "".join(cell.ljust(width) + "  " for cell, width in zip(cells, widths, strict=True))
        for number, (start, end) in enumerate(wrap(last, room)):
            told += f"{blank if number else lead}{last[start:end]}\n"
    return told
