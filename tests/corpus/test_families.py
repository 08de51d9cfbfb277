"""Which texts are versions of one article, told by what they say."""

from __future__ import annotations

import os
import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.corpus import meetings
from diptych.corpus.families import families_of
from diptych.corpus.grouping import Corrections
from diptych.corpus.sketches import sketch_of, words_of
from diptych.corpus.ties import tie_between

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _text(seed: int, words: int) -> str:
    """Words that no other seed has in this order."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 9))) for _ in range(300)]
    return " ".join(chance.choices(vocabulary, k=words))


def _edited(text: str, every: int, seed: int = 0) -> str:
    """The text with one word in so many replaced."""
    chance = random.Random(seed)
    return " ".join("edit" if chance.randrange(every) == 0 else word for word in text.split())


def _groups(texts: list[str], corrections: Corrections | None = None) -> set[frozenset[str]]:
    families = families_of(
        [sketch_of(text) for text in texts],
        whole=lambda indices: ((index, sketch_of(texts[index], whole=True)) for index in indices),
        corrections=corrections,
    )
    return {frozenset(texts[index] for index in group) for group, _ in families.groups}


def test_an_edited_text_is_a_version_of_the_first():
    for words in (20, 60, 400, 3000):
        first, stranger = _text(1, words), _text(2, words)
        second = _edited(first, 12)
        assert _groups([first, stranger, second]) == {frozenset({first, second}), frozenset({stranger})}


def test_two_short_sentences_may_be_versions():
    assert _groups(["The cat sat on the mat today.", "The cat sat on the mat yesterday."]).__len__() == 1
    assert len(_groups(["The cat sat.", "the CAT sat"])) == 1
    assert len(_groups(["The cat sat.", "The dog ran."])) == 2


def test_one_shared_paragraph_makes_no_version():
    boilerplate = _text(99, 70)
    texts = [f"{_text(n, 150)} {boilerplate} {_text(n + 50, 150)}" for n in range(6)]
    assert len(_groups(texts)) == 6


def test_one_shared_quotation_makes_no_version():
    quotation = _text(99, 30)
    assert len(_groups([f"{_text(1, 100)} {quotation}", f"{quotation} {_text(2, 90)}"])) == 2


def test_boilerplate_in_several_places_makes_no_version():
    head, middle, foot = (_text(n, 25) for n in (97, 98, 99))
    texts = [f"{head} {_text(n, 90)} {middle} {_text(n + 50, 90)} {foot}" for n in range(12)]
    assert len(_groups(texts)) == 12


def test_a_long_history_is_one_article():
    texts = [_text(1, 400)]
    for step in range(60):
        texts.append(_edited(texts[-1], 60, step))
    assert len(_groups(texts)) == 1


def test_a_report_that_grew_is_one_article():
    whole = _text(1, 900)
    words = whole.split()
    assert len(_groups([" ".join(words[:n]) for n in (80, 250, 900)])) == 1


def test_a_digest_does_not_tie_its_parts_together():
    parts = [_text(n, 120) for n in range(5)]
    assert len(_groups([*parts, " ".join(parts)])) == 6
    assert len(_groups([*parts[:2], " ".join(parts[:2])])) == 3


def test_order_changes_nothing():
    texts = [_text(n, 200) for n in range(4)]
    texts += [_edited(text, 10, seed) for seed, text in enumerate(texts)]
    shuffled = texts[:]
    random.Random(3).shuffle(shuffled)
    assert _groups(texts) == _groups(shuffled)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=80), max_size=6))
def test_every_text_is_in_exactly_one_group(texts):
    groups = families_of([sketch_of(text) for text in texts]).groups
    assert sorted(index for group, _ in groups for index in group) == list(range(len(texts)))


def test_a_text_shares_all_its_phrases_with_itself():
    tie = tie_between(sketch_of(_text(1, 500)), sketch_of(_text(1, 500)))
    assert tie is not None
    assert (tie.share, tie.places) == (1.0, 1)


def test_case_and_punctuation_make_no_difference():
    assert sketch_of("The Cat, sat — on the MAT!") == sketch_of("the cat sat on the mat")


def test_sketches_are_the_same_in_every_run():
    code = (
        "from diptych.corpus.sketches import sketch_of; print(list(sketch_of('one two three four five six').phrases))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in "12"
    }
    assert len(runs) == 1


def test_a_stub_joins_the_report_it_grew_into():
    report, other = _text(1, 700), _text(2, 700)
    stub = " ".join(report.split()[300:330])
    assert _groups([stub, other, report]) == {frozenset({stub, report}), frozenset({other})}


def test_a_stub_does_not_tie_two_reports_together():
    stub = _text(9, 40)
    reports = [f"{_text(n, 300)} {stub} {_text(n + 50, 300)}" for n in (1, 2)]
    groups = _groups([*reports, stub])
    assert not any(set(reports) <= group for group in groups)


def test_versions_in_scripts_without_spaces_are_found():
    chance = random.Random(5)
    signs = [chr(n) for n in range(0x4E00, 0x4E00 + 900)]
    first, stranger = ("。".join("".join(chance.choices(signs, k=18)) for _ in range(20)) for _ in range(2))
    second = first.replace(first[40], "版").replace(first[80], "稿")
    assert _groups([first, stranger, second]) == {frozenset({first, second}), frozenset({stranger})}


def test_what_a_person_said_outweighs_the_texts():
    first, stranger = _text(1, 300), _text(2, 300)
    second = _edited(first, 12)
    texts = [first, second, stranger]
    kept_apart = Corrections(apart=frozenset({(0, 1)}))
    assert len(_groups(texts, kept_apart)) == 3
    assert len(_groups(texts, Corrections(together=frozenset({(1, 2)})))) == 1


def test_who_is_to_be_kept_apart_does_not_come_together_through_a_third():
    first = _text(1, 300)
    texts = [first, _edited(first, 12), _edited(first, 12, 7)]
    groups = _groups(texts, Corrections(apart=frozenset({(0, 1)})))
    assert not any({texts[0], texts[1]} <= group for group in groups)
    assert len(groups) == 2


def test_what_does_not_fit_into_memory_waits_in_files(monkeypatch):
    texts = [_text(n, 200) for n in range(4)]
    texts += [_edited(text, 10, seed) for seed, text in enumerate(texts)]
    expected = _groups(texts)
    monkeypatch.setattr(meetings, "HELD", 1)
    assert _groups(texts) == expected
    assert len(expected) == 4


def test_words_are_the_same_with_typographic_marks_and_without():
    assert words_of("“It’s—well…” he said") == words_of('"It\'s -- well ..." HE said')
