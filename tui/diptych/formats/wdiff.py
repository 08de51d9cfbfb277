r"""One running text out of both, in the notation of GNU wdiff: ``[-removed-]`` and ``{+added+}``. Pure.

Without what stands in ``{+ +}`` it is the old text, without what stands in ``[- -]`` the new one: mark-up left out,
runs of white space made one space, and where the comparison takes two characters for the same, those of the new text.
The notation has no moves: a passage that moved is removed where it was and added where it is.

Where the texts themselves hold one of the four marks, a backslash parts its two characters (``[\-``), one more than
stood there already, so that taking one away restores the text.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from diptych.formats.running import PARAGRAPH, Fate, running
from diptych.layout.display import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison

_MARKS = {Fate.KEPT: ("", ""), Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
_LITERAL = re.compile(r"(?:(?<=\[)(?=\\*-)|(?<=\{)(?=\\*\+)|(?<=-)(?=\\*\])|(?<=\+)(?=\\*\}))")


def parts(comparison: Comparison) -> Iterator[str]:
    """The whole text of both versions, paragraphs parted by an empty line."""
    runs = groupby(running(comparison), key=lambda part: (part.fate, part.text == PARAGRAPH))
    said = False
    for (fate, _), run in runs:
        said = True
        yield _marked("".join(part.text for part in run), fate)
    if said:
        yield "\n"


def _marked(text: str, fate: Fate) -> str:
    before, after = _MARKS[fate]
    if text == PARAGRAPH:
        return before + text + after
    visible = "".join(piece.text for piece in shown(text, fate is not Fate.KEPT))
    return before + _LITERAL.sub(r"\\", visible) + after
