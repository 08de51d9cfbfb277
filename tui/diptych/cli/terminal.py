"""Whether a screen can be opened here, and a keyboard for it; and what is piped in. Never waits for long."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from threading import Event, Thread
from typing import TYPE_CHECKING

from diptych.cli.output import is_terminal, obeys
from diptych.corpus.files import LARGEST
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 3.0
"""Seconds to wait for the first byte of standard input."""


def has_screen(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether standard output is a terminal that can move its cursor."""
    return is_terminal(sys.stdout) and obeys(environ)


def take_keyboard() -> None:
    """See to it that keys can be read and the screen be drawn, even if standard input or error were sent elsewhere.

    Raises:
        DiptychError: standard input is not a terminal, and there is none to put in its place.
    """
    if not is_terminal(sys.stdin):
        _open_keyboard()
    if os.name != "nt" and not is_terminal(sys.stderr):
        # Textual draws on standard error there; `2>log` must not send the screen into the log.
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]


def _open_keyboard() -> None:
    refusal = DiptychError(
        "Cannot open the screen: standard input is not a terminal, so there are no keys to read. "
        "Run diptych from a terminal, or add --export text."
    )
    if os.name == "nt":
        raise refusal
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise refusal from None
    if keyboard != 0:
        os.dup2(keyboard, 0)
        os.close(keyboard)
    if sys.__stdin__ is None or sys.__stdin__.closed:
        sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115


def standard_input() -> bytes:
    """All of standard input, which somebody named in the place of a file.

    Raises:
        DiptychError: it is closed, cannot be read, or is too large.
    """
    if sys.stdin is None:
        raise DiptychError("Cannot read standard input: it is closed.")
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DiptychError(f"Cannot read standard input: {error}.") from None
    if len(data) > LARGEST:
        raise DiptychError(f"Cannot read standard input: it is larger than {LARGEST >> 20} MB.")
    return data


def piped() -> str | None:
    """The text that is piped into standard input, if it is a pipe or a file and something comes.

    What begins within a few seconds is read to its end; a pipe that nobody writes to is left alone, so that a program
    started by another one does not wait for what never comes.

    Raises:
        DiptychError: it is not text.
    """
    if sys.stdin is None or is_terminal(sys.stdin):
        return None
    try:
        descriptor = sys.stdin.fileno()
        if stat.S_ISCHR(os.fstat(descriptor).st_mode):
            return None
    except (OSError, ValueError):
        return None
    taken: list[bytes] = []
    begun, ended = Event(), Event()

    def take() -> None:
        # Not through sys.stdin: a thread that waits in it would hold its lock when the interpreter leaves.
        left = LARGEST
        with contextlib.suppress(OSError):
            while left > 0 and (part := os.read(descriptor, min(left, 1 << 20))):
                taken.append(part)
                left -= len(part)
                begun.set()
        begun.set()
        ended.set()

    Thread(target=take, daemon=True).start()
    if not begun.wait(PATIENCE) or not taken:
        return None
    ended.wait()
    from diptych.corpus.encoding import decoded

    return decoded(b"".join(taken), "standard input").text
