"""What a word change touches. Pure; a facet's definition is the docstring of the function that tells it.

Form is told first (space, invisible characters, case, diacritics, punctuation, spelling). Where form is all that
differs,
no other facet fires, so that ``Defense → defense`` is no change of a name; quotation alone can stand beside it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from diptych.comparison import lexicon
from diptych.comparison.passage import STOPS, Passage
from diptych.comparison.quantities import amount, dates, numbers
from diptych.comparison.quotes import MARKS
from diptych.comparison.spelling import same_name, same_spelling
from diptych.comparison.tokens import INVISIBLE, Sort
from diptych.model import Facet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.words import Word

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_LETTERS = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
_BARE = str.maketrans(_LETTERS)
_FORMS = (Facet.INVISIBLE, Facet.SPACE, Facet.CASE, Facet.DIACRITIC, Facet.PUNCTUATION)


def facets_of(left: Sequence[Word], right: Sequence[Word], run: tuple[int, int, int, int]) -> tuple[Facet, ...]:
    """The facets of the change from ``left[i1:i2]`` to ``right[j1:j2]``, in the order of :class:`Facet`."""
    i1, i2, j1, j2 = run
    old, new = Passage(left, i1, i2), Passage(right, j1, j2)
    found = formal(old, new)
    if not found:
        told = ((Facet.NUMBER, number), (Facet.DATE, date), (Facet.NAME, name), (Facet.NEGATION, negation))
        also = ((Facet.HEDGE, hedge), (Facet.ATTRIBUTION, attribution), (Facet.SPELLING, respelled_name))
        found = {facet for facet, tells in told + also if tells(old, new)}
    if quotation(old, new, form_only=bool(found) and all(facet.is_formal for facet in found)):
        found.add(Facet.QUOTATION)
    return tuple(facet for facet in Facet if facet in found)


def formal(old: Passage, new: Passage) -> set[Facet]:
    """The facets of form, where form is all that differs; else nothing.

    INVISIBLE: characters that take no room were added or taken away. SPACE: white space between words was. CASE:
    capitals differ. DIACRITIC: marks on letters differ. PUNCTUATION: punctuation marks standing for themselves differ
    (not hyphens and apostrophes inside words), quotation marks and dashes among them. SPELLING: the same word, in
    another spelling (:mod:`diptych.comparison.spelling`), or the same number in words and in digits.
    """
    if _folded(old, None) == _folded(new, None):
        return {facet for facet in _FORMS if _folded(old, facet) != _folded(new, facet)}
    before, after = ([word for word in side.changed if not _is_punctuation(word.text)] for side in (old, new))
    one, other = ("".join([word.text for word in words]) for words in (before, after))
    if one and other and all(word.sort is Sort.WORD for word in (*before, *after)) and same_spelling(one, other):
        return {Facet.SPELLING}
    same_value = old.changed and new.changed and amount(old) is not None and amount(old) == amount(new)
    return {Facet.SPELLING} if same_value else set()


def number(old: Passage, new: Passage) -> bool:
    """NUMBER: the numbers differ, in digits (with currency and percent signs) or in English words from *two* up; those
    that belong to dates aside. A number with a sentence that only one side has counts as well."""
    return numbers(old) != numbers(new)


def date(old: Passage, new: Passage) -> bool:
    """DATE: the months, weekdays, years (1500–2099), written dates, *yesterday*, *today* or *tomorrow* differ, or
    the days
    of a month beside its name. A month that is also a word (May, March) counts beside a number or after *in*,
    *last*…"""
    return dates(old) != dates(new)


def name(old: Passage, new: Passage) -> bool:
    """NAME: words with a capital differ that begins neither a sentence nor a quotation, months and weekdays aside;
    nothing
    fires in a title with capitals throughout, nor in German, where nouns have capitals."""
    if _capitals_throughout(old.words) or _capitals_throughout(new.words) or _german(old.words) or _german(new.words):
        return False
    a, b = _names(old), _names(new)
    return {_bare(word) for word in a} != {_bare(word) for word in b}


def respelled_name(old: Passage, new: Passage) -> bool:
    """SPELLING of a name: one name for one, with the same consonants but for those that transcriptions confuse."""
    if len(old.changed) != 1 or len(new.changed) != 1:
        return False
    return same_name(old.changed[0].text, new.changed[0].text)


def negation(old: Passage, new: Passage) -> bool:
    """NEGATION: one side has more negating words than the other (*not*, *never*, *no*, *without*, *n't*, some German,
    French, Spanish and Russian ones); *No. 5* is none."""
    return _negations(old) != _negations(new)


def hedge(old: Passage, new: Passage) -> bool:
    """HEDGE: one side has more hedging words than the other (*may*, *might*, *perhaps*, *allegedly*, *reportedly*…), or
    *about*, *nearly*, *some* and the like right before a number."""
    return _hedges(old) != _hedges(new)


def attribution(old: Passage, new: Passage) -> bool:
    """ATTRIBUTION: the verbs of saying differ (*said* → *claimed*; not *said* → *says*), *according to* among them.
    Verbs
    that also mean something else (*added*, *noted*) count only against a verb of saying; lives are *claimed*
    otherwise."""
    a, b = _sayings(old), _sayings(new)
    if a or b:
        a, b = a | _sayings(old, perhaps=True), b | _sayings(new, perhaps=True)
    return a != b


def quotation(old: Passage, new: Passage, *, form_only: bool) -> bool:
    """QUOTATION: words between quotation marks were changed in more than form, or quotation marks were set around
    words or
    taken from them."""
    marks = [sum(any(c in MARKS for c in word.text) for word in side.changed) for side in (old, new)]
    if marks[0] != marks[1]:
        return True
    if form_only:
        return False
    return any(word.quoted and word.sort is not Sort.MARK for side in (old, new) for word in side.changed)


def _folded(side: Passage, kept: Facet | None) -> str:
    """The changed words with all differences of form put aside but one."""
    parts = []
    for index, word in enumerate(side.changed):
        if kept is not Facet.PUNCTUATION and word.sort is Sort.MARK and _is_punctuation(word.text):
            continue
        parts.append(" " + word.text if kept is Facet.SPACE and word.apart and index else word.text)
    text = "".join(parts)
    if kept is not Facet.INVISIBLE:
        text = _INVISIBLE.sub("", text)
    if kept is not Facet.DIACRITIC:
        text = _bare(text)
    return text if kept is Facet.CASE else text.casefold()


def _is_punctuation(text: str) -> bool:
    return all(c in "`´" or unicodedata.category(c)[0] == "P" or _INVISIBLE.match(c) for c in text)


def _bare(text: str) -> str:
    """A text without diacritics."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text.translate(_BARE))
    return unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))


