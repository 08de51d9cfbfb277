"""From probabilities of pairs to ties: one to one first, then splits and merges. Pure and deterministic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SURE = 0.5
_JOIN = 0.4


class Tie:
    """Old and new sentences that belong together, ascending."""

    __slots__ = ("new", "old")

    def __init__(self, i: int, j: int) -> None:
        self.old = [i]
        self.new = [j]


def decode(likely: Mapping[tuple[int, int], float]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Ties over the pairs: greedy one to one by probability, then a free end joins its partner's neighbour."""
    ranked = sorted(likely.items(), key=lambda item: (-item[1], abs(item[0][0] - item[0][1]), item[0]))
    rows: dict[int, Tie] = {}
    columns: dict[int, Tie] = {}
    for (i, j), value in ranked:
        if value >= _SURE and i not in rows and j not in columns:
            rows[i] = columns[j] = Tie(i, j)
    for (i, j), value in ranked:
        if value < _JOIN:
            break
        if i in rows and j not in columns:
            tie = rows[i]
            if len(tie.old) == 1 and j in (tie.new[0] - 1, tie.new[-1] + 1):
                tie.new = sorted([*tie.new, j])
                columns[j] = tie
        elif j in columns and i not in rows:
            tie = columns[j]
            if len(tie.new) == 1 and i in (tie.old[0] - 1, tie.old[-1] + 1):
                tie.old = sorted([*tie.old, i])
                rows[i] = tie
    return sorted((tuple(tie.old), tuple(tie.new)) for tie in {id(tie): tie for tie in rows.values()}.values())
