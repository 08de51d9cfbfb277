"""Which letters of a respelled word differ (Pashin·i·an, Pashin·y·an). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.normal import common_ends, plain_word
from diptych.comparison.tokens import Sort
from diptych.model import Span

if TYPE_CHECKING:
    from diptych.comparison.words import Word

_ALIKE = 0.6
_SHOWN = 0.7
"""Words less alike are read as two words: spokesperson, spokesman."""
_LONGEST = 64
"""No word is longer; what is, is a web address or a block of base64."""


def respelled(old: str, new: str) -> bool:
    """True where one word is plausibly the other spelled otherwise: much alike, of nearly the same length, not by case
    alone, beginning alike or ending alike."""
    if old == new or old.casefold() == new.casefold() or max(len(old), len(new)) > _LONGEST:
        return False
    shorter, longer = sorted((len(old), len(new)))
    if shorter < 3 or longer > 1.5 * shorter + 1:
        return False
    return alike(old, new) >= _ALIKE


def alike(old: str, new: str) -> float:
    """Letters in common, from 0 to 1, case and quotation style aside."""
    return Indel.normalized_similarity(plain_word(old).casefold(), plain_word(new).casefold())


def _shown(old: str, new: str) -> bool:
    """True where one word is so much like the other that its letters are worth showing."""
    if not respelled(old, new):
        return False
    return alike(old, new) >= _SHOWN and old[0].casefold() == new[0].casefold()


def _other_particle(old: str, new: str) -> bool:
    """True for a Korean word with another ending: the stem is the longer part, or one syllable with one of ending."""
    if old == new or not (_is_hangul(old) and _is_hangul(new)):
        return False
    stem = common_ends(old, new)[0]
    return stem > 0 and max(len(old), len(new)) - stem <= max(1, min(stem, 3))


def _is_hangul(text: str) -> bool:
    return bool(text) and all("\uac00" <= letter <= "\ud7a3" for letter in text)


def differing(old: Word, new: Word) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The letters in which a respelled word differs, on each side; nothing where the words as wholes differ."""
    if old.sort is not Sort.WORD or new.sort is not Sort.WORD:
        return (), ()
    if not _other_particle(old.text, new.text) and not _shown(old.text, new.text):
        return (), ()
    if old.end - old.start != len(old.text) or new.end - new.start != len(new.text):
        return (), ()
    if (len(old.text), old.text) > (len(new.text), new.text):
        theirs, ours = differing(new, old)
        return ours, theirs
    before: list[Span] = []
    after: list[Span] = []
    i = j = 0
    for block in Indel.editops(old.text, new.text).as_matching_blocks():
        before += [Span(old.start + i, old.start + block.a)] * (i < block.a)
        after += [Span(new.start + j, new.start + block.b)] * (j < block.b)
        i, j = block.a + block.size, block.b + block.size
    return tuple(before), tuple(after)
