"""What every format gave for the seeds and for a hostile pair, as a person approved it, byte for byte."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from diptych import compare, read_version
from diptych.comparison.result import Comparison
from diptych.formats import FORMATS, render
from diptych.formats.selection import selected
from diptych.model import Version
from golden import assert_golden

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"


def version(path: Path) -> Version:
    """A version as it is read from a checkout, wherever that lies."""
    return replace(read_version(path), path=f"{path.parent.name}/{path.name}")


@pytest.fixture(scope="module")
def seeds() -> Comparison:
    old, new = (version(SEEDS / name) for name in ("000_59d716cea8ae1bea.txt", "001_20a129591176caa3.txt"))
    return compare(old, new)


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    """Escape sequences, markup of other programs, bidi and zero-width characters, and marks of our own formats."""
    return compare(version(HERE / "hostile" / "old.txt"), version(HERE / "hostile" / "new.txt"))


def told(comparison: Comparison, name: str, width: int = 100) -> str:
    """The export as text; of a zip, the texts of the files in it, which no version of zlib changes."""
    written = render(comparison, name, width=width)
    if isinstance(written, str):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode()}" for name in archive.namelist()) + "\n"


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_seeds(seeds: Comparison, name: str) -> None:
    assert_golden(HERE / "golden" / f"seeds{FORMATS[name].suffix}", told(seeds, name))


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_hostile_pair(hostile: Comparison, name: str) -> None:
    assert_golden(HERE / "golden" / f"hostile{FORMATS[name].suffix}", told(hostile, name, width=80))


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_same_comparison_gives_the_same_bytes(seeds: Comparison, name: str) -> None:
    assert render(seeds, name) == render(compare(seeds.old, seeds.new), name)


def test_the_seeds_in_one_column(seeds: Comparison) -> None:
    assert_golden(HERE / "golden" / "seeds-narrow.txt", told(seeds, "text", width=60))


def test_the_changes_alone(seeds: Comparison) -> None:
    written = render(seeds, "text", selection=selected(hide=["deleted", "form only"], context=0), notes=False)
    assert isinstance(written, str)
    assert_golden(HERE / "golden" / "seeds-changes.txt", written)
