"""Long files read a piece at a time, whether they are plain or packed with gzip or bzip2. Nothing is written.

A few packed bytes can stand for more than the memory holds, so nobody asks for more than so many at once.
"""

from __future__ import annotations

import os
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from diptych.corpus.files import open_regular, spoken
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

LARGEST_RATIO = 200
"""How many times larger a file that is read whole can become when it is unpacked, beyond the first megabyte."""
_PIECE = 1 << 20
PACKED = (".gz", ".bz2")
"""Suffixes after a format's own that say that the file is packed."""


class DamagedError(DiptychError):
    """What a file is packed in is broken; what stands before that can be read."""


@contextmanager
def open_stream(path: str) -> Iterator[BufferedReader]:
    """A file's bytes, unpacked while they are read; whatever is wrong with it is said as a sentence.

    Raises:
        DiptychError: the file cannot be opened or read.
        DamagedError: what it is packed in is broken from here on.
    """
    with open_regular(path) as file:
        try:
            match path.lower().rpartition(".")[2]:
                case "gz":
                    import gzip

                    yield cast("BufferedReader", gzip.GzipFile(fileobj=file, mode="rb"))
                case "bz2":
                    import bz2

                    yield cast("BufferedReader", bz2.BZ2File(file))
                case _:
                    yield file
        except (EOFError, zlib.error):
            raise DamagedError(
                f"{spoken(path)} ends early, or is damaged; what stands before that was read; pack or fetch it again."
            ) from None
        except OSError as error:
            reason = (error.strerror or str(error) or "the system refuses").rstrip(".")
            raise DiptychError(f"Cannot read {spoken(path)}: {reason[:1].lower()}{reason[1:]}.") from None


def whole(path: str, most: int) -> bytes:
    """All bytes of a file, unpacked, if they are not more than so many, nor far more than the packed ones.

    Raises:
        DiptychError: it cannot be read, or is too large.
    """
    data, damage = begun(path, most)
    if damage is not None:
        raise damage
    return data


def begun(path: str, most: int) -> tuple[bytes, DamagedError | None]:
    """The same, or the bytes before what it is packed in is broken, and what is to be said of that.

    Raises:
        DiptychError: it cannot be read, or is too large.
    """
    data = bytearray()
    try:
        _gather(path, most, data)
    except DamagedError as damage:
        return bytes(data), damage
    return bytes(data), None


def _gather(path: str, most: int, data: bytearray) -> None:
    with open_stream(path) as file:
        is_packed = path.lower().endswith(PACKED)
        bearable = (1 << 20) + LARGEST_RATIO * os.stat(path).st_size if is_packed else most  # noqa: PTH116
        while piece := file.read1(min(_PIECE, most + 1)):  # gives what there is, where more cannot be unpacked
            data += piece
            if len(data) > most:
                raise DiptychError(f"Cannot read {spoken(path)}: it is larger than {most >> 20} MB; split it.")
            if len(data) > bearable:
                many = f"more than {LARGEST_RATIO} times its size"
                raise DiptychError(f"Cannot read {spoken(path)}: it unpacks to {many}, as if made to fill the memory.")
