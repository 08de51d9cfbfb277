"""A comparison in difflib's vocabulary, over sentences, with moves, splits and merges. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diptych.comparison.order import in_place
from diptych.model import Kind, Opcode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diptych.model import Link

_TAGS = {Kind.SAME: "equal", Kind.REWORDED: "replace", Kind.SPLIT: "split", Kind.MERGED: "merge"}


def opcodes(links: Sequence[Link], old_count: int, new_count: int) -> tuple[Opcode, ...]:
    """The links as opcodes. Leaving out the new range of each ``move_from`` and the old range of each ``move_to``, the
    ranges cover both sides completely and in order.

    Runs of equal, deleted and inserted sentences make one opcode each, as do passages that moved as one. Where
    something
    else stands inside a split or a merge the tag is repeated for each of its parts.
    """
    fixed = in_place(links)
    held = {id(link) for link in fixed}
    away = [link for link in links if link.old and link.new and id(link) not in held]
    old_away = {i: link for link in away for i in link.old}
    new_away = {j: link for link in away for j in link.new}
    found: list[Opcode] = []
    at = to = 0
    for link in fixed:
        tag = _TAGS[link.kind]
        old, new = list(link.old), list(link.new)
        while old or new:
            i = old[0] if old else at
            j = new[0] if new else to
            found += _between(at, i, to, j, old_away, new_away)
            wide = _run(old, i)
            high = _run(new, j)
            found.append(Opcode(tag, i, i + wide, j, j + high))
            del old[:wide], new[:high]
            at, to = i + wide, j + high
    found += _between(at, old_count, to, new_count, old_away, new_away)
    return tuple(_joined(found))


def _run(indices: Sequence[int], start: int) -> int:
    """How many of the indices follow one another from the first."""
    count = 0
    while count < len(indices) and indices[count] == start + count:
        count += 1
    return count


def _between(
    at: int, i: int, to: int, j: int, old_away: dict[int, Link], new_away: dict[int, Link]
) -> Iterator[Opcode]:
    """What lies between two ties that stayed: deletions and departures first, then insertions and arrivals."""
    for old in range(at, i):
        link = old_away.get(old)
        if link is None:
            yield Opcode("delete", old, old + 1, to, to)
        else:
            yield Opcode("move_from", old, old + 1, link.new[0], link.new[-1] + 1)
    for new in range(to, j):
        link = new_away.get(new)
        if link is None:
            yield Opcode("insert", i, i, new, new + 1)
        else:
            yield Opcode("move_to", link.old[0], link.old[-1] + 1, new, new + 1)


def _joined(found: Sequence[Opcode]) -> Iterator[Opcode]:
    """Neighbours of one kind made one; of moves only those that moved together."""
    kept: Opcode | None = None
    for code in found:
        if kept is not None and _continues(kept, code):
            kept = Opcode(code.tag, min(kept.i1, code.i1), code.i2, min(kept.j1, code.j1), code.j2)
        else:
            if kept is not None:
                yield kept
            kept = code
    if kept is not None:
        yield kept


def _continues(before: Opcode, after: Opcode) -> bool:
    if before.tag != after.tag or before.tag in ("replace", "split", "merge"):
        return False
    if before.i2 == after.i1 and before.j2 == after.j1:
        return True
    if before.tag == "move_from":
        return before.i2 == after.i1 and (before.j1, before.j2) == (after.j1, after.j2)
    if before.tag == "move_to":
        return before.j2 == after.j1 and (before.i1, before.i2) == (after.i1, after.i2)
    return False
