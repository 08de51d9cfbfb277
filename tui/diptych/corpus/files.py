"""The bytes of files: regular ones only, of bearable size, never blocking, nothing written.

Whatever is wrong is said in one sentence that names the file and what to do about it.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from diptych.errors import DiptychError

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

LARGEST = 512 * 1024 * 1024
"""Files of more bytes than this are not read."""

BEGINNING = 4096
"""Bytes that are enough to tell what a file is."""

_FLAGS = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _flag, 0)


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a regular file of bearable size.

    Raises:
        DiptychError: there is no such file, or it is not to be read.
    """
    called = spoken(path)
    with open_regular(path) as file:
        try:
            size = os.fstat(file.fileno()).st_size
            data = file.read(LARGEST + 1) if size <= LARGEST else b""
        except OSError as error:
            raise DiptychError(_complaint(error, called)) from None
    if max(size, len(data)) > LARGEST:
        raise DiptychError(f"Cannot read {called}: it is larger than {LARGEST >> 20} MB; split it into smaller files.")
    return data


def open_regular(path: str | Path) -> BufferedReader:
    """Open a regular file of any size to read its bytes; a pipe or a device is refused, and never waited for.

    Raises:
        DiptychError: there is no such file, or it is not to be read.
    """
    called = spoken(path)
    try:
        _check(os.stat(path), called)  # noqa: PTH116  # a path may be a str here, and stays as it was given
        descriptor = os.open(path, _FLAGS)
        try:
            _check(os.fstat(descriptor), called)
            return os.fdopen(descriptor, "rb")
        except BaseException:
            os.close(descriptor)
            raise
    except (OSError, ValueError) as error:
        raise DiptychError(_complaint(error, called)) from None


def beginning(path: str | Path) -> bytes:
    """The first bytes of a regular file; none where it cannot be read, since whoever reads it will say why."""
    try:
        with open_regular(path) as file:
            return file.read(BEGINNING)
    except (DiptychError, OSError):
        return b""


def spoken(path: str | Path) -> str:
    """A path as a sentence can say it: control characters and broken ones made visible, the rest as it is."""
    return "".join(char if char.isprintable() else _visible(ord(char)) for char in os.fspath(path))


def _visible(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _check(status: os.stat_result, called: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise DiptychError(f"Cannot read {called} as a document: it is a folder; name a file inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise DiptychError(f"Cannot read {called}: it is not a regular file; copy its text into one.")


def _complaint(error: OSError | ValueError, called: str) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"Cannot read {called}: there is no such file; check the path."
    if isinstance(error, PermissionError):
        return f"Cannot read {called}: permission is denied; make the file readable for yourself."
    if isinstance(error, ValueError):
        return f"Cannot read {called}: that is not a path a file can have; check it."
    reason = error.strerror or "the system refuses"
    return f"Cannot read {called}: {reason[:1].lower()}{reason[1:]}; check the file and the disk it is on."
