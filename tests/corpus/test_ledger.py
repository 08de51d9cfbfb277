"""Every character of any text is accounted for."""

from __future__ import annotations

import itertools
from bisect import bisect_right

from hypothesis import example, given, settings
from hypothesis import strategies as st

from diptych.corpus.document import version_of
from diptych.model import Version

_FRAGMENTS = st.sampled_from(
    [
        *"#*_`[]()<>!\\-+=~>:.\"' \t\n\r\x0b\x0c\x85\u2028\u200b\ufeff\ud800\x00\x1b9aB…。é",
        "\r\n", "\n\n", "\n\n\n", "# ", "## ", "> ", "> > ", "- ", "* ", "1. ", "2. ", "---", "===", "***", "```\n",
        "~~~~", "**", "__", "](#)", "[a](b \"c\")", "](<d e>)", "![", "<https://e.org/_x_>", "`` ` ``", "\\*",
        "date 2022-11-08 ", "2022-11-08", "By Jane Doe", "By [AFP](#)", "Nov. 8, 2022", "Source:", "Original url:",
        "https://e.org/a", "Title: ", "Published: ", "8/11/2022", "the troops left.", "Words and words ", "etc. ",
    ],
)  # fmt: skip
_TEXTS = st.one_of(st.text(st.characters(), max_size=60), st.lists(_FRAGMENTS, max_size=30).map("".join))


def _assert_accounted_for(version: Version) -> None:
    text, blocks, markup = version.text, version.blocks, version.markup
    for spans in (blocks, markup):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = bytearray(len(text))
    for start, end in [(b.start, b.end) for b in blocks] + [(m.start, m.end) for m in markup]:
        covered[start:end] = b"\1" * (end - start)
    assert all(covered[i] or char.isspace() for i, char in enumerate(text))
    starts = [block.start for block in blocks]
    for mark in markup:
        index = bisect_right(starts, mark.start) - 1
        inside = index >= 0 and mark.end <= blocks[index].end
        before_next = index + 1 == len(blocks) or mark.end <= blocks[index + 1].start
        assert inside or ((index < 0 or mark.start >= blocks[index].end) and before_next)
    numbers = [block.number for block in blocks if not block.role.is_header]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(block.number == 0 for block in blocks if block.role.is_header)


@settings(max_examples=600, deadline=None)
@given(_TEXTS)
@example("")
@example("**\n> **")
@example("> [a](\n> b)")
@example("By [A\nB](#)")
def test_every_character_lies_in_a_block_or_in_mark_up_or_is_white_space(text):
    _assert_accounted_for(version_of(text))


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_a_block_begins_and_ends_with_words(text):
    version = version_of(text)
    for block in version.blocks:
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        pieces = version.pieces(block.start, block.end)
        assert pieces[0].start == block.start
        assert pieces[-1].end == block.end


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_the_same_text_always_gives_the_same_version(text):
    assert version_of(text) == version_of(text)
