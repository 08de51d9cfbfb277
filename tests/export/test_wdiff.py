"""The wdiff format: either text can be read back from it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.comparison.result import Comparison
from diptych.formats import render
from samples import comparison

_MARKED = re.compile(r"\[-(?P<removed>.*?)-\]|\{\+(?P<added>.*?)\+\}", re.DOTALL)
_LITERAL = re.compile(r"(?:(?<=\[)\\(?=\\*-)|(?<=\{)\\(?=\\*\+)|(?<=-)\\(?=\\*\])|(?<=\+)\\(?=\\*\}))")


def read_back(told: str, side: str = "") -> str:
    """What both texts have, and one side's own words with it; the backslashes that part literal marks taken away."""
    found: list[str] = []
    at = 0
    for match in _MARKED.finditer(told):
        found += [told[at : match.start()], match[side] if match.lastgroup == side else ""]
        at = match.end()
    return words("".join(_LITERAL.sub("", part) for part in [*found, told[at:]]))


def words(text: str) -> str:
    return " ".join(text.split())


def test_words_are_marked_where_they_changed() -> None:
    tied = comparison(["The old mayor resigned on Monday."], ["The mayor resigned quietly on Tuesday."], [((0,), (0,))])
    told = render(tied, "wdiff")
    assert told == "The [-old -]mayor resigned {+quietly +}on [-Monday-]{+Tuesday+}.\n"


def test_a_passage_that_moved_is_removed_where_it_was_and_added_where_it_is() -> None:
    moved = comparison(["One here.", "Two here.", "Three."], ["Two here.", "Three.", "One here."], _ROTATED, moved=(0,))
    told = render(moved, "wdiff")
    assert told.count("[-One here.-]") == told.count("{+One here.+}") == 1
    assert read_back(told, "removed") == "One here. Two here. Three."
    assert read_back(told, "added") == "Two here. Three. One here."


def test_paragraphs_stay_paragraphs() -> None:
    told = render(compare("One.\n\nTwo is here. And three.", "One.\n\nTwo is here. And three."), "wdiff")
    assert told == "One.\n\nTwo is here. And three.\n"


@pytest.mark.parametrize("literal", ["[-", "-]", "{+", "+}", "[-x-]", "[\\-", "{\\\\+", "\\", "[[--]]", "{+-]"])
def test_a_mark_in_the_text_itself_is_not_taken_for_ours(literal: str) -> None:
    same = comparison([f"So {literal} it is."], [f"So {literal} it is."], [((0,), (0,))])
    told = render(same, "wdiff")
    assert not re.search(r"\[-|-\]|\{\+|\+\}", told)
    assert read_back(told) == f"So {literal} it is."
    gone = render(comparison([f"So {literal} it is."], [], []), "wdiff")
    assert read_back(gone, "removed") == f"So {literal} it is."
    assert read_back(gone) == ""


_WORDS = st.lists(st.sampled_from(["cat", "dog", "the", "a", "[-", "+}", "Anna", "12", "sat,", "—"]), max_size=8)
_TEXTS = st.lists(
    st.lists(_WORDS.map(lambda found: " ".join([*found, "end."])), min_size=1, max_size=3).map(" ".join), max_size=4
).map("\n\n".join)


@given(_TEXTS, _TEXTS)
def test_both_texts_can_be_read_back(old: str, new: str) -> None:
    told = render(compare(old, new), "wdiff")
    assert read_back(told, "removed") == words(old)
    assert read_back(told, "added") == words(new)


def test_a_change_across_the_boundary_of_a_split_can_be_read_back() -> None:
    old = "The minister arrived late and then he spoke at length about the harvest."
    new = "The minister arrived late. Then he spoke at length about the harvest."
    found: Comparison = compare(old, new)
    told = render(found, "wdiff")
    assert read_back(told, "removed") == old
    assert read_back(told, "added") == new


_ROTATED = [((0,), (2,)), ((1,), (0,)), ((2,), (1,))]
