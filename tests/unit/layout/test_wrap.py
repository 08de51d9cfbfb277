"""Lines of a width."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout.wrap import cell_len, fit, fit_end, wrap

PROSE = st.text(st.sampled_from("ab  .,—日。（👍e\u0301") | st.characters(exclude_categories=["C", "Z"]), max_size=60)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@given(PROSE, st.integers(1, 12))
def test_nothing_but_spaces_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    spans = wrap(text, width)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(cell_len(text[start:end]) <= max(width, 2) for start, end in spans)


@given(PROSE, st.integers(1, 12))
def test_no_line_begins_or_ends_with_a_space(text: str, width: int) -> None:
    assert all(line == line.strip(" ") for line in lines(text, width))


def test_lines_break_at_spaces() -> None:
    assert lines("The quick brown fox", 10) == ["The quick", "brown fox"]


def test_a_line_never_begins_with_a_full_stop_or_a_closing_quote() -> None:
    assert lines('say "tensions."', 13) == ["say", '"tensions."']


def test_east_asian_text_breaks_between_characters_but_not_before_a_closing_mark() -> None:
    assert lines("今日は晴れ。", 10) == ["今日は晴", "れ。"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("abcdefgh", 3) == ["abc", "def", "gh"]


def test_an_empty_text_has_one_empty_line() -> None:
    assert wrap("", 10) == [(0, 0)]


@given(st.text(), st.integers(0, 20))
def test_fitted_text_is_never_wider_than_its_room(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert fit("Armenia and Azerbaijan", 10) == "Armenia a…"
    assert fit("日本語の文章", 7) == "日本語…"


@given(st.text(st.sampled_from("ab .,»!“(日 "), max_size=60), st.integers(4, 20))
def test_no_line_begins_with_a_closing_mark_where_a_word_stands_before_it_that_fits(text: str, width: int) -> None:
    words = text.split(" ")
    text = " ".join(word if word in {".", "»", "!"} else "ab" for word in words if word)
    if text[:1] == "a" and not re.search(r"(?:[.»!] ?){2}", text):
        assert not any(line[:1] in {".", "»", "!"} for line in lines(text, width))


def test_a_mark_set_apart_by_a_space_stays_with_its_word() -> None:
    assert lines("Il a dit : « Bonjour » hier.", 12) == ["Il a dit :", "« Bonjour »", "hier."]


@given(st.text(alphabet="a /東e\u0301", max_size=30), st.integers(0, 20))
def test_what_is_cut_at_its_beginning_fits_and_ends_as_before(words: str, width: int) -> None:
    shown = fit_end(words, width)
    assert cell_len(shown) <= width
    assert words.endswith(shown.removeprefix("…"))
