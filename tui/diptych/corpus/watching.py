"""Whether the files that were compared are still what they were. Looks at them; reads and changes nothing."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diptych.model import Version

Stamp: TypeAlias = tuple[int, int, int]
"""When a file was written, in nanoseconds, its size in bytes, and its inode."""


def watched(versions: Iterable[Version]) -> tuple[str, ...]:
    """The paths that can be watched: those of versions that are files of their own."""
    paths = dict.fromkeys(version.path for version in versions if version.path)
    return tuple(path for path in paths if stamp(path) is not None)


def stamps(paths: Iterable[str]) -> tuple[Stamp | None, ...]:
    """What the files are like now; None for one that is not there."""
    return tuple(stamp(path) for path in paths)


def stamp(path: str) -> Stamp | None:
    """What a file is like now; None if it is not there, or is no regular file."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
