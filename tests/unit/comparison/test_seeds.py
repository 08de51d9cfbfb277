"""The sample corpus, as a reader finds it right."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.comparison.engine import compare
from diptych.comparison.result import Comparison
from diptych.corpus.document import version_of
from diptych.model import Kind, Side

SEEDS = Path(__file__).parents[3] / "seeds"
PUNCTUATED = ("Karabakh, formerly known as", "")


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    old, new = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return compare(version_of(old), version_of(new))


def said(comparison: Comparison, link: int, side: Side) -> str:
    version, sentences = comparison.version(side), comparison.sentences(side)
    return " ".join(version.plain(*sentences[n][:2]) for n in comparison.links[link].on(side))


def changed(comparison: Comparison, beginning: str) -> list[tuple[str, str]]:
    """The word changes of the link whose old sentence begins so."""
    found = [n for n, link in enumerate(comparison.links) if said(comparison, n, Side.OLD).startswith(beginning)]
    return [
        tuple("".join(comparison.version(side).plain(*span) for span in change.on(side)) for side in Side)
        for change in comparison.words(found[0])
    ]


def test_what_only_one_version_has_is_deleted_or_inserted(comparison: Comparison) -> None:
    deleted = [n for n, link in enumerate(comparison.links) if link.kind is Kind.DELETED]
    assert [said(comparison, n, Side.OLD)[:20] for n in deleted] == [
        "Blinken met with Arm",
        "Blinken praised Arme",
        "Blinken said the tal",
        '"The United States a',
        "The rest of the meet",
        "The two countries' l",
        "The two sides earlie",
    ]
    inserted = [said(comparison, n, Side.NEW) for n, link in enumerate(comparison.links) if link.kind is Kind.INSERTED]
    assert any(text.startswith("Related article") for text in inserted)


def test_the_date_lines_say_the_same_day(comparison: Comparison) -> None:
    dates = [n for n in range(len(comparison.links)) if said(comparison, n, Side.NEW) == "November 08, 2022"]
    assert comparison.links[dates[0]].kind is Kind.SAME
    assert said(comparison, dates[0], Side.OLD) == "date 2022-11-08"


@pytest.mark.parametrize(
    ("beginning", "changes"),
    [
        (
            "A week ago",
            [("Pashinian", "Pashinyan"), ("Karabakh", "Nagorno-Karabakh"), ("", "Vladimir")],
        ),
        ("However", [("Defense Ministry", "defense ministry"), ("claimed", "said"), ("that", "")]),
        ("Meanwhile", [("Defense Ministry", "defense ministry")]),
        ("Kremlin", [("spokesperson", "spokesman")]),
        ("Yerevan", [("Karabakh, formerly known as", ""), (",", "—"), ("the", "")]),
        ("Under the", [("cease-fire", "ceasefire")]),
        ("When the", [("", "ethnic"), ("forces", "separatists"), ("Karabakh", "Nagorno-Karabakh")]),
    ],
)
def test_exactly_the_changed_words_are_marked(
    comparison: Comparison, beginning: str, changes: list[tuple[str, str]]
) -> None:
    assert changed(comparison, beginning) == changes


def test_a_respelled_name_shows_its_letters(comparison: Comparison) -> None:
    changes = [change for n in range(len(comparison.links)) for change in comparison.words(n)]
    letters = [
        tuple("".join(comparison.version(side).text[a:b] for a, b in change.letters_on(side)) for side in Side)
        for change in changes
        if change.old_letters or change.new_letters
    ]
    assert letters == [("i", "y"), ("-", "")]


def test_the_ledger_balances(comparison: Comparison) -> None:
    summary = comparison.summary()
    assert summary.unaccounted == 0
    assert (summary.deleted, summary.reworded, summary.moved, summary.split, summary.merged) == (7, 7, 0, 0, 0)
    assert summary.formal == 2
