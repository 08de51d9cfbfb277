"""Rows in little memory: neighbouring rows of one shape are kept as one stretch. Pure.

A million rows of a text that was hardly changed take a few thousand stretches; a row is made when it is asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterable


class Row(NamedTuple):
    """Sentences of one link that stand opposite each other: ``[start, stop)`` on each side, empty where blank."""

    link: int
    old: tuple[int, int]
    new: tuple[int, int]

    def on(self, side: Side) -> tuple[int, int]:
        """Its range of sentences on one side."""
        return self.old if side is Side.OLD else self.new

    def has(self, side: Side) -> bool:
        """Whether anything stands on that side."""
        start, stop = self.on(side)
        return start < stop


class RowTable(Sequence[Row]):
    """Rows in the order of both texts; each column, read from the top, is its side's sentences with none left out."""

    __slots__ = ("_first", "_link", "_new", "_new_each", "_old", "_old_each", "_size")

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Take rows whose ranges on each side follow upon each other, from the first sentence on."""
        self._first, self._link, self._old, self._new = (array("i") for _ in range(4))
        self._old_each, self._new_each = array("i"), array("i")
        self._size = 0
        old = new = 0
        shape = (-1, -1, -1)  # what the next row must be to lengthen the last stretch
        for link, (old_start, old_stop), (new_start, new_stop) in rows:
            old_each, new_each = old_stop - old_start, new_stop - new_start
            if (link, old_each, new_each) != shape:
                self._first.append(self._size)
                self._link.append(link)
                self._old.append(old)
                self._new.append(new)
                self._old_each.append(old_each)
                self._new_each.append(new_each)
            shape = (link + 1, old_each, new_each)
            old, new = old + old_each, new + new_each
            self._size += 1

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(self._size))]
        if index < 0:
            index += self._size
        if not 0 <= index < self._size:
            raise IndexError(index)
        at = bisect_right(self._first, index) - 1
        on = index - self._first[at]
        old_each, new_each = self._old_each[at], self._new_each[at]
        old, new = self._old[at] + on * old_each, self._new[at] + on * new_each
        return Row(
            self._link[at] + on,
            (old, old + old_each) if old_each else (0, 0),
            (new, new + new_each) if new_each else (0, 0),
        )

    def above(self, row: int, side: Side) -> int:
        """How many sentences of a side stand above a row; of a row past the last, all."""
        at = bisect_right(self._first, row) - 1
        if at < 0:
            return 0
        on = min(row, self._size) - self._first[at]
        if side is Side.OLD:
            return self._old[at] + on * self._old_each[at]
        return self._new[at] + on * self._new_each[at]

    def holding(self, side: Side, sentence: int) -> int:
        """The row where a sentence of a side stands; of one past the last, the last row."""
        firsts, each = (self._old, self._old_each) if side is Side.OLD else (self._new, self._new_each)
        at = bisect_right(firsts, sentence) - 1
        if at < 0 or not each[at]:
            return self._size - 1
        last = (self._first[at + 1] if at + 1 < len(self._first) else self._size) - 1
        return min(last, self._first[at] + (sentence - firsts[at]) // each[at])
