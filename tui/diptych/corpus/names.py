"""Whether words are names, as in a byline or under a source, or the beginning of a sentence. Pure."""

from __future__ import annotations

import re

_SMALL_WORDS = (
    "a al and at bin by da dalla das de del della den der di do dos du e el et for from i ibn in la le of on "
    "os ten ter the to und van von with y zu &"
)
_TIME_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december today tomorrow tonight yesterday now then noon midnight dawn contrast "
    "comparison this that these those early late mid it its his her their there when all"
)
_PARTICLES = frozenset(_SMALL_WORDS.split())
_NOT_NAMES = frozenset(_TIME_WORDS.split())
_JOINT = re.compile(r"\s*(?:[,;|/•·–—]|\s-\s|\sand\s|\s&\s)\s*")
_FULL_STOP = re.compile(r"(?:\b(?:[A-Z]|Jr|Sr|Dr|Ph\.?D|M\.?D|Inc|Ltd|Co|Corp|St)\.)\Z")
_WORD = re.compile(r"\S+")


def is_byline(words: str) -> bool:
    """True for what may follow "By": names, each perhaps with an office or a desk after a comma."""
    words = words.strip()
    if not _is_short(words, 100, 14):
        return False
    parts = [part for part in _JOINT.split(words) if part]
    if not parts or not is_name(parts[0]):
        return False
    return all(_is_name_or_office(part) for part in parts[1:])


def is_name(words: str) -> bool:
    """True for a few words that are written as names are, with no full stop after them."""
    words = words.strip()
    if not _is_short(words, 80, 9) or ": " in words:
        return False
    found = [word.strip("()'\"“”‘’.,") for word in _WORD.findall(words)]
    first = found[0].casefold()
    if first in _NOT_NAMES or first.isdigit():
        return False
    if not found[0][:1].isalnum() or (found[0][0].islower() and first not in _PARTICLES):
        return False
    return all(_like_a_name(word) for word in found) and any(not word[:1].islower() for word in found)


def _is_name_or_office(part: str) -> bool:
    return is_name(part) or "@" in part or ("." not in part and len(part.split()) <= 4 and not part[:1].isdigit())


def _like_a_name(word: str) -> bool:
    return not word[:1].islower() or word.casefold() in _PARTICLES or word[:3] in {"al-", "el-", "d'A", "l'A"}


def _is_short(words: str, characters: int, count: int) -> bool:
    if not words or len(words) > characters or len(words.split()) > count:
        return False
    return words[-1] not in ".!?…:;," or _FULL_STOP.search(words) is not None
