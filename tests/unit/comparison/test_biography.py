"""The life of a sentence through many versions."""

from __future__ import annotations

from diptych import compare
from diptych.comparison.biography import Fate, biography
from diptych.comparison.result import Comparison

ROOF = "Councillor Ada Marsh said the roof would cost four million crowns to repair, which the town did not have."
KING = "The pool was opened in 1931 by the king, and three generations learned to swim in it."
SONG = "Swimmers gathered outside the hall with banners and sang until the vote was over."
MAYOR = "The mayor will speak in the great hall on Friday. Nobody in the town expects her to relent."
JOINED = "The mayor will speak in the great hall on Friday, and nobody in the town expects her to relent."
DEARER = ROOF.replace("four", "five")

VERSIONS = [
    [KING, SONG],
    [ROOF, KING, SONG],
    [DEARER, KING, SONG, MAYOR],
    [KING, SONG, DEARER, MAYOR],
    [KING, SONG, JOINED],
    [KING, SONG, DEARER, JOINED],
]


def between(step: int) -> Comparison:
    old, new = ("\n\n".join(paragraphs) for paragraphs in VERSIONS[step : step + 2])
    return compare(old, new)


def life(at: int, *sentences: int) -> list[tuple[int, Fate, bool]]:
    return [(moment.version, moment.fate, moment.moved) for moment in biography(6, at, sentences, between)]


def test_a_sentence_appears_changes_moves_vanishes_and_comes_back() -> None:
    told = [
        (1, Fate.APPEARED, False),
        (2, Fate.REWORDED, False),
        (3, Fate.SAME, True),
        (4, Fate.VANISHED, False),
        (5, Fate.RETURNED, False),
    ]
    assert life(1, 0) == told
    assert life(3, 2) == told


def test_a_sentence_that_never_changed_is_there_from_the_first_to_the_last() -> None:
    told = [(0, Fate.FIRST, False), *((n, Fate.SAME, False) for n in range(1, 6))]
    assert life(0, 0) == life(5, 0) == told


def test_two_sentences_that_were_merged_are_followed_into_the_one() -> None:
    assert life(2, 3, 4) == [
        (2, Fate.APPEARED, False),
        (3, Fate.SAME, False),
        (4, Fate.MERGED, False),
        (5, Fate.SAME, False),
    ]
    moments = biography(6, 5, [3], between)
    assert moments[0].text == MAYOR
    assert moments[-1].text == JOINED
    assert moments[0].sentences == (3, 4)
