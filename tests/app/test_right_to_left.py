"""Right-to-left text on terminals that put it in order, and on those that do not: all else stays where it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.app.paint import Painter
from diptych.layout.display import Piece
from diptych.layout.fencing import OPEN, fence_of, fenced, fenced_pieces
from diptych.layout.overview import EMPTY
from diptych.layout.page import Page, View
from diptych.layout.rows import rows_of
from diptych.layout.wrap import cell_len
from diptych.palette import DARK, Ink
from driving import opened, settled
from reordering import drawn
from samples import comparison

HEBREW, ARABIC = "השרים נפגשו ביום שני בבירה.", "قال الوزير إن ١٢ شخصا حضروا، و 30 غابوا."
WORDS = st.sampled_from(
    ["שלום", "שָׁלוֹם", "العربية", "مُحَمَّد", "١٢", "12", "3.5%", "BBC", "e\u0301", "日本", "(א)", "-", "₪40", "אבג-12"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


def places(line: str) -> dict[int, tuple[str, int]]:
    """What a terminal that puts lines in order draws: for each cell the character, and the cell it was sent to."""
    sent, at = [], 0
    for char in line:
        sent.append(at)
        at += cell_len(char)
    found, cell = {}, 0
    for index in drawn(line):
        if size := cell_len(line[index]):
            found[cell] = (line[index], sent[index])
            cell += size
    return found


def painted(old: str, new: str, width: int, view: View) -> tuple[list[str], Page]:
    rows = rows_of(comparison([old, "The end."], [new, "The end."], [((0,), (0,)), ((1,), (1,))]))
    page = Page(rows, width - 3, view)
    painter = Painter(DARK, page.measures, width)
    strips = [painter.strip(line, current={0}, thumb=True, mark=EMPTY) for line in page.lines(0)]
    assert all(strip.cell_length == width for strip in strips)
    return [strip.text for strip in strips], page


def test_the_model_of_such_a_terminal_puts_words_in_order() -> None:
    assert "".join("ab שלום 12 עולם cd"[n] for n in drawn("ab שלום 12 עולם cd")) == "ab םלוע 12 םולש cd"
    assert [place for _, place in places("שָׁלוֹם x").values()] == [3, 2, 1, 0, 4, 5]


def test_without_a_fence_such_a_terminal_would_carry_the_other_column_along() -> None:
    line = f" 1 ~ {HEBREW}   1 ~ {HEBREW}"
    assert [place for _, place in places(line).values()][5:] != list(range(5, len(line)))
    assert places(line)[5][1] > len(line) // 2


@given(TEXTS, TEXTS, st.integers(44, 140), st.booleans(), st.booleans())
def test_margins_numbers_signs_and_the_other_column_stay_in_their_cells(
    old: str, new: str, width: int, flowing: bool, columns: bool
) -> None:
    lines, page = painted(old, new, width, View(columns=columns, flowing=flowing))
    measures = page.measures
    starts = [measures.margin, *([measures.margin + measures.pane + measures.gutter] if columns else [])]
    for line in lines:
        for cell, (char, sent) in places(line).items():
            text = next((start for start in starts if start <= cell < start + measures.text), None)
            if text is None:
                assert sent == cell, char
            else:
                assert text <= sent < text + measures.text


@pytest.mark.parametrize("text", ["Nothing but Latin.", "日本語", "e\u0301 – 12", ""])
def test_where_nothing_runs_from_right_to_left_nothing_is_added(text: str) -> None:
    assert fence_of(text) == OPEN
    assert fenced(text) == text
    assert fenced_pieces([Piece(text, Ink.TEXT)]) == [Piece(text, Ink.TEXT)]


@given(TEXTS)
def test_a_fence_takes_no_cell_and_nothing_in_it_can_be_seen(text: str) -> None:
    assert cell_len(fenced(text)) == cell_len(text)
    assert fenced(text).strip("\u200e\u202b\u202c") == text
    assert {unicodedata.category(char) for char in "".join(fence_of(text))} <= {"Cf"}


def test_the_full_stop_of_a_right_to_left_sentence_stands_at_its_left_end() -> None:
    line = f"~ {fenced(HEBREW)}  2"
    assert places(line)[2][0] == "."
    assert places(f"~ {fenced(f'BBC: {HEBREW}')}  2")[2][0] == "B"


async def test_what_is_copied_holds_no_marks_but_those_of_the_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("texts")
    (folder / "old.txt").write_text(f"{HEBREW}\n\n{ARABIC}\n", encoding="utf-8")
    (folder / "new.txt").write_text(f"{HEBREW.replace('שני', 'שלישי')}\n\n{ARABIC}\n", encoding="utf-8")
    async with opened(str(folder / "old.txt"), str(folder / "new.txt")) as pilot:
        for keys in ("v", "v"), ("escape",), ("Y",):
            await pilot.press(*keys, "y")
            await settled(pilot)
            assert pilot.app.clipboard
            assert not set(pilot.app.clipboard) & set("\u200e\u202b\u202c")
        await pilot.press("Y")
        assert pilot.app.clipboard == HEBREW.replace("שני", "שלישי")
