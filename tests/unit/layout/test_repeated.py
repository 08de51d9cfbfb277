"""The list of wordings."""

from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.comparison.wordings import wordings
from diptych.layout.repeated import among, line, occurrences
from diptych.layout.rows import rows_of
from diptych.layout.wrap import cell_len

OLD = """The guard said the harbour was calm. Nobody saw the lantern fall.

In the evening the guard said it would rain before the boats came home. Four boats were late.
"""
NEW = OLD.replace("guard", "warden").replace("Four", "Five")
ROWS = rows_of(compare(OLD, NEW))
LISTED = wordings(ROWS.comparison)


def test_the_most_frequent_wording_comes_first() -> None:
    assert [(wording.old, wording.new, wording.count) for wording in LISTED] == [
        ("guard", "warden", 2),
        ("Four", "Five", 1),
    ]


def test_wordings_are_found_by_their_words_and_their_sort() -> None:
    assert [wording.new for wording in among(LISTED, "WARD")] == ["warden"]
    assert [wording.new for wording in among(LISTED, "number")] == ["Five"]
    assert among(LISTED, "xyzzy") == []
    assert among(LISTED, "") == list(LISTED)


def test_the_occurrences_of_a_wording_are_finds_in_the_new_text() -> None:
    found = occurrences(ROWS, LISTED[0])
    assert [NEW[slice(*match.span)] for match in found.matches] == ["warden", "warden"]
    for match in found.matches:
        start, stop = ROWS.rows[match.row].new
        sentences = ROWS.comparison.new_sentences[start:stop]
        assert any(sentence.start <= match.span.start < sentence.end for sentence in sentences)


@given(st.integers(24, 120))
def test_a_line_fits_its_width(width: int) -> None:
    for wording in LISTED:
        assert cell_len("".join(piece.text for piece in line(wording, width))) <= width
