"""Golden files: what an export or a screen once gave and a person approved, compared byte for byte.

``GOLDEN=write`` in the environment writes the files anew instead; read the difference before you commit it.
"""

from __future__ import annotations

import difflib
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def assert_golden(path: Path, given: str) -> None:
    """Hold the text against a golden file, or write the file where that was asked for."""
    __tracebackhide__ = True
    data = given.encode()
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return
    if not path.exists():
        pytest.fail(f"{path} is missing; GOLDEN=write makes it")
    approved = path.read_bytes()
    if approved != data:
        pytest.fail(
            f"{path.name} is not as it was approved (GOLDEN=write writes it anew):\n{_difference(approved, data)}"
        )


def _difference(approved: bytes, given: bytes) -> str:
    """The lines that differ, spelled so that no control character reaches the terminal."""
    sides = [[ascii(line) for line in data.decode(errors="replace").split("\n")] for data in (approved, given)]
    lines = list(difflib.unified_diff(*sides, "approved", "given", lineterm="", n=1))
    rest = f"\n… {len(lines) - 80} more lines" if len(lines) > 80 else ""
    return "\n".join(lines[:80]) + rest
