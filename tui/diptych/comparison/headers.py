"""Header lines and their counterparts: title with title, date with date, and when two say the same thing. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from diptych.comparison.normal import unwrapped
from diptych.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diptych.model import Sentence, Version

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def header_pairs(
    old: Version, new: Version, old_sentences: Sequence[Sentence], new_sentences: Sequence[Sentence]
) -> Iterator[tuple[int, int, bool]]:
    """Indices of header sentences that answer each other, and whether they say the same however they are written.

    Lines of one role answer in order; where one side has more of them, those of equal words come first.
    """
    olds, news = (_headers(version, sentences) for version, sentences in ((old, old_sentences), (new, new_sentences)))
    for role in Role:
        left, right = (olds.get(role, []), news.get(role, []))
        alike = role is Role.DATE and _same_day(old.date, new.date) and len(left) == len(right) == 1
        for i, j in _answering(_words(old, old_sentences, left), _words(new, new_sentences, right)):
            yield left[i], right[j], alike


def _headers(version: Version, sentences: Sequence[Sentence]) -> dict[Role, list[int]]:
    """The indices of the header lines among the sentences, by their roles."""
    roles = {index: block.role for index, block in enumerate(version.blocks) if block.role.is_header}
    found: dict[Role, list[int]] = {}
    if roles:
        for n, (_, _, block) in enumerate(sentences):
            if block in roles:
                found.setdefault(roles[block], []).append(n)
    return found


def _words(version: Version, sentences: Sequence[Sentence], chosen: Sequence[int]) -> list[str]:
    return [unwrapped(version.plain(sentences[n].start, sentences[n].end)) for n in chosen]


def _same_day(old: str, new: str) -> bool:
    """True when both are ISO dates of one day and, if both name one, of one time."""
    if not (_DAY.match(old) and _DAY.match(new)):
        return False
    return old[:10] == new[:10] and (old == new or len(old) == 10 or len(new) == 10)


def _answering(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Equal lines in order, then what stands between them, one with one."""
    pairs: list[tuple[int, int]] = []
    at = to = 0
    equal = [block for block in LCSseq.opcodes(old, new) if block.tag == "equal"] if old and new else []
    for start, end, other, stop in [
        *[(e.src_start, e.src_end, e.dest_start, e.dest_end) for e in equal],
        (len(old), len(old), len(new), len(new)),
    ]:
        pairs += zip(range(at, start), range(to, other), strict=False)
        pairs += zip(range(start, end), range(other, stop), strict=False)
        at, to = end, stop
    return pairs