def _names(side: Passage) -> set[str]:
    found = set()
    for index, word in enumerate(side.changed):
        text = word.text
        if (
            word.sort is not Sort.WORD
            or not text[:1].isupper()
            or text in ("I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll")
        ):
            continue
        lower = side.lower[index]
        if lower in lexicon.MONTHS or lower in lexicon.WEEKDAYS:
            continue
        if side.initial(index) and not _capital_elsewhere(side.words, text):
            continue
        found.add(lower.removesuffix("'s"))
    return found


def _capital_elsewhere(words: Sequence[Word], text: str) -> bool:
    """True where a word has its capital in the midst of a sentence as well, or is written in capitals."""
    if len(text) > 1 and text.isupper():
        return True
    return any(
        word.text == text and words[place - 1].text[-1] not in STOPS and words[place - 1].sentence == word.sentence
        for place, word in enumerate(words)
        if place
    )


def _capitals_throughout(words: Sequence[Word]) -> bool:
    long = [word for word in words if word.sort is Sort.WORD and len(word.text) > 3]
    return len(long) > 3 and sum(word.text[0].isupper() for word in long) > 0.8 * len(long)


def _german(words: Sequence[Word]) -> bool:
    return len({word.text.lower() for word in words} & lexicon.GERMAN) >= 2


def _negations(side: Passage) -> int:
    total = 0
    for index, text in enumerate(side.lower):
        if text == "no" and side.near(index, 1) == "." and side.near(index, 2)[:1].isdigit():
            continue
        total += text in lexicon.NEGATIONS or text.endswith("n't")
    return total


def _hedges(side: Passage) -> int:
    total = 0
    for index, (word, text) in enumerate(zip(side.changed, side.lower, strict=False)):
        if text in lexicon.APPROXIMATORS:
            following = side.near(index, 1)
            total += following[:1].isdigit() or following[1:2].isdigit() or following in lexicon.NUMBER_WORDS
        elif text in lexicon.HEDGES:
            total += not (text in ("may", "might") and word.text[0].isupper() and not side.initial(index))
    return total


def _sayings(side: Passage, *, perhaps: bool = False) -> set[str]:
    found = set()
    for index, text in enumerate(side.lower):
        lemma = lexicon.SAYING.get(text) or (lexicon.PERHAPS_SAYING.get(text) if perhaps else None)
        if text == "according" and side.near(index, 1) != "to":
            continue
        if lemma == "claim" and any(side.near(index, offset) == "lives" for offset in range(1, 7)):
            continue
        if lemma:
            found.add(lemma)
    return found
