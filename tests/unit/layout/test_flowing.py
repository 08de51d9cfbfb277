"""Flowing paragraphs, and that no view and no width loses a character or the place."""

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout import moves, views
from diptych.layout.cells import snapped, wrapped
from diptych.layout.characters import characters
from diptych.layout.display import Piece
from diptych.layout.page import Page, View
from diptych.layout.reading import Reading, clamped, fitted, in_window, visible
from diptych.layout.rows import rows_of
from diptych.layout.wrap import cell_len
from diptych.model import Side
from diptych.palette import Ink
from samples import comparison

HEIGHT = 9
OLD = [
    ["The council met on Monday.", "It adjourned early.", "Nobody objected to that."],
    ["A second paragraph stands here.", "It will move further down, whole as it is."],
    ["Prices rose by four per cent.", "Wages did not.", "The minister was not available."],
    "会議は月曜日に開かれた。",
    ["The last word was hers.", "She left."],
]
NEW = [
    ["The council sat on Monday.", "Nobody objected to that."],
    ["Prices rose by five per cent.", "Wages did not.", "A spokesman was available."],
    ["An addition.", "It has two sentences."],
    "会議は火曜日に開かれた。",
    ["A second paragraph stands here.", "It will move further down, whole as it is."],
    ["The last word was hers.", "She left."],
]
TIES = [
    ((0,), (0,)), ((2,), (1,)), ((3,), (8,)), ((4,), (9,)), ((5,), (2,)), ((6,), (3,)), ((7,), (4,)), ((8,), (7,)),
    ((9,), (10,)), ((10,), (11,)),
]  # fmt: skip
ROWS = rows_of(comparison(OLD, NEW, TIES, moved=(3, 4)))
VIEWS = st.builds(View, columns=st.sampled_from([None, True, False]), folded=st.booleans(), flowing=st.booleans())
WIDTHS = st.integers(30, 140)


def heads(page: Page) -> list[int]:
    found, row = [], 0
    while row < page.end:
        found.append(row)
        row = page.after(row)
    return found


def said(page: Page, side: Side) -> str:
    lines = [line for row in heads(page) for line in page.lines(row)]
    told = [piece for line in lines for piece in (line.old if side is Side.OLD else line.new).pieces]
    return "".join(piece.text for piece in told if piece.ink is not Ink.FAINT or piece.text[0] not in "↓↑ ").replace(
        " ", ""
    )


@given(st.integers(64, 140), st.booleans())
def test_each_column_says_its_whole_text_at_any_width_flowing_or_not(width: int, flowing: bool) -> None:
    page = Page(ROWS, width, View(flowing=flowing))
    for side, paragraphs in ((Side.OLD, OLD), (Side.NEW, NEW)):
        whole = "".join(paragraph if isinstance(paragraph, str) else "".join(paragraph) for paragraph in paragraphs)
        assert said(page, side) == whole.replace(" ", "")


@given(WIDTHS, VIEWS)
def test_every_row_is_shown_under_one_head_in_any_view(width: int, view: View) -> None:
    page = Page(ROWS, width, view)
    shown = heads(page)
    assert [row for head in shown for row in range(head, page.after(head))] == list(range(page.end))
    assert all(page.holding(row) == head for head in shown for row in range(head, page.after(head)))
    assert all(page.before(page.after(head)) == head for head in shown)
    for row in range(page.end):
        first, last = page.span(row)
        assert first.row == last.row == page.holding(row)
        assert 0 <= first.line <= last.line < page.height(first.row)


def test_the_sentences_of_a_paragraph_run_together_and_paragraphs_begin_side_by_side() -> None:
    page = Page(ROWS, 120, View(flowing=True))
    first = page.lines(0)[0]
    told = "".join(piece.text for piece in first.old.pieces)
    assert told.startswith("The council met on Monday. It adjourned early.")
    assert (first.old.number, first.new.number) == ("1", "1")
    assert len(first.old.rows) == len(first.old.pieces)


def test_a_passage_that_moved_says_where_its_other_end_is() -> None:
    for flowing, told in ((True, "↓\u00a0¶5"), (False, "↓ moved to ¶5")):
        page = Page(ROWS, 120, View(flowing=flowing))
        lines = [line for row in heads(page) for line in page.lines(row)]
        assert any(told in "".join(piece.text for piece in (*line.old.pieces, *line.new.pieces)) for line in lines)


@given(WIDTHS, WIDTHS, VIEWS, VIEWS, st.integers(0, 8))
def test_the_current_change_keeps_its_line_through_any_view_and_width(
    width: int, other: int, view: View, turned: View, steps: int
) -> None:
    page = Page(ROWS, width, view)
    reading = moves.stepped(moves.opened(ROWS, page, HEIGHT), page, HEIGHT, steps)
    then = Page(ROWS, other, turned)
    after = fitted(Reading(ROWS, reading.top, reading.change, turned), then, HEIGHT, page)
    assert reading.change is not None
    home = ROWS.homes[reading.change]
    assert after.change == reading.change
    assert in_window(after, then, HEIGHT, home) or not in_window(reading, page, HEIGHT, home)
    assert after.top == clamped(then, HEIGHT, after.top)


