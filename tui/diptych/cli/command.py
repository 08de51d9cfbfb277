"""What can be typed: the options, the subcommands beside ``diptych OLD NEW``, and the help text. Does none of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

import diptych
from diptych.cli import output
from diptych.cli.opening import Opening
from diptych.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

_OPEN = "open"
_EXAMPLES = """\
\b
Examples:
  diptych                                 the sample articles that come with diptych
  diptych articles/                       a folder: find the versions of each article
  diptych old.txt new.txt                 two versions, side by side
  diptych old.txt new.txt | less          the same as plain text
  diptych old.txt new.txt --width 60      one column of marked lines
  diptych old.txt new.txt --export json --output changes.json
"""
_STATUSES = """\
\b
Exit status, as diff's:
  0  no sentence differs (or a list or a screen was shown)
  1  something differs
  2  trouble: one sentence on standard error says what
"""


class Front(click.Group):
    """The subcommands, and for everything else the command that opens paths.

    A path that is called like a subcommand is opened as ``./stat``.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the opening command in front of arguments that begin with no subcommand."""
        if not args or args[0] not in self.commands:
            args = [_OPEN, *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The subcommand of that name, or the opening command, which has no name of its own to type."""
        named = self.commands.get(cmd_name)
        return named or (open_paths if cmd_name == _OPEN else None)


class OpeningCommand(click.Command):
    """The opening command, whose usage and examples are those of the whole program."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Name the program rather than the command, and what it can be given."""
        formatter.write_usage("diptych", "[OPTIONS] [FOLDER | FILE | OLD NEW]")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The formats from their table, the examples and the exit statuses."""
        with formatter.section("Formats"):
            formatter.write_dl([(entry.name, entry.purpose) for entry in FORMATS.values()])
        for part in (_EXAMPLES, _STATUSES):
            formatter.write_paragraph()
            formatter.write_text(part.rstrip())


def _answer(text: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    """An option that prints something and leaves; through our own door, which no encoding and no closed pipe upsets."""

    def printed(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            output.send(text(ctx).rstrip("\n") + "\n")
            ctx.exit()

    return printed


_answering = partial(click.option, is_flag=True, is_eager=True, expose_value=False)

front = Front(name="diptych", add_help_option=False)


@click.command(cls=OpeningCommand, add_help_option=False)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[FOLDER | FILE | OLD NEW]")
@click.option(
    "--export",
    metavar="FORMAT",
    type=click.Choice(list(FORMATS), case_sensitive=False),
    help=f"Write the comparison as {', '.join(FORMATS)}, without opening a screen.",
)
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(),
    metavar="FILE",
    help="Write to FILE, whole or not at all; its suffix names the format where --export does not.",
)
@click.option(
    "--width",
    type=click.IntRange(min=20),
    metavar="N",
    help="Columns to lay text out for; by default the terminal's, or 100 where there is none.",
)
@click.option(
    "--color",
    type=click.Choice([color.value for color in output.Color], case_sensitive=False),
    default=output.Color.AUTO.value,
    show_default=True,
    help="Whether printed text is in colour; auto also heeds NO_COLOR, FORCE_COLOR, CLICOLOR and CLICOLOR_FORCE.",
)
@_answering("-V", "--version", callback=_answer(lambda _: f"diptych {diptych.__version__}"), help="Print the version.")
@_answering("-h", "--help", callback=_answer(click.Context.get_help), help="Print this.")
def open_paths(
    paths: tuple[str, ...], export: str | None, target: str | None, width: int | None, color: str
) -> Callable[[], int]:
    """Compare two versions of an article, sentence by sentence.

    With two files, compares them. With a folder, finds which of its documents are versions of the same article. With
    nothing, opens the samples. On a terminal this opens a screen (press ? for its keys); a pipe or a file gets text.
    """
    if len(paths) > 2:
        raise click.UsageError(f"Give one folder, or two files to compare; these are {len(paths)} paths")
    return partial(Opening(paths, export, target, width, output.Color(color)).run)
