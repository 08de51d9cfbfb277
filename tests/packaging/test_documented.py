"""Every command that the manual and the README show is run, and prints what they say it prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from furniture import furnish

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])

_BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", re.MULTILINE | re.DOTALL)
_NOT_OURS = ("make ", "pip ", "python ", "npm ", "apt ")
"""What sets a machine up, or runs the benchmarks for an hour."""
_STUBS = {"less": "cat", "jq": "cat > /dev/null", "man": "cat", "pandoc": "echo An old text."}
"""Programs that a reader has and a test machine may lack."""

pytestmark = pytest.mark.skipif(os.name == "nt" or shutil.which("git") is None, reason="the manual's shell is POSIX's")


def blocks() -> list[tuple[str, list[str], str]]:
    """The page, the commands and the promised output of every block."""
    found = []
    for page in PAGES:
        for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
            lines = [line.split("   # ")[0].strip() for line in block[1].splitlines()]
            commands = [line for line in lines if line and not line.startswith(("#", *_NOT_OURS))]
            if commands:
                found.append((page.name, commands, block[2] or ""))
    return found


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home with a launcher for diptych; nothing of the machine's settings holds in it."""
    home = tmp_path_factory.mktemp("home")
    tools = home / "bin"
    tools.mkdir()
    for name, does in {"diptych": f'exec "{sys.executable}" -m diptych "$@"', **_STUBS}.items():
        (tools / name).write_text(f"#!/bin/sh\n{does}\n")
        (tools / name).chmod(0o755)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "XDG_", "_DIPTYCH"))}
    return clean | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
    }


@pytest.fixture(scope="module")
def folder(bench: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every command finds; each runs in a copy."""
    made = tmp_path_factory.mktemp("manual")
    furnish(made, bench)
    return made


@pytest.mark.parametrize(("page", "commands", "promised"), blocks())
def test_the_commands_run_and_print_what_the_page_shows(
    page: str, commands: list[str], promised: str, bench: dict[str, str], folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    told = ""
    for command in commands:
        done = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=bench, input=b"", capture_output=True, check=False
        )
        assert done.returncode in {0, 1}, f"{page}: {command}\n{done.stderr.decode()}"
        assert b"Traceback" not in done.stderr
        told += done.stdout.decode()
    if promised:
        assert told == promised
