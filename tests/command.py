"""Running the command as a person would: in a process of its own, without a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLD = (
    "The protests in the harbour grew louder on Monday night. The mayor of Springfield said he would resign.\n\n"
    "Nobody was hurt.\n"
)
NEW = OLD.replace("Monday", "Tuesday")


@dataclass(frozen=True)
class Ran:
    """How a run of the command ended."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()


@dataclass(frozen=True)
class Command:
    """The installed command, started in a folder."""

    folder: Path

    def __call__(self, *argv: str | Path, env: dict[str, str] | None = None, stdin: str = "") -> Ran:
        clean = {name: value for name, value in os.environ.items() if name not in _MOODS}
        done = subprocess.run(
            [sys.executable, "-m", "diptych", *map(str, argv)],
            cwd=self.folder,
            env=clean | {"PYTHONUTF8": "0"} | (env or {}),
            input=stdin.encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


_MOODS = {"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "COLORFGBG", "PYTHONIOENCODING"}
