"""Finding the same place again after a text was edited; reading two texts before they are aligned."""

from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.layout.again import carried, moved_to
from diptych.layout.draft import draft
from diptych.layout.keeping import Spot
from diptych.layout.page import Page
from diptych.model import Side
from samples import version

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


@given(st.lists(st.sampled_from(LINES), max_size=5), st.lists(st.sampled_from(LINES), max_size=5), st.integers(20, 120))
def test_two_texts_can_be_read_before_they_are_aligned(old: list[str], new: list[str], width: int) -> None:
    rows = draft(version(*old)[0], version(*new)[0])
    assert not len(rows.changes)
    page = Page(rows, width)
    assert len(rows.rows) == max(len(old), len(new))
    told = " ".join(piece.text for row in range(page.end) for line in page.lines(row) for piece in line.new.pieces)
    if page.measures.columns:
        assert all(line.split()[2] in told for line in new)
