"""One change as marked text, for the clipboard: what a reader takes away of a single place. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.layout.pieces import Piece, column
from diptych.layout.rows import MOVED_SIGN, SIGNS, Row
from diptych.layout.status import described
from diptych.model import Side
from diptych.palette import Ink

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison

_REMOVED = frozenset({Ink.OLD_WORD, Ink.OLD_LETTER})
_ADDED = frozenset({Ink.NEW_WORD, Ink.NEW_LETTER})


def marked(comparison: Comparison, index: int) -> str:
    """The change of that link: a line that names it, then each side with ``[-removed-]`` and ``{+added+}`` words."""
    link = comparison.links[index]
    sign = MOVED_SIGN if link.moved else SIGNS[link.kind]
    lines = [f"{sign} {described(link)}"]
    for side in Side:
        for sentence in link.on(side):
            row = Row(index, (sentence, sentence + 1), (0, 0))
            if side is Side.NEW:
                row = Row(index, (0, 0), (sentence, sentence + 1))
            told = "".join(_bracketed(pieces) for pieces in column(comparison, row, side))
            lines.append(f"{side.value}: {told}")
    return "\n".join(lines) + "\n"


def _bracketed(pieces: list[Piece]) -> str:
    told: list[str] = []
    for text, ink in pieces:
        group = "-" if ink in _REMOVED else "+" if ink in _ADDED else ""
        if told and group and told[-1].endswith(f"{group}{']' if group == '-' else '}'}"):
            told[-1] = told[-1][:-2] + text + told[-1][-2:]  # letters of a word, and the word around them, are one mark
        else:
            told.append({"-": f"[-{text}-]", "+": f"{{+{text}+}}"}.get(group, text))
    return "".join(told)
