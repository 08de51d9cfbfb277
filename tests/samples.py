"""Comparisons made by hand, so that layout and screens can be tested without an engine's opinion."""

from __future__ import annotations

from diptych.comparison.result import Comparison
from diptych.model import Block, Kind, Link, Role, Sentence, Version


def version(*paragraphs: str | list[str], name: str = "") -> tuple[Version, tuple[Sentence, ...]]:
    """A version of paragraphs, each a sentence or a list of sentences."""
    text, blocks, sentences = "", [], []
    for number, paragraph in enumerate(paragraphs, 1):
        text += "\n\n" if text else ""
        start = len(text)
        for index, sentence in enumerate([paragraph] if isinstance(paragraph, str) else paragraph):
            text += " " if index else ""
            sentences.append(Sentence(len(text), len(text) + len(sentence), number - 1))
            text += sentence
        blocks.append(Block(start, len(text), Role.PARAGRAPH, number))
    return Version(text, tuple(blocks), name=name), tuple(sentences)


def comparison(
    old: list[str | list[str]],
    new: list[str | list[str]],
    ties: list[tuple[tuple[int, ...], tuple[int, ...]]],
    moved: tuple[int, ...] = (),
) -> Comparison:
    """A comparison with these ties; what no tie holds was deleted or inserted; ``moved`` lists old ends that moved."""
    old_version, old_sentences = version(*old, name="old.txt")
    new_version, new_sentences = version(*new, name="new.txt")
    links: list[Link] = []
    for old_ends, new_ends in sorted(ties):
        links.append(Link(_kind(old_version, new_version, old_sentences, new_sentences, old_ends, new_ends),
                          old_ends, new_ends, old_ends[0] in moved, 0.9))  # fmt: skip
    held_old = {i for link in links for i in link.old}
    held_new = {j for link in links for j in link.new}
    links += [Link(Kind.DELETED, (i,), ()) for i in range(len(old_sentences)) if i not in held_old]
    links += [Link(Kind.INSERTED, (), (j,)) for j in range(len(new_sentences)) if j not in held_new]
    return Comparison(old_version, new_version, old_sentences, new_sentences, tuple(links))


def _kind(
    old: Version,
    new: Version,
    old_sentences: tuple[Sentence, ...],
    new_sentences: tuple[Sentence, ...],
    old_ends: tuple[int, ...],
    new_ends: tuple[int, ...],
) -> Kind:
    if len(old_ends) == 1 < len(new_ends):
        return Kind.SPLIT
    if len(new_ends) == 1 < len(old_ends):
        return Kind.MERGED
    before, after = old_sentences[old_ends[0]], new_sentences[new_ends[0]]
    return Kind.SAME if old.plain(*before[:2]) == new.plain(*after[:2]) else Kind.REWORDED
