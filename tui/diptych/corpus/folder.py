"""The files of a folder: which are documents, and what was passed over. Opens none of them.

Hidden files and folders are passed over silently; folders that are links are not followed, so that no loop is walked.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.corpus.readers import reader_for, suffix_of
from diptych.corpus.reading import spoken
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = re.compile(r"([0-9]+)")
_ASCII_DIGITS = frozenset("0123456789")


@dataclass(slots=True)
class Found:
    """What a folder holds."""

    files: list[str] = field(default_factory=list)
    """Paths of the documents, in natural order."""
    others: Counter[str] = field(default_factory=Counter)
    """How many files there are of each suffix that no reader knows."""
    links: int = 0
    """Linked folders, which were not followed."""
    closed: list[tuple[str, str]] = field(default_factory=list)
    """Folders that could not be listed, each with the reason."""


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ``v2`` before ``v10``, whatever the case."""
    parts = _DIGITS.split(name.casefold())
    return tuple((0, int(part[:4000]), part) if part[:1] in _ASCII_DIGITS else (1, 0, part) for part in parts if part)


def find_files(folder: Path, stopped: Callable[[], bool] = lambda: False) -> Found:
    """List the documents in a folder and in the folders below it.

    Raises:
        DiptychError: the folder itself cannot be listed.
    """
    found = Found()
    waiting = [os.fspath(folder)]
    while waiting and not stopped():
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            reason = (error.strerror or "the system refuses").lower()
            if here == os.fspath(folder):
                raise DiptychError(f"Cannot open the folder {spoken(here)}: {reason}.") from None
            found.closed.append((here, reason))
            continue
        for entry in visible:
            _sort_in(entry, found, waiting)
    found.files.sort(key=lambda path: ([natural(part) for part in Path(path).parts], path))
    return found


def _sort_in(entry: os.DirEntry[str], found: Found, waiting: list[str]) -> None:
    try:
        is_folder = entry.is_dir()
        is_link = entry.is_symlink() or entry.is_junction() if hasattr(entry, "is_junction") else entry.is_symlink()
    except OSError:
        is_folder = is_link = False
    if is_folder and is_link:
        found.links += 1
    elif is_folder:
        waiting.append(entry.path)
    elif reader_for(entry.name) is None:
        found.others[suffix_of(entry.name)] += 1
    else:
        found.files.append(entry.path)
