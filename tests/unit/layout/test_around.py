"""What stands around the text: headings, the status line, the overview, the list of articles."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import open_corpus
from diptych.corpus.index.filling import Progress
from diptych.corpus.index.listed import Counts, Listed
from diptych.layout import moves
from diptych.layout.display import Piece
from diptych.layout.heading import heading
from diptych.layout.listing import Entry, Roll, about, article_line, broken, how_far, pair, version_line
from diptych.layout.listing import overview as corpus_line
from diptych.layout.overview import overview, span
from diptych.layout.page import Page
from diptych.layout.particulars import host, plural
from diptych.layout.rows import rows_of
from diptych.layout.status import counts, described, spread, status
from diptych.layout.wrap import cell_len
from diptych.model import Kind, Link
from diptych.palette import Ink
from diptych.paths import packaged
from samples import comparison

SAMPLE = comparison(
    ["One.", "Two is gone.", "Three claimed it."], ["One.", "Three said it.", "Four."], [((0,), (0,)), ((2,), (1,))]
)


def told(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


@given(st.integers(1, 200))
def test_headings_and_status_fit_their_width(width: int) -> None:
    page = Page(rows_of(SAMPLE), width)
    for pieces in heading(SAMPLE, SAMPLE.summary(), page.measures, width):
        assert cell_len(told(pieces)) <= max(width, page.measures.width, 9)
    left, right = status(moves.opened(page.rows, page, 10), page, SAMPLE.summary(), width)
    assert cell_len(told(spread(left, right, width))) <= max(width, 18)


def test_a_long_byline_leaves_room_for_the_date() -> None:
    many = "Laura Field, Tom Brandt, Mia Berg and nine other people in the newsroom"
    sides = [replace(version, byline=many, date="2024-06-04") for version in (SAMPLE.old, SAMPLE.new)]
    page = Page(rows_of(SAMPLE), 120)
    lines = heading(replace(SAMPLE, old=sides[0], new=sides[1]), SAMPLE.summary(), page.measures, 120)
    assert told(lines[1]).count("… · 2024-06-04") == 2


def test_the_status_line_says_which_change_this_is_what_and_where() -> None:
    page = Page(rows_of(SAMPLE), 100)
    reading = moves.stepped(moves.opened(page.rows, page, 10), page, 10, 1)
    left, right = status(reading, page, SAMPLE.summary(), 100)
    assert told(left).startswith(" change 2 of 3   ~ reworded")
    assert "¶3 ↔ 2" in told(left)
    assert told(right).split() == ["-1", "+1", "~1", "0", "unaccounted"]


def test_the_ledger_is_kept_rather_than_how_much_alike_both_sides_are() -> None:
    page = Page(rows_of(SAMPLE), 100)
    reading = moves.stepped(moves.opened(page.rows, page, 10), page, 10, 1)
    wide = [told(part) for part in status(reading, page, SAMPLE.summary(), 100)]
    assert "alike" in wide[0]
    room = cell_len("".join(wide)) - 3
    narrow = [told(part) for part in status(reading, page, SAMPLE.summary(), room)]
    assert "alike" not in narrow[0]
    assert narrow[1] == wide[1]


def test_changes_in_the_header_are_counted_too_so_that_the_counts_add_up_to_all_changes() -> None:
    summary = replace(SAMPLE.summary(), header=2)
    page = Page(rows_of(SAMPLE), 100)
    reading = moves.opened(page.rows, page, 10)
    wide = [told(part) for part in status(reading, page, summary, 100)]
    assert wide[1].split() == ["-1", "+1", "~1", "2", "in", "the", "header", "0", "unaccounted"]
    left, right = status(reading, page, summary, cell_len(wide[0] + wide[1]) - 15)
    assert told(left) == wide[0]
    assert told(right).split() == ["-1", "+1", "~1", "0", "unaccounted"]


def test_without_a_summary_the_counts_are_left_out() -> None:
    page = Page(rows_of(SAMPLE), 100)
    assert status(moves.opened(page.rows, page, 10), page, None, 100)[1] == []


def test_splits_merges_and_moves_are_counted_where_there_are_any() -> None:
    split = comparison(["a b"], ["a", "b"], [((0,), (0, 1))])
    assert "≺1" in told(counts(split.summary()))


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (Link(Kind.SPLIT, (0,), (0, 1)), "split in 2"),
        (Link(Kind.MERGED, (0, 1, 2), (0,)), "3 merged"),
        (Link(Kind.SAME, (0,), (3,), moved=True), "moved"),
        (Link(Kind.REWORDED, (0,), (3,), moved=True), "moved, reworded"),
    ],
)
def test_a_change_is_described_in_a_word_or_two(link: Link, words: str) -> None:
    assert described(link) == words


def test_the_overview_tells_kinds_by_shape() -> None:
    marks = overview(rows_of(SAMPLE), 40)
    assert len(marks) == 40
    assert "".join(dict.fromkeys(mark.shape for mark in marks)) == " ▌┃▐"


@given(st.integers(0, 60), st.integers(0, 12), st.integers(0, 12))
def test_every_stretch_of_rows_has_a_place_on_the_bar(height: int, one: int, other: int) -> None:
    rows = rows_of(comparison([f"Sentence {n}." for n in range(13)], [], []))
    first, last = span(rows, min(one, other), max(one, other), height)
    assert (first, last) == (0, -1) if height == 0 else 0 <= first <= last < height


def test_a_count_agrees_with_its_noun() -> None:
    assert (plural(1, "word"), plural(0, "word"), plural(1200, "word")) == ("1 word", "0 words", "1,200 words")


@pytest.mark.parametrize(
    ("source", "site"),
    [("https://www.example.org/a/b", "example.org"), ("Reuters", "Reuters"), ("http://[broken", "http://[broken")],
)
def test_an_address_is_told_by_its_site(source: str, site: str) -> None:
    assert host(source) == site


def test_the_sample_corpus_is_one_article_of_two_versions_and_says_why() -> None:
    (article,) = open_corpus(packaged("seeds")).articles
    assert pair(article, None) == (0, 1)
    assert pair(article, 0) == pair(article, 1) == (0, 1)
    assert "Both are dated 2022-11-08." in told(about(article, None, article.why, ""))
    assert "1 article" in told(corpus_line("seeds", Counts(1, 2, 0), (), 80))


@given(st.integers(1, 200), st.booleans())
def test_a_line_of_the_list_is_as_wide_as_the_list(width: int, marked: bool) -> None:
    (article,) = open_corpus(packaged("seeds")).articles
    for listed in (
        Listed(1, article.title, 2, "2022-11-08", "2022-11-09", "https://example.org/a", 3, 40),
        Listed(2, "東京" * 40, 1, "", "", ""),
    ):
        assert cell_len(told(article_line(listed, width, marked=marked))) == max(width, 2)
    for document in article.documents:
        assert cell_len(told(version_line(document, width, marked=marked))) == width


def test_a_title_runs_on_over_columns_that_are_empty() -> None:
    title = "The harbour council met for three nights and then agreed to build the longer pier after all"
    assert title in told(article_line(Listed(1, title, 1, "", "", ""), 100))
    assert told(article_line(Listed(1, title, 2, "2024-01-01", "", ""), 100)).startswith("▸ The harbour")
    assert title not in told(article_line(Listed(1, title, 2, "2024-01-01", "", ""), 100))


def test_of_a_long_path_the_end_stays() -> None:
    line = told(corpus_line("/home/anna/work/corpora/harbour", Counts(1, 2, 0), (), 50))
    assert "…" in line
    assert "harbour" in line


def test_a_marked_version_is_told_by_a_sign() -> None:
    (article,) = open_corpus(packaged("seeds")).articles
    lead = version_line(article.documents[0], 80, marked=True)[0]
    assert "●" in lead.text
    assert lead.ink is Ink.REWORDED


@given(st.integers(1, 30), st.dictionaries(st.integers(0, 29), st.integers(1, 4), max_size=6))
def test_every_line_stands_for_one_thing_and_each_thing_has_its_line(count: int, unfolded: dict[int, int]) -> None:
    roll = Roll(range(1, count + 1), {place: below for place, below in unfolded.items() if place < count})
    entries = [roll.entry(row) for row in range(len(roll))]
    assert [roll.row(entry) for entry in entries] == list(range(len(roll)))
    expected = [
        Entry(place, document) for place in range(count) for document in (None, *range(roll.unfolded.get(place, 0)))
    ]
    assert entries == expected


def test_a_raw_text_is_broken_into_lines_that_obey_nothing() -> None:
    lines = broken("one\x1b[31m two\r\nthree " + "x" * 50, 20)
    assert all(cell_len(line) <= 20 for line in lines)
    assert "\x1b" not in "".join(lines)
    assert lines[1].startswith("three")


def test_how_far_the_reading_is_says_how_fast_and_how_long_it_takes() -> None:
    assert how_far(Progress(500, 2000, 500, 10.0)) == "reading 500 of 2,000, 50 a second, 30 s left"
    assert how_far(Progress(5, 0, 5, 0.1)) == "reading 5"
    assert how_far(Progress(0, 1, 500, 9.0)) == "reading"
