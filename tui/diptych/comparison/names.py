"""Which of the changed words are names, as far as capitals tell. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diptych.comparison.passage import begins
from diptych.comparison.tokens import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.passage import Passage
    from diptych.comparison.words import Word

_PRONOUN = re.compile(r"I(?:['’]\w+)?\Z")
_ELIDED = re.compile(r"[a-zà-ÿ]{1,5}['’](?=[^\W\d_])")
_ABSTRACT = re.compile(r"(?:ung|ungen|heit|keit|schaft|ismus|tät|tion|tionen|nis|chen|ministerium)\Z")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2,}\Z")


def names(side: Passage) -> list[str]:
    """The names among the changed words in order, in lower case; a genitive *'s* and an elided article are left off."""
    if side.shouts:
        return []
    tells = _is_german_name if side.lexicon.capital_nouns else _is_name
    found: list[str] = []
    for index, word in enumerate(side.changed):
        lower = side.lower[index]
        if word.sort is not Sort.WORD or lower in side.lexicon.calendar or lower in side.lexicon.currencies:
            continue
        text = word.text[_elided(word.text) :]
        if text[:1].isupper() and not _PRONOUN.match(text) and tells(side, index, text):
            found.append(text.replace("’", "'").lower().removesuffix("'s"))
    return found


def _is_name(side: Passage, index: int, text: str) -> bool:
    """True for a word with a capital that it does not owe to its place."""
    return not side.initial(index) or _capital_elsewhere(side.words, text)


def _is_german_name(side: Passage, index: int, text: str) -> bool:
    """True for a word in capitals, and for one beside another word with a capital that is neither a title nor a
    measure.

    *Angela Merkel*, *Kanzler Scholz* and *NATO* are names; a noun alone could be anything.
    """
    if _CAPITALS.match(text):
        return True
    lexicon, place = side.lexicon, side.start + index
    own = text.lower()
    if own in lexicon.titles or own in lexicon.measures or own in lexicon.numeric or _ABSTRACT.search(own):
        return False
    if side.initial(index):
        return False
    for other in (place - 1, place + 1):
        word = side.words[other] if 0 <= other < len(side.words) else None
        if word is None or word.sort is not Sort.WORD or not word.text[:1].isupper():
            continue
        lower = word.text.lower()
        plain = lower in lexicon.measures or lower in lexicon.calendar or lower in lexicon.closed
        title = lower in lexicon.titles and other > place
        if word.sentence == side.words[place].sentence and not plain and not title and not _ABSTRACT.search(lower):
            return True
    return False


def _elided(text: str) -> int:
    """How long the article is that a word has lost its vowel to: *l'Arménie*, *dell'Italia*."""
    match = _ELIDED.match(text)
    return match.end() if match else 0


def _capital_elsewhere(words: Sequence[Word], text: str) -> bool:
    """True where a word has its capital in the midst of a sentence as well, or is written in capitals."""
    if len(text) > 1 and text.isupper():
        return True
    return any(word.text == text and not begins(words, place) for place, word in enumerate(words))
