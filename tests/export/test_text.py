"""The text and the ANSI format: columns that hold, signs without colour, and nothing that steers a terminal."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.comparison.result import Comparison
from diptych.formats import render
from diptych.layout.wrap import cell_len
from diptych.palette import LIGHT
from samples import comparison

SGR = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = (
    "Stop\x1b]52;c;aGk=\x07 here\x1b[2J \x9b31m\x00 [/b] [@click=app.quit]x[/] \u202eevil\u202c zero\u200bwidth \ufeff."
)


def steering(text: str) -> list[str]:
    """The characters of a text that could act on a terminal or cannot be seen."""
    found = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return [char for char in text if char != "\n" and unicodedata.category(char) in found]


@pytest.fixture
def mixed() -> Comparison:
    """A comparison with every kind of link."""
    return comparison(
        ["Moved away.", ["Kept as it is.", "The mayor resigned."], "Long and long.", "One.", "Two.", "Gone."],
        [["Kept as it is.", "The mayor stayed."], "Long.", "And long.", "One, two.", "Moved away.", "Come."],
        [((0,), (5,)), ((1,), (0,)), ((2,), (1,)), ((3,), (2, 3)), ((4, 5), (4,))],
        moved=(0,),
    )


def test_signs_alone_tell_the_kinds_apart(mixed: Comparison) -> None:
    told = render(mixed, "text", width=100)
    for sign, sentence in [("-", "Gone."), ("+", "Come."), ("~", "The mayor resigned."), ("≺", "Long and long."),
                           ("≻", "One."), ("↕", "Moved away.")]:  # fmt: skip
        assert re.search(rf"{re.escape(sign)} {re.escape(sentence)}", told), sentence
    assert "\x1b" not in told


@pytest.mark.parametrize("width", [20, 30, 50, 64, 80, 100, 200])
def test_no_line_is_wider_than_was_asked(mixed: Comparison, width: int) -> None:
    for name in ("text", "ansi"):
        lines = SGR.sub("", render(mixed, name, width=width)).splitlines()
        assert max(map(cell_len, lines)) <= width
        assert not [line for line in lines if line != line.rstrip()]


@given(st.text(max_size=120), st.text(max_size=120), st.integers(20, 120))
def test_no_line_is_wider_than_was_asked_whatever_the_texts(old: str, new: str, width: int) -> None:
    lines = render(compare(old, new), "text", width=width).split("\n")
    assert max(map(cell_len, lines)) <= width


def test_wide_pages_have_two_columns_and_narrow_ones_one(mixed: Comparison) -> None:
    assert "│" in render(mixed, "text", width=100)
    assert "│" not in render(mixed, "text", width=50)


def test_one_column_says_where_a_passage_went_and_came_from(mixed: Comparison) -> None:
    told = render(mixed, "text", width=50)
    assert "moved to ¶5" in told
    assert "moved from ¶1" in told


def test_changed_words_are_underlined_with_marks() -> None:
    tied = comparison(["It began on Monday in Rome."], ["It began on Tuesday in Rome."], [((0,), (0,))])
    told = render(tied, "text", width=100)
    lines = told.splitlines()
    row = next(n for n, line in enumerate(lines) if "Monday" in line)
    marks = lines[row + 1]
    assert marks[lines[row].index("Monday") :].startswith("------ ")
    assert marks[lines[row].index("Tuesday") :] == "+++++++"


def test_ansi_is_the_text_in_colour(mixed: Comparison) -> None:
    told = render(mixed, "ansi", width=100)
    plain = render(mixed, "text", width=100)
    assert SGR.search(told)
    assert set(SGR.sub("", told).splitlines()) <= set(plain.splitlines())
    assert told != render(mixed, "ansi", width=100, scheme=LIGHT)
    assert steering(SGR.sub("", told)) == []


@pytest.mark.parametrize("width", [30, 100])
@pytest.mark.parametrize("name", ["text", "ansi", "wdiff"])
def test_nothing_in_a_text_steers_the_terminal_and_no_markup_is_interpreted(name: str, width: int) -> None:
    told = SGR.sub("", render(compare(HOSTILE, f"{HOSTILE} More \x1b[0m."), name, width=width))
    assert steering(told) == []
    squeezed = re.sub(r"[\s│]", "", told)
    for seen in ("[/b]", "[@click=app.quit]x[/]", "␛[2J", "‹RLO›", "‹ZWSP›"):
        assert seen in squeezed or width == 100
    told.encode()


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["text", "ansi", "wdiff"]), st.integers(20, 120))
def test_no_text_whatever_steers_the_terminal(old: str, new: str, name: str, width: int) -> None:
    told = SGR.sub("", render(compare(old, new), name, width=width))
    assert [char for char in steering(told) if char not in _HARMLESS] == []


def test_titles_and_names_are_made_safe_too() -> None:
    told = render(compare("# Title \x1b[31m\u202e\n\nBody.", "# Title\n\nBody."), "text")
    assert steering(told) == []


_HARMLESS = frozenset("\u00ad\u200c\u200d")
"""Parts of ordinary words and emoji, shown as they are where nothing changed."""
