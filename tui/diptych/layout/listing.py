"""The corpus as a list: a line an article, and below one that is unfolded a line a version. Pure; lines are made when
asked for, however many articles there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence  # noqa: TC003  # fields of a dataclass
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from diptych.layout.display import Piece, safe
from diptych.layout.fencing import fenced
from diptych.layout.particulars import clock, host, plural
from diptych.layout.wrap import cell_len, fit, fit_end, wrap
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.corpus.corpus import Article, Document
    from diptych.corpus.index.filling import Progress
    from diptych.corpus.index.listed import Counts, Listed
    from diptych.corpus.records import Problem

_TITLE = 30
"""Cells that a title has at least, before another column gives way to it."""
_SOURCES = 20
"""Cells of the column of sources."""


class Entry(NamedTuple):
    """What a line stands for: the article at a place of the list, or one of its versions."""

    place: int
    document: int | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """The lines of the list: articles in some order, a few of them unfolded."""

    numbers: Sequence[int] = ()
    """The articles' numbers."""
    unfolded: Mapping[int, int] = field(default_factory=dict)
    """How many versions stand below the article at a place."""
    _places: tuple[int, ...] = field(init=False)
    _rows: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        places = tuple(sorted(self.unfolded))
        before = accumulate((self.unfolded[place] for place in places), initial=0)
        object.__setattr__(self, "_places", places)
        object.__setattr__(self, "_rows", tuple(place + more for place, more in zip(places, before, strict=False)))

    def __len__(self) -> int:
        return len(self.numbers) + sum(self.unfolded.values())

    def entry(self, row: int) -> Entry:
        """What a line stands for."""
        at = bisect_right(self._rows, row) - 1
        if at < 0:
            return Entry(row)
        place, below = self._places[at], row - self._rows[at]
        count = self.unfolded[place]
        return Entry(place, below - 1 if below else None) if below <= count else Entry(place + below - count)

    def row(self, entry: Entry) -> int:
        """The line that stands for it."""
        at = bisect_right(self._places, entry.place) - 1
        if at < 0:
            return entry.place
        place = self._places[at]
        if place == entry.place:
            return self._rows[at] + (0 if entry.document is None else entry.document + 1)
        return self._rows[at] + self.unfolded[place] + entry.place - place

    def folded(self, place: int, versions: int) -> Roll:
        """The same list with so many versions below an article; with none it is folded."""
        unfolded = {at: count for at, count in self.unfolded.items() if at != place}
        if versions:
            unfolded[place] = versions
        return Roll(self.numbers, unfolded)


def place_of(number: int | None, numbers: Sequence[int], *, ascending: bool) -> int | None:
    """Where an article stands in a list of numbers; None where it does not.

    Args:
        number: the article's; None for no article.
        numbers: of the list.
        ascending: whether they are, so that a long list need not be gone through.
    """
    if number is None:
        return None
    if ascending:
        place = bisect_left(numbers, number)
        return place if place < len(numbers) and numbers[place] == number else None
    with suppress(ValueError):
        return numbers.index(number)
    return None


def pair(article: Article, document: int | None) -> tuple[int, int] | None:
    """Which versions to compare when a line is chosen, by their places.

    An article: its first and its last version. A version: the one before it and itself, or for the first one itself and
    the next. None where there is nothing to compare with.
    """
    count = len(article.documents)
    if count < 2:
        return None
    if document is None:
        return 0, count - 1
    later = max(1, document)
    return later - 1, later


def article_line(listed: Listed, width: int, *, unfolded: bool = False, marked: bool = False) -> list[Piece]:
    """An article's line, ``width`` cells wide: its title, and in columns what is known, as far as there is room."""
    sign = "● " if marked else ("▾ " if unfolded else "▸ ") if listed.versions > 1 else "  "
    columns: list[Piece] = []
    room = width - 2 - _TITLE
    for text, ink, cells in _facts(listed):
        if cells + 2 > room:
            break
        room -= cells + 2
        if text or columns:  # the title runs on over columns that are empty
            shown = fit(safe(text), cells)
            columns += [Piece("  ", Ink.TEXT), Piece(fenced(shown) + " " * (cells - cell_len(shown)), ink)]
    taken = 2 + sum(cell_len(piece.text) for piece in columns)
    title = fit(safe(listed.title), max(0, width - taken))
    blank = " " * max(0, width - taken - cell_len(title))
    return [
        Piece(sign, Ink.REWORDED if marked else Ink.FAINT),
        Piece(fenced(title), Ink.TITLE),
        Piece(blank, Ink.TEXT),
        *columns,
    ]


def _facts(listed: Listed) -> list[tuple[str, Ink, int]]:
    """The columns, the most telling first, each with the cells that it takes."""
    many = listed.versions > 1
    if not many or listed.changed is None or not listed.sentences:
        changed = ""
    else:
        share = round(100 * listed.changed / listed.sentences)
        changed = f"{share:3} % changed" if listed.changed else "  form only" if listed.sentences else ""
    sources = list(dict.fromkeys(host(source) for source in listed.sources.split(" ") if source))
    return [
        (f"{plural(listed.versions, 'version'):>11}" if many else "", Ink.TEXT, 11),
        (changed, Ink.REWORDED, 13),
        (period(listed.earliest, listed.latest), Ink.FAINT, 18),
        (", ".join(sources), Ink.FAINT, _SOURCES),
    ]


