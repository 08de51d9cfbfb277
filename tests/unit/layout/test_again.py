"""Finding the same place again after a text was edited."""

from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.comparison.engine import compare_in_steps
from diptych.corpus.document import version_of
from diptych.layout.again import carried, moved_to
from diptych.layout.keeping import Spot
from diptych.model import Side

LINES = [f"Witness number {n} told the court what happened." for n in range(30)]


@given(st.integers(0, 29), st.integers(0, 29), st.sampled_from(["", "Something new was said. ", "More. Much more. "]))
def test_a_sentence_away_from_the_edit_is_found_again(edited: int, read: int, added: str) -> None:
    before = compare("\n\n".join(LINES), "\n\n".join(LINES))
    lines = [f"{added}{line}" if n == edited else line for n, line in enumerate(LINES)]
    after = compare("\n\n".join(LINES), "\n\n".join(lines))
    found = carried(Spot(dict.fromkeys(Side, read), 0.5, 3), before, after)
    assert found.sentences[Side.OLD] == read
    sentence = after.new_sentences[found.sentences[Side.NEW]]
    if read != edited:
        assert after.new.text[sentence.start : sentence.end] == LINES[read]
    assert (found.way, found.line) == (0.5, 3)


def test_past_the_last_sentence_is_past_the_last_one_again() -> None:
    before, after = compare("One. Two.", "One. Two."), compare("One. Two.", "One. Two. Three.")
    found = carried(Spot(dict.fromkeys(Side, 2), 1.0, 0), before, after)
    assert found.sentences[Side.NEW] == len(after.new_sentences)


@given(st.text("ab\n", max_size=12), st.text("ab\n", max_size=12), st.integers(0, 12))
def test_a_place_stays_in_the_text(old: str, new: str, at: int) -> None:
    assert 0 <= moved_to(old, new, min(at, len(old))) <= len(new)
    assert moved_to(old, old, min(at, len(old))) == min(at, len(old))


@given(st.integers(0, 29), st.integers(0, 29))
def test_a_place_in_the_outline_is_found_again_in_the_comparison(edited: int, read: int) -> None:
    old = "\n\n".join(f"{line} More was said in room {n}." for n, line in enumerate(LINES))
    new = old.replace(LINES[edited], "Nobody came.")
    before, after = compare_in_steps(version_of(old), version_of(new))
    found = carried(Spot(dict.fromkeys(Side, read), 0.5, 3), before, after)
    for side in Side:
        here, there = before.sentences(side)[read], after.sentences(side)[found.sentences[side]]
        assert here.start == there.start
