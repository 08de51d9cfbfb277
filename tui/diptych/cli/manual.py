"""``diptych man`` and ``diptych completion``: the manual page and the shells' scripts, made from the declarations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

import diptych
from diptych.cli import output
from diptych.cli.options import helping
from diptych.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STATUSES = (
    ("0", "No sentence differs; or a list or a screen was shown."),
    ("1", "Something differs."),
    ("2", "Trouble: one sentence on standard error says what, and what to do about it."),
)
_VARIABLES = (
    ("NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE", "Whether printed text is in colour; NO_COLOR wins."),
    ("COLUMNS", "The width to lay text out for where --width does not say."),
    ("DIPTYCH_TRACEBACK", "Show where something went wrong inside diptych."),
)


@click.command(add_help_option=False)
@helping
def man() -> None:
    """Print the manual page.

    \b
    Examples:
      diptych man | man -l -
      diptych man > ~/.local/share/man/man1/diptych.1
    """
    output.send(page())


@click.command(add_help_option=False)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@helping
def completion(shell: str) -> None:
    """Print what teaches a shell to complete diptych's options and commands.

    \b
    Examples:
      diptych completion bash >> ~/.bashrc
      diptych completion zsh >> ~/.zshrc
      diptych completion fish > ~/.config/fish/completions/diptych.fish
    """
    from click.shell_completion import get_completion_class

    from diptych.cli.command import front

    made = get_completion_class(shell)
    if made is not None:
        output.send(made(front, {}, "diptych", "_DIPTYCH_COMPLETE").source() + "\n")


def page() -> str:
    """The manual page in roff, for ``man``."""
    from diptych.cli.command import front, open_paths

    context = click.Context(front, info_name="diptych")
    lines = [f'.TH DIPTYCH 1 "" "diptych {diptych.__version__}" "User Commands"']
    lines += [".SH NAME", r"diptych \- two versions of an article, side by side, every sentence accounted for"]
    lines += [".SH SYNOPSIS", *_synopsis(front, context)]
    lines += [".SH DESCRIPTION", *_prose(open_paths.help or "")]
    lines += [".SH OPTIONS", *_options(open_paths, context)]
    lines += [".SH FORMATS", *_listed((entry.name, entry.purpose) for entry in FORMATS.values())]
    lines.append(".SH COMMANDS")
    for name, command in front.commands.items():
        lines += [f".SS diptych {_roff(name)}", *_prose(command.help or ""), *_options(command, context)]
    lines += [".SH EXIT STATUS", *_listed(_STATUSES), ".SH ENVIRONMENT", *_listed(_VARIABLES)]
    lines += [".SH SEE ALSO", ".BR diff (1),", ".BR wdiff (1),", ".BR git-difftool (1)"]
    return "\n".join(lines) + "\n"


def _synopsis(front: click.Group, context: click.Context) -> Iterator[str]:
    from diptych.cli.command import OPENED

    yield f".B diptych\n{_roff('[OPTIONS] ' + OPENED)}"
    for name, command in front.commands.items():
        yield f".br\n.B diptych {_roff(name)}\n{_roff(' '.join(command.collect_usage_pieces(context)))}"


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    records = (
        parameter.get_help_record(context) for parameter in command.params if isinstance(parameter, click.Option)
    )
    return _listed(record for record in records if record)


def _listed(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in entries:
        yield f".TP\n.B {_roff(term)}\n{_roff(meaning)}"


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; those that begin with click's mark for kept lines stay as they are laid out."""
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        kept = paragraph.lstrip().startswith("\b")
        lines = [line.strip("\b").rstrip() for line in paragraph.split("\n")]
        if kept:
            yield "\n".join([".PP", ".nf", *(_roff(line) for line in lines if line.strip()), ".fi"])
        else:
            yield ".PP\n" + _roff(" ".join(line.strip() for line in lines))


def _roff(text: str) -> str:
    """Text as roff takes it literally."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return f"\\&{text}" if text.startswith((".", "\\(aq")) else text
