"""Which documents share phrases, and how many: all phrases sorted together, in memory of a stated bound.

Phrases are dealt into buckets, then the pairs that meet in them; what is more than :data:`HELD` numbers waits in
temporary files. Nothing else is written, and nothing is known here of what a phrase is.
"""

from __future__ import annotations

import tempfile
from array import array
from collections import Counter, defaultdict
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

INDEX_BITS = 24
INDEX = (1 << INDEX_BITS) - 1
HELD = 24 << 20
"""Numbers, of eight bytes each, that wait in memory at once."""
CROWD = 16
"""Up to so many documents with a phrase all are paired with each other, and of more each with the next few: that finds
a long history, and stays linear."""

_SLICES = 32
_WINDOW = 2
_THRONG = 1000


class Buckets:
    """Numbers dealt into buckets, each of which is read once; beyond :data:`HELD` they wait in temporary files."""

    def __init__(self, count: int) -> None:
        self.waiting = [array("Q") for _ in range(count)]
        self._files: list[IO[bytes]] | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Buckets:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def settle(self) -> None:
        """Take what was dealt out of the memory, if it has become too much."""
        if sum(map(len, self.waiting)) < HELD:
            return
        if self._files is None:
            self._files = [self._stack.enter_context(tempfile.TemporaryFile()) for _ in self.waiting]  # noqa: SIM115
        for numbers, file in zip(self.waiting, self._files, strict=True):
            numbers.tofile(file)
            del numbers[:]

    def taken(self) -> Iterator[array[int]]:
        """Each bucket, emptied."""
        for place, numbers in enumerate(self.waiting):
            self.waiting[place] = array("Q")
            if self._files is not None:
                file = self._files[place]
                file.seek(0)
                numbers.frombytes(file.read())
                file.close()
            yield numbers


def meetings(
    phrases: Iterable[Iterable[int]], many: int, stopped: Callable[[], bool]
) -> tuple[Iterator[tuple[int, int, int]], dict[int, array[int]]]:
    """The pairs of documents that share phrases.

    Args:
        phrases: of each document the numbers of its phrases, each number once.
        many: documents with a phrase from which on it is told which they are.
        stopped: asked again and again whether to give up.

    Returns:
        Pairs of ascending indices with how many phrases they share, in order; and the phrases of many documents.
    """
    frequent: dict[int, array[int]] = {}
    with Buckets(_SLICES) as slices:
        count = _deal(phrases, slices, stopped)
        pairs = Buckets((count >> _shift(count)) + 1)
        for entries in slices.taken():
            if stopped():
                break
            _meet(entries, pairs.waiting, _shift(count), many, frequent)
            pairs.settle()
    return _counted(pairs, stopped), frequent


def _shift(count: int) -> int:
    return max(12, count.bit_length() - 6)


def _deal(phrases: Iterable[Iterable[int]], slices: Buckets, stopped: Callable[[], bool]) -> int:
    index = -1
    add = [numbers.append for numbers in slices.waiting]
    for index, numbers in enumerate(phrases):
        for number in numbers:
            add[number % _SLICES](number << INDEX_BITS | index)
        if not index & 0x3FFF:
            slices.settle()
            if stopped():
                break
    return index + 1


def _meet(entries: array[int], pairs: list[array[int]], shift: int, many: int, frequent: dict[int, array[int]]) -> None:
    """Pair the documents that meet in one slice; most phrases stand in one document, and cost one look-up."""
    last = {entry >> INDEX_BITS: entry for entry in entries}
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for entry in entries:
        if last[number := entry >> INDEX_BITS] != entry:
            holders[number].append(entry & INDEX)
    for number, found in holders.items():
        found.append(last[number] & INDEX)
        if len(found) >= many:
            frequent[number] = array("L", found)
        if len(found) == 2:
            a, b = found
            pairs[a >> shift].append(a << INDEX_BITS | b)
            continue
        reach = len(found) if len(found) <= CROWD else _WINDOW if len(found) <= _THRONG else 1
        for first, a in enumerate(found):
            pairs[a >> shift].extend([a << INDEX_BITS | b for b in found[first + 1 : first + 1 + reach]])


def _counted(pairs: Buckets, stopped: Callable[[], bool]) -> Iterator[tuple[int, int, int]]:
    with pairs:
        for bucket in pairs.taken():
            if stopped():
                return
            for pair, count in sorted(Counter(bucket).items()):
                yield pair >> INDEX_BITS, pair & INDEX, count
