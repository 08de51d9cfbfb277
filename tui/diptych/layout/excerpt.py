"""A single change told by itself: as marked text for the clipboard, as a line for the list of changes. Pure."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from diptych.layout.cells import sign_of, wrapped
from diptych.layout.display import Piece, flowing
from diptych.layout.fencing import fenced_pieces
from diptych.layout.pieces import column, redline
from diptych.layout.row_table import Row
from diptych.layout.rows import MOVED_SIGN, SIGNS
from diptych.layout.status import described
from diptych.layout.wrap import cell_len
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.result import Comparison
    from diptych.layout.filters import Counts
    from diptych.layout.rows import Rows

_REMOVED = frozenset({Ink.OLD_WORD, Ink.OLD_LETTER})
_ADDED = frozenset({Ink.NEW_WORD, Ink.NEW_LETTER})
_CHANGED = _REMOVED | _ADDED | {Ink.STRUCK}

FATES = dict.fromkeys(_REMOVED, "-") | dict.fromkeys(_ADDED, "+")
"""For the inks of changed words, on which side they stand: ``-`` old, ``+`` new."""


def marked(comparison: Comparison, index: int) -> str:
    """The change of that link: a line that names it, then each side with ``[-removed-]`` and ``{+added+}`` words."""
    link = comparison.links[index]
    sign = MOVED_SIGN if link.moved else SIGNS[link.kind]
    lines = [f"{sign} {described(link)}"]
    lines += [f"{side.value}: {told}" for side in Side for told in marked_words(comparison, index, side)]
    return "\n".join(lines) + "\n"


def marked_words(comparison: Comparison, index: int, side: Side) -> list[str]:
    """The sentences of a link on a side, with ``[-removed-]`` and ``{+added+}`` words."""
    return [_bracketed(pieces) for pieces in told_in(comparison, index, side)]


def told_in(comparison: Comparison, index: int, side: Side) -> list[list[Piece]]:
    """The sentences of a link on a side, each as pieces; :data:`FATES` tells which of them changed."""
    found: list[list[Piece]] = []
    for sentence in comparison.links[index].on(side):
        here, nothing = (sentence, sentence + 1), (0, 0)
        row = Row(index, here, nothing) if side is Side.OLD else Row(index, nothing, here)
        found += column(comparison, row, side)
    return found


def one_side(comparison: Comparison, index: int) -> tuple[Side, str]:
    """The text of one side of a change, clean: the new one, or the old one where there is no new."""
    link = comparison.links[index]
    side = Side.NEW if link.new else Side.OLD
    version, sentences = comparison.version(side), comparison.sentences(side)
    return side, "\n\n".join(flowing(version.plain(*sentences[n][:2])) for n in link.on(side))


def _bracketed(pieces: list[Piece]) -> str:
    told: list[str] = []
    for text, ink in pieces:
        group = FATES.get(ink, "")
        if told and group and told[-1].endswith(f"{group}{']' if group == '-' else '}'}"):
            told[-1] = told[-1][:-2] + text + told[-1][-2:]  # letters of a word, and the word around them, are one mark
        else:
            told.append({"-": f"[-{text}-]", "+": f"{{+{text}+}}"}.get(group, text))
    return "".join(told)


def place_in(listed: Sequence[int], change: int | None) -> int | None:
    """Where a change is in an ascending list of changes, or the next one that is; None if there is none."""
    if change is None or not listed:
        return None
    return min(bisect_left(listed, change), len(listed) - 1)


def told(rows: Rows, walked: int, counts: Counts | None, count: int) -> str:
    """What stands above the list: how many changes were found, and what they touch as far as that was counted."""
    every = len(rows.changes)
    lead = f"{count:,} of {every:,} changes" if count != every else f"{every:,} changes"
    hidden = f" · {every - walked:,} hidden" if walked != every else ""
    facets = [f"{facet} {count:,}" for facet, count in counts.facets.most_common()] if counts is not None else []
    return " · ".join([lead + hidden, *facets])


def found(rows: Rows, words: str, walked: Sequence[int] | None = None) -> Sequence[int]:
    """The changes in whose sentences or names all these words occur, as indices into ``rows.changes``.

    Only those that are walked are looked through, where these are given. A change is called by its kind, its facets
    and, if it moved, ``moved``; case does not matter. Facets are only looked up where the words are not in the
    sentences, since that takes the word changes.
    """
    wanted = words.casefold().split()
    every = range(len(rows.changes)) if walked is None else walked
    return [n for n in every if _answers(rows.comparison, rows.changes[n], wanted)] if wanted else every


def _answers(comparison: Comparison, index: int, wanted: list[str]) -> bool:
    link = comparison.links[index]
    told = [described(link), link.kind.value]
    for side in Side:
        version, sentences = comparison.version(side), comparison.sentences(side)
        told += [version.plain(sentences[n].start, sentences[n].end) for n in link.on(side)]
    text = " ".join(told).casefold()
    missing = [word for word in wanted if word not in text]
    return not missing or all(word in comparison.facets(index) for word in missing)


def line(rows: Rows, change: int, width: int) -> list[Piece]:
    """One line of the list of changes: number, sign, and what changed, with what stands around it if there is room."""
    comparison, index = rows.comparison, rows.changes[change]
    link = comparison.links[index]
    sign, ink = sign_of(link)
    lead = [Piece(f"{change + 1:>{len(str(len(rows.changes)))}} ", Ink.FAINT), Piece(f"{sign} ", ink)]
    row = rows.rows[rows.homes[change]]
    pieces = [piece for paragraph in redline(comparison, row) for piece in paragraph]
    room = width - sum(cell_len(piece.text) for piece in lead)
    first = next((n for n, piece in enumerate(pieces) if piece.ink in _CHANGED), 0)
    before = "".join(piece.text for piece in pieces[:first])
    if cell_len(before) > room // 3:
        kept = before[-(room // 4) :].partition(" ")[2]
        pieces = [Piece(f"…{kept}", pieces[0].ink), *pieces[first:]]
    lines = wrapped(pieces, max(1, room - 1))
    if len(lines) > 1 and sum(cell_len(piece.text) for piece in lines[0]) < room // 2:  # a long word comes next
        lines = wrapped([Piece(piece.text.replace(" ", "\u00a0"), piece.ink) for piece in pieces], max(1, room - 1))
    more = [Piece("…", Ink.FAINT)] if len(lines) > 1 else []
    return [*lead, *fenced_pieces(lines[0]), *more]
