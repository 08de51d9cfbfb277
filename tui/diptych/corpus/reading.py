"""One file becomes one version. Opens regular files only, never blocks, writes nothing.

Whatever is wrong is said in one sentence that names the file and what to do about it.
"""

from __future__ import annotations

import os
import stat
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.corpus.document import version_of
from diptych.corpus.readers import READERS, reader_for
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from diptych.model import Version

LARGEST = 512 * 1024 * 1024
"""Files of more bytes than this are not read."""

_FLAGS = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _flag, 0)


def read_version(path: str | Path) -> Version:
    """Read one document.

    A file that is named outright is read as text even if its suffix is not a text's.

    Raises:
        DiptychError: the file cannot be read, is not text, or is empty.
    """
    called = spoken(path)
    data = read_bytes(path)
    name = Path(path).name
    reader = reader_for(name) or READERS[0]
    text = reader.read(data, called)
    if not text or text.isspace():
        raise DiptychError(f"{called} holds no text; there is nothing in it to compare.")
    return version_of(text, name=name, path=os.fspath(path), sha256=sha256(data).hexdigest())


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a regular file of bearable size.

    Raises:
        DiptychError: there is no such file, or it is not to be read.
    """
    called = spoken(path)
    try:
        _check(os.stat(path), called)  # noqa: PTH116  # a path may be a str here, and stays as it was given
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            _check(os.fstat(descriptor), called)
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise DiptychError(_complaint(error, called)) from None
    if len(data) > LARGEST:
        raise DiptychError(_too_large(called))
    return data


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
    if status.st_size > LARGEST:
        raise DiptychError(_too_large(called))


def _too_large(called: str) -> str:
    return f"Cannot read {called}: it is larger than {LARGEST >> 20} MB; split it into smaller files."


def _complaint(error: OSError | ValueError, called: str) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"Cannot read {called}: there is no such file; check the path."
    if isinstance(error, PermissionError):
        return f"Cannot read {called}: permission is denied; make the file readable for yourself."
    if isinstance(error, ValueError):
        return f"Cannot read {called}: that is not a path a file can have; check it."
    reason = error.strerror or "the system refuses"
    return f"Cannot read {called}: {reason[:1].lower()}{reason[1:]}; check the file and the disk it is on."
