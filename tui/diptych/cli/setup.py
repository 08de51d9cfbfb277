"""``diptych git-setup``: what git must be told to use diptych, shown, asked about, written, and taken back."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from diptych.cli import output
from diptych.cli.options import helping
from diptych.corpus.readers import READERS
from diptych.errors import DiptychError
from diptych.formats.writing import write_whole
from diptych.layout.display import safe

if TYPE_CHECKING:
    from collections.abc import Callable

_TOOL = 'diptych "$LOCAL" "$REMOTE" --label "$MERGED (old)" --label "$MERGED (new)"'
_BEGIN, _END = "# written by diptych git-setup", "# end of what diptych git-setup wrote"


class Setting(NamedTuple):
    """One of git's settings."""

    name: str
    value: str


TOOL = (Setting("difftool.diptych.cmd", _TOOL),)
DRIVER = (Setting("diff.diptych.command", "diptych git-diff"),)


@click.command("git-setup", add_help_option=False)
@click.option("--prose", is_flag=True, help="Let git diff use it too, and git log and show with --ext-diff.")
@click.option("--local", is_flag=True, help="For the repository here alone; otherwise for all of yours.")
@click.option("--undo", is_flag=True, help="Take back what was written.")
@click.option("-y", "--yes", is_flag=True, help="Write without asking.")
@helping
def git_setup(prose: bool, local: bool, undo: bool, yes: bool) -> Callable[[], int]:
    """Teach git to use diptych: git difftool -t diptych, and with --prose plain git diff on prose files.

    It shows what it would write, and asks.

    \b
    Examples:
      diptych git-setup            then: git difftool -t diptych HEAD~1 -- story.md
      diptych git-setup --prose    then: git diff HEAD~1
      diptych git-setup --undo     as if nothing had been
    """

    def told() -> int:
        scope = "--local" if local else "--global"
        settings = (*TOOL, *DRIVER) if prose or undo else TOOL
        attributes = _attributes_file(local) if prose or undo else None
        output.send(_plan(scope, settings, attributes, undo=undo))
        if not yes and not output.is_terminal(sys.stdin):
            raise DiptychError("git-setup asks before it writes; where nobody can answer, add --yes.")
        if not yes and not click.confirm("Take this back?" if undo else "Write this?", default=False):
            output.send("Nothing was changed.\n")
            return 0
        for setting in settings:
            if undo:
                _git("config", scope, "--unset-all", setting.name, refusable=True)
            else:
                _git("config", scope, setting.name, setting.value)
        if attributes is not None:
            _rewrite(attributes, "" if undo else _block())
        output.send("Taken back.\n" if undo else _next_steps(prose=prose))
        return 0

    return told


def _plan(scope: str, settings: tuple[Setting, ...], attributes: Path | None, *, undo: bool) -> str:
    verb = ("unset", "lines taken out of") if undo else ("set", "lines added to")
    lines = [f"git config {scope}, {verb[0]}:"]
    lines += [f"  {name}" if undo else f"  {name} = {value}" for name, value in settings]
    if attributes is not None:
        lines.append(f"{verb[1]} {safe(str(attributes))}:")
        lines += [f"  {line}" for line in _block().splitlines()]
    return "\n".join(lines) + "\n"


def _next_steps(*, prose: bool) -> str:
    told = "Written. Try: git difftool -t diptych HEAD~1\n"
    if prose:
        told += "And: git diff HEAD~1 (git diff --no-ext-diff is as before; git show needs --ext-diff)\n"
    return told


def _block() -> str:
    suffixes = [suffix for suffix in READERS[0].suffixes if suffix]
    return "\n".join([_BEGIN, *(f"*{suffix} diff=diptych" for suffix in suffixes), _END]) + "\n"


def _attributes_file(local: bool) -> Path:
    """Where git reads attributes for this repository, or for all of a user's."""
    if local:
        return Path(_git("rev-parse", "--git-path", "info/attributes"))
    chosen = _git("config", "--global", "--type=path", "core.attributesFile", refusable=True)
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(chosen or Path(home, "git", "attributes"))


def _rewrite(file: Path, block: str) -> None:
    """Put our lines into a file in the place of those that stand there; what others wrote stays as it is."""
    try:
        before = file.read_bytes().decode() if file.exists() else ""
    except (OSError, ValueError) as error:
        raise DiptychError(f"Cannot change {safe(str(file))}: {error}; mend it or add the lines yourself.") from None
    head, begin, rest = before.partition(_BEGIN)
    tail = rest.partition(_END)[2].removeprefix("\r").removeprefix("\n") if begin else ""
    if head and block and not head.endswith("\n"):
        head += "\n"
    if (after := head + block + tail) != before:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, after)


def _git(*arguments: str, refusable: bool = False) -> str:
    import subprocess

    try:
        done = subprocess.run(
            ["git", *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError:
        raise DiptychError("git is not installed, or not on the PATH.") from None
    if done.returncode and not refusable:
        said = done.stderr.strip().split("\n")[0].removeprefix("fatal: ").rstrip(".")
        raise DiptychError(f"git would not: {said or 'it gives no reason'}.")
    return done.stdout.strip()
