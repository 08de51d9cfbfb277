"""The promises of a comparison, held over made-up documents."""

from __future__ import annotations

import random
import subprocess
import sys
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.engine import compare
from diptych.comparison.summary import is_formal
from diptych.corpus.document import version_of
from diptych.model import Block, Kind, Link, Role, Side, Version, WordKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.comparison.result import Comparison

WORDS = [
    "the",
    "a",
    "of",
    "river",
    "stone",
    "Anna",
    "Berlin",
    "12",
    "3.5",
    "said",
    "claimed",
    "not",
    "quickly",
    "village",
]
WORDS += ["border", "talks", "peace", "officials", "—", ",", "never"]
MORE = ["*bold*", '"yes"', "“no”", "Yes.", "naïve", "東京。", "don't", "U.S.", "\u200b", "e\u0301", "\ud800"]

sentence = st.lists(st.sampled_from(WORDS * 3 + MORE), min_size=1, max_size=9).map(lambda words: " ".join(words) + ".")
paragraph = st.lists(sentence, min_size=1, max_size=4).map(" ".join)
head = st.sampled_from(["", "# Talks Held\n\n", "# Talks\n\nBy [AFP](#)\n\nNovember 08, 2022\n\n", " date 2022-11-08 "])
document = st.builds(lambda top, parts: top + "\n\n".join(parts), head, st.lists(paragraph, min_size=0, max_size=6))
quick = settings(max_examples=60, deadline=None)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A document and a revision of it: paragraphs dropped, added, moved, sentences changed."""
    parts = draw(st.lists(paragraph, min_size=1, max_size=6))
    rng = random.Random(draw(st.integers(0, 10**6)))
    revised = [part for part in parts if rng.random() > 0.2]
    for index, part in enumerate(revised):
        words = part.split(" ")
        for _ in range(rng.randint(0, 2)):
            words[rng.randrange(len(words))] = rng.choice(WORDS)
        revised[index] = " ".join(words)
    if len(revised) > 2 and rng.random() < 0.4:
        revised.insert(rng.randrange(len(revised)), revised.pop(rng.randrange(len(revised))))
    revised += draw(st.lists(paragraph, max_size=2))
    return draw(head) + "\n\n".join(parts), draw(head) + "\n\n".join(revised)


pairs = st.one_of(revisions(), st.tuples(document, document))


def compared(old: str, new: str) -> Comparison:
    return compare(version_of(old), version_of(new))


def told(comparison: Comparison) -> list[object]:
    """All that a comparison says."""
    return [comparison.links, [comparison.words(index) for index in range(len(comparison.links))], comparison.summary()]


@given(pairs)
@quick
def test_every_sentence_stands_in_exactly_one_link(texts: tuple[str, str]) -> None:
    comparison = compared(*texts)
    for side in Side:
        held = sorted(index for link in comparison.links for index in link.on(side))
        assert held == list(range(len(comparison.sentences(side))))
    assert comparison.summary().unaccounted == 0


@given(pairs)
@quick
def test_both_texts_rebuild_from_the_comparison(texts: tuple[str, str]) -> None:
    comparison = compared(*texts)
    for side in Side:
        text = comparison.version(side).text
        sentences = comparison.sentences(side)
        spans = sorted(sentences[index][:2] for link in comparison.links for index in link.on(side))
        built, at = "", 0
        for start, end in spans:
            assert not comparison.version(side).plain(at, start).strip()
            built += text[at:start] + text[start:end]
            at = end
        assert built + text[at:] == text


@given(pairs)
@quick
def test_word_changes_lie_in_order_each_span_in_one_sentence_of_its_link(texts: tuple[str, str]) -> None:
    comparison = compared(*texts)
    for index, link in enumerate(comparison.links):
        changes = comparison.words(index)
        for side in Side:
            sentences = [comparison.sentences(side)[n] for n in link.on(side)]
            spans = [span for change in changes for span in change.on(side)]
            assert all(any(s.start <= a <= b <= s.end for s in sentences) for a, b in spans)
            assert spans == sorted(spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
        for change in changes:
            assert change.old
            assert change.new
            assert (change.kind is WordKind.ADDED) == all(a == b for a, b in change.old)
            assert (change.kind is WordKind.REMOVED) == all(a == b for a, b in change.new)


@given(pairs)
@quick
def test_what_no_word_change_marks_reads_the_same_on_both_sides(texts: tuple[str, str]) -> None:
    comparison = compared(*texts)
    for index, link in enumerate(comparison.links):
        if link.kind not in (Kind.REWORDED, Kind.SPLIT, Kind.MERGED):
            continue
        rest = []
        for side in Side:
            version = comparison.version(side)
            spans = [span for change in comparison.words(index) for span in change.on(side)]
            found = ""
            for n in link.on(side):
                at, end, _ = comparison.sentences(side)[n]
                for start, stop in spans:
                    if at <= start <= stop <= end:
                        found += version.plain(at, start)
                        at = stop
                found += version.plain(at, end)
            rest.append("".join(unicodedata.normalize("NFKC", found).split()))
        assert rest[0] == rest[1]


@given(pairs)
@quick
def test_the_summary_counts_as_formal_what_the_word_changes_say_is(texts: tuple[str, str]) -> None:
    comparison = compared(*texts)
    for index, link in enumerate(comparison.links):
        if link.old and link.new and not link.moved:
            facets = [change.facets for change in comparison.words(index)]
            assert is_formal(comparison, index) == all(f and all(one.is_formal for one in f) for f in facets)


def paragraphed(text: str) -> Version:
    """A version whose blocks are what blank lines part."""
    blocks = []
    at = 0
    for number, part in enumerate(text.split("\n\n"), 1):
        body = part.strip()
        if body:
            start = text.index(body, at)
            blocks.append(Block(start, start + len(body), Role.PARAGRAPH, number))
        at += len(part) + 2
    return Version(text, tuple(blocks))


@given(document, st.sampled_from(["\n", "\n   ", "  ", "\t", "\u00a0", "\r\n"]))
@quick
def test_rewrapping_changes_nothing(text: str, space: str) -> None:
    comparison = compare(paragraphed(text), paragraphed(text.replace(" ", space)))
    assert not comparison.changes


@given(document)
@quick
def test_line_ends_and_unicode_form_change_nothing(text: str) -> None:
    assert not compared(text, text.replace("\n", "\r\n")).changes
    assert not compared(text, unicodedata.normalize("NFD", text)).changes


@given(pairs)
@quick
def test_swapping_mirrors_links_words_and_summary(texts: tuple[str, str]) -> None:
    there, back = compared(*texts), compared(*reversed(texts))
    assert told(back) == told(there.swapped())
    assert told(there.swapped().swapped()) == told(there)


@given(document)
@quick
def test_a_text_against_itself_is_the_same_throughout(text: str) -> None:
    comparison = compared(text, text)
    assert {link.kind for link in comparison.links} <= {Kind.SAME}
    assert not comparison.changes


@pytest.mark.parametrize("bound", ["", "matching.MOST_MET = 10", "alignment.MOST_OPEN = 10"])
def test_the_same_input_gives_the_same_result_whatever_the_hash_seed(bound: str) -> None:
    code = f"""
