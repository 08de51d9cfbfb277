"""Either version can be taken from the one text that both make together."""

from __future__ import annotations

from hypothesis import given

from diptych import compare
from diptych.comparison.result import Comparison
from diptych.formats.exact import Told, raw, runs, words
from diptych.formats.running import Fate
from diptych.model import Side
from texts import TEXTS


def taken(comparison: Comparison, side: Side, told: Told) -> str:
    wanted = {Fate.KEPT, Fate.REMOVED if side is Side.OLD else Fate.ADDED}
    return "".join(run.text for run in runs(comparison, told) if run.fate in wanted)


@given(TEXTS, TEXTS)
def test_either_text_is_got_back_to_the_code_point(old: str, new: str) -> None:
    found = compare(old, new)
    assert taken(found, Side.OLD, raw) == old
    assert taken(found, Side.NEW, raw) == new


@given(TEXTS, TEXTS)
def test_either_text_is_got_back_word_for_word_and_paragraph_for_paragraph(old: str, new: str) -> None:
    found = compare(old, new)
    for side in Side:
        version = found.version(side)
        paragraphs = [" ".join(version.plain(block.start, block.end).split()) for block in version.blocks]
        assert [" ".join(part.split()) for part in taken(found, side, words).split("\n\n")] == (paragraphs or [""])


def test_rewrapping_is_told_as_what_it_is_and_nothing_else_is_touched() -> None:
    found = compare("One line here is\nlong. Two.", "One line here is long. Two.")
    assert [(run.text, run.fate) for run in runs(found)] == [
        ("One line here is", Fate.KEPT),
        ("\n", Fate.REMOVED),
        (" ", Fate.ADDED),
        ("long.", Fate.KEPT),
        (" Two.", Fate.KEPT),
    ]
    assert {run.fate for run in runs(found, words)} == {Fate.KEPT}


def test_only_the_changed_words_are_removed_and_added() -> None:
    found = compare("The old mayor of Springfield resigned on Monday.", "The mayor of Springfield resigned on Tuesday.")
    told = [(run.text, run.fate) for run in runs(found)]
    assert ("Monday", Fate.REMOVED) in told
    assert ("Tuesday", Fate.ADDED) in told
    assert sum(len(text) for text, fate in told if fate is Fate.REMOVED) == len("old Monday")
