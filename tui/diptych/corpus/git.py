"""Git as a store of texts: one runner for its command line, and what it complains of in sentences.

Nothing of a repository is executed, and nothing fetched: no pager, external diff, text conversion, file-system monitor
or hook; no variable of the caller's environment points git elsewhere; a path is only ever a path.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.corpus.files import LARGEST, spoken
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUIET = (
    "--no-pager",
    "--literal-pathspecs",
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.quotePath=false",
    "-c",
    "color.ui=false",
    "-c",
    "log.showSignature=false",
    "-c",
    "protocol.allow=never",
)


def git(folder: str | Path, *arguments: str) -> bytes:
    """What git prints when it is run in a folder.

    Raises:
        DiptychError: git is not installed, or refuses; the sentence has git's own reason.
    """
    process = started(folder, *arguments)
    told, said = process.communicate()
    if process.returncode:
        raise refusal(folder, said)
    return told


def started(folder: str | Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Git, running in a folder, with pipes to talk to it.

    Raises:
        DiptychError: git is not installed, or the folder is none it can be run in.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        return subprocess.Popen(
            ["git", "-C", os.fspath(folder), *_QUIET, *arguments],
            env=kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except (FileNotFoundError, PermissionError):
        raise DiptychError("Cannot read revisions: git is not installed, or not on the PATH.") from None
    except ValueError:
        raise DiptychError(f"Cannot read revisions of {spoken(folder)}: that is no name git can have.") from None


def parts(folder: str | Path, *arguments: str) -> Iterator[str]:
    """What git prints, parted by NUL, while it prints it: the log of a large repository need not fit into the memory.

    Raises:
        DiptychError: git is not installed, or refuses.
    """
    process = started(folder, *arguments)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        process.stdin.close()
        rest = b""
        while chunk := process.stdout.read(1 << 16):
            *whole, rest = (rest + chunk).split(b"\0")
            yield from map(os.fsdecode, whole)
        if rest:
            yield os.fsdecode(rest)
        said = process.stderr.read()
        if process.wait():
            raise refusal(folder, said)
    finally:
        process.kill()
        process.stdout.close()
        process.stderr.close()
        process.wait()


def refusal(folder: str | Path, said: bytes) -> DiptychError:
    """What to tell of what git said on its standard error before it gave up."""
    reason = said.decode("utf-8", "replace").strip().split("\n")[0].removeprefix("fatal: ").rstrip(".")
    return DiptychError(f"git cannot read {spoken(folder)}: {reason or 'it gives no reason'}.")


def blob(folder: str | Path, revision: str, path: str) -> bytes:
    """A file's bytes as a revision has them; ``path`` is relative to the folder.

    Raises:
        DiptychError: the revision has no such file, or it is too large.
    """
    place = f"{revision}:./{path}"
    size = int(git(folder, "cat-file", "-s", place))
    if size > LARGEST:
        raise DiptychError(f"Cannot read {spoken(path)} at {revision[:10]}: it is larger than {LARGEST >> 20} MB.")
    return git(folder, "cat-file", "blob", place)


def is_repository(folder: str | Path) -> bool:
    """Whether the folder is in the work tree of a repository that git would read."""
    try:
        return Path(folder).is_dir() and git(folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except (DiptychError, OSError, ValueError):
        return False
