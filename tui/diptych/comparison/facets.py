"""What a word change touches. Pure; a facet's definition is the docstring of the function that tells it.

Form is told first (space, invisible characters, case, diacritics, punctuation, spelling). Where form is all that
differs, no other facet fires, so that ``Defense → defense`` is no change of a name; quotation alone can stand
beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from diptych.comparison.names import names
from diptych.comparison.passage import Passage
from diptych.comparison.quotes import MARKS, SINGLE_MARKS
from diptych.comparison.spelling import same_name, same_spelling, spoken
from diptych.comparison.tokens import INVISIBLE, Sort
from diptych.model import Facet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.comparison.passage import Context
    from diptych.comparison.weave import Run
    from diptych.comparison.words import Word

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
_BARE = str.maketrans(_LETTERS)
_STRAIGHT = str.maketrans("‘’‛ʼ′‐‑", "'''''--")
"""Apostrophes and hyphens inside words."""
_DIACRITICS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4]"
)
"""Marks on Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowels."""
_ENDING = re.compile("e[rsnm]?\\Z")
_OF = frozenset({"de", "d'", "di", "von"})
"""What stands between an approximation and its number: *cerca de 9.000*."""
_FORMS = (Facet.INVISIBLE, Facet.SPACE, Facet.CASE, Facet.DIACRITIC, Facet.PUNCTUATION)


def facets_of(left: Context, right: Context, runs: Sequence[tuple[Run, bool]]) -> list[tuple[Facet, ...]]:
    """The facets of each change from words ``i1:i2`` of one side to ``j1:j2`` of the other, in the order of Facet.

    Words that only moved inside the link, with which True stands, are told by their place in a quotation alone: no
    number or name is another. The same holds for facts that one change takes away and another brings.
    """
    told = [_told(Passage(left, i1, i2), Passage(right, j1, j2), moved=moved) for (i1, i2, j1, j2), moved in runs]
    _forget_moved(left, right, [run for run, _ in runs], told)
    return [tuple(facet for facet in Facet if facet in found) for found in told]


def _told(old: Passage, new: Passage, *, moved: bool) -> set[Facet]:
    """The facets of one change by itself."""
    found = formal(old, new)
    if not found and not moved:
        told = ((Facet.NUMBER, number), (Facet.DATE, date), (Facet.NAME, name), (Facet.NEGATION, negation))
        also = ((Facet.HEDGE, hedge), (Facet.ATTRIBUTION, attribution), (Facet.SPELLING, respelled_name))
        found = {facet for facet, tells in told + also if tells(old, new)}
    if quotation(old, new, form_only=bool(found) and all(facet.is_formal for facet in found)):
        found.add(Facet.QUOTATION)
    return found


def _forget_moved(left: Context, right: Context, runs: Sequence[Run], told: Sequence[set[Facet]]) -> None:
    """Take off the changes' facets what only moved inside the link: *on Monday* removed here and added there.

    That is numbers, dates, names and verbs of saying that one change only takes away and another only brings, as long
    as those that both sides have come in one order: of *12 died, 17 fled* → *17 died, 12 fled* both are told.
    """
    for facet, facts in _FACTS.items():
        touched = [n for n, facets in enumerate(told) if facet in facets]
        if len(touched) < 2 or not _in_one_order(*[facts(Passage(side, 0, len(side.words))) for side in (left, right)]):
            continue
        gone: Counter[str] = Counter()
        come: Counter[str] = Counter()
        sides: dict[int, tuple[Counter[str], Counter[str]]] = {}
        for n in touched:
            i1, i2, j1, j2 = runs[n]
            a, b = Counter(facts(Passage(left, i1, i2))), Counter(facts(Passage(right, j1, j2)))
            sides[n] = a - b, b - a
            if not (sides[n][0] and sides[n][1]):
                gone.update(sides[n][0])
                come.update(sides[n][1])
        moved = {key for key, times in gone.items() if times == come[key]}
        for n, (a, b) in sides.items():
            if not (a and b) and moved.issuperset((*a, *b)):
                told[n].discard(facet)


def _in_one_order(old: Sequence[str], new: Sequence[str]) -> bool:
    """True where what both sides have comes in the same order."""
    both = Counter(old) & Counter(new)
    return [key for key in old if key in both] == [key for key in new if key in both]


def formal(old: Passage, new: Passage) -> set[Facet]:
    """The facets of form, where form is all that differs; else nothing.

    INVISIBLE: characters that take no room were added or taken away. SPACE: white space between words was. CASE:
    capitals differ. DIACRITIC: marks on letters differ. PUNCTUATION: punctuation marks standing for themselves differ
    (of hyphens and apostrophes inside words only their form), quotation marks and dashes among them. SPELLING: the same
    word, in another spelling (:mod:`diptych.comparison.spelling`), or the same number or date, written in another way.
    """
    if _folded(old, None) == _folded(new, None):
        return {facet for facet in _FORMS if _folded(old, facet) != _folded(new, facet)} or {Facet.SPELLING}
    before, after = ([word for word in side.changed if not _is_punctuation(word.text)] for side in (old, new))
    one, other = ("".join([word.text for word in words]) for words in (before, after))
    if one and other and all(word.sort is Sort.WORD for word in (*before, *after)):
        texts = [[word.text for word in words] for words in (before, after)]
        if same_spelling(one, other) or (old.lexicon.code == "en" and spoken(texts[0]) == spoken(texts[1])):
            return {Facet.SPELLING}
    return {Facet.SPELLING} if _only_quantity(old) and _only_quantity(old) == _only_quantity(new) else set()


def number(old: Passage, new: Passage) -> bool:
    """NUMBER: the numbers differ, in digits or in words from *two* up, with their scale (*million*), sign of currency
    or percent, fractions and ordinals from *third* up; those that belong to dates aside, and what refers to a note
    (``[5]``). The same number written in another way is none, a number with words that only one side has is one."""
    return _quantities(old, dates=False) != _quantities(new, dates=False)


def date(old: Passage, new: Passage) -> bool:
    """DATE: the months, weekdays, years (1500–2099), written dates, *yesterday*, *today* or *tomorrow* differ, or the
    days of a month beside its name. A month that is also a word (May, March) counts beside a number or after *in*,
    *last*…"""
    return _quantities(old, dates=True) != _quantities(new, dates=True)


def name(old: Passage, new: Passage) -> bool:
    """NAME: words with a capital differ that begins neither a sentence nor a quotation, months and weekdays aside.

    Nothing fires in a title with capitals throughout. In German, where every noun has a capital, only words in capitals
    and those beside another such word are taken for names (:mod:`diptych.comparison.names`), and an adjective that only
    ends otherwise on the other side is none (*der Deutsche Bund*, *Deutscher Bund*)."""
    a, b = ({_bare(word) for word in names(side)} for side in (old, new))
    if a != b and old.lexicon.capital_nouns:
        return bool((a - b) - _inflected(new) or (b - a) - _inflected(old))
    return a != b


def _inflected(side: Passage) -> set[str]:
    """The changed words with a capital, with all endings that a German adjective has."""
    stems = {_ENDING.sub("", _bare(word.text).casefold()) for word in side.changed if word.text[:1].isupper()}
    return {stem + ending for stem in stems for ending in ("e", "er", "es", "en", "em")}


def respelled_name(old: Passage, new: Passage) -> bool:
    """SPELLING of a name: one name for one, with the same consonants but for those that transcriptions confuse; where
    the capital may be owed to the place, with the same first letter."""
    if len(old.changed) != 1 or len(new.changed) != 1:
        return False
    before, after = old.changed[0].text, new.changed[0].text
    if before[:1] != after[:1] and not (names(old) and names(new)):
        return False
    return same_name(before, after)


def negation(old: Passage, new: Passage) -> bool:
    """NEGATION: one side has more negating words than the other (*not*, *never*, *no*, *without*, *n't*, and what other
    languages have for them); *No. 5* is none."""
    return _negations(old) != _negations(new)


def hedge(old: Passage, new: Passage) -> bool:
    """HEDGE: one side has more hedging words than the other (*may*, *might*, *perhaps*, *allegedly*, *reportedly*…), or
    *about*, *nearly*, *some* and the like right before a number."""
    return _hedges(old) != _hedges(new)


def attribution(old: Passage, new: Passage) -> bool:
    """ATTRIBUTION: the verbs of saying differ (*said* → *claimed*; not *said* → *says*), *according to* among them.
    Verbs that also mean something else (*added*, *noted*) count only against a verb of saying; lives are *claimed*
    otherwise."""
    a, b = _sayings(old), _sayings(new)
    if a or b:
        a, b = a | _sayings(old, perhaps=True), b | _sayings(new, perhaps=True)
    return a != b


def quotation(old: Passage, new: Passage, *, form_only: bool) -> bool:
    """QUOTATION: words between quotation marks were changed in more than form, or quotation marks were set around words
    or taken from them. Marks of all sorts count (“ ” „ “ « » 「 」 ‹ ›), single ones where a pair of them can be told
    from apostrophes."""
    marks = [sum(_is_quotation_mark(word) for word in side.changed) for side in (old, new)]
    if marks[0] != marks[1]:
        return True
    if form_only:
        return False
    return any(word.quoted and word.sort is not Sort.MARK for side in (old, new) for word in side.changed)


def _is_quotation_mark(word: Word) -> bool:
    return any(c in MARKS for c in word.text) or (word.quoted and word.text in SINGLE_MARKS)


def _only_quantity(side: Passage) -> str:
    """The key of the number or date, or its unit, that a change touches and nothing else; empty where it touches
    more."""
    if len(side.quantities) != 1 or not side.changed:
        return ""
    quantity = side.quantities[0]
    return quantity.key if quantity.start <= side.start and side.stop <= quantity.reach else ""


def _folded(side: Passage, kept: Facet | None) -> str:
    """The changed words with all differences of form put aside but one."""
    parts = []
    for index, word in enumerate(side.changed):
        if kept is not Facet.PUNCTUATION and word.sort is Sort.MARK and _is_punctuation(word.text):
            continue
        parts.append(" " + word.text if kept is Facet.SPACE and word.apart and index else word.text)
    text = "".join(parts)
    if kept is not Facet.INVISIBLE and not text.isascii():
        text = _INVISIBLE.sub("", text)
    if kept is not Facet.DIACRITIC:
        text = _bare(text)
    if kept is not Facet.PUNCTUATION and not text.isascii():
        text = text.translate(_STRAIGHT)
    return text if kept is Facet.CASE else text.casefold()


def _is_punctuation(text: str) -> bool:
    return all(c in "`´" or unicodedata.category(c)[0] == "P" or _INVISIBLE.match(c) for c in text)


def _bare(text: str) -> str:
    """A text without diacritics."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text.translate(_BARE))
    return unicodedata.normalize("NFC", _DIACRITICS.sub("", parts))


