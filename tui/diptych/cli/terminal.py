"""Whether a screen can be opened here, and a keyboard for it. Never waits."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from diptych.cli.output import is_terminal, obeys
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Mapping


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
