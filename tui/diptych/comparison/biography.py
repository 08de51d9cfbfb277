"""The life of a sentence through all versions of its article: where it appeared, changed, moved and vanished. Pure.

Followed link by link through the comparisons of neighbouring versions, so that what it says of a step is what the
reading screen shows of it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison.normal import plain
from diptych.model import Kind, Side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.comparison.result import Comparison
    from diptych.model import Link

    Between = Callable[[int], Comparison]
    """The comparison of the version of that index with the next one."""


class Fate(StrEnum):
    """What became of a sentence on the way to a version."""

    FIRST = "from the first"
    APPEARED = "appeared"
    SAME = "same"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    VANISHED = "vanished"
    RETURNED = "came back"


class Moment(NamedTuple):
    """A sentence in one version."""

    version: int
    fate: Fate
    moved: bool
    sentences: tuple[int, ...]
    """Indices into the version's sentences: several where it was split; none where it is not there."""
    text: str
    """Its words without mark-up, on one line; empty where it is not there."""


_FATES = ((Kind.SPLIT, Fate.SPLIT), (Kind.MERGED, Fate.MERGED), (Kind.REWORDED, Fate.REWORDED))


def biography(count: int, at: int, sentences: Sequence[int], between: Between) -> tuple[Moment, ...]:
    """Follow sentences from one version to the first and to the last, in the order of the versions.

    Nothing is said of the versions before the sentence appeared. After it vanished, it is looked for by its words
    among what was inserted later.

    Args:
        count: how many versions there are, at least 2.
        at: the version in which the sentences stand.
        sentences: their indices there.
        between: gives the comparison of a version with the next, from ``at`` outwards; one of them is asked for twice.
    """
    here = tuple(sorted(sentences))
    side, known = (Side.OLD, between(at)) if at + 1 < count else (Side.NEW, between(at - 1))
    return (*_backwards(at, here, between, _text(known, side, here)), *_onwards(count, at, here, between))


def _onwards(count: int, at: int, here: tuple[int, ...], between: Between) -> list[Moment]:
    """The moments after a version."""
    told: list[Moment] = []
    lost = ""
    for step in range(at, count - 1):
        comparison = between(step)
        links = _touching(comparison, Side.OLD, here)
        there = _ends(links, Side.NEW)
        if here and not there:
            lost = plain(_text(comparison, Side.OLD, here))
            told.append(Moment(step + 1, Fate.VANISHED, False, (), ""))
        elif here:
            fate, moved = _became(links)
            told.append(Moment(step + 1, fate, moved, there, _text(comparison, Side.NEW, there)))
        elif there := _inserted(comparison, lost):
            told.append(Moment(step + 1, Fate.RETURNED, False, there, _text(comparison, Side.NEW, there)))
        here = there
    return told


def _backwards(at: int, here: tuple[int, ...], between: Between, text: str) -> list[Moment]:
    """The moments up to a version and including it, in the order of the versions."""
    told: list[Moment] = []
    for version in range(at, 0, -1):
        comparison = between(version - 1)
        links = _touching(comparison, Side.NEW, here)
        before = _ends(links, Side.OLD)
        if not before:
            told.append(Moment(version, Fate.APPEARED, False, here, text))
            return told[::-1]
        fate, moved = _became(links)
        told.append(Moment(version, fate, moved, here, text))
        here, text = before, _text(comparison, Side.OLD, before)
    told.append(Moment(0, Fate.FIRST, False, here, text))
    return told[::-1]


def _touching(comparison: Comparison, side: Side, sentences: Sequence[int]) -> list[Link]:
    wanted = set(sentences)
    return [link for link in comparison.links if not wanted.isdisjoint(link.on(side))] if wanted else []


def _ends(links: Sequence[Link], side: Side) -> tuple[int, ...]:
    return tuple(sorted({index for link in links for index in link.on(side)}))


def _became(links: Sequence[Link]) -> tuple[Fate, bool]:
    """The most telling of the links' kinds, and whether any of them moved."""
    kinds = {link.kind for link in links}
    fate = next((fate for kind, fate in _FATES if kind in kinds), None)
    if fate is None:  # of several sentences some may have gone while the others stayed as they were
        fate = Fate.SAME if kinds == {Kind.SAME} else Fate.REWORDED
    return fate, any(link.moved for link in links)


def _inserted(comparison: Comparison, lost: str) -> tuple[int, ...]:
    """The inserted sentence that says just what was lost, if there is one."""
    for link in comparison.links:
        if link.kind is Kind.INSERTED and plain(_text(comparison, Side.NEW, link.new)) == lost:
            return link.new
    return ()


def _text(comparison: Comparison, side: Side, sentences: Sequence[int]) -> str:
    version, listed = comparison.version(side), comparison.sentences(side)
    return " ".join(" ".join(version.plain(listed[n].start, listed[n].end).split()) for n in sentences)
