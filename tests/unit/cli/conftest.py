"""The command in a folder with something to compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import NEW, OLD, Command


@pytest.fixture
def diptych(tmp_path: Path) -> Command:
    """The command, in a folder that holds two versions, ``old.txt`` and ``new.txt``, and ``same.txt`` like the old."""
    for name, text in {"old.txt": OLD, "new.txt": NEW, "same.txt": OLD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return Command(tmp_path)
