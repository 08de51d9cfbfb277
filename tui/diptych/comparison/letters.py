"""Which letters of a respelled word differ (Pashin·i·an, Pashin·y·an). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.normal import plain_word
from diptych.comparison.tokens import Sort
from diptych.model import Span

if TYPE_CHECKING:
    from diptych.comparison.words import Word

_ALIKE = 0.6
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


def differing(old: Word, new: Word) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The letters in which a respelled word differs, on each side; nothing where the words as wholes differ."""
    if old.sort is not Sort.WORD or new.sort is not Sort.WORD or not respelled(old.text, new.text):
        return (), ()
    if old.end - old.start != len(old.text) or new.end - new.start != len(new.text):
        return (), ()
    before, after = [], []
    for tag, i1, i2, j1, j2 in Indel.opcodes(old.text, new.text):
        if tag != "equal":
            before += [Span(old.start + i1, old.start + i2)] * (i1 < i2)
            after += [Span(new.start + j1, new.start + j2)] * (j1 < j2)
    return _touching(before), _touching(after)


def _touching(spans: list[Span]) -> tuple[Span, ...]:
    """Spans that touch made one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
