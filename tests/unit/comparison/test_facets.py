"""What a word change touches: a table of what fires, and of what must not."""

from __future__ import annotations

import pytest

from diptych.comparison.engine import compare
from diptych.model import Block, Role, Version

FIRES = [
    ("number", "It killed 280 people.", "It killed 290 people."),
    ("number", "It cost $4.2 million.", "It cost $4.3 million."),
    ("number", "It took three days.", "It took four days."),
    ("number", "It rose 4%.", "It rose 4 percent points."),
    ("number", "They fled.", "They fled in 12 boats."),
    ("date", "It began on Monday.", "It began on Tuesday."),
    ("date", "It began on November 8.", "It began on November 9."),
    ("date", "It began in 1991.", "It began in 1992."),
    ("date", "It began in May.", "It began in June."),
    ("name", "We met Ann there.", "We met Eve there."),
    ("name", "Karabakh fell in Karabakh today.", "Karabakh fell in Baku today."),
    ("quotation", 'He said "we will go" there.', 'He said "we might go" there.'),
    ("quotation", "He said we will go.", 'He said "we will go".'),
    ("negation", "He did go.", "He did not go."),
    ("negation", "He can go.", "He can't go."),
    ("hedge", "He will go.", "He may go."),
    ("hedge", "It killed 50 people.", "It killed about 50 people."),
    ("hedge", "The thief ran.", "The alleged thief ran."),
    ("attribution", "The ministry said it fell.", "The ministry claimed it fell."),
    ("attribution", "It fell, he said.", "It fell, according to him."),
    ("spelling", "The colour was grey.", "The color was grey."),
    ("spelling", "A cease-fire held.", "A ceasefire held."),
    ("spelling", "We met Nikol Pashinian there.", "We met Nikol Pashinyan there."),
    ("spelling", "It took three days.", "It took 3 days."),
    ("spelling", "They recieved it.", "They received it."),
    ("case", "The Defense Ministry spoke.", "The defense ministry spoke."),
    ("punctuation", "He came, and left.", "He came and left."),
    ("punctuation", "It was — he said — late.", "It was - he said - late."),
    ("punctuation", "He said “no” there.", 'He said "no" there.'),
    ("space", "The data base grew.", "The database grew."),
    ("diacritic", "We met Erdoğan there.", "We met Erdogan there."),
    ("invisible", "The data\u00adbase grew.", "The database grew."),
    ("invisible", "The house\u200b grew.", "The house grew."),
]

ONLY = [
    ("case", "The Defense Ministry spoke.", "The defense ministry spoke."),
    ("diacritic", "We met Erdoğan there.", "We met Erdogan there."),
    ("space", "The data base grew.", "The database grew."),
    ("punctuation", "He said “no” there.", 'He said "no" there.'),
    ("date", "It began in 1991.", "It began in 1992."),
    ("spelling", "It took three days.", "It took 3 days."),
    ("spelling", "It took 1,000 days.", "It took 1000 days."),
]

NOTHING = [
    ("The forces came.", "The separatists came."),
    ("He says so.", "He said so."),
    ("It claimed 30,000 lives.", "It took 30,000 lives."),
    ("In the county it rained.", "In the country it rained."),
    ("They added jobs there.", "They made jobs there."),
    ("The house was red.", "The house is red."),
    ("We march today.", "We walk today."),
    ("He came. The end.", "He came. An end."),
    ("Sie haben das Haus und den Garten nicht.", "Sie haben das Heim und den Garten nicht."),
    ("It is never so.", "It is not so."),
    ("They talked about it.", "They talked of it."),
]


def facets(old: str, new: str) -> set[str]:
    """All facets of all word changes between two texts of one paragraph each."""
    sides = [Version(text, (Block(0, len(text), Role.PARAGRAPH, 1),)) for text in (old, new)]
    comparison = compare(*sides)
    return {str(facet) for index in comparison.changes for facet in comparison.facets(index)}


@pytest.mark.parametrize(("facet", "old", "new"), FIRES)
def test_a_facet_fires_whichever_side_is_old(facet: str, old: str, new: str) -> None:
    assert facet in facets(old, new)
    assert facet in facets(new, old)


@pytest.mark.parametrize(("facet", "old", "new"), ONLY)
def test_nothing_else_fires_beside_it(facet: str, old: str, new: str) -> None:
    assert facets(old, new) == {facet}


@pytest.mark.parametrize(("old", "new"), NOTHING)
def test_no_facet_fires_where_none_is_touched(old: str, new: str) -> None:
    assert facets(old, new) == set()


def test_a_quotation_is_followed_from_sentence_to_sentence() -> None:
    assert "quotation" in facets(
        '"It rained. We went home early. It ended."', '"It rained. We went home late. It ended."'
    )
