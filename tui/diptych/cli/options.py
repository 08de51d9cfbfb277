"""The options that several commands share, each declared once."""

from __future__ import annotations

from functools import partial, wraps
from typing import TYPE_CHECKING, Any

import click

from diptych import config
from diptych.cli import output
from diptych.corpus.readers import READERS
from diptych.corpus.records import Options
from diptych.formats import FORMATS
from diptych.layout.filters import SORTS
from diptych.model import Facet, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

FORMAT = click.Choice(list(FORMATS), case_sensitive=False)


def how_written(command: Callable[..., Any]) -> Callable[..., Any]:
    """Where an export goes and how it is laid out: what ``diptych OLD NEW`` and ``diptych export`` have in common."""
    options: tuple[Decorator, ...] = (
        click.option(
            "-o",
            "--output",
            "target",
            type=click.Path(),
            metavar="FILE",
            help="Write to FILE, whole or not at all; its suffix names the format where no option does.",
        ),
        click.option(
            "--width",
            type=click.IntRange(min=20),
            metavar="N",
            help="Columns to lay text out for; by default the terminal's, or 100 where there is none.",
        ),
        click.option(
            "--color",
            type=click.Choice([color.value for color in output.Color], case_sensitive=False),
            default=output.Color.AUTO.value,
            show_default=True,
            help="Whether printed text is in colour; auto also heeds NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE.",
        ),
        click.option("--only-changes", is_flag=True, help="Leave unchanged sentences out."),
        click.option(
            "--context",
            type=click.IntRange(min=0),
            default=1,
            show_default=True,
            metavar="N",
            help="Unchanged rows that stay on either side of a change then.",
        ),
        click.option(
            "--hide",
            multiple=True,
            type=click.Choice(SORTS, case_sensitive=False),
            metavar="SORT",
            help=f"Leave out a sort of change, as often as wanted: {', '.join(SORTS)}.",
        ),
        click.option(
            "--facet",
            "facets",
            multiple=True,
            type=click.Choice([facet.value for facet in Facet], case_sensitive=False),
            metavar="FACET",
            help=f"Only changes that touch it, as often as wanted: {', '.join(Facet)}.",
        ),
        click.option("--notes/--no-notes", default=True, help="Whether to say what signs mean and what was compared."),
        click.option("--force", is_flag=True, help="Replace the file of --output if it is there already."),
        labels,
        click.option(
            "--exit-code/--no-exit-code",
            default=True,
            help="Whether printing or writing a comparison leaves with 1 where something differs, as diff does (the "
            "default), or with 0, for scripts that take 1 for trouble.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def how_read(command: Callable[..., Any]) -> Callable[..., Any]:
    """How what is opened is read; the command is given it as ``reading``."""

    @wraps(command)
    def gathered(
        *rest: Any, fields: tuple[str, ...], query: str, encoding: str, reader: str, **others: Any
    ) -> Callable[..., Any]:
        return command(*rest, reading=_reading(fields, query, encoding, reader), **others)  # type: ignore[no-any-return]

    options: tuple[Decorator, ...] = (
        click.option(
            "--field",
            "fields",
            multiple=True,
            metavar="FIELD=NAME",
            help="Which column or key of a table holds text, title, byline, date, source, article, number or name; "
            "can be given again.",
        ),
        click.option("--query", default="", metavar="SQL", help="What to ask an SQLite database for, a row a version."),
        click.option(
            "--encoding",
            default="",
            metavar="NAME",
            help="Of text files; by default each tells its own, or is guessed.",
        ),
        click.option(
            "--as",
            "reader",
            default="",
            metavar="KIND",
            help="Read it as one of "
            + ", ".join(reader.name for reader in READERS)
            + "; as folder, a repository's files without their history.",
        ),
    )
    made: Callable[..., Any] = gathered
    for option in reversed(options):
        made = option(made)
    return made


def _reading(fields: tuple[str, ...], query: str, encoding: str, reader: str) -> Options:
    """What was asked for, with the header lines that the settings add.

    Raises:
        click.UsageError: a field is not written as ``text=body``.
    """
    pairs = [field.partition("=") for field in fields]
    for role, mark, name in pairs:
        if not (role and mark and name):
            raise click.UsageError("Write a field as in: --field text=body")
    added = {label: Role(role) for label, role in config.load().headers.items()}
    return Options({role: name for role, _, name in pairs}, query, reader, encoding, added)


labels: Decorator = click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="NAME",
    help="What to call the old version, and given again the new one, in the place of their paths.",
)


def answering(*names: str, text: Callable[[click.Context], str], about: str) -> Decorator:
    """An option that prints something and leaves; through our own door, which no encoding and no closed pipe upsets."""

    def printed(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            output.send(text(ctx).rstrip("\n") + "\n")
            ctx.exit()

    plain = partial(click.option, is_flag=True, is_eager=True, expose_value=False)
    return plain(*names, callback=printed, help=about)


helping: Decorator = answering("-h", "--help", text=click.Context.get_help, about="Print this.")
