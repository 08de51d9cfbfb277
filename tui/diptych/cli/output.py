"""Standard output: whatever its encoding, its width and its fate; and whether it is to be in colour."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from diptych.errors import DiptychError
from diptych.formats.writing import encodable, encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DEFAULT_WIDTH = 100


class Color(StrEnum):
    """What ``--color`` can say."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class PipeClosed(Exception):  # noqa: N818  # not an error: the reader has seen enough
    """Whoever read our output has gone away, as ``head`` does."""


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is there, is open, and is a terminal."""
    if stream is None:
        return False
    try:
        return stream.isatty()
    except ValueError:
        return False


def obeys(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is of a kind that follows escape sequences; Windows does not name its kinds."""
    return os.name == "nt" or environ.get("TERM", "") not in {"", "dumb", "unknown"}


def colored(wish: Color, terminal: bool, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to print in colour.

    ``NO_COLOR`` wins over the variables that force colour, as it does in Python itself: who set it cannot read colour.
    """
    if wish is not Color.AUTO:
        return wish is Color.ALWAYS
    if environ.get("NO_COLOR") or environ.get("FORCE_COLOR") == "0":
        return False
    if environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return terminal and environ.get("CLICOLOR") != "0" and obeys(environ)


def width() -> int:
    """The columns of the terminal we print to, also through a pipe, as to a pager; or 100.

    ``COLUMNS`` wins over both. What goes into a file is laid out the same in every window.
    """
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return max(20, int(told))
    for descriptor in _terminals():
        with contextlib.suppress(OSError, ValueError, AttributeError):
            if columns := os.get_terminal_size(descriptor).columns:
                return max(20, columns)
    return DEFAULT_WIDTH


def _terminals() -> Iterator[int]:
    """Where a terminal may be: standard output; and where that is a pipe, the other streams."""
    streams = [sys.__stdout__]
    with contextlib.suppress(OSError, ValueError, AttributeError):
        if sys.__stdout__ is not None and stat.S_ISFIFO(os.fstat(sys.__stdout__.fileno()).st_mode):
            streams += [sys.__stderr__, sys.__stdin__]
    for stream in streams:
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                yield stream.fileno()


def send(told: str | bytes | Iterable[str | bytes]) -> None:
    """Print to standard output, in UTF-8 where its own encoding cannot spell the text; bytes as they are.

    Text that comes in pieces is printed as it comes, where every piece can be spelled.

    Raises:
        PipeClosed: the reader has gone away.
        DiptychError: standard output is closed, or full.
    """
    stream = sys.stdout
    if stream is None:
        raise DiptychError("Cannot write: standard output is closed.")
    if not isinstance(told, str | bytes) and not _spells_all(stream):
        told = "".join(part for part in told if isinstance(part, str))
    if isinstance(told, bytes) and is_terminal(stream):
        raise DiptychError("This format is no text that a terminal could show; name a file with --output.")
    try:
        if not isinstance(told, str | bytes):
            stream.flush()
            for part in encoded(told):
                stream.buffer.write(part)
        elif hasattr(stream, "buffer"):
            stream.flush()
            stream.buffer.write(told if isinstance(told, bytes) else _encoded(encodable(told), stream))
        else:
            stream.write(told.decode("latin-1") if isinstance(told, bytes) else encodable(told))
        stream.flush()
    except OSError as error:
        silence(stream)
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise PipeClosed from None
        raise DiptychError(f"Cannot write to standard output: {error.strerror}.") from None
    except ValueError:
        raise DiptychError("Cannot write: standard output is closed.") from None


def _spells_all(stream: TextIO) -> bool:
    """Whether the stream takes bytes and is in UTF-8, so that no later piece can turn out to need another encoding."""
    return hasattr(stream, "buffer") and (stream.encoding or "").lower().replace("-", "") == "utf8"


def _encoded(text: str, stream: TextIO) -> bytes:
    try:
        return text.encode(stream.encoding or "utf-8", stream.errors or "strict")
    except (UnicodeEncodeError, LookupError):
        return text.encode()


def silence(stream: TextIO) -> None:
    """Let what the stream still holds go nowhere, so that the interpreter's last flush does not fail aloud."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
