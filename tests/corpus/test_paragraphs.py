"""Where paragraphs, headings and list items begin and end."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.corpus.document import version_of
from diptych.model import Role


def _blocks(text: str) -> list[tuple[str, str]]:
    version = version_of(text)
    return [(block.role.value, " ".join(version.plain(block.start, block.end).split())) for block in version.blocks]


def _paragraphs(text: str) -> list[str]:
    return [words for role, words in _blocks(text) if role == "paragraph"]


@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\r\r", "\n \t \n", "\n\u2003\n", "\n\n\n\n", "\n\u2028\n"])
def test_blank_lines_part_paragraphs_whatever_ends_the_lines(blank):
    assert _paragraphs(f"One is here.{blank}Two is here.") == ["One is here.", "Two is here."]


@pytest.mark.parametrize("odd", ["\u2028", "\x0b", "\x0c", "\x85", "\x1d"])
def test_only_line_feeds_and_carriage_returns_end_a_line(odd):
    version = version_of(f"One{odd}{odd}two.")
    assert [version.text[b.start : b.end] for b in version.blocks] == [f"One{odd}{odd}two."]


def test_wrapped_lines_belong_to_one_paragraph():
    text = "The council met late on Tuesday and\nvoted for the plan.\n\nNobody\nspoke against it."
    assert _paragraphs(text) == ["The council met late on Tuesday and voted for the plan.", "Nobody spoke against it."]


def test_blocks_are_numbered_from_one_and_headings_count():
    version = version_of("Opening words here.\n\n## Part\n\n- item\n\nClosing words.")
    assert [(b.role, b.number) for b in version.blocks] == [
        (Role.PARAGRAPH, 1),
        (Role.HEADING, 2),
        (Role.ITEM, 3),
        (Role.PARAGRAPH, 4),
    ]


@pytest.mark.parametrize("line", ["== Part ==", "==Part==", "=== Part ==="])
def test_a_heading_of_a_wiki_is_one_though_text_follows_at_once(line: str) -> None:
    version = version_of(f"Opening words here.\n\n{line}\nClosing words.")
    assert [(b.role, version.plain(b.start, b.end)) for b in version.blocks] == [
        (Role.PARAGRAPH, "Opening words here."),
        (Role.HEADING, "Part"),
        (Role.PARAGRAPH, "Closing words."),
    ]


_LONG = "The committee heard nine witnesses over two days, and each of them told much the same story about the bridge. "


def test_long_lines_that_end_as_sentences_do_are_paragraphs_of_their_own():
    lines = [_LONG * 2 + "It closed.", _LONG + "Nobody was hurt.", _LONG * 3 + "“We knew,” he said."]
    assert len(_paragraphs("\n".join(lines))) == 3


def test_a_title_above_such_lines_does_not_change_that():
    assert len(_paragraphs("\n".join(["A Bridge Too Frail", *[_LONG * 2 + "It closed."] * 4]))) >= 4


def test_a_wrapped_text_without_blank_lines_stays_one_paragraph():
    for width in (40, 60, 72, 100, 120):
        assert len(_paragraphs("\n".join(textwrap.wrap(_LONG * 8, width)))) == 1


_SAMPLE = "the a bridge committee fell. stood, Anna said yes. in 1990. no"
_WORDS = st.lists(st.sampled_from(_SAMPLE.split()), min_size=1)


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS.map(" ".join), min_size=2, max_size=6), st.integers(20, 150))
def test_rewrapping_changes_no_block(paragraphs, width):
    flat = "\n\n".join(paragraphs)
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert _blocks(flat) == _blocks(wrapped)


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS.map(" ".join), min_size=1, max_size=6), st.sampled_from(["\r\n", "\r"]), st.integers(0, 9))
def test_line_ends_and_indentation_change_no_block(paragraphs, line_end, indent):
    flat = "\n\n".join(paragraphs)
    other = re.sub(r"(?m)^(?=.)", " " * indent, flat).replace("\n", line_end)
    assert _blocks(flat) == _blocks(other)


def test_headings_are_known_with_and_without_closing_signs():
    assert _blocks("Words first.\n\n## One\n\n### Two ##\n\n#hashtag\n\nThree\n---\n\nmore") == [
        ("paragraph", "Words first."),
        ("heading", "One"),
        ("heading", "Two"),
        ("paragraph", "#hashtag"),
        ("heading", "Three"),
        ("paragraph", "more"),
    ]


def test_a_list_has_items():
    text = "To bring:\n- bread\n- salt\n  and pepper\n\n1. one\n2. two\n\n* star\n\n• dot"
    assert [words for role, words in _blocks(text) if role == "item"] == [
        "bread",
        "salt and pepper",
        "one",
        "two",
        "star",
        "dot",
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "He was born in\n1990. Then he moved away.",
        "1990. It was a year of change.",
        "3. Oktober 1990 war ein Mittwoch.",
        "- 5 degrees was the low.",
        "They came\n- and this surprised him -\nby train.",
        "The share fell\n> 5 percent of it at once.",
        "-",
        "#",
        "1.",
    ],
)
def test_prose_that_looks_like_a_list_is_left_alone(prose):
    if prose == "#":
        assert _blocks(prose) == []
    else:
        assert _blocks(prose) == [("paragraph", " ".join(prose.split()))]


def test_a_quotation_loses_its_signs_and_keeps_its_lines_together():
    assert _paragraphs("> We saw it\n> coming.\n>\n> Nobody else did.\n\nSo they said.") == [
        "We saw it coming.",
        "Nobody else did.",
        "So they said.",
    ]


def test_rules_are_mark_up_and_part_paragraphs():
    assert _paragraphs("One.\n***\nTwo.\n\n- - -\n\nThree.\n\n____\n\nFour.") == ["One.", "Two.", "Three.", "Four."]


def test_code_between_fences_is_words_as_they_stand():
    version = version_of("See:\n\n```sh\n# not *a* heading\n- nor a list\n```\n\nDone.")
    assert [b.role for b in version.blocks] == [Role.PARAGRAPH] * 3
    assert version.plain(version.blocks[1].start, version.blocks[1].end) == "# not *a* heading\n- nor a list"
    assert [version.text[a:b] for a, b in version.markup] == ["```sh", "```"]


def test_a_fence_that_nothing_closes_is_text():
    assert _paragraphs("```\nwords go on") == ["``` words go on"]


def test_a_text_of_nothing_but_space_or_mark_up_has_no_blocks():
    assert version_of("").blocks == ()
    assert version_of(" \n\t\r\n").blocks == ()
    assert version_of("[](#)\n\n***").blocks == ()
