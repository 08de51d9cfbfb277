"""Texts of a few sentences, where word frequencies over the two documents tell little.

With N = 2 sentences every shared word is in all of them, so an idf over these documents alone makes shared words
weightless: the frequencies need a floor (a background of some dozens of sentences).
"""

import pytest

from diptych import compare
from diptych.model import Kind

POOL = """The council voted on Tuesday to close the swimming pool in Mill Lane at the end of the season.

Councillor Ada Marsh said the roof would cost four million crowns to repair, which the town did not have.

Swimmers gathered outside the hall with banners and sang until the vote was over and the lights went out.
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He claimed it.", "He said it."),
        ("The cat sat.", "The cat sat down."),
        ("The minister claimed it.", "The minister said it on Monday."),
        ("The minister resigned on Monday.", "The minister resigned on Tuesday, officials said."),
        ("Twelve people died in the flood.", "Thirteen people died in the floods."),
        ("彼は昨日東京へ行った。", "彼は昨日京都へ行った。"),
    ],
)
def test_one_sentence_edited_is_a_rewording(old: str, new: str) -> None:
    assert [link.kind for link in compare(old, new).links] == [Kind.REWORDED]


def test_one_word_edited_in_a_story_of_three_sentences_is_a_rewording() -> None:
    kinds = [link.kind for link in compare(POOL, POOL.replace("four", "five")).links]
    assert kinds == [Kind.SAME, Kind.REWORDED, Kind.SAME]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rain is expected in the north.", "The minister resigned on Monday."),
        ("He was tired.", "The ship sank."),
    ],
)
def test_two_sentences_that_share_nothing_but_common_words_are_no_rewording(old: str, new: str) -> None:
    assert {link.kind for link in compare(old, new).links} == {Kind.DELETED, Kind.INSERTED}


def test_a_short_text_split_in_two_is_a_split() -> None:
    old = "The mayor, who has led the town since 2011, will not stand again in the spring election."
    new = "The mayor has led the town since 2011. She will not stand again in the spring election."
    assert [link.kind for link in compare(old, new).links] == [Kind.SPLIT]
