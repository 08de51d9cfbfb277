"""Two revisions of a repository: which prose files differ between them, and the old and new version of each."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.document import version_of
from diptych.corpus.files import spoken
from diptych.corpus.git import blob, git
from diptych.corpus.readers import reader_for
from diptych.corpus.reading import version_in
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from pathlib import Path

    from diptych.model import Version

_RANGE = re.compile(r"(?P<old>[^-.][^\s]*?|)(?P<dots>\.{2,3})(?P<new>[^-.][^\s]*|)\Z")


class Change(NamedTuple):
    """A file that differs between two revisions; a path is empty where the file is not there."""

    old: str
    new: str


class Revisions(NamedTuple):
    """Two commits of the repository that a folder is in, by their full names."""

    folder: str
    old: str
    new: str

    def changes(self, file: str = "") -> tuple[Change, ...]:
        """The prose files in the folder that differ, renamed ones as one; or those that are ``file`` or below it.

        Raises:
            DiptychError: git refuses.
        """
        told = git(
            self.folder,
            *("diff", "--no-ext-diff", "--no-textconv", "--name-status", "-z", "-M", "--relative"),
            *("--end-of-options", self.old, self.new),
        )
        wanted = file.replace(os.sep, "/").removeprefix("./").rstrip("/")
        return tuple(
            change
            for change in _listed(told)
            if (reader := reader_for(change.new or change.old)) is not None
            and reader.whole
            and (not wanted or any(path == wanted or path.startswith(f"{wanted}/") for path in change))
        )

    def versions(self, change: Change) -> tuple[Version, Version]:
        """Both texts of a changed file; where there was none, an empty one.

        Raises:
            DiptychError: one of them cannot be read.
        """
        return self._version(self.old, change.old), self._version(self.new, change.new)

    def _version(self, revision: str, path: str) -> Version:
        if not path:
            return version_of("", name="(none)", path=f"{revision[:10]}:")
        data = blob(self.folder, revision, path)
        called = f"{revision[:10]}:{path}"
        version = version_in(data, name=f"{revision[:7]}:{path.rpartition('/')[2]}", path=called)
        return version if version.date else replace(version, date=_day(self.folder, revision))


def is_range(text: str) -> bool:
    """Whether a word reads ``REV1..REV2``."""
    return _RANGE.match(text) is not None and text.strip(".") != ""


def revisions_of(folder: str | Path, text: str) -> Revisions:
    """The two commits of ``REV1..REV2``; of ``REV1...REV2``, where they parted, and the second. Empty is HEAD.

    Raises:
        DiptychError: there are no such commits.
    """
    found = _RANGE.match(text)
    if found is None:
        raise DiptychError(f"{spoken(text)} is not a range of revisions; write it like HEAD~1..HEAD.")
    old, new = (_commit(folder, found[name] or "HEAD") for name in ("old", "new"))
    if len(found["dots"]) == 3:
        old = git(folder, "merge-base", old, new).decode("ascii").strip()
    return Revisions(os.fspath(folder), old, new)


def _commit(folder: str | Path, name: str) -> str:
    try:
        return git(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode("ascii").strip()
    except DiptychError as error:
        if "single revision" not in str(error):
            raise
        raise DiptychError(f"{spoken(folder)} has no revision called {spoken(name)}; git log lists them.") from None


def _day(folder: str, revision: str) -> str:
    return git(folder, "log", "-1", "--format=%as", "--end-of-options", revision).decode("ascii").strip()


def _listed(told: bytes) -> list[Change]:
    """What ``git diff --name-status -z`` says: a letter, then a path, or two where a file was renamed or copied."""
    parts = iter(os.fsdecode(told).split("\0"))
    changes = []
    for status in parts:
        if status[:1] in {"R", "C"}:
            changes.append(Change(next(parts), next(parts)))
        elif status:
            path = next(parts)
            changes.append(Change("" if status == "A" else path, "" if status == "D" else path))
    return changes
