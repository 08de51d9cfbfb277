"""Which characters inside a line are mark-up, and which only look like it."""

from __future__ import annotations

import sys

import pytest

from diptych.corpus.document import version_of


def _plain(text: str) -> str:
    version = version_of(text)
    return "\n".join(version.plain(block.start, block.end) for block in version.blocks)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2 is 30",
        "2*3*4 and snake_case_name",
        "a lone * star and _ line",
        "f**k this s**t, f*ck that sh*t",
        "[Reuters] said so [sic] and <b>left</b>, 3 < 4 > 2",
        "[a] (b) and [c][d] and [e]: f",
        "unclosed `code and *emphasis and [link](http://e.org",
        "``Hello,'' he said. ``Bye,'' said she. `a' and `b'",
        "C:\\new\\dir and \\n",
        "see https://en.example.org/wiki/A_(b)_c_ and _so on",
        "* * and ** and ____ blanks ____",
        "names changed* as asked* here",
        "<Note: this> <not@ddress <http://open",
    ],
)
def test_plain_text_comes_through_unharmed(text):
    version = version_of("Say: " + text)
    assert version.markup == ()
    assert _plain("Say: " + text) == "Say: " + text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*a* _b_ **c** __d__ ***e*** x", "a b c d e x"),
        ("**bold *both* bold** x", "bold both bold x"),
        ("x `code *x*` and `` a`b ``.", "x code *x* and  a`b ."),
        ("x \\*not\\* and \\[so\\]", "x *not* and [so]"),
        (
            "see <https://e.org/a_b_c> or <mailto:a@b.c> or <a@b.c>.",
            "see https://e.org/a_b_c or mailto:a@b.c or a@b.c.",
        ),
        ('a [link *here*](http://e.org/a_(b) "title") b', "a link here b"),
        ("a [link](<a b> 'c') ![picture](p.png) b", "a link picture b"),
        ("[a [b](c) d](e) x", "[a b d](e) x"),
        ("[![alt](p.png)](http://e.org) x", "alt x"),
        ("a [b]() c", "a b c"),
        ("这是**强调**文字。", "这是强调文字。"),
        ("*a [b* c](d) e*", "a b* c e"),
    ],
)
def test_mark_up_is_left_out_of_the_words(text, plain):
    assert _plain(text) == plain


def test_mark_up_at_the_edges_of_a_block_lies_outside_it():
    version = version_of("# Title\n\n**Related:** see [here](#)\n")
    assert [version.text[b.start : b.end] for b in version.blocks] == ["Title", "Related:** see [here"]
    assert [version.text[a:b] for a, b in version.markup] == ["#", "**", "**", "[", "](#)"]


_HOSTILE = ["[", "*", "`", "<", "_", "[*", "*]", "*a_", "**a*", "`a``", "](", "[a](b ", "[](", "![a](", "<a@", "\\",
            "> ", "# \n", "- a\n", "1. a\n", "```a\n", "a\n===\n", "](x \"", "[x](<", "((", "a.\n", "](\t",
            "<http://"]  # fmt: skip


def _steps(text: str) -> int:
    """Lines of Python that reading a text takes: the same on every machine, however busy it is."""
    steps = 0

    def count(_frame, event, _arg):
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        version_of(text)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("unit", _HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(unit):
    small, large = (unit * (size // len(unit)) for size in (2_000, 16_000))
    # Eight times the text; a quadratic cost would be sixty-four times the steps.
    assert _steps(large) < 16 * max(_steps(small), 200)
    version_of(unit * (200_000 // len(unit)))  # the patterns' own steps are not counted: this would not come to an end