import random
from diptych import compare
from diptych.comparison import alignment, matching
{bound}
r = random.Random(3)
words = "the of a river stone Anna Berlin said talks peace border village not never".split()
words += [f"{{a}}{{b}}" for a in words for b in words]
made = lambda: " ".join(r.choice(words) for _ in range(9)) + ". "
old = [made() for _ in range(40)]
new = [" ".join((sentence if r.random() < 0.4 else made()).split()[r.randrange(4):]) + " " for sentence in old]
r.shuffle(new)
found = compare("".join(old), "".join(new))
print(found.links, [found.words(index) for index in range(len(found.links))], found.notes)
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > 1000


def paragraphs(count: int, seed: int, stem: str = "") -> list[str]:
    rng = random.Random(seed)
    made = [f"{stem}{rng.choice(WORDS)}{number}x" for number in range(400)]
    return [" ".join(rng.choice(made) for _ in range(14)) + "." for _ in range(count)]


FAR = 3
"""Sentences from an edit after which nothing may have changed but the numbers of what follows."""


def revised(sentences: list[str], rng: random.Random) -> list[str]:
    """Some of the sentences reworded, dropped, split or moved, others added."""
    moved = list(sentences)
    moved.insert(rng.randrange(len(moved)), moved.pop(rng.randrange(len(moved))))
    found: list[str] = []
    for sentence in moved:
        chance = rng.random()
        words = sentence[:-1].split()
        if chance < 0.2:
            words[rng.randrange(len(words))] = "elsewhere"
            found.append(" ".join(words) + ".")
        elif chance < 0.25:
            found += [" ".join(words[:7]) + ".", " ".join(words[7:]) + "."]
        elif chance < 0.3:
            found += [sentence, *paragraphs(1, rng.randrange(10**6))]
        elif chance > 0.05:
            found.append(sentence)
    return found


