"""Putting an export on a disk: whole, or not at all. The one module of the formats that touches a file."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import DiptychError
from diptych.layout.display import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_PIECE = 1 << 16
"""Bytes that are written at once, or a few more."""


def encodable(text: str) -> str:
    """The text with U+FFFD for the lone surrogates that no encoding can spell."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def encoded(told: str | bytes | Iterable[str | bytes]) -> Iterator[bytes]:
    """Text in UTF-8, in pieces of some size."""
    held: list[bytes] = []
    size = 0
    for part in [told] if isinstance(told, str | bytes) else told:
        held.append(part if isinstance(part, bytes) else encodable(part).encode())
        size += len(held[-1])
        if size >= _PIECE:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def write_whole(path: str | Path, told: str | bytes | Iterable[str | bytes], *, replace: bool = True) -> None:
    """Write text as UTF-8, or bytes. An existing file keeps its mode, and stays as it was if anything goes wrong.

    Devices and pipes, which cannot be replaced, are written to.

    Args:
        path: of the file.
        told: what it is to hold, whole or in pieces; they are asked for while the file is written.
        replace: whether a file that is there already may be replaced.

    Raises:
        DiptychError: the file cannot be written, or is there already; the reason is in the sentence.
    """
    data = encoded(told)
    try:
        target = Path(os.path.realpath(path))
        before = _status(target)
        if before is not None and stat.S_ISREG(before.st_mode) and not replace:
            raise DiptychError(f"{safe(str(path))} is there already; add --force to replace it.")
        if before is None or stat.S_ISREG(before.st_mode):
            _replace(target, data, before)
        else:
            with target.open("wb") as stream:
                stream.writelines(data)
    except OSError as error:
        raise DiptychError(f"Cannot write {safe(str(path))}: {error.strerror or error}.") from None


def _status(target: Path) -> os.stat_result | None:
    """What is there already; an existing file must allow writing, though replacing it would not ask."""
    try:
        before = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISREG(before.st_mode):
        os.close(os.open(target, os.O_WRONLY))
    return before


def _replace(target: Path, data: Iterable[bytes], before: os.stat_result | None) -> None:
    draft = target.parent / f".diptych-{os.urandom(8).hex()}.tmp"
    try:
        with draft.open("xb") as stream:
            stream.writelines(data)
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            draft.chmod(stat.S_IMODE(before.st_mode))
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the new name outlive a power cut, where folders can be synced."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
