"""Whether the links of a text lead elsewhere: ``[here](a)`` → ``[here](b)``. Pure.

Addresses are mark-up, and no words: a sentence whose link leads elsewhere reads the same, and is the same. But a reader
who is shown nothing at all would be misled, so the comparison says it in a note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.model import Link, Sentence, Version

_ADDRESS = re.compile(r"\]\(\s*<?([^\s>)]*)")
_MOST = 4
"""Addresses that a note names; of more it says how many."""


def target_notes(
    versions: tuple[Version, Version],
    sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
    links: Sequence[Link],
) -> tuple[str, ...]:
    """A note if sentences that answer each other have links with other addresses; the same with the sides swapped."""
    if not all("](" in version.text for version in versions):
        return ()
    held = [_addresses(version, side) for version, side in zip(versions, sentences, strict=True)]
    count = 0
    only: set[str] = set()
    for link in links:
        if not link.old or not link.new:
            continue
        old, new = ([a for n in link.on(side) for a in held[at].get(n, ())] for at, side in enumerate(Side))
        if old != new and old and new:
            count += 1
            only |= set(old) ^ set(new)
    if not count:
        return ()
    named = sorted(only)
    rest = f" and {len(named) - _MOST} more" if len(named) > _MOST else ""
    where = f" ({', '.join(named[:_MOST])}{rest})" if named else ""
    one = "1 sentence that is in both texts has" if count == 1 else f"{count} sentences that are in both texts have"
    return (f"{one} links with other addresses{where}.",)


def _addresses(version: Version, sentences: Sequence[Sentence]) -> dict[int, list[str]]:
    """The addresses of the links in each sentence that has some."""
    found: dict[int, list[str]] = {}
    at = 0
    for start, end in version.markup:
        address = _ADDRESS.match(version.text[start:end])
        if address is None:
            continue
        while at + 1 < len(sentences) and sentences[at + 1].start <= start:
            at += 1
        found.setdefault(at, []).append(address[1])
    return found
