"""Which language a pair of texts is in, by the commonest little words. Pure; cheap, and the same on every run.

Meant for choosing tables, not for naming languages: where no language is sure there are no tables, and facets that need
words do not fire. Short texts without any sign of another language are taken as English.
"""

from __future__ import annotations

import re
from functools import lru_cache

from diptych.comparison.languages.dutch import DUTCH
from diptych.comparison.languages.english import ENGLISH
from diptych.comparison.languages.french import FRENCH
from diptych.comparison.languages.german import GERMAN
from diptych.comparison.languages.hindi import HINDI
from diptych.comparison.languages.italian import ITALIAN
from diptych.comparison.languages.lexicon import Lexicon
from diptych.comparison.languages.polish import POLISH
from diptych.comparison.languages.portuguese import PORTUGUESE
from diptych.comparison.languages.russian import RUSSIAN
from diptych.comparison.languages.spanish import SPANISH

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, PORTUGUESE, RUSSIAN, POLISH, HINDI)
UNKNOWN = Lexicon()

_SAMPLE = 4000
"""Characters of each text that are looked at, from its beginning."""

_FEW = 25
"""Words below which a text is short."""

_SHARE = 0.12
"""How many of a longer text's words must be little words of its language; in real texts it is a third to a half."""

_WORD = re.compile("(?:[^\\W\\d_]|[\u0900-\u0963])+")
"""Letters, and the vowel signs of Devanagari, which count as none."""


def language_of(old: str, new: str) -> Lexicon:
    """The tables of the language of two versions of one text; their order does not matter."""
    return _guess(*sorted((old[:_SAMPLE], new[:_SAMPLE])))


@lru_cache(maxsize=64)
def _guess(one: str, other: str) -> Lexicon:
    words = [word.lower() for text in (one, other) for word in _WORD.findall(text)]
    hits = [sum(word in language.closed for word in words) for language in LANGUAGES]
    best = max(hits)
    if len(words) < _FEW * 2:
        sure = hits[0] == best or best < 2
        return (ENGLISH if _latin(words) else UNKNOWN) if sure else LANGUAGES[hits.index(best)]
    return LANGUAGES[hits.index(best)] if best >= _SHARE * len(words) else UNKNOWN


def _latin(words: list[str]) -> bool:
    """True where no word has letters beyond the Latin ones."""
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for word in words for c in word)
