"""What every format gave for the seeds and for a hostile pair, as a person approved it, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diptych import compare, read_version
from diptych.comparison.result import Comparison
from diptych.formats import FORMATS, render
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


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_seeds(seeds: Comparison, name: str) -> None:
    assert_golden(HERE / "golden" / f"seeds{FORMATS[name].suffix}", render(seeds, name))


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_hostile_pair(hostile: Comparison, name: str) -> None:
    assert_golden(HERE / "golden" / f"hostile{FORMATS[name].suffix}", render(hostile, name, width=80))


def test_the_seeds_in_one_column(seeds: Comparison) -> None:
    assert_golden(HERE / "golden" / "seeds-narrow.txt", render(seeds, "text", width=60))
