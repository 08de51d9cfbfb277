"""The values that the rooms pass on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import open_corpus, read_version
from diptych.corpus.document import version_of
from diptych.model import Block, Kind, Link, Role, Side, Span, Version, WordChange, WordKind
from diptych.paths import packaged


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("It rained.", 2),
        ("Don't go to Nagorno-Karabakh, it said.", 6),
        ("More than 6,500 died — in 2020.", 6),
        ("He **said** [it](#).", 3),
        ("# Title\n\nBody text.", 2),
        ("彼は行った。", 5),
    ],
)
def test_words_are_counted_as_a_person_counts_them(text: str, count: int) -> None:
    assert version_of(text).count_words() == count


@given(st.text(st.sampled_from([*map(chr, range(128)), *"-'.,:&@ab1 _" * 6])))
def test_words_of_ascii_are_counted_as_all_others_are(text: str) -> None:
    version = Version(text, (Block(0, len(text), Role.PARAGRAPH),))
    other = Version(f"{text} é", (Block(0, len(text) + 2, Role.PARAGRAPH),))
    assert version.count_words() == other.count_words() - 1


def test_a_list_and_a_comparison_count_the_same() -> None:
    (article,) = open_corpus(packaged("seeds")).articles
    for document in article.documents:
        assert document.words == read_version(document.path).count_words()


def test_a_link_and_a_word_change_mirrored_twice_are_themselves() -> None:
    link = Link(Kind.SPLIT, (3,), (4, 5), moved=True, similarity=0.5)
    assert link.mirrored().kind is Kind.MERGED
    assert link.mirrored().mirrored() == link
    change = WordChange(WordKind.ADDED, (Span(3, 3),), (Span(4, 9),))
    assert change.mirrored().kind is WordKind.REMOVED
    assert change.mirrored().on(Side.OLD) == change.on(Side.NEW)
    assert change.mirrored().mirrored() == change


def test_mark_up_is_left_out_of_pieces_wherever_the_span_begins() -> None:
    version = version_of("He **really** said it.")
    assert version.plain(0, len(version.text)) == "He really said it."
    assert version.plain(4, 11) == "really"
    assert version.pieces(5, 7) == [Span(5, 7)]
