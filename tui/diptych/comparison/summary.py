"""The counts of a comparison, and its ledger: whether every sentence and every character is accounted for. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.comparison.languages.guess import language_of
from diptych.comparison.normal import unwrapped
from diptych.comparison.tokens import LONGEST, words_of
from diptych.comparison.words import length
from diptych.model import Kind, Side, Summary

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.model import Link


_SPELLED = 0.4
"""The share of letters in common that any two spellings of the same words have at least."""


def summarise(comparison: Comparison) -> Summary:
    """Count the links by kind, header lines apart, and balance the ledger."""
    header: list[int] = []
    body: list[int] = []
    for index, link in enumerate(comparison.links):
        (header if _is_header(comparison, link) else body).append(index)
    kinds = Counter(comparison.links[index].kind for index in body)
    changed = [index for index in body if comparison.links[index].is_change]
    formal = sum(is_formal(comparison, index) for index in changed)
    return Summary(
        same=kinds[Kind.SAME],
        reworded=kinds[Kind.REWORDED],
        inserted=kinds[Kind.INSERTED],
        deleted=kinds[Kind.DELETED],
        split=kinds[Kind.SPLIT],
        merged=kinds[Kind.MERGED],
        moved=sum(comparison.links[index].moved for index in body),
        header=sum(comparison.links[index].is_change for index in header),
        substantive=len(changed) - formal,
        formal=formal,
        old_sentences=len(comparison.old_sentences),
        new_sentences=len(comparison.new_sentences),
        old_words=comparison.old.count_words(),
        new_words=comparison.new.count_words(),
        unaccounted=unaccounted(comparison, Side.OLD) + unaccounted(comparison, Side.NEW),
    )


def is_formal(comparison: Comparison, index: int) -> bool:
    """True for a link in place, with both ends, all of whose word changes touch only form."""
    link = comparison.links[index]
    if link.moved or not link.old or not link.new:
        return False
    if link.kind is not Kind.SAME:
        too_long = length(comparison.old_sentences, comparison.new_sentences, link) > LONGEST
        if too_long or _says_more(comparison, link):
            return False
    return all(change.facets and all(f.is_formal for f in change.facets) for change in comparison.words(index))


def _says_more(comparison: Comparison, link: Link) -> bool:
    """True where words stand on one side only and are nothing like the other side's: no other spelling explains them.

    It spares finding out what exactly changed in all but a few links. In doubt, as with numbers written in words, and
    letters with marks, it is False.
    """
    sides = []
    for side in Side:
        version, sentences = comparison.version(side), comparison.sentences(side)
        text = " ".join([version.plain(*sentences[index][:2]) for index in link.on(side)])
        sides.append(words_of(unwrapped(text).casefold()))
    old, new = sides
    here, there = set(old), set(new)
    gone, come = [word for word in old if word not in there], [word for word in new if word not in here]
    amounts = language_of(comparison.old.text, comparison.new.text).amounts
    if any(word in amounts or not word.isascii() for word in (*gone, *come)):
        return False
    return bool(gone or come) and Indel.normalized_similarity("".join(gone), "".join(come)) < _SPELLED


def unaccounted(comparison: Comparison, side: Side) -> int:
    """Sentences of a side not in exactly one link, and characters that are in no sentence, mark-up or white space."""
    sentences = comparison.sentences(side)
    held = Counter(index for link in comparison.links for index in link.on(side))
    wrong = sum(held[index] != 1 for index in range(len(sentences)))
    wrong += sum(index >= len(sentences) for index in held)
    version = comparison.version(side)
    at = 0
    for start, end in [*[(s.start, s.end) for s in sentences], (len(version.text), len(version.text))]:
        if start < at or end < start:
            wrong += 1
        elif start > at and not version.text[at:start].isspace():
            wrong += sum(not c.isspace() for c in version.plain(at, start))
        at = max(at, end)
    return wrong


def _is_header(comparison: Comparison, link: Link) -> bool:
    if link.old:
        return comparison.old.blocks[comparison.old_sentences[link.old[0]].block].role.is_header
    return comparison.new.blocks[comparison.new_sentences[link.new[0]].block].role.is_header
