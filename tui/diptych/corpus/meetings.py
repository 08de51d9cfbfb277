"""Which documents share phrases, and how many: all phrases sorted together, in memory of a stated bound.

Phrases are dealt into buckets, then the pairs that meet in them; what is more than :data:`HELD` numbers waits in
a temporary file. Nothing else is written, and nothing is known here of what a phrase is.
"""

from __future__ import annotations

import os
import tempfile
from array import array
from collections import Counter, defaultdict
from itertools import compress
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

THRONG = 1000
"""Of a phrase that more documents have, only so many are told, and each is paired with the next one alone."""

_IN_SLICE = 200  # so few that what is known of them stays in the processor's own memory
_SLICES = 4096
_WINDOW = 2


class Buckets:
    """Numbers dealt into buckets, each of which is read once; beyond :data:`HELD` they wait in a temporary file."""

    def __init__(self, count: int) -> None:
        self.waiting = [array("Q") for _ in range(count)]
        self._file: IO[bytes] | None = None
        self._written: list[list[int]] = []
        """Of each time the memory was emptied, where in the file each bucket's part begins, and the last one's ends."""

    def __enter__(self) -> Buckets:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def settle(self) -> None:
        """Take what was dealt out of the memory, if it has become too much."""
        if sum(map(len, self.waiting)) < HELD:
            return
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed on leaving
        places = [self._file.seek(0, os.SEEK_END)]
        for numbers in self.waiting:
            numbers.tofile(self._file)
            places.append(places[-1] + len(numbers) * numbers.itemsize)
            del numbers[:]
        self._written.append(places)

    def taken(self) -> Iterator[array[int]]:
        """Each bucket, emptied."""
        for place, numbers in enumerate(self.waiting):
            self.waiting[place] = array("Q")
            whole = array("Q")
            for places in self._written:
                assert self._file is not None
                self._file.seek(places[place])
                whole.frombytes(self._file.read(places[place + 1] - places[place]))
            yield whole + numbers if whole else numbers


def reach_of(count: int) -> int:
    """With how many of the next ones each of so many documents with a phrase is paired."""
    return count if count <= CROWD else _WINDOW if count <= THRONG else 1


def meetings(
    phrases: Iterable[Iterable[int]], documents: int, many: int, stopped: Callable[[], bool]
) -> tuple[Iterator[tuple[int, int, int]], dict[int, array[int]]]:
    """The pairs of documents that share phrases.

    Args:
        phrases: of each document the numbers of its phrases, each number once.
        documents: how many there are.
        many: documents with a phrase from which on it is told which they are.
        stopped: asked again and again whether to give up.

    Returns:
        Pairs of ascending indices with how many phrases they share, in order; and the phrases of many documents, with
        the first thousand of these.
    """
    frequent: dict[int, array[int]] = {}
    shift = max(12, documents.bit_length() - 6)
    pairs = Buckets((documents >> shift) + 1)
    with Buckets(min(_SLICES, documents // _IN_SLICE + 1)) as slices:
        _deal(phrases, slices, stopped)
        for entries in slices.taken():
            if stopped():
                break
            _meet(entries, pairs.waiting, shift, many, frequent)
            pairs.settle()
    return _counted(pairs, stopped), frequent


def _deal(phrases: Iterable[Iterable[int]], slices: Buckets, stopped: Callable[[], bool]) -> None:
    add = [numbers.append for numbers in slices.waiting]
    count = len(add)
    for index, numbers in enumerate(phrases):
        for number in numbers:
            add[number % count](number << INDEX_BITS | index)
        if not index & 0x3FFF:
            slices.settle()
            if stopped():
                break


def _meet(entries: array[int], pairs: list[array[int]], shift: int, many: int, frequent: dict[int, array[int]]) -> None:
    """Pair the documents that meet in one slice; most phrases stand in one document, and are soon left aside."""
    numbers = [entry >> INDEX_BITS for entry in entries]
    often = Counter(numbers)
    shared = set(compress(often, map((1).__lt__, often.values())))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for entry in compress(entries, map(shared.__contains__, numbers)):
        holders[entry >> INDEX_BITS].append(entry & INDEX)
    for number, found in holders.items():
        if len(found) >= many:
            frequent[number] = array("I", found[:THRONG])
    for group, count in Counter(map(tuple, holders.values())).items():
        reach = reach_of(len(group))
        for first, a in enumerate(group[:-1], start=1):
            above = a << INDEX_BITS
            pairs[a >> shift].extend([above | b for b in group[first : first + reach]] * count)


def _counted(pairs: Buckets, stopped: Callable[[], bool]) -> Iterator[tuple[int, int, int]]:
    with pairs:
        for bucket in pairs.taken():
            if stopped():
                return
            for pair, count in sorted(Counter(bucket).items()):
                yield pair >> INDEX_BITS, pair & INDEX, count
