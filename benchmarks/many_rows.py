"""A comparison of as many rows as one likes, made without an engine, on the app's own reading screen.

``python benchmarks/many_rows.py 1000000``; ``--write OLD NEW`` writes the two texts instead, a sentence a line.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from diptych.model import Block, Kind, Link, Role, Sentence, Summary, Version

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison

Value = TypeVar("Value")
EVERY = 17
"""One sentence in so many is reworded."""
PARAGRAPH = 5
"""Sentences of a paragraph."""
DIGITS = 7


class Made(Sequence[Value]):
    """Values made by a function of their number when they are asked for."""

    def __init__(self, count: int, make: object) -> None:
        self.count, self.make = count, make

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> Value:  # type: ignore[override]
        if index < 0:
            index += self.count
        if not 0 <= index < self.count:
            raise IndexError(index)
        return cast("Value", self.make(index))  # type: ignore[operator]

    def __iter__(self) -> Iterator[Value]:
        return map(self.make, range(self.count))  # type: ignore[arg-type]


def sentence(number: int, word: str) -> str:
    """A sentence; every one of a text has the same length."""
    return f"{word} {number:0{DIGITS}}."


def text(count: int, *, new: bool) -> str:
    """A text of so many sentences, a space or an end of line after each."""
    made = StringIO()
    for n in range(count):
        made.write(sentence(n, "New" if new and n % EVERY == 3 else "Old"))
        made.write("\n" if n % PARAGRAPH == PARAGRAPH - 1 else " ")
    return made.getvalue()


def comparison(count: int) -> Comparison:
    """Two texts of so many sentences, tied one by one, and counted beforehand."""
    from diptych.comparison.result import Comparison

    changed = len(range(3, count, EVERY))

    class Counted(Comparison):
        """Knows its summary, which takes an engine half a minute here."""

        __slots__ = ()

        def summary(self) -> Summary:
            return Summary(
                count - changed, changed, 0, 0, 0, 0, 0, 0, changed, 0, count, count, 2 * count, 2 * count, 0
            )

    size = len(sentence(0, "Old")) + 1
    blocks = -(-count // PARAGRAPH)

    def block(n: int) -> Block:
        first, stop = n * PARAGRAPH, min(count, (n + 1) * PARAGRAPH)
        return Block(first * size, stop * size - 1, Role.PARAGRAPH, n + 1)

    def spoken(n: int) -> Sentence:
        return Sentence(n * size, (n + 1) * size - 1, n // PARAGRAPH)

    def link(n: int) -> Link:
        return Link(Kind.REWORDED if n % EVERY == 3 else Kind.SAME, (n,), (n,), False, 0.9)

    listed = cast("tuple[Block, ...]", Made[Block](blocks, block))
    sentences = cast("tuple[Sentence, ...]", Made[Sentence](count, spoken))
    links = cast("tuple[Link, ...]", Made[Link](count, link))
    old, new = (Version(text(count, new=side), listed, name=name) for side, name in ((False, "old"), (True, "new")))
    return Counted(old, new, sentences, sentences, links)


def show(count: int, told: str) -> None:
    """Open the app on it as it opens on two files; tell in a file what making it took: milliseconds, megabytes of text.

    Of the app, only the comparing is put by; reading, rows, page and widgets are its own.
    """
    from diptych.app.main import DiptychApp
    from diptych.app.screens import compare, comparing
    from diptych.layout import rows
    from diptych.layout.filters import Counts

    begun = 0.0

    def made(_old: Version, _new: Version, **_: object) -> Comparison:
        nonlocal begun
        begun = time.process_time()
        return comparison(count)

    def laid_out(comparison: Comparison) -> rows.Rows:
        found = rows.rows_of(comparison)
        if told:
            size = sum(sys.getsizeof(version.text) for version in (comparison.old, comparison.new))
            Path(told).write_text(f"{1000 * (time.process_time() - begun)} {size / 2**20}", encoding="ascii")
        return found

    comparing.compare, comparing.rows_of = made, laid_out  # type: ignore[assignment]
    compare.counted = lambda _rows: Counts(Counter(), Counter())  # type: ignore[assignment]
    empty = Version("", ())
    app = DiptychApp((), lambda: (empty, empty))
    app.run()
    if app.failure is not None:
        raise app.failure


def main() -> None:
    """Show or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("--told", default="", metavar="FILE", help="where to say how long it took to make")
    parser.add_argument("--write", nargs=2, metavar=("OLD", "NEW"))
    options = parser.parse_args()
    if options.write:
        for path, new in zip(options.write, (False, True), strict=True):
            written = text(options.rows, new=new).replace("\n", "\n\n").replace(". ", ".\n")
            Path(path).write_text(written, "utf-8")
        sys.exit()
    show(options.rows, options.told)


if __name__ == "__main__":
    main()