def period(earliest: str, latest: str) -> str:
    """From when to when, in no more than 18 cells."""
    first, last = earliest[:10], latest[:10]
    if not first or first == last:
        return last
    if len(first) < 10 or len(last) < 10:
        return f"{first[:8]}–{last[:8]}"
    return f"{first} – {last[5:]}" if first[:4] == last[:4] else f"{first[:7]} – {last[:7]}"


def version_line(document: Document, width: int, *, marked: bool = False) -> list[Piece]:
    """A version's line below its article; the version that is marked has a sign."""
    told = [document.byline, host(document.source), clock(document.date), plural(document.words, "word")]
    ink = Ink.REWORDED if marked else Ink.TEXT
    return _spread(Piece(f"    {'● ' if marked else '· '}{document.name}", ink), told, width)


def _spread(lead: Piece, told: list[str], width: int) -> list[Piece]:
    """The lead at the left, particulars at the right, as many of them as there is room for."""
    facts = ""
    room = max(width // 2, width - cell_len(lead.text) - 2)
    for part in reversed([safe(part) for part in told if part]):
        longer = f"{part}  ·  {facts}" if facts else part
        if cell_len(longer) > room:
            break
        facts = longer
    text = fit(safe(lead.text), max(0, width - cell_len(facts) - 2))
    blank = " " * max(0, width - cell_len(text) - cell_len(facts))
    return [Piece(fenced(text), lead.ink), Piece(blank, Ink.TEXT), Piece(fenced(facts), Ink.FAINT)]


def overview(called: str, counts: Counts, told: Sequence[str], width: int) -> list[Piece]:
    """The line above the list: what was opened, how much is in it, and how it is shown."""
    facts = [*told, plural(counts.articles, "article"), plural(counts.documents, "document")]
    if counts.problems:
        facts.append(plural(counts.problems, "problem"))
    room = max(1, width - 2)
    shown = fit(safe("  ·  ".join(facts)), max(0, room - 12))
    lead = fit_end(safe(called), max(0, room - cell_len(shown) - 2))
    blank = " " * max(0, room - cell_len(lead) - cell_len(shown))
    return [Piece(f" {fenced(lead)}", Ink.TITLE), Piece(blank, Ink.TEXT), Piece(shown, Ink.FAINT)]


def how_far(progress: Progress) -> str:
    """How far the reading is, how fast, and how long it may take."""
    if progress.of == 1:  # of one file nothing can be told but that it is read
        return "reading"
    told = f"reading {progress.files:,} of {progress.of:,}" if progress.of else f"reading {progress.files:,}"
    if progress.seconds > 1 and progress.files:
        told += f", {progress.rate:,.0f} a second"
        if progress.left is not None and progress.left > 1:
            told += f", {_span(progress.left)} left"
    return told


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min" if seconds < 6000 else "hours"


def about(article: Article, document: Document | None, why: Sequence[str], text: str) -> list[Piece]:
    """What there is to say of a line: which document it is, why it belongs here, and how it begins."""
    told: list[Piece] = []
    shown = document or (article.documents[0] if len(article.documents) == 1 else None)
    title = shown.title if shown else article.title
    if title:  # whole: the list may have room for a part of it
        told.append(Piece(f"{fenced(safe(title))}\n", Ink.TITLE))
    if shown is not None:
        facts = [
            part for part in (clock(shown.date), shown.byline, host(shown.source), plural(shown.words, "word")) if part
        ]
        told.append(Piece(f"{fenced(safe(shown.name))}\n", Ink.TEXT if title else Ink.TITLE))
        told.append(Piece(f"{safe(' · '.join(facts))}\n", Ink.FAINT))
    if why:
        told.append(Piece(f"{plural(len(article.documents), 'version')} of one article:\n", Ink.REWORDED))
        told += [Piece(f"  {safe(reason)}\n", Ink.TEXT) for reason in why]
    if text:
        told += [Piece("\n", Ink.TEXT), *(Piece(f"{safe(line)}\n\n", Ink.QUIET) for line in text.split("\n"))]
    return told


def nowhere(wanted: str, words: str) -> list[Piece]:
    """What there is to say where no article has what was asked for."""
    where = f"the words “{words}” in its texts" if words else f"“{wanted}” in its title, source, date or name"
    return [
        Piece(f"No article has {fenced(safe(where))}.\n", Ink.TEXT),
        Piece("esc shows all articles again.\n", Ink.FAINT),
    ]


def problem_lines(problems: Sequence[Problem], width: int) -> list[str]:
    """Problems with their remedies as lines of a width, each begun by a sign and its further lines set in."""
    found: list[str] = []
    for problem in problems:
        found += [f"{'  ' if n else '! '}{line}" for n, line in enumerate(broken(problem.message, width - 2))]
    return found


def broken(text: str, width: int) -> list[str]:
    """A raw text in lines of a width, as it may be shown: every character visible, none of them obeyed."""
    found: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        shown = safe(line.expandtabs(4))
        found += [shown[start:end] for start, end in wrap(shown, width)] or [""]
    return found