@given(st.integers(0, 10**6), st.sampled_from(["reworded", "replaced", "dropped", "added"]))
@settings(max_examples=25, deadline=None)
def test_a_local_edit_changes_the_result_locally(seed: int, edit: str) -> None:
    rng = random.Random(seed)
    old = paragraphs(40, seed)
    new = revised(old, rng)
    place = rng.randrange(len(new))
    fresh = paragraphs(1, seed + 1)
    changed = {
        "reworded": [new[place].replace(" ", " quite ", 1)],
        "replaced": fresh,
        "dropped": [],
        "added": [new[place], *fresh],
    }[edit]
    before = compared("\n\n".join(old), "\n\n".join(new)).links
    after = compared("\n\n".join(old), "\n\n".join([*new[:place], *changed, *new[place + 1 :]])).links
    shift = len(changed) - 1
    moved_back = [link._replace(new=tuple(j - shift * (j > place) for j in link.new)) for link in after]
    assert far_from(place, before, moved_back) == far_from(place, moved_back, before)


def far_from(place: int, links: Sequence[Link], others: Sequence[Link]) -> set[Link]:
    """The links but for those near a place of the new text, by either comparison, and for what their old sentences are
    tied to instead."""
    near = {i for link in (*links, *others) for i in link.old if any(abs(j - place) <= FAR for j in link.new)}
    instead = {j for link in (*links, *others) for j in link.new if not near.isdisjoint(link.old)}
    return {
        link
        for link in links
        if near.isdisjoint(link.old) and all(abs(j - place) > FAR and j not in instead for j in link.new)
    }


def edited_prose(count: int) -> tuple[list[str], list[str]]:
    old = paragraphs(count, 1)
    return old, revised(old, random.Random(2))


GROWING: dict[str, Callable[[int], tuple[list[str], list[str]]]] = {
    "edited": edited_prose,
    "all equal": lambda count: (paragraphs(count, 1), paragraphs(count, 1)),
    "all different": lambda count: (paragraphs(count, 1, "a"), paragraphs(count, 2, "b")),
    "all reworded": lambda count: (
        paragraphs(count, 1),
        [text.replace(" ", " so ", 3) for text in paragraphs(count, 1)],
    ),
    "upside down": lambda count: (paragraphs(count, 1), paragraphs(count, 1)[::-1]),
    "repeated": lambda count: (paragraphs(10, 1) * (count // 10), [*paragraphs(9, 1), "So."] * (count // 10)),
    "one word": lambda count: ([f"W{n * n % 997}." for n in range(count)], [f"W{n * n % 991}." for n in range(count)]),
}


def calls(old: list[str], new: list[str]) -> int:
    """How many calls a comparison takes: a measure of its cost that no other program on the machine can change."""
    sides = paragraphed("\n\n".join(old)), paragraphed("\n\n".join(new))
    count = 0

    def called(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        compare(*sides)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", GROWING)
def test_cost_grows_with_the_text_and_not_with_its_square(shape: str) -> None:
    small, large = (calls(*GROWING[shape](count)) for count in (200, 800))
    assert large < 4 * 1.5 * small


def test_only_what_moved_is_a_move() -> None:
    old = paragraphs(30, 2)
    new = old[:5] + old[8:20] + old[5:8] + old[20:]
    links = compared("\n\n".join(old), "\n\n".join(new)).links
    assert {index for link in links if link.moved for index in link.old} == {5, 6, 7}
    assert {link.kind for link in links} == {Kind.SAME}


def test_repeated_sentences_do_not_jump_about() -> None:
    lines = ["Yes.", *paragraphs(3, 3), "Yes.", *paragraphs(3, 4), "Yes.", "Yes.", *paragraphs(2, 5)]
    new = [*lines[:4], *lines[5:]]
    links = compared("\n\n".join(lines), "\n\n".join(new)).links
    assert not any(link.moved for link in links)
    assert [link.kind for link in links if link.is_change] == [Kind.DELETED]
