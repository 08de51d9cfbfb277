"""An article's versions as a timeline: a line a version, with the size of the step that led to it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison.biography import Fate
from diptych.layout.display import Piece, safe
from diptych.layout.fencing import fenced
from diptych.layout.particulars import clock, host, joined, plural
from diptych.layout.rows import MOVED_SIGN, SIGNS
from diptych.layout.wrap import cell_len, fit
from diptych.model import Kind
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.comparison.biography import Moment
    from diptych.corpus.corpus import Document
    from diptych.corpus.shelf import Shelf
    from diptych.model import Summary

BAR = 12
"""Cells of the bar that shows how large a step is."""

_FULL, _REST = "━", "╌"
_COUNTED = (
    (Kind.INSERTED, Ink.ADDED),
    (Kind.DELETED, Ink.REMOVED),
    (Kind.REWORDED, Ink.REWORDED),
    (Kind.SPLIT, Ink.REWORDED),
    (Kind.MERGED, Ink.REWORDED),
)
_FATE_SIGNS = {
    Fate.FIRST: (" ", Ink.QUIET),
    Fate.APPEARED: (SIGNS[Kind.INSERTED], Ink.ADDED),
    Fate.SAME: ("=", Ink.QUIET),
    Fate.REWORDED: (SIGNS[Kind.REWORDED], Ink.REWORDED),
    Fate.SPLIT: (SIGNS[Kind.SPLIT], Ink.REWORDED),
    Fate.MERGED: (SIGNS[Kind.MERGED], Ink.REWORDED),
    Fate.VANISHED: (SIGNS[Kind.DELETED], Ink.REMOVED),
    Fate.RETURNED: (SIGNS[Kind.INSERTED], Ink.ADDED),
}


class Step(NamedTuple):
    """How much one version differs from the one before."""

    summary: Summary

    @property
    def size(self) -> float:
        """The share of the sentences of both versions that changed in substance, from 0 to 1."""
        counts = self.summary
        of = counts.same + counts.substantive + counts.formal
        return counts.substantive / of if of else 0.0


Steps = dict[int, Step | str]
"""By the index of the later version: the step that led to it, or the sentence that says why it is not known."""


def line(shelf: Shelf, index: int, steps: Steps, width: int, marked: int | None = None) -> list[Piece]:
    """One version: its number, whether it is one of the two shown, its particulars, and the step that led to it."""
    document = shelf.documents[index]
    number = f"{index + 1:>{len(str(len(shelf.documents)))}} "
    label, ink = _role(shelf, index)
    lead = [Piece(number, Ink.FAINT), Piece(f"{label:<4}", ink), Piece("• " if index == marked else "  ", Ink.REWORDED)]
    tail = _step(steps.get(index), first=index == 0)
    room = width - sum(cell_len(piece.text) for piece in (*lead, *tail)) - 1
    same = all(other.title == document.title for other in shelf.documents)
    told = joined(particulars(document, titled=not same), max(0, room))
    padding = " " * max(1, width - sum(cell_len(piece.text) for piece in (*lead, *tail)) - cell_len(told))
    return [*lead, Piece(fenced(told), Ink.TEXT), Piece(padding, Ink.QUIET), *tail]


def particulars(document: Document, *, titled: bool = True) -> list[str]:
    """Date, who wrote it and where, its name, its length, and its title, each fit for a terminal."""
    known = (
        clock(document.date),
        document.byline,
        host(document.source),
        document.name,
        plural(document.words, "word"),
        document.title if titled else "",
    )
    return [safe(part) for part in known if part]


def life(moments: Sequence[Moment], shelf: Shelf) -> Callable[[Moment, int], list[Piece]]:
    """What makes a line of a sentence's biography: the version, what became of it on the way there, and its words."""
    dates = {moment.version: _when(shelf.documents[moment.version]) for moment in moments}
    when = max((cell_len(date) for date in dates.values()), default=0)
    fate = max((cell_len(fate_of(moment)) for moment in moments), default=0)

    def told(moment: Moment, width: int) -> list[Piece]:
        sign, ink = _FATE_SIGNS[moment.fate]
        sign = MOVED_SIGN if moment.moved and moment.fate is Fate.SAME else sign
        date = dates[moment.version]
        lead = [
            Piece(f"{moment.version + 1:>{len(str(len(shelf.documents)))}}  ", Ink.FAINT),
            Piece(f"{fenced(date)}{' ' * (when - cell_len(date))}  ", Ink.FAINT),
            Piece(f"{sign} ", Ink.MOVED if moment.moved else ink),
            Piece(f"{fate_of(moment):<{fate}}  ", Ink.MOVED if moment.moved else ink),
        ]
        room = width - sum(cell_len(piece.text) for piece in lead)
        return [*lead, Piece(fenced(fit(safe(moment.text), max(0, room))), Ink.TEXT)]

    return told


def _when(document: Document) -> str:
    return fit(safe(clock(document.date, zone=False) or document.name), 16)


def among(moments: Sequence[Moment], words: str) -> list[Moment]:
    """The moments in whose text or fate all these words occur; case does not matter."""
    wanted = words.casefold().split()
    return [m for m in moments if all(word in f"{m.text} {fate_of(m)}".casefold() for word in wanted)]


def fate_of(moment: Moment) -> str:
    """What became of a sentence, in words: ``reworded and moved``."""
    if not moment.moved:
        return moment.fate.value
    return "moved" if moment.fate is Fate.SAME else f"{moment.fate.value} and moved"


def life_of(moments: Sequence[Moment], shelf: Shelf) -> str:
    """A sentence about a sentence: in how many versions it stands, and how often it changed."""
    standing = sum(bool(moment.sentences) for moment in moments)
    changed = sum(moment.fate in {Fate.REWORDED, Fate.SPLIT, Fate.MERGED} or moment.moved for moment in moments)
    times = {0: "never changed", 1: "changed once", 2: "changed twice"}.get(changed, f"changed {changed:,} times")
    return f"in {standing} of {plural(len(shelf.documents), 'version')}, {times}"


def _role(shelf: Shelf, index: int) -> tuple[str, Ink]:
    if index == shelf.old:
        return "OLD", Ink.OLD_LABEL
    return ("NEW", Ink.NEW_LABEL) if index == shelf.new else ("", Ink.QUIET)


def _step(step: Step | str | None, *, first: bool) -> list[Piece]:
    """Counts by kind with their signs, and a bar of the step's size."""
    blank = Piece(" " * (BAR + 1), Ink.QUIET)
    if first:
        return [blank]
    if step is None:
        return [Piece("…", Ink.FAINT), blank]
    if isinstance(step, str):
        return [Piece("unreadable", Ink.REMOVED), blank]
    counts = [(SIGNS[kind], getattr(step.summary, kind.value), ink) for kind, ink in _COUNTED]
    counts.append((MOVED_SIGN, step.summary.moved, Ink.MOVED))
    pieces = [Piece(f" {sign}{count}", ink) for sign, count, ink in counts if count]
    if not pieces:
        pieces = [Piece(" same", Ink.FAINT)]
    full = min(BAR, max(1, round(step.size * BAR))) if step.size else 0
    return [*pieces, Piece(f" {_FULL * full}", Ink.REWORDED), Piece(_REST * (BAR - full), Ink.RULE)]
