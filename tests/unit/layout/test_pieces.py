"""What is marked, on each side and in one column."""

from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.layout.display import Piece
from diptych.layout.excerpt import found, line, marked
from diptych.layout.pieces import column, redline
from diptych.layout.rows import rows_of
from diptych.layout.wrap import cell_len
from diptych.model import Kind, Side
from diptych.palette import Ink
from samples import comparison

WORDS = ("the", "cat", "sat", "on", "a", "red", "mat", "and", "then", "left", "town.", "It", "rained,", "too.")
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1)


def joined(pieces: list[Piece]) -> str:
    return " ".join("".join(piece.text for piece in pieces).split())


@given(SENTENCES, SENTENCES)
def test_what_a_row_shows_on_each_side_is_the_text_of_its_sentences(before: list[str], after: list[str]) -> None:
    compared = comparison([" ".join(before)], [" ".join(after)], [((0,), (0,))])
    row = rows_of(compared).rows[0]
    assert [joined(part) for part in column(compared, row, Side.OLD)] == [" ".join(before)]
    assert [joined(part) for part in column(compared, row, Side.NEW)] == [" ".join(after)]


@given(SENTENCES, SENTENCES)
def test_one_column_holds_the_whole_new_text_and_all_that_was_removed(before: list[str], after: list[str]) -> None:
    compared = comparison([" ".join(before)], [" ".join(after)], [((0,), (0,))])
    (pieces,) = redline(compared, rows_of(compared).rows[0])
    kept = [piece for piece in pieces if piece.ink is not Ink.STRUCK]
    assert "".join(joined(kept).split()) == "".join(after)
    struck = "".join(joined([piece for piece in pieces if piece.ink is Ink.STRUCK]).split())
    gone = sorted(span for change in compared.words(0) for span in change.old)
    assert struck == "".join("".join(compared.old.text[start:end].split()) for start, end in gone)


def test_neighbouring_words_that_changed_are_one_stretch() -> None:
    compared = comparison(["The Defense Ministry spoke."], ["The defense ministry spoke."], [((0,), (0,))])
    (pieces,) = redline(compared, rows_of(compared).rows[0])
    told = {ink: "".join(piece.text for piece in pieces if piece.ink is ink) for ink in (Ink.STRUCK, Ink.NEW_WORD)}
    assert told == {Ink.STRUCK: "Defense Ministry", Ink.NEW_WORD: "defense ministry"}


def test_mark_up_is_not_shown() -> None:
    compared = compare("He **said** it.\n", "He *claimed* it.\n")
    row = rows_of(compared).rows[0]
    assert joined(column(compared, row, Side.OLD)[0]) == "He said it."
    assert joined(column(compared, row, Side.NEW)[0]) == "He claimed it."


def test_one_column_tells_both_ways_in_which_a_date_is_written() -> None:
    body = "\n\nThe council met in the old hall and talked until the lamps went out.\n"
    compared = compare(f"date 2022-11-08 {body.strip()}", f"November 08, 2022{body}")
    assert {link.kind for link in compared.links} == {Kind.SAME}
    assert joined(redline(compared, rows_of(compared).rows[0])[0]) == "November 08, 2022 · date 2022-11-08"


def test_the_letters_that_differ_are_marked_inside_the_word() -> None:
    compared = comparison(["Nikol Pashinian spoke."], ["Nikol Pashinyan spoke."], [((0,), (0,))])
    (pieces,) = column(compared, rows_of(compared).rows[0], Side.NEW)
    assert [(piece.text, piece.ink) for piece in pieces] == [
        ("Nikol ", Ink.TEXT),
        ("Pashin", Ink.NEW_WORD),
        ("y", Ink.NEW_LETTER),
        ("an", Ink.NEW_WORD),
        (" spoke.", Ink.TEXT),
    ]


def test_a_hidden_character_in_a_change_is_a_token() -> None:
    compared = comparison(["It cost 10 km."], ["It cost 10\u200b km."], [((0,), (0,))])
    (pieces,) = column(compared, rows_of(compared).rows[0], Side.NEW)
    assert Piece("‹ZWSP›", Ink.TOKEN) in pieces


def test_the_excerpt_of_a_change_marks_words_as_wdiff_does() -> None:
    compared = comparison(["Nikol Pashinian claimed it."], ["Nikol Pashinyan said it."], [((0,), (0,))])
    assert marked(compared, 0) == (
        "~ reworded\nold: Nikol [-Pashinian claimed-] it.\nnew: Nikol {+Pashinyan said+} it.\n"
    )


def test_the_excerpt_of_a_deletion_is_the_sentence() -> None:
    compared = comparison(["It rained."], [], [])
    assert compared.links[0].kind is Kind.DELETED
    assert marked(compared, 0) == "- deleted\nold: It rained.\n"


@given(SENTENCES, SENTENCES, st.integers(8, 60))
def test_a_line_of_the_list_of_changes_fits_its_width(before: list[str], after: list[str], width: int) -> None:
    rows = rows_of(comparison([" ".join(before)], [" ".join(after)], [((0,), (0,))]))
    for change in range(len(rows.changes)):
        assert cell_len("".join(piece.text for piece in line(rows, change, width))) <= width


def test_changes_are_found_by_their_words_kinds_and_facets() -> None:
    compared = comparison(
        ["The Defense Ministry spoke.", "It rained."],
        ["The defense ministry spoke.", "Twelve came."],
        [((0,), (0,))],
    )
    rows = rows_of(compared)
    kinds = {word: [rows.comparison.links[rows.changes[n]].kind for n in found(rows, word)] for word in WANTED}
    assert kinds == WANTED


WANTED = {
    "ministry": [Kind.REWORDED],
    "deleted": [Kind.DELETED],
    "case": [Kind.REWORDED],
    "RAINED": [Kind.DELETED],
    "the ministry spoke": [Kind.REWORDED],
    "rained ministry": [],
    "": [Kind.REWORDED, Kind.DELETED, Kind.INSERTED],
}
