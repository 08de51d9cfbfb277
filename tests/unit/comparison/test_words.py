"""Word changes: whole words, no confetti, and what crosses the boundary of a split."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.engine import compare
from diptych.comparison.normal import unwrapped
from diptych.comparison.result import Comparison
from diptych.comparison.tokens import LONGEST, WHOLESALE
from diptych.comparison.words import word_changes
from diptych.model import Block, Facet, Kind, Link, Role, Sentence, Side, Span, Version

CHANGES = [
    ("The minister claimed it.", "The minister said it.", [("claimed", "said")]),
    ("He met President Putin.", "He met President Vladimir Putin.", [("", "Vladimir")]),
    ("It cost 1,200 euros.", "It cost 1,300 euros.", [("1,200", "1,300")]),
    ("Prices rose 4.2 percent.", "Prices rose 4.7 percent.", [("4.2", "4.7")]),
    ("It cost 4.2 million there.", "It cost 4.3 million there.", [("4.2 million", "4.3 million")]),
    ("The U.S. and the UK met.", "The U.S. and the U.K. met.", [("UK", "U.K.")]),
    ("She did not say so.", "She didn't say so.", [("did not", "didn't")]),
    ("首相は意向を表明した。", "首相は意向を明らかにした。", [("表明", "明らかに")]),
    ("It cost £4.2m there.", "It cost £4.7m there.", [("£4.2m", "£4.7m")]),
    ("He left at 2.30pm sharp.", "He left at 3.30pm sharp.", [("2.30pm", "3.30pm")]),
    ("He left on 3 March 2021.", "He left on 4 March 2021.", [("3 March 2021", "4 March 2021")]),
    ("He left on March 3, 2021.", "He left on March 3, 2022.", [("March 3, 2021", "March 3, 2022")]),
    ("About two hundred and ten came.", "About two hundred came.", [("two hundred and ten", "two hundred")]),
    ("They won't go home.", "They will go home.", [("won't", "will")]),
    ("A cease-fire held there.", "A ceasefire held there.", [("cease-fire", "ceasefire")]),
    ("The data base grew fast.", "The database grew fast.", [("data base", "database")]),
    ("我们去北京。", "我们去上海。", [("北京", "上海")]),
    ("これは古い本です。", "これは新しい本です。", [("古", "新し")]),
    ("นายกรัฐมนตรีเดินทางไปเชียงใหม่", "นายกรัฐมนตรีเดินทางไปภูเก็ต", [("เชียงใหม่", "ภูเก็ต")]),
    ("정부는 오늘 발표했다.", "정부가 오늘 발표했다.", [("정부는", "정부가")]),
    ("ذهب الوَلَد إلى البيت.", "ذهب الولد إلى البيت.", [("الوَلَد", "الولد")]),
    ("הוא גר בבית.", "הוא גר בדירה.", [("בבית", "בדירה")]),
    ("He came and left again.", "He came, and left again.", [("", ",")]),
    ("The red, green and blue flags.", "The red, green, white and blue flags.", [("", ", white")]),
    (
        # No island of an accidental common word between passages that have nothing to do with each other.
        "Officials say that heavy rain flooded cellars in many of the old houses there.",
        "Officials say that a late frost of some days killed young vines there.",
        [("heavy rain flooded cellars in many of the old houses", "a late frost of some days killed young vines")],
    ),
]


def version(text: str) -> Version:
    return Version(text, (Block(0, len(text), Role.PARAGRAPH, 1),))


def changes(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (
            " ".join(comparison.old.text[a:b] for a, b in change.old),
            " ".join(comparison.new.text[a:b] for a, b in change.new),
        )
        for index in range(len(comparison.links))
        for change in comparison.words(index)
    ]


@pytest.mark.parametrize(("old", "new", "wanted"), CHANGES)
def test_words_are_marked_as_a_person_would_mark_them(old: str, new: str, wanted: list[tuple[str, str]]) -> None:
    assert changes(compare(version(old), version(new))) == wanted
    assert changes(compare(version(new), version(old))) == [(b, a) for a, b in wanted]


def test_what_was_added_has_a_place_in_the_old_text() -> None:
    comparison = compare(version("He met President Putin."), version("He met President Vladimir Putin."))
    (change,) = comparison.words(0)
    assert change.old[0].start == change.old[0].end == len("He met President ")
    comma = compare(version("He came and left again."), version("He came, and left again.")).words(0)[0]
    assert comma.old[0].start == len("He came")


def test_a_split_carries_word_changes_across_its_boundary() -> None:
    old = "The driver, who was not hurt, was arrested and taken to hospital for tests."
    new = "The driver was not hurt. He was arrested and taken to hospital for tests."
    comparison = compare(version(old), version(new))
    assert [link.kind for link in comparison.links] == [Kind.SPLIT]
    assert changes(comparison) == [(", who", ""), (",", ". He")]
    assert all(len(change.on(Side.OLD)) == 1 for change in comparison.words(0))
    assert len(comparison.words(0)[1].new) == 2


def test_a_very_long_link_is_one_change_between_its_common_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("diptych.comparison.words.LONGEST", 20)
    comparison = compare(version("The minister claimed it on Monday."), version("The minister said it on Monday."))
    assert changes(comparison) == [("claime", "sai")]


def test_where_a_passage_is_too_long_to_be_cut_into_words_the_comparison_says_so() -> None:
    old = "and then ".join(f"witness {number} " for number in range(30_000))
    comparison = compare(version(old), version(f"{old}but"))
    assert comparison.notes == (WHOLESALE.format(LONGEST),)
    assert comparison.links[0].similarity > 0.99
    assert comparison.summary().substantive == 1
    assert not compare(version(old), version(old)).notes


def moved(old: str, new: str) -> list[tuple[str, str]]:
    """The word changes of two sentences that only moved."""
    comparison = compare(version(old), version(new))
    return [
        (comparison.old.text[slice(*change.old[0])], comparison.new.text[slice(*change.new[0])])
        for change in comparison.words(0)
        if change.moved
    ]


def test_words_that_only_changed_their_place_in_a_sentence_are_called_moved() -> None:
    old = "On Monday morning the minister met her colleagues from the north in the old town."
    new = "The minister met her colleagues from the north in the old town on Monday morning."
    assert moved(old, new) == [("On Monday morning", ""), ("", "on Monday morning")]
    assert moved(new, old) == [("", "On Monday morning"), ("on Monday morning", "")]
    assert compare(version(old), version(new)).facets(0) == (Facet.CASE,)


def test_two_names_that_changed_places_are_no_move_but_substitutions() -> None:
    old = "In the end Anna Berg defeated Maria Stone by a few votes only."
    new = "In the end Maria Stone defeated Anna Berg by a few votes only."
    assert moved(old, new) == []
    assert Facet.NAME in compare(version(old), version(new)).facets(0)


def test_a_word_or_two_of_a_passage_written_anew_have_not_moved() -> None:
    old = "The heavy storm that came from the western coast broke windows there."
    new = "Broken windows, they told us, were all that the heavy storm had left."
    assert moved(old, new) == []


def test_another_particle_is_shown_inside_a_korean_word() -> None:
    (change,) = compare(version("정부는 발표했다."), version("정부가 발표했다.")).words(0)
    assert change.old_letters == change.new_letters == (Span(2, 3),)


GONE = ["harbour", "lantern", "seventy", "copper", "window", "Tuesday"]
COME = ["mushroom", "beyond", "glacier", "piano", "verdict", "Oslo"]


@given(st.data(), st.integers(2, 4), st.sampled_from([(", ", 1), (" of ", 3), (" and ", 5), (" the ", 5)]))
@settings(max_examples=60, deadline=None)
def test_no_lone_comma_is_left_standing_between_substitutions_nor_a_little_word_between_long_ones(
    data: st.DataObject, parts: int, joint: tuple[str, int]
) -> None:
    """How many words a substitution must have on each side before it swallows what stands between it and the next."""
    text, size = joint

    def passage(words: list[str]) -> str:
        part = st.lists(st.sampled_from(words), min_size=size, max_size=size).map(" ".join)
        return text.join(data.draw(part) for _ in range(parts))

    gone, come = passage(GONE), passage(COME)
    old, new = (version(f"They told us {words} before it ended there.") for words in (gone, come))
    ends = [(Sentence(0, len(side.text), 0),) for side in (old, new)]
    (change,) = word_changes(old, new, ends[0], ends[1], Link(Kind.REWORDED, (0,), (0,)))
    assert (old.text[slice(*change.old[0])], new.text[slice(*change.new[0])]) == (gone, come)


EDITED = st.lists(
    st.tuples(st.sampled_from([*GONE, "the", "of", "12", "naïve", "Ångström,"]), st.sampled_from(["", "", "", *COME])),
    min_size=1,
    max_size=12,
)


@given(
    EDITED,
    st.sampled_from(["\n", "\r\n", "\n    ", "  ", "\t", "\u00a0"]),
    st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]),
)
@settings(max_examples=80, deadline=None)
def test_the_same_words_are_marked_however_the_text_is_wrapped_and_in_whatever_unicode_form(
    words: list[tuple[str, str]], space: str, form: Literal["NFC", "NFD", "NFKC", "NFKD"]
) -> None:
    old = version("They told us: " + " ".join(word for word, _ in words))
    plain = "They told us: " + " ".join(other or word for word, other in words)
    dressed = unicodedata.normalize(form, plain).replace(" ", space)
    found = []
    for new in (version(plain), version(dressed)):
        ends = [(Sentence(0, len(side.text), 0),) for side in (old, new)]
        found.append(
            [
                (change.kind, change.old, change.facets, *(unwrapped(new.text[a:b]) for a, b in change.new))
                for change in word_changes(old, new, ends[0], ends[1], Link(Kind.REWORDED, (0,), (0,)))
            ]
        )
    assert found[0] == found[1]
