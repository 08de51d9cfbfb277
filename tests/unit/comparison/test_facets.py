"""What a word change touches: a table of what fires, and of what must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.engine import compare
from diptych.model import Block, Role, Version

FIRES = [
    ("number", "It killed 280 people.", "It killed 290 people."),
    ("number", "It cost $4.2 million.", "It cost $4.3 million."),
    ("number", "The city counted 12 300 people.", "The city counted 12 400 people."),
    ("number", "It took three days.", "It took four days."),
    ("number", "It rose 4%.", "It rose 4 percent points."),
    ("number", "They fled.", "They fled in 12 boats."),
    ("number", "It rose 4 percent.", "It rose 4 percentage points."),
    ("number", "It cost $4 million.", "It cost 4 million euros."),
    ("number", "It took two hundred and fifty days.", "It took two hundred and sixty days."),
    ("number", "She came third.", "She came fourth."),
    ("number", "She came in 3rd.", "She came in 4th."),
    ("number", "Half of it was lost.", "Two-thirds of it was lost."),
    ("number", "It holds 1½ litres.", "It holds 2½ litres."),
    ("number", "三十人が来た。", "四十人が来た。"),
    ("number", "约3万人参加。", "约5万人参加。"),
    ("date", "2021年3月に始まった。", "2021年4月に始まった。"),
    ("date", "会议定于六月举行。", "会议定于九月举行。"),
    ("date", "会议定于十月三日举行。", "会议定于十月四日举行。"),
    ("date", "他周三到达。", "他周四到达。"),
    ("date", "他星期三到达。", "他星期天到达。"),
    ("date", "水曜日に始まった。", "木曜日に始まった。"),
    ("date", "令和5年に始まった。", "令和6年に始まった。"),
    ("date", "23年度に始まった。", "24年度に始まった。"),
    ("date", "그는 3월 4일에 왔다.", "그는 3월 5일에 왔다."),
    ("date", "그는 2021년 왔다.", "그는 2022년 왔다."),
    ("date", "It began on 3 March 2021.", "It began on 3 March 2022."),
    ("date", "It began on 2021-03-04.", "It began on 2021-03-05."),
    ("date", "It began on Monday.", "It began on Tuesday."),
    ("date", "It began on November 8.", "It began on November 9."),
    ("date", "그는 월요일에 왔다.", "그는 화요일에 왔다."),
    ("number", "In all 12 men died and 17 fled.", "In all 17 men died and 12 fled."),
    ("date", "It began in 1991.", "It began in 1992."),
    ("date", "It began in May.", "It began in June."),
    ("name", "We met Ann there.", "We met Eve there."),
    ("name", "Karabakh fell in Karabakh today.", "Karabakh fell in Baku today."),
    ("quotation", 'He said "we will go" there.', 'He said "we might go" there.'),
    ("quotation", "He said we will go.", 'He said "we will go".'),
    ("quotation", "He said “we will go” there.", "He said “we might go” there."),
    ("quotation", "He said ‘we will go’ there.", "He said ‘we might go’ there."),
    ("quotation", "He said 'we will go' there.", "He said 'we might go' there."),
    ("quotation", "Il a dit « nous partons » hier.", "Il a dit « nous restons » hier."),
    ("quotation", "Er sagte „wir gehen“ gestern.", "Er sagte „wir fahren“ gestern."),
    ("quotation", "Er sagte »wir gehen« gestern.", "Er sagte »wir fahren« gestern."),
    ("quotation", "彼は「行く」と言った。", "彼は「帰る」と言った。"),
    ("negation", "He did go.", "He did not go."),
    ("negation", "He can go.", "He can't go."),
    ("hedge", "He will go.", "He may go."),
    ("hedge", "It killed 50 people.", "It killed about 50 people."),
    ("hedge", "The thief ran.", "The alleged thief ran."),
    ("hedge", "Murieron 50 personas y no hubo más.", "Murieron cerca de 50 personas y no hubo más."),
    ("attribution", "The ministry said it fell.", "The ministry claimed it fell."),
    ("attribution", "It fell, he said.", "It fell, according to him."),
    ("spelling", "The colour was grey.", "The color was grey."),
    ("spelling", "A cease-fire held.", "A ceasefire held."),
    ("spelling", "We met Nikol Pashinian there.", "We met Nikol Pashinyan there."),
    ("spelling", "It took three days.", "It took 3 days."),
    ("spelling", "It cost 4.2 million there.", "It cost 4,200,000 there."),
    ("spelling", "It cost 12,300.50 there.", "It cost 12 300.50 there."),
    ("spelling", "It began on 3 March 2021.", "It began on March 3, 2021."),
    ("spelling", "It rose 4%.", "It rose 4 percent."),
    ("spelling", "They recieved it.", "They received it."),
    ("case", "The Defense Ministry spoke.", "The defense ministry spoke."),
    ("punctuation", "He came, and left.", "He came and left."),
    ("punctuation", "It was — he said — late.", "It was - he said - late."),
    ("punctuation", "He said “no” there.", 'He said "no" there.'),
    ("space", "The data base grew.", "The database grew."),
    ("diacritic", "We met Erdoğan there.", "We met Erdogan there."),
    ("diacritic", "ذهب الوَلَد إلى البيت.", "ذهب الولد إلى البيت."),
    ("diacritic", "שָׁלוֹם לכולם.", "שלום לכולם."),
    ("invisible", "The data\u00adbase grew.", "The database grew."),
    ("invisible", "The house\u200b grew.", "The house grew."),
]

ONLY = [
    ("spelling", "The US was late.", "The U.S. was late."),
    ("spelling", "The US-led force left.", "The U.S.-led force left."),
    ("spelling", "She did not say so.", "She didn't say so."),
    ("spelling", "It's late and they are home.", "It is late and they're home."),
    ("spelling", "He cannot go, and will not.", "He can't go, and won't."),
    ("punctuation", "The town’s mayor doesn’t.", "The town's mayor doesn't."),
    ("punctuation", "Then Dr. Ann’s house fell.", "Then Dr Ann's house fell."),
    ("punctuation", "A cease‑fire held.", "A cease-fire held."),
    ("spelling", "Das Straßenfest fiel aus.", "Das Strassenfest fiel aus."),
    ("spelling", "It cost $3bn there.", "It cost $3 billion there."),
    ("spelling", "It cost £4.2m there.", "It cost £4.2 million there."),
    ("number", "The boat is 3m long.", "The boat is 4m long."),
    ("number", "It left at 2.30pm that day.", "It left at 3.30pm that day."),
    ("case", "The Defense Ministry spoke.", "The defense ministry spoke."),
    ("diacritic", "We met Erdoğan there.", "We met Erdogan there."),
    ("space", "The data base grew.", "The database grew."),
    ("punctuation", "He said “no” there.", 'He said "no" there.'),
    ("date", "It began in 1991.", "It began in 1992."),
    ("spelling", "It took three days.", "It took 3 days."),
    ("spelling", "It took 1,000 days.", "It took 1000 days."),
    ("spelling", "It began on 3 March 2021.", "It began on March 3, 2021."),
    ("number", "It cost 4.2 million there.", "It cost 4.3 million there."),
    ("date", "It began on 3 March 2021.", "It began on 4 March 2021."),
    ("number", "2年連続で増えた。", "3年連続で増えた。"),
    ("number", "3日間続いた。", "4日間続いた。"),
    ("number", "用了3年时间。", "用了4年时间。"),
    ("date", "他周三到达。", "他周四到达。"),
    ("number", "그는 3일간 머물렀다.", "그는 4일간 머물렀다."),
]

NOTHING = [
    ("The committee, which met on Tuesday, left.", "The committee left the town on Tuesday."),
    ("In the end he said the talks were useful.", "In the end the talks were useful, he said."),
    ("They opened the plant in Ohio with a song.", "They opened with a song the Ohio plant."),
    ("Residents said they knew.", "Residents say they knew."),
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
    ("The boys' boat was new.", "The boys' house was new."),
    ("It's the dog's bed, isn't it.", "It's the dog's bowl, isn't it."),
    ("A one-off job it was.", "A one-off thing it was."),
    ("He asked for a second.", "He asked for a minute."),
    ("The sun rose there.", "The moon rose there."),
    ("大家都去了。", "大家都来了。"),
    ("一周后他走了。", "一周后他来了。"),
    ("It lapsed in the end.[4]", "It lapsed in the end.[5]"),
    ("It lapsed in the end.", "It lapsed in the end.[5]"),
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


def test_a_quotation_ends_at_a_mark_with_a_space_before_it_and_a_comma_behind() -> None:
    before = "« Nous ne pouvons plus attendre », a dit la maire. Le musée rouvrira le matin."
    assert "quotation" not in facets(before, before.replace("matin", "soir"))
    assert "quotation" in facets(before, before.replace("pouvons", "voulons"))


PLAIN = [
    "house",
    "river",
    "quickly",
    "walked",
    "green",
    "beside",
    "table",
    "winter",
    "carried",
    "bread",
    "old",
    "paper",
]
TELLING = [
    "Anna",
    "280",
    "4.2 million",
    "on 3 March 2021",
    "Monday",
    "never",
    "perhaps",
    "claimed",
    '"we will go"',
    "6%",
]


@given(
    st.lists(st.sampled_from(PLAIN + TELLING), min_size=3, max_size=14),
    st.integers(0, 13),
    st.sampled_from(PLAIN),
)
@settings(max_examples=150, deadline=None)
def test_another_plain_word_touches_nothing_whatever_stands_around_it(words: list[str], place: int, other: str) -> None:
    place %= len(words)
    words[place] = "stone"
    old, new = (" ".join(["The", *words[:place], word, *words[place + 1 :]]) + "." for word in ("stone", other))
    assert facets(old, new) == set()


@pytest.mark.parametrize(("old", "new"), [(old, new) for facet, old, new in ONLY if facet not in ("date", "number")])
def test_what_touches_only_form_is_counted_as_formal(old: str, new: str) -> None:
    sides = [Version(text, (Block(0, len(text), Role.PARAGRAPH, 1),)) for text in (old, new)]
    summary = compare(*sides).summary()
    assert (summary.substantive, summary.formal) == (0, 1)


def test_a_capital_that_opens_a_quotation_in_single_marks_makes_no_name() -> None:
    assert facets("He said 'That stung' there.", "He said 'This stung' there.") == {"quotation"}
