"""What may reach a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.layout.display import Shown, safe, shown

HARMFUL = {"Cc", "Cs", "Zl", "Zp"}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ANY_TEXT = st.text(st.characters() | st.sampled_from("\x1b\x07\x9b\u202e\u200b\ud800\u2028\u00a0\u00ad\t\n\r"))


def harmless(text: str) -> bool:
    return not any(unicodedata.category(char) in HARMFUL or char in BIDI for char in text)


@given(ANY_TEXT)
def test_safe_text_keeps_its_length_and_holds_nothing_that_steers_a_terminal(text: str) -> None:
    assert len(safe(text)) == len(text)
    assert harmless(safe(text))


@given(ANY_TEXT, st.booleans())
def test_shown_text_holds_nothing_that_steers_a_terminal(text: str, changed: bool) -> None:
    assert all(harmless(part.text) for part in shown(text, changed))


@given(st.text(st.characters(categories=["L", "N", "P"], exclude_characters="\u115f\u1160\u3164\uffa0")))
def test_visible_characters_are_shown_as_they_are(text: str) -> None:
    assert "".join(part.text for part in shown(text)) == text


def test_an_escape_sequence_is_shown_as_a_picture() -> None:
    assert safe("\x1b]52;c;aGk=\x07") == "␛]52;c;aGk=␇"
    assert safe("a\x7fb\x9bc") == "a␡b\ufffdc"


def test_a_right_to_left_override_is_shown_by_name() -> None:
    assert shown("abc\u202edef") == [Shown("abc"), Shown("‹RLO›", token=True), Shown("def")]


def test_a_no_break_space_is_a_space_until_it_is_part_of_a_change() -> None:
    assert shown("10\u00a0km") == [Shown("10 km")]
    assert shown("10\u00a0km", changed=True) == [Shown("10"), Shown("‹NBSP›", token=True), Shown("km")]


@pytest.mark.parametrize("text", ["a\n   b", "a\r\nb", "a\t\tb", "a \x0b b"])
def test_white_space_of_a_wrapped_line_flows(text: str) -> None:
    assert shown(text) == [Shown("a b")]


def test_a_line_break_between_wide_characters_leaves_no_gap() -> None:
    assert shown("日本\n語") == [Shown("日本語")]
