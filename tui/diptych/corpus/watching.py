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


def as_read(now: Iterable[Stamp | None], began: int, ended: int) -> tuple[Stamp | None, ...]:
    """What files were like that were read from some moment on, given what they are like at a later one.

    One that was written between the two may have been read before: it gets a stamp that no file has.

    Args:
        now: what the files are like at the later moment.
        began: the moment when the reading began, in nanoseconds.
        ended: the later moment; a file written after that comes from where clocks are ahead, and says nothing.
    """
    return tuple((0, 0, 0) if found is not None and began <= found[0] <= ended else found for found in now)


def stamp(path: str) -> Stamp | None:
    """What a file is like now; None if it is not there, or is no regular file."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if stat.S_ISREG(found.st_mode) else None
