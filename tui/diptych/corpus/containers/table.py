"""CSV and its like: a version a row, below a row of names; parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import codecs
import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from diptych.corpus.encoding import decoded, known_encoding
from diptych.corpus.fields import columns_for, no_text, record_from
from diptych.corpus.files import spoken
from diptych.corpus.records import Problem, Record, address
from diptych.corpus.streams import open_stream
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from diptych.corpus.records import Options

LONGEST_CELL = 256 << 20
"""Characters of a cell; a longer one is mostly a quotation mark that is never closed."""
_DELIMITERS = ",;\t|"
_SAMPLE = 1 << 18
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def records(path: str, options: Options, after: str = "") -> Iterator[Record | Problem]:
    """The rows one after the other; the key is the number of the row below the names."""
    called = spoken(path)
    number = 0
    encoding, guess = _encoding(path, options)
    if guess:
        yield Problem(path, guess)
    try:
        for number, row in _rows(path, encoding, options, int(after or 0)):
            if isinstance(row, Record):
                yield row
            else:
                yield Problem(address(path, str(number)), f"{called}, row {number} has no text; it was left out.")
    except csv.Error as error:
        raise DiptychError(f"{called} cannot be read beyond row {number}: {error}.") from None
    except UnicodeDecodeError:
        raise DiptychError(f"{called} is not {encoding} beyond row {number}; name its --encoding.") from None


def record(path: str, key: str, options: Options) -> Record:
    """One row."""
    try:
        for _, row in islice(_rows(path, _encoding(path, options)[0], options, int(key) - 1), 1):
            if isinstance(row, Record):
                return row
    except (ValueError, csv.Error, UnicodeDecodeError):
        pass
    where = f"no row {spoken(key)} with a text" if key else "many texts; open the file by itself"
    raise DiptychError(f"{spoken(path)} has {where}.")


def _rows(path: str, encoding: str, options: Options, passed: int) -> Iterator[tuple[int, Record | None]]:
    """The rows with their numbers, but for those that are passed over."""
    called = spoken(path)
    csv.field_size_limit(LONGEST_CELL)
    with open_stream(path) as file:
        lines = _decoded(file, encoding)
        first = next(lines, "")
        delimiter = max(_DELIMITERS, key=first.count)
        reader = csv.reader(_again(first, lines), delimiter=delimiter)
        names = next(reader, [])
        if not names:
            return
        columns = columns_for(names, options, called)
        if "text" not in columns:
            raise no_text(names, called)
        told = islice((row for row in reader if row), passed, None)
        for number, row in enumerate(told, start=passed + 1):
            found = record_from(dict(zip(names, row, strict=False)), columns, str(number))
            yield number, found if found.text.strip() else None


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The lines of a file with their ends; those inside a quoted cell are parts of it.

    Raises:
        csv.Error: a line is longer than any cell may be.
    """
    reader = io.TextIOWrapper(file, encoding, newline="")
    while line := reader.readline(LONGEST_CELL):
        if len(line) == LONGEST_CELL and not line.endswith(("\n", "\r")):
            raise csv.Error("a line is too long")
        yield line
    reader.detach()


def _encoding(path: str, options: Options) -> tuple[str, str]:
    """The encoding of the whole file, and what to say of it where it is a guess."""
    if options.encoding:
        return known_encoding(options.encoding), ""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_stream(path) as file:
        part = first = file.read(_SAMPLE)
        for mark, encoding in _BOMS:
            if first.startswith(mark):
                return encoding, ""
        try:
            while part:
                decoder.decode(part)
                part = file.read(_SAMPLE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            found = decoded(part[: part.rfind(b"\n") + 1] or part, spoken(path))
            return found.encoding or "utf-8", " ".join(found.notes(spoken(path)))
    return "utf-8", ""
