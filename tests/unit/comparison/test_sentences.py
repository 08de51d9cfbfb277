"""Sentences of a version: where they end, that nothing is lost, and that line breaks have no say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.boundaries import spans
from diptych.comparison.sentences import sentences_of
from diptych.comparison.tokens import Sort, tokens_of, words_of
from diptych.corpus.document import version_of
from diptych.model import Block, Role, Span, Version

CUT = [
    "U.S. Rep. Ada Hall spoke.| She left.",
    "He met then-U.S. Rep. Bo Tell in May.| They ate.",
    "She lost to Calif. Gov. Ann Poe.| He won.",
    "1. Your bag is here.| 2. Your coat is not.",
    "The test failed. [3]| Nobody noticed.",
    "The Lansing, Mich.-based firm closed.| It owed money.",
    '"It is over!" Tom said.| He sat down.',
    '"Is it over?" he asked.| Nobody knew.',
    '"It is over." |Tom sat down.',
    "„Das ist gut.“| Dann ging er.",
    "„Das ist gut“, sagte er.| Dann ging er.",
    "Sie kam am 3. Oktober an.| Er blieb.",
    "Der 2. Weltkrieg war vorbei.| Alle wussten es.",
    "Er zahlte 2 Mrd. Euro.| Das war viel.",
    "I waited…| Nobody came.",
    "It cost 3.5 million.| We paid.",
    "See example.com for more.| Thanks.",
    "これは本です。|あれは机です。",
    "「そうです。」と彼は言った。|終わり。",
    "他说：“好。”|他走了。",
    "यह घर है।| वह पेड़ है।",
    "هل هذا بيت؟| نعم هذا بيت.",
    "¿Quién es?| ¡No lo sé!| Adiós.",
    "They paid.|They left.| It was over.",
    "He lives in the U.S.| Officials said so.",
    "She left for the U.K.| The rest stayed.",
    "U.S. Officials said so.| He ate.",
    "In the U.S. Senate it was late.| It ended.",
    "It ended at 6 p.m.| Police came later.",
    "It rained until 6 p.m.| “It was bad,” he said.",
    "They spoke.| At 6 p.m. Tom Hall left.| He ate.",
    "It began at 6 p.m. Monday.| He came at 5 p.m. March 3.| She came at 7 p.m. EST.",
    "“Stop!” she shouted.| They ran.",
    '"It is!" cried the old man.| He left.',
    "It failed. [3] [4]| Nobody noticed.",
    "It failed.¹| Nobody noticed.",
    "a) Eat.| b) Sleep.",
    "It meets twice a year.| (a) Five members are a quorum.| (b) The majority decides.| (iv) Nobody else may vote.",
    "Das gilt nicht.| a) Die Frist beginnt.| b) Sie endet.",
    "He left early. (a pity)",
    "Im 19. Jahrhundert war es so.| Ja.",
    "Er kam am Montag, dem 14. März, an.| Gut.",
    "Das war z. B. gut.| Er wohnt in der Hauptstr. 5 in Bonn.",
    "Dhr. Jansen kwam.| Prof. dr. Berg ook.| Het is d.w.z. goed.",
    "Prof. Dr. Öz Bey geldi.| Gitti.",
    "Mieszka na ul. Długiej w Łodzi.| Urodził się w 1990 r. w Łodzi.| Było tam m.in. piwo.",
    "El Sr. García vive en EE. UU. desde ayer.| La Dra. Gómez no.",
    "Он жил в г. Москве.| И т. д. и т. п. было.",
    "Он жил на ул. Садовой.| Дом снесли.",
    "See para. 2 of the notice.| It applies to para. 3.| The rest is void.",
    "Ein Tor von Orr (90.+2) fiel spät.| Es zählte.",
    "Under Reg. No. 44/2001 it failed.| Then Tab. 2 and Sec. IV fell.| It cost approx. $5.",
    "We met them in D.C.| Officials said so.",
    "Die Fa. Huber und Dr. med. Weber kamen.| Das Urteil (Az. 3 K 12/20) gilt.| Sie ging.| »Nein.«| Er blieb.",
    "Mme. Martin et Mlle. Roy sont là.| L'av. Foch est longue.| L'art. 5 suffit.",
    "Vive en la Av. Mayor núm. 3.| Véase pág. 12.",
    "Zob. art. 3 ust. 2 ustawy z dn. 5 maja.| Koniec.",
    "См. рис. 3, табл. 2 и ст. 5.| Театр им. Горького открыт.",
    "Era nel sec. XIX così.| A pag. 3 c'è altro.",
    "وہ آیا۔| وہ گیا۔",
    "ኣበበ መጣ።| ከበደ ሄደ።",
]


@pytest.mark.parametrize("marked", CUT)
def test_a_sentence_ends_where_a_reader_would_end_it(marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in spans(text)] == wanted


PIECES = [*"aB .!?…'\"“”„«»()[]*-—1。！？」।؟", "\n", "\t", "\u00a0", "\u2028", "\u200b", "\ud800", "Mr. ", "U.S. "]
ODD = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(ODD)
@settings(max_examples=150, deadline=None)
def test_every_character_that_is_not_white_lies_in_exactly_one_sentence(text: str) -> None:
    body = text.strip()
    if not body:
        return
    version = Version(body, (Block(0, len(body), Role.PARAGRAPH, 1),))
    at = 0
    for start, end, _ in sentences_of(version):
        assert at <= start < end
        assert not body[at:start].strip()
        at = end
    assert not body[at:].strip()


@given(ODD, st.lists(st.sampled_from([" ", "\n", "  ", "\n    ", "\t", "\r\n"]), min_size=1))
@settings(max_examples=150, deadline=None)
def test_rewrapping_a_paragraph_moves_no_boundary(text: str, spaces: list[str]) -> None:
    words = text.split()
    if not words:
        return
    rewrapped = words[0] + "".join(spaces[n % len(spaces)] + word for n, word in enumerate(words[1:]))
    texts = []
    for body in (" ".join(words), rewrapped):
        version = Version(body, (Block(0, len(body), Role.PARAGRAPH, 1),))
        texts.append([" ".join(body[start:end].split()) for start, end, _ in sentences_of(version)])
    assert texts[0] == texts[1]


def test_mark_up_is_not_read_and_does_not_shift_offsets() -> None:
    text = "He said *no*. **She left.** Bye."
    marks = (Span(8, 9), Span(11, 12), Span(14, 16), Span(25, 27))
    version = Version(text, (Block(0, len(text), Role.PARAGRAPH, 1),), marks)
    found = [version.plain(start, end) for start, end, _ in sentences_of(version)]
    assert found == [
        "He said no.",
        "She left.",
        "Bye.",
    ]


def test_a_header_line_is_one_sentence_and_a_heading_is_cut_like_a_paragraph() -> None:
    version = version_of("# One. Two.\n\nBy A. B. Cee\n\n## Three. Four!\n\nFive. Six.\n")
    roles = [version.blocks[sentence.block].role for sentence in sentences_of(version)]
    assert roles.count(Role.TITLE) == 1
    assert roles.count(Role.BYLINE) == 1
    assert roles.count(Role.PARAGRAPH) == 2


@pytest.mark.parametrize("unit", ["a", ".", "!", "a ", ". ", "。", '"', "A. ", "…", "\ud800 "])
def test_a_long_odd_text_is_cut_without_losing_any_of_it(unit: str) -> None:
    text = (unit * 30_000).strip()
    cut = spans(text)
    assert sum(len(text[start:end].replace(" ", "")) for start, end in cut) == len(text.replace(" ", ""))


def test_a_change_far_away_moves_no_boundary() -> None:
    body = 'He met Gov. Poe. "It is!" Tom said. 1. One. [3] It cost 3.5 million… Then it ended. '
    assert spans(body * 4)[:6] == spans(body * 3 + "Quite another ending!? ")[:6]


@pytest.mark.parametrize("sentence", ["Parla il dott. Rossi.", "Was it Mr. Hall?", "It is 4.2."])
def test_a_sentence_ends_where_it_ends_whatever_stands_around_it(sentence: str) -> None:
    for around in ("The plain one.", "Is it so?", "“So,” he said.", "Dr. Hall came."):
        text = f"{around} {sentence} {around}"
        assert [text[a:b] for a, b in spans(text)].count(sentence) == 1, text


@pytest.mark.parametrize(
    "text", ["It was Mr. Hall -- at 5 p.m. -- who won 4.2 million, he said; no more.", "1,5 % и т. д. …"]
)
def test_words_alone_are_the_tokens_without_the_marks(text: str) -> None:
    assert words_of(text) == [token.text for token in tokens_of(text) if token.sort is not Sort.MARK]
