"""What the first frame does not wait for: it is a matter of which modules are there by then, never of times."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from diptych.corpus.index.catalogue import Catalogue

_FIRST_FRAME = """
import asyncio, sys
from diptych.app.main import DiptychApp
async def first_frame():
    app = DiptychApp(sys.argv[1:])
    begun = []
    first = type(app.get_default_screen())
    for name in {begin}:  # the first of them is called when the first frame stands
        setattr(first, name, lambda screen, *_: begun.append(sorted(sys.modules)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert begun and type(app.screen) is first
        print(*begun[0], file=sys.stderr)
asyncio.run(first_frame())
"""


def _there_at_first(begin: Sequence[str], *paths: str) -> set[str]:
    """The modules that are there when the first frame stands and what begins then has not begun yet."""
    script = _FIRST_FRAME.format(begin=begin)
    done = subprocess.run(
        [sys.executable, "-c", script, *paths], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("room", ["comparison", "formats", "corpus.reading", "corpus.index", "layout.timeline"])
def test_the_first_frame_of_a_comparison_waits_for_no_engine_and_no_reader(
    room: str, modules_at_first: set[str]
) -> None:
    assert not [name for name in modules_at_first if f"{name}.".startswith(f"diptych.{room}.")]


def test_the_first_frame_of_a_comparison_waits_for_no_dialog(modules_at_first: set[str]) -> None:
    screens = {name.rpartition(".")[2] for name in modules_at_first if name.startswith("diptych.app.screens.")}
    assert screens <= {"article", "compare", "comparing", "declared", "seeking", "taking"}


@pytest.mark.parametrize("library", ["rapidfuzz", "sqlite3", "html.parser", "click"])
def test_the_first_frame_of_a_comparison_waits_for_no_heavy_library(library: str, modules_at_first: set[str]) -> None:
    assert library not in modules_at_first


@pytest.fixture(scope="module")
def modules_at_first() -> set[str]:
    return _there_at_first(["begin"], "one.txt", "other.txt")


def test_the_first_frame_of_a_list_has_what_is_known_and_waits_for_nothing_that_reads_or_compares(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.txt").write_text("Nothing but a few words of one’s own.", encoding="utf-8")
    catalogue = Catalogue(str(tmp_path))
    catalogue.refresh()
    catalogue.close()
    there = _there_at_first(["_open", "tell_about"], str(tmp_path))
    assert "diptych.corpus.index.catalogue" in there
    rooms = ("comparison", "formats", "model", "corpus.reading", "corpus.index.filling", "corpus.corrections")
    waits = {f"diptych.{room}" for room in (*rooms, "layout.page", "layout.moves")}
    assert not there & waits
    screens = {name.rpartition(".")[2] for name in there if name.startswith("diptych.app.screens.")}
    assert screens == {"browse", "correcting", "declared", "listing", "telling"}
    assert not there & {"click", "html.parser", "rapidfuzz", "tomllib", "yaml"}