def _quantities(side: Passage, *, dates: bool) -> Counter[str]:
    """The numbers, or the dates, that a change touches, by their keys."""
    return Counter([quantity.key for quantity in side.quantities if quantity.is_date is dates])


def _negations(side: Passage) -> int:
    total = 0
    for index, text in enumerate(side.lower):
        if text in side.lexicon.number_sign and side.near(index, 1) == "." and side.near(index, 2)[:1].isdigit():
            continue
        total += text in side.lexicon.negations or (side.lexicon.code == "en" and text.endswith("n't"))
    return total


def _hedges(side: Passage) -> int:
    lexicon = side.lexicon
    total = 0
    for index, (word, text) in enumerate(zip(side.changed, side.lower, strict=False)):
        if text in lexicon.approximators:
            following = side.near(index, 1 + (side.near(index, 1) in _OF))
            total += following[:1].isdigit() or following[1:2].isdigit() or following in lexicon.numeric
        elif text in lexicon.hedges:
            total += not (text in ("may", "might") and word.text[0].isupper() and not side.initial(index))
    return total


def _sayings(side: Passage, *, perhaps: bool = False) -> set[str]:
    lexicon = side.lexicon
    found = set()
    for index, text in enumerate(side.lower):
        lemma = lexicon.sayings.get(text) or (lexicon.unsure_sayings.get(text) if perhaps else None)
        if lemma == "claim" and any(side.near(index, offset) == "lives" for offset in range(1, 7)):
            continue
        if lemma:
            found.add(lemma)
        for source in lexicon.sources:
            if text == source[0] and all(side.near(index, n) == part for n, part in enumerate(source)):
                found.add("according to")
    return found


_FACTS: dict[Facet, Callable[[Passage], Sequence[str]]] = {
    Facet.NUMBER: lambda side: [quantity.key for quantity in side.quantities if not quantity.is_date],
    Facet.DATE: lambda side: [quantity.key for quantity in side.quantities if quantity.is_date],
    Facet.NAME: lambda side: [_bare(word) for word in names(side)],
    Facet.ATTRIBUTION: lambda side: sorted(_sayings(side, perhaps=True)),
}
"""What a change touches of facts, by keys."""
