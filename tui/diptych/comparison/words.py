"""What changed inside a link: words added, removed and substituted, as a person would mark them. Pure.

The tokens of both ends are aligned by weight, and each run that is left over is a change. Spans are offsets into the
versions' texts, each inside one sentence.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison.crossings import parted
from diptych.comparison.facets import facets_of
from diptych.comparison.languages.guess import language_of
from diptych.comparison.letters import differing
from diptych.comparison.normal import common_ends
from diptych.comparison.passage import Context
from diptych.comparison.quotes import MARKS, open_before, opens, single_quotations
from diptych.comparison.tokens import LONGEST, tokens_of
from diptych.comparison.weave import weave
from diptych.comparison.wholes import whole
from diptych.model import Kind, Span, WordChange, WordKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.tokens import Sort
    from diptych.comparison.weave import Run
    from diptych.model import Facet, Link, Sentence, Version


class Word(NamedTuple):
    """A token with its place in the version and the sentence it stands in."""

    text: str
    start: int
    end: int
    sort: Sort
    sentence: int
    apart: bool
    """True where white space stands before it, or nothing at all."""
    quoted: bool = False
    """True where it stands between quotation marks."""


def word_changes(
    old: Version, new: Version, old_sentences: Sequence[Sentence], new_sentences: Sequence[Sentence], link: Link
) -> tuple[WordChange, ...]:
    """What changed inside a link, in reading order; nothing where an end is missing or both ends say the same."""
    if not link.old or not link.new or link.kind is Kind.SAME:
        return ()
    if length(old_sentences, new_sentences, link) > LONGEST:
        return _wholesale(old, new, [old_sentences[i] for i in link.old], [new_sentences[j] for j in link.new])
    left = [word for i in link.old for word in words_of(old, old_sentences[i], i)]
    right = [word for j in link.new for word in words_of(new, new_sentences[j], j)]
    if not left or not right:
        return ()
    lexicon = language_of(old.text, new.text)
    sides = Context(left, lexicon), Context(right, lexicon)
    runs = parted(left, right, whole(weave(left, right), sides[0].quantities, sides[1].quantities))
    told = facets_of(*sides, runs)
    return tuple(
        [_change(left, right, run, found, moved=moved) for (run, moved), found in zip(runs, told, strict=True)]
    )


def length(old_sentences: Sequence[Sentence], new_sentences: Sequence[Sentence], link: Link) -> int:
    """The characters of both ends of a link."""
    ends = chain([old_sentences[i] for i in link.old], [new_sentences[j] for j in link.new])
    return sum([sentence.end - sentence.start for sentence in ends])


def _wholesale(
    old: Version, new: Version, old_sentences: Sequence[Sentence], new_sentences: Sequence[Sentence]
) -> tuple[WordChange, ...]:
    """One change from the first difference to the last, of passages too long to be cut into words."""
    (a, b), (c, d) = ((side[0].start, side[-1].end) for side in (old_sentences, new_sentences))
    head, tail = common_ends(old.text[a:b], new.text[c:d])
    if head + tail == b - a == d - c:
        return ()
    before = tuple(Span(max(s.start, a + head), min(s.end, b - tail)) for s in old_sentences)
    after = tuple(Span(max(s.start, c + head), min(s.end, d - tail)) for s in new_sentences)
    before = tuple(span for span in before if span.start < span.end) or (Span(a + head, a + head),)
    after = tuple(span for span in after if span.start < span.end) or (Span(c + head, c + head),)
    kind = WordKind.ADDED if before[0][0] == before[0][1] else WordKind.SUBSTITUTED
    return (WordChange(WordKind.REMOVED if after[0][0] == after[0][1] else kind, before, after),)


def words_of(version: Version, sentence: Sentence, index: int) -> list[Word]:
    """The tokens of a sentence; one that mark-up cuts in two keeps the mark-up inside its span."""
    start, end, _ = sentence
    pieces = version.pieces(start, end) if version.markup else [Span(start, end)]
    body = version.plain(start, end)
    places = None if pieces == [Span(start, end)] else [place for a, b in pieces for place in range(a, b)]
    found: list[Word] = []
    at = 0
    inside = open_before(version, sentence)
    singles = single_quotations(version, sentence)
    made = tuple.__new__  # a third of the time of Word(…), and a long comparison has a million
    for text, first, last, sort in tokens_of(body):
        if text in MARKS:
            inside = opens(body, first, inside=inside)
        span = (start + first, start + last) if places is None else (places[first], places[last - 1] + 1)
        quoted = inside or (bool(singles) and any(a <= span[0] < b for a, b in singles))
        found.append(made(Word, (text, *span, sort, index, first != at or first == 0, quoted)))
        at = last
    return found


def _change(
    left: Sequence[Word], right: Sequence[Word], run: Run, facets: tuple[Facet, ...], *, moved: bool
) -> WordChange:
    i1, i2, j1, j2 = run
    removed, added = left[i1:i2], right[j1:j2]
    kind = WordKind.ADDED if not removed else WordKind.REMOVED if not added else WordKind.SUBSTITUTED
    old = _spans(removed) or (_place(left, i1, added[0]),)
    new = _spans(added) or (_place(right, j1, removed[0]),)
    old_letters: tuple[Span, ...] = ()
    new_letters: tuple[Span, ...] = ()
    if len(removed) == len(added) == 1:
        old_letters, new_letters = differing(removed[0], added[0])
    return WordChange(kind, old, new, old_letters, new_letters, facets, moved)


def _spans(words: Sequence[Word]) -> tuple[Span, ...]:
    """The stretches that the words cover, one for each sentence."""
    found: list[Span] = []
    sentence = -1
    for word in words:
        if word.sentence == sentence:
            found[-1] = Span(found[-1].start, word.end)
        else:
            found.append(Span(word.start, word.end))
            sentence = word.sentence
    return tuple(found)


def _place(words: Sequence[Word], index: int, missing: Word) -> Span:
    """Where words would stand that this side lacks: before the next word, or close after the last as a comma would."""
    at = words[index - 1].end if index and (index == len(words) or not missing.apart) else words[index].start
    return Span(at, at)
