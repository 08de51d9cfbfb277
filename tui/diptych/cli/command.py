"""What can be typed: the options, the subcommands beside ``diptych OLD NEW``, and the help text. Does none of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

import diptych
from diptych.cli.driver import git_diff
from diptych.cli.families import families
from diptych.cli.listing import formats, keys
from diptych.cli.manual import completion, man
from diptych.cli.opening import Opening
from diptych.cli.options import FORMAT, answering, helping, how_read, how_written
from diptych.cli.setup import git_setup
from diptych.cli.telling import export, log, stat, text
from diptych.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

OPENED = "[FOLDER | FILE | OLD NEW | REPO REV1..REV2 [-- FILE]]"
"""What the opening command can be given."""

_OPEN = "open"
_EXAMPLES = """\
\b
Examples:
  diptych                                 the sample articles that come with diptych
  diptych articles/                       a folder: find the versions of each article
  diptych stories.jsonl                   a table, database or dump; see docs/corpora.md
  diptych log story.md                    the history of a file in git
  diptych old.txt new.txt                 two versions, side by side
  diptych old.txt new.txt | less          the same as plain text
  diptych old.txt new.txt --width 60      one column of marked lines
  diptych old.txt new.txt --export json --output changes.json
  diptych . HEAD~1..HEAD -- story.md      a file at two revisions of a git repository
  git show | diptych                      the prose in a diff
"""
_STATUSES = """\
\b
Exit status, as diff's:
  0  no sentence differs (or a list or a screen was shown, or --no-exit-code was given)
  1  something differs
  2  trouble: one sentence on standard error says what
"""


class Front(click.Group):
    """The subcommands, and for everything else the command that opens paths.

    A path that is called like a subcommand is opened as ``./stat``.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order of declaration."""
        return list(self.commands)

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
        formatter.write_usage("diptych", f"[OPTIONS] {OPENED}")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The formats from their table, the examples and the exit statuses."""
        with formatter.section("Formats"):
            formatter.write_dl([(entry.name, entry.purpose) for entry in FORMATS.values()])
        with formatter.section("Commands (diptych COMMAND --help tells more)"):
            formatter.write_dl([(name, command.get_short_help_str(80)) for name, command in front.commands.items()])
        for part in (_EXAMPLES, _STATUSES):
            formatter.write_paragraph()
            formatter.write_text(part.rstrip())


front = Front(name="diptych", add_help_option=False)
for subcommand in (export, stat, log, text, families, formats, keys, git_setup, git_diff, completion, man):
    front.add_command(subcommand)


@click.command(cls=OpeningCommand, add_help_option=False)
@click.argument("paths", nargs=-1, type=click.Path(), metavar=OPENED)
@click.option(
    "--export",
    metavar="FORMAT",
    type=FORMAT,
    help=f"Write the comparison as {', '.join(FORMATS)}, without opening a screen.",
)
@click.option("--watch", is_flag=True, help="On the screen, compare again whenever a file changes, keeping the place.")
@how_read
@how_written
@answering("-V", "--version", text=lambda _: f"diptych {diptych.__version__}", about="Print the version.")
@helping
def open_paths(paths: tuple[str, ...], export: str | None, **written: Any) -> Callable[[], int]:
    """Compare two versions of an article, sentence by sentence.

    With two files, compares them. With a folder, finds which of its documents are versions of the same article. With
    nothing, opens the samples. On a terminal this opens a screen (press ? for its keys); a pipe or a file gets text.
    """
    if len(paths) > 2:
        from diptych.corpus.revisions import is_range

        if len(paths) > 3 or not is_range(paths[1]):
            raise click.UsageError(_too_many(paths))
    return Opening(paths, export, **written).run


def _too_many(paths: tuple[str, ...]) -> str:
    """What to say of more than two paths, the first of which may be a command mistyped."""
    from difflib import get_close_matches

    meant = get_close_matches(paths[0], front.commands, 1)
    if meant and not os.path.lexists(paths[0]):
        return f"There is no file and no command called {paths[0]}; did you mean: diptych {meant[0]}?"
    return f"Give one folder, or two files to compare; these are {len(paths)} paths"
