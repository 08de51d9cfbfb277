"""The characters of a change by code point and name, old against new: what the eye cannot tell apart. Pure."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from diptych.layout.display import Piece, shown
from diptych.layout.wrap import cell_len
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.model import Span

_MOST = 200
"""Characters of one run that are listed."""
_ALIASES = {
    "\t": "CHARACTER TABULATION",
    "\n": "LINE FEED",
    "\r": "CARRIAGE RETURN",
    "\x7f": "DELETE",
    "\x1b": "ESCAPE",
}


def characters(comparison: Comparison, link: int) -> list[list[Piece]]:
    """A line for every character of each changed run: sign, the character, U+XXXX, its name.

    What both sides have stands once and faint; a run longer than 200 characters is cut short. For a sentence that only
    one side has, its characters outside ASCII.
    """
    lines: list[list[Piece]] = []
    for number, (old, new) in enumerate(_runs(comparison, link), 1):
        if lines:
            lines.append([])
        lines.append(
            [Piece(f"{number}  ", Ink.FAINT), *_word(old, Ink.OLD_WORD), *_arrow(old, new), *_word(new, Ink.NEW_WORD)]
        )
        lines += _listed(old[:_MOST], new[:_MOST])
        if longer := max(len(old), len(new)) - _MOST:
            lines += [[Piece(f"   … {longer:,} more", Ink.FAINT)]] if longer > 0 else []
    return lines or _strange(comparison, link)


def name_of(char: str) -> str:
    """The name of a character as Unicode has it."""
    return _ALIASES.get(char) or unicodedata.name(char, "") or f"({unicodedata.category(char)}, no name)"


def _runs(comparison: Comparison, link: int) -> Iterator[tuple[str, str]]:
    for change in comparison.words(link):
        old, new = (_text(comparison, side, change.on(side)) for side in Side)
        if old or new:
            yield old, new


def _text(comparison: Comparison, side: Side, spans: tuple[Span, ...]) -> str:
    return " ".join(filter(None, (comparison.version(side).plain(start, end) for start, end in spans)))


def _listed(old: str, new: str) -> Iterator[list[Piece]]:
    added: list[str] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield from (_line("+", char, Ink.ADDED) for char in added)
            yield from (_line(" ", char, Ink.FAINT) for char in old[step.src_start : step.src_end])
            added = []
        else:  # what was removed stands before what was put there
            yield from (_line("-", char, Ink.REMOVED) for char in old[step.src_start : step.src_end])
            added += new[step.dest_start : step.dest_end]
    yield from (_line("+", char, Ink.ADDED) for char in added)


def _line(sign: str, char: str, ink: Ink) -> list[Piece]:
    seen = "".join(part.text for part in shown(char, changed=True)) if char.strip() else "␠" if char == " " else ""
    if unicodedata.combining(char):
        seen = f"◌{char}"
    code = f"U+{ord(char):04X}"
    room = " " * max(1, 9 - cell_len(seen))
    return [Piece(f"   {sign} {seen}{room}{code:<9}{name_of(char)}", ink)]


def _word(text: str, ink: Ink) -> list[Piece]:
    cut = text if len(text) <= 40 else f"{text[:39]}…"
    return [Piece(part.text, Ink.TOKEN if part.token else ink) for part in shown(cut, changed=True)]


def _arrow(old: str, new: str) -> list[Piece]:
    if old and new:
        return [Piece(" → ", Ink.FAINT)]
    return [Piece("removed ", Ink.FAINT)] if old else [Piece("added ", Ink.FAINT)]


def _strange(comparison: Comparison, link: int) -> list[list[Piece]]:
    """The characters outside ASCII of a link that has no changed words, each once, with how often it occurs."""
    lines: list[list[Piece]] = []
    for side, sign, ink in ((Side.OLD, "-", Ink.REMOVED), (Side.NEW, "+", Ink.ADDED)):
        sentences = (comparison.sentences(side)[index] for index in comparison.links[link].on(side))
        text = "".join(comparison.version(side).plain(sentence.start, sentence.end) for sentence in sentences)
        for char in dict.fromkeys(char for char in text if not " " <= char <= "~"):
            (piece,) = _line(sign, char, ink)
            lines.append([piece, Piece(f"  {text.count(char):,}×", Ink.FAINT)])
    return lines or [[Piece("Nothing but plain ASCII, and no word inside it that changed.", Ink.FAINT)]]
