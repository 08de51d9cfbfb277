"""The command line: arguments in, exit status out. The only room that prints or exits; no screen library is met here.

Exit statuses are those of ``diff``: 0 nothing differs, 1 something does, 2 trouble; 130 after Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from diptych.cli import output
from diptych.cli.command import front
from diptych.errors import DiptychError
from diptych.layout.display import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

SAME, DIFFERENT, TROUBLE = 0, 1, 2
INTERRUPTED = 130
PIPE_CLOSED = TROUBLE if os.name == "nt" else 141
"""What a shell reports of a program that SIGPIPE ended; Windows knows no such signal."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its status."""
    sys.exit(status(argv))


def status(argv: Sequence[str] | None = None) -> int:
    """Run the command line; whatever goes wrong becomes one sentence on standard error and a status."""
    try:
        return _outcome(argv)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except output.PipeClosed:
        return PIPE_CLOSED
    except Exception as error:
        if os.environ.get("DIPTYCH_TRACEBACK"):
            raise
        return _complain(_sentence(error))


def _outcome(argv: Sequence[str] | None) -> int:
    """The status that the chosen command returns; click itself answers ``--help`` and ``--version`` with a 0."""
    found = front.main(argv, prog_name="diptych", standalone_mode=False)
    return int(found() if callable(found) else found or SAME)


def _sentence(error: Exception) -> str:
    """What to tell a person about an error."""
    match error:
        case DiptychError():
            sentence = str(error)
        case click.UsageError():
            said = error.format_message()
            sentence = f"{said}{'' if said.endswith(('.', '?')) else '.'} Try '{_place(error)} --help'."
        case MemoryError():
            sentence = "There is not enough memory to compare these texts."
        case RecursionError():
            sentence = "The text is nested too deeply to be read."
        case OSError(strerror=str(reason), filename=name):
            sentence = f"{name}: {reason}." if name else f"{reason}."
        case _:
            sentence = (
                f"Something is wrong inside diptych, not in your files ({type(error).__name__}: {error}). "
                "Set DIPTYCH_TRACEBACK=1 to see where, and please report it."
            )
    return sentence


def _place(error: click.UsageError) -> str:
    """The command whose help says what to type: ``diptych stat``, or the program itself."""
    context = error.ctx
    return context.command_path if context and context.command.name in front.commands else "diptych"


def _complain(sentence: str) -> int:
    """Put one line on standard error, which may be closed, full or unable to spell it, and give the trouble status."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"diptych: {safe(' '.join(sentence.split()))}\n")
            sys.stderr.flush()
        except OSError:
            output.silence(sys.stderr)
    return TROUBLE
