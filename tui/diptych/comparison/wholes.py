"""Word changes widened so that they cut no number and no date in two: *4.2 million → 4.3 million*. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.quantities import Quantity
    from diptych.comparison.weave import Run


def whole(runs: Sequence[Run], old: Sequence[Quantity], new: Sequence[Quantity]) -> list[Run]:
    """The runs, each widened to the whole of every quantity that it cuts; those that then meet become one.

    The words between two runs answer each other one to one, so what one side gains the other gains.
    """
    if not any(q.stop - q.start > 1 for q in (*old, *new)):
        return list(runs)
    found: list[Run] = list(runs)
    at = 0
    while at < len(found):
        i1, i2, j1, j2 = found[at]
        before, after = (max(both) for both in zip(_lacking(i1, i2, old), _lacking(j1, j2, new), strict=True))
        room = i1 - found[at - 1][1] if at else i1
        if before > room or (before == room and at and before):
            found[at - 1 : at + 1] = [(found[at - 1][0], i2, found[at - 1][2], j2)]
            at -= 1
        elif at + 1 < len(found) and after and after >= found[at + 1][0] - i2:
            found[at : at + 2] = [(i1, found[at + 1][1], j1, found[at + 1][3])]
        elif before or after:
            found[at] = (i1 - before, i2 + after, j1 - before, j2 + after)
        else:
            at += 1
    return found


def _lacking(start: int, stop: int, side: Sequence[Quantity]) -> tuple[int, int]:
    """How many words before and after a range belong to quantities that it cuts."""
    before = after = 0
    for first, end, *_ in side:
        if first < stop and start < end and (start < stop or first < start):
            before, after = max(before, start - first), max(after, end - stop)
    return before, after
