"""One table of formats, for the command line, the dialog and whoever imports diptych."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from diptych.errors import DiptychError
from diptych.formats import FORMATS, find, for_suffix, render
from samples import comparison


def test_every_entry_is_filed_under_its_name_and_has_a_suffix_of_its_own() -> None:
    assert all(name == entry.name for name, entry in FORMATS.items())
    assert len({entry.suffix for entry in FORMATS.values()}) == len(FORMATS)
    assert all(entry.suffix.startswith(".") and entry.purpose for entry in FORMATS.values())


def test_a_format_is_found_by_name_whatever_its_case_and_by_suffix() -> None:
    assert find("JSON") is FORMATS["json"]
    assert for_suffix(PurePath("a/b.JSON")) is FORMATS["json"]
    assert for_suffix(PurePath("a/b.pdf")) is None
    assert for_suffix(PurePath("json")) is None


def test_an_unknown_format_is_a_sentence_that_lists_those_there_are() -> None:
    with pytest.raises(DiptychError, match=r"no format called 'pdf'; there are text, ansi, .* and svg"):
        render(comparison(["A."], ["A."], [((0,), (0,))]), "pdf")


@pytest.mark.parametrize("name", list(FORMATS))
def test_nothing_to_say_is_said_without_trouble(name: str) -> None:
    empty = comparison([], [], [])
    assert render(empty, name) == render(empty, name)


@pytest.mark.parametrize("name", list(FORMATS))
def test_the_same_comparison_always_gives_the_same_bytes(name: str) -> None:
    def made() -> str:
        return render(comparison(["One.", "Two."], ["Two.", "One, too."], [((0,), (1,)), ((1,), (0,))]), name)

    assert made() == made()
