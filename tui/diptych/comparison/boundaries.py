"""Where sentences end inside a paragraph: tokenizesentences, and a pass without regard to language over its answer.

Pure, over plain strings. Every decision looks at a bounded window around one place, so that an edit far away cannot
move a boundary, and the cost is linear.
"""

from __future__ import annotations

from tokenizesentences import tokenize_spans


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as half-open spans; all between them is white space."""
    return tokenize_spans(text)
