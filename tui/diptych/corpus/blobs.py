"""Many texts of one repository, asked for one after the other, while git runs once for all of them."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from diptych.corpus.files import LARGEST, spoken
from diptych.corpus.git import started
from diptych.errors import DiptychError

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path
    from typing import IO


class Blobs:
    """The files of a repository, as its commits have them."""

    def __init__(self, folder: str | Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, place: str, called: str) -> bytes:
        """The bytes of ``revision:path``, or of an object by its name.

        Raises:
            DiptychError: the repository has no such file, or it is too large.
        """
        if "\n" in place or "\0" in place:
            raise DiptychError(f"Cannot read {called}: git cannot be asked for such a name.")
        try:
            asks, tells = self._pipes()
            asks.write(os.fsencode(place) + b"\n")
            asks.flush()
            told = tells.readline().rstrip(b"\n").rsplit(b" ", 2)
            if len(told) != 3 or told[1] not in {b"blob", b"tree", b"commit", b"tag"}:
                raise DiptychError(f"Cannot read {called}: the repository {spoken(self._folder)} does not have it.")
            data = _taken(tells, int(told[2]))
        except (OSError, ValueError):
            self.close()
            raise DiptychError(f"git cannot read {spoken(self._folder)}: it gives no reason.") from None
        if told[1] != b"blob":
            raise DiptychError(f"Cannot read {called}: it is no file.")
        if data is None:
            raise DiptychError(f"Cannot read {called}: it is larger than {LARGEST >> 20} MB.")
        return data

    def close(self) -> None:
        """Let git go."""
        if self._process is None:
            return
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()
        self._process = None

    def __enter__(self) -> Blobs:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            self._process = started(self._folder, "cat-file", "--batch")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _taken(pipe: IO[bytes], size: int) -> bytes | None:
    """The bytes that follow and the line's end after them; None if they are too many, and were passed over."""
    data = None
    if size <= LARGEST:
        data = pipe.read(size)
        if len(data) < size:
            raise OSError
    else:
        while size:
            part = len(pipe.read(min(size, 1 << 20)))
            if not part:
                raise OSError
            size -= part
    pipe.read(1)
    return data
