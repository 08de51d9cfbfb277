"""Whether two words are one word written in two ways. Pure, and strict: ``county → country`` is not.

Sure are only hyphens and apostrophes, the regular differences of British and American English, doubled consonants and
swapped ``ie``/``ei`` in long words, and, for names, spellings with one skeleton of consonants (Pashinian, Pashinyan).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diptych.comparison.letters import respelled

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINT = re.compile(r"[-‐‑'’.·]")
_REGULAR = (
    (re.compile(r"our(?=$|s$|ed$|ing$|able$|ite$|ful|less$|ist|hood$|ly$|er)"), "or"),
    (re.compile(r"([iy])s(?=(?:e|es|ed|ing|er|ers|ation|ations)$)"), r"\1z"),
    (re.compile(r"(?<=[bct])re(?=$|s$|d$)"), "er"),
    (re.compile(r"ogue(?=$|s$)"), "og"),
    (re.compile(r"(?<=en)ce(?=$|s$|d$|less)"), "se"),
    (re.compile(r"(?<=[aeo])ll(?=ed$|ing$|er$|ers$|ation$|or$)"), "l"),
    (re.compile(r"(?<=.)ae(?=[a-z]{3})|^ae(?=s)"), "e"),
    (re.compile(r"oe(?=[a-z]{4})"), "e"),
    (re.compile(r"amme(?=$|s$)"), "am"),
    (re.compile(r"(?<=judg)e(?=ment)|(?<=acknowledg)e(?=ment)"), ""),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"^(learn|burn|dream|spell|spoil|leap|smell)(?:t|ed)$"), r"\1ed"),
    (re.compile(r"wards$"), "ward"),
    (re.compile(r"^tyre"), "tire"),
    (re.compile(r"^cheque"), "check"),
    (re.compile(r"^adviser"), "advisor"),
    (re.compile(r"(?<=[aiou]l)l(?=ment)|(?<=l)l(?=ful)|(?<=skil)l"), ""),
)
_ALIKE_SOUNDS = (
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("ck", "k"),
    ("tz", "s"),
    ("ts", "s"),
    ("zh", "j"),
    ("sch", "sh"),
)
_ALIKE_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", "x": "h"})


def same_spelling(old: str, new: str) -> bool:
    """True where two words, neither a name, are one word in two spellings."""
    a, b = _JOINT.sub("", old).casefold(), _JOINT.sub("", new).casefold()
    if a == b:
        return old.casefold() != new.casefold() and not _possessive(old, new)
    if not a.isalpha() or not b.isalpha() or min(len(a), len(b)) < 4:
        return False
    if a != b and _regular(a) == _regular(b):
        return True
    return min(len(a), len(b)) >= 7 and _careless(a) == _careless(b)


def spoken(words: Sequence[str]) -> list[str]:
    """English words in lower case, their contractions in full: *don't* as *do not*, *it's* as *it is*."""
    found: list[str] = []
    for word in words:
        lower = word.lower().replace("’", "'")
        stem, mark, ending = lower.rpartition("'")
        if lower == "cannot" or (mark and ending == "t" and stem.endswith("n")):
            found += [_NEGATED.get(lower, stem[:-1]), "not"]
        elif mark and (ending in _SHORTENED or (ending == "s" and stem in _WHO_IS)):
            found += [stem, _SHORTENED.get(ending, "is")]
        else:
            found.append(lower)
    return found


_NEGATED = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}
_SHORTENED = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
_WHO_IS = frozenset(["it", "he", "she", "that", "there", "what", "who", "here", "where"])
"""Words after which *'s* is *is* or *has*, and no genitive."""


def same_name(old: str, new: str) -> bool:
    """True where two names, each with a capital, are plausibly one name in two spellings."""
    if not (old[:1].isupper() and new[:1].isupper()) or old.isupper() != new.isupper():
        return False
    a, b = _JOINT.sub("", old).casefold(), _JOINT.sub("", new).casefold()
    if a.startswith(b) or b.startswith(a):
        return (abs(len(a) - len(b)) == 1 and a[-1] == a[-2:-1]) or (
            abs(len(a) - len(b)) == 1 and {a[-2:], b[-2:]} <= {"yy", "ky", "iy"}
        )
    return respelled(old, new) and _skeleton(a) == _skeleton(b) and len(_skeleton(a)) >= 2


def _possessive(old: str, new: str) -> bool:
    """True where an apostrophe makes another form rather than another spelling (``states → state's``)."""
    return any(word.rstrip("s")[-1:] in ("'", "’") or word[-1:] in ("'", "’") for word in (old, new))


def _regular(word: str) -> str:
    for pattern, replacement in _REGULAR:
        word = pattern.sub(replacement, word)
    return word


def _careless(word: str) -> str:
    return re.sub(r"([cmlnptr])\1", r"\1", word).replace("ei", "ie")


def _skeleton(name: str) -> str:
    """The consonants of a name, those that transcriptions confuse made one."""
    for pair, single in _ALIKE_SOUNDS:
        name = name.replace(pair, single)
    bare = re.sub("[aeiouyj]", "", name[1:].translate(_ALIKE_LETTERS))
    first = name[:1].translate(_ALIKE_LETTERS)
    return re.sub(r"(.)\1+", r"\1", ("" if first in "aeiouyj" else first) + bare)