@given(WIDTHS, WIDTHS, st.integers(0, 40))
def test_the_sentence_at_the_top_stays_there_when_paragraphs_flow_and_when_they_no_longer_do(
    width: int, other: int, lines: int
) -> None:
    page, flowing = Page(ROWS, width), Page(ROWS, other, View(flowing=True))
    reading = moves.scrolled(Reading(ROWS), page, HEIGHT, lines)
    row = page.row_on(reading.top)
    there = fitted(reading, flowing, HEIGHT, page)
    assert clamped(flowing, HEIGHT, flowing.top_of(row)) <= there.top <= flowing.span(row)[1]
    back = fitted(there, page, HEIGHT, flowing)
    assert flowing.span(page.row_on(back.top))[0].row <= flowing.span(row)[0].row


@given(WIDTHS, VIEWS, st.integers(0, 8), st.sampled_from([Side.OLD, Side.NEW]))
def test_a_blink_moves_no_line(width: int, view: View, steps: int, side: Side) -> None:
    page = Page(ROWS, width, view)
    reading = moves.stepped(moves.opened(ROWS, page, HEIGHT), page, HEIGHT, steps)
    before = [place for place, _ in visible(reading, page, HEIGHT)]
    assert all(len(page.flipped(row, side)) == page.height(row) for row in heads(page))
    blinking = views.blinked(reading, page, HEIGHT)
    assert [place for place, _ in visible(blinking, page, HEIGHT)] == before
    for _ in range(1 if page.measures.columns else 2):
        blinking = views.blinked(blinking, page, HEIGHT)
    assert blinking == reading


def test_a_blink_puts_each_side_in_the_other_ones_place() -> None:
    page = Page(ROWS, 120)
    line, flipped = page.lines(0)[0], page.flipped(0, Side.OLD)[0]
    assert (flipped.old, flipped.new) == (line.new, line.old)


def test_enter_opens_the_fold_below_the_current_change_and_no_other() -> None:
    sentences = [f"Sentence number {n}." for n in range(30)]
    changed = [text.replace("number", "no.") if n in (5, 20) else text for n, text in enumerate(sentences)]
    rows = rows_of(comparison(list(sentences), list(changed), [((n,), (n,)) for n in range(30)]))
    page = Page(rows, 80, View(folded=True))
    reading = views.unfolded_next(moves.opened(rows, page, 40), page, 40)
    assert reading.view.opened == frozenset({7})


INKS = st.sampled_from([Ink.QUIET, Ink.NEW_WORD, Ink.OLD_LETTER])
GLYPHS = st.lists(st.sampled_from(["a", " ", "e\u0301", "👩\u200d👧", "👧🏽", "的", "ö"]), max_size=12).map("".join)


@st.composite
def any_pieces(draw: st.DrawFn) -> list[Piece]:
    """A text cut anywhere, even inside what is drawn as one character."""
    text = draw(GLYPHS)
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=5))})
    return [Piece(text[start:end], draw(INKS)) for start, end in pairwise(cuts)]


PIECES = any_pieces()


@given(PIECES, st.integers(2, 12))
def test_the_cells_of_a_line_are_the_sum_of_those_of_its_pieces(pieces: list[Piece], width: int) -> None:
    assert "".join(piece.text for piece in snapped(pieces)) == "".join(piece.text for piece in pieces)
    for line in wrapped(pieces, width):
        assert sum(cell_len(piece.text) for piece in line) == cell_len("".join(piece.text for piece in line))


def told(lines: list[list[Piece]]) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def test_the_characters_of_a_respelling_are_named_old_against_new() -> None:
    compared = comparison(["It is Pashinian."], ["It is Pash\u0456nian."], [((0,), (0,))])
    listed = told(characters(compared, 0))
    assert "- i        U+0069   LATIN SMALL LETTER I" in listed
    assert "+ \u0456        U+0456   CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I" in listed


def test_what_cannot_be_seen_is_named_and_never_written_as_it_is() -> None:
    compared = comparison(["a b"], ["a\u200b\x1b b\u202e"], [((0,), (0,))])
    listed = told(characters(compared, 0))
    assert "ZERO WIDTH SPACE" in listed
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in listed.replace("\n", ""))


def test_of_a_sentence_without_a_counterpart_the_unusual_characters_are_counted() -> None:
    compared = comparison([], ["Café, très é."], [])
    assert "é" in told(characters(compared, 0))
    assert "2×" in told(characters(compared, 0))
