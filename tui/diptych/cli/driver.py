"""``diptych git-diff``: what git calls for each file where diptych is its external diff. Prints, and never fails aloud.

git hands over seven arguments (path, old file, its hash and mode, new file, its hash and mode), two more for a renamed
file, or the path alone where a merge left it undecided; it takes any status but 0 for the end of the whole diff.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

import diptych
from diptych.cli import output
from diptych.cli.opening import scheme
from diptych.cli.options import helping
from diptych.errors import DiptychError
from diptych.formats import render
from diptych.layout.display import safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.model import Version

_NOWHERE = "/dev/null"


@click.command("git-diff", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="PATH OLD HASH MODE NEW HASH MODE")
@helping
def git_diff(arguments: tuple[str, ...]) -> Callable[[], int]:
    """Print a file's changes for git, which calls this where it is told to.

    diptych git-setup --prose tells git to. It always leaves with 0, as git wishes.

    \b
    Example:
      git -c diff.external="diptych git-diff" diff HEAD~1
    """
    if len(arguments) not in {1, 7, 9}:
        raise click.UsageError("git-diff is for git to call: it takes the seven arguments of an external diff")

    def told() -> int:
        output.send(_compared(*arguments) if len(arguments) > 1 else f"{safe(arguments[0])} is unmerged.\n")
        return 0

    return told


def _compared(path: str, old: str, _hash: str, _mode: str, new: str, *rest: str) -> str:
    """The comparison of a file, under its name; or the sentence that says why there is none."""
    renamed = rest[2] if len(rest) > 2 else path
    try:
        before, after = _version(old, path), _version(new, renamed)
    except DiptychError as error:
        return f"{safe(path)}: {safe(str(error))}\n\n"
    name = "ansi" if _colored() else "text"
    told = render(diptych.compare(before, after), name, width=output.width(), scheme=scheme())
    return f"{told if isinstance(told, str) else ''}\n"


def _version(file: str, path: str) -> Version:
    """What git has put into a file, under the path that it has in the repository."""
    if file == _NOWHERE or os.path.getsize(file) == 0:  # noqa: PTH202
        from diptych.corpus.document import version_of

        return version_of("", name="(none)" if file == _NOWHERE else path, path=path)
    return replace(diptych.read_version(file), name=path, path=path)


def _colored() -> bool:
    """Whether git itself would print in colour: its settings, asked with the knowledge that a pager shows colours."""
    if os.environ.get("NO_COLOR"):
        return False
    shown = output.is_terminal(sys.stdout) or os.environ.get("GIT_PAGER_IN_USE") == "true"
    with contextlib.suppress(OSError):
        import subprocess

        done = subprocess.run(
            ["git", "config", "--get-colorbool", "color.diff", "true" if shown else "false"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return done.stdout.strip() == b"true"
    return shown
