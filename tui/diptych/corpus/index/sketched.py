"""The sketches that an index has, read when they are asked for."""

from __future__ import annotations

from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from itertools import compress
from typing import TYPE_CHECKING, overload

from diptych.corpus.corpus import body_of
from diptych.corpus.index.store import given
from diptych.corpus.reading import load_some
from diptych.corpus.sketches import Sketch, sketch_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from diptych.corpus.records import Options

_REMEMBERED = 20_000


class Sketches(Sequence[Sketch]):
    """Sketches of an index, one at a time; those that were asked for last are remembered."""

    def __init__(self, connection: sqlite3.Connection, numbers: Iterable[int] | None = None) -> None:
        """Take the numbers of the documents, in order; by default all that have a sketch."""
        self._connection = connection
        asked = connection.execute("SELECT document FROM sketch ORDER BY 1") if numbers is None else ()
        self.numbers = array("q", (row[0] for row in asked) if numbers is None else numbers)
        """Of the documents whose sketches these are."""
        self._remembered: OrderedDict[int, Sketch] = OrderedDict()

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Sketch]:
        for number in self.numbers:
            yield self._read(number)

    @overload
    def __getitem__(self, index: int) -> Sketch: ...
    @overload
    def __getitem__(self, index: slice) -> list[Sketch]: ...
    def __getitem__(self, index: int | slice) -> Sketch | list[Sketch]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return self.of(self.numbers[index])

    def of(self, number: int) -> Sketch:
        """The sketch of the document with that number."""
        found = self._remembered.get(number)
        if found is None:
            found = self._remembered[number] = self._read(number)
            if len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return found

    def _read(self, number: int) -> Sketch:
        row = self._connection.execute("SELECT words, chosen, phrases FROM sketch WHERE document = ?", (number,))
        found = row.fetchone()
        return unpacked(*found) if found else Sketch(array("I"), array("I"), 0, True)

    def whole(self, options: Options, indices: Sequence[int]) -> Iterator[tuple[int, Sketch]]:
        """Some texts read again, and sketched whole."""
        asked: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for index in indices:
            wanted = (self.numbers[index],)
            row = self._connection.execute("SELECT path, key FROM document WHERE id = ?", wanted).fetchone()
            if row is not None:
                asked[given(row[0])][given(row[1])] = index
        for path, keys in asked.items():
            for key, version in load_some(path, keys, options):
                yield keys[key], sketch_of(body_of(version), whole=True)


def unpacked(words: int, chosen: bytes, phrases: bytes) -> Sketch:
    """A sketch as the index kept it."""
    numbers = phrases_of(phrases)
    return Sketch(numbers, array("I", compress(numbers, chosen)), abs(words), words >= 0)


def phrases_of(kept: bytes) -> array[int]:
    """The phrases of a sketch as the index kept it."""
    numbers = array("I")
    numbers.frombytes(kept)
    return numbers
