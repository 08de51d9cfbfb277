"""CSV and its like: a version a row, below a row of names; parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import codecs
import csv
import io
import re
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

LONGEST_CELL = 16 << 20
"""Characters of a cell, or of a line; a longer one is mostly a quotation mark that is never closed."""
_PIECE = 1 << 16
_SEPARATED = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
"""What Excel may write above the names."""
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
                yield Problem(address(path, str(number)), f"{called}, row {number} {row}; it was left out.")
    except csv.Error as error:
        raise DiptychError(f"{called} cannot be read: its row of names {error}.") from None
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


def _rows(path: str, encoding: str, options: Options, passed: int) -> Iterator[tuple[int, Record | str]]:
    """The rows with their numbers, but for those that are passed over; of a broken one, what is wrong with it."""
    called = spoken(path)
    csv.field_size_limit(LONGEST_CELL)
    with open_stream(path) as file:
        lines = _Lines(file, encoding)
        if said := _SEPARATED.fullmatch(lines.first):
            next(lines)
        reader = csv.reader(lines, delimiter=said[1] if said else max(_DELIMITERS, key=lines.first.count))
        names = next(reader, [])
        if not names:
            return
        columns = columns_for(names, options, called)
        if "text" not in columns:
            raise no_text(names, called)
        for number, row in enumerate(islice(_parsed(reader), passed, None), start=passed + 1):
            if isinstance(row, str):
                yield number, row
                continue
            found = record_from(dict(zip(names, row, strict=False)), columns, str(number))
            yield number, found if found.text.strip() else "has no text"


def _parsed(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The rows that are not empty; of a broken one what is wrong with it, and then those from the next line on."""
    while True:
        try:
            if row := next(reader):
                yield row
        except StopIteration:
            return
        except csv.Error as error:
            is_long = "field limit" in str(error) or isinstance(error, _LongLineError)
            yield _TOO_LONG.format(LONGEST_CELL >> 20) if is_long else f"cannot be understood ({error})"


_TOO_LONG = "is longer than {} MB, perhaps for want of a closing quotation mark"


class _LongLineError(csv.Error):
    """A line is longer than any cell may be."""


class _Lines:
    """The lines of a file with their ends; those inside a quoted cell are parts of it. It goes on after an error."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._reader = io.TextIOWrapper(file, encoding, newline="")
        self._again = ""
        self._again = self.first = next(self, "")
        """The first one, which comes again."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        """The next one.

        Raises:
            csv.Error: it is longer than any cell may be; it has been passed over.
        """
        line, self._again = self._again or self._reader.readline(LONGEST_CELL), ""
        if len(line) >= LONGEST_CELL and not line.endswith(("\n", "\r")):
            while (more := self._reader.readline(_PIECE)) and not more.endswith(("\n", "\r")):
                pass
            raise _LongLineError(_TOO_LONG.format(LONGEST_CELL >> 20))
        if not line:
            raise StopIteration
        return line


def _encoding(path: str, options: Options) -> tuple[str, str]:
    """The encoding of the whole file, and what to say of it where it is a guess."""
    if options.encoding:
        return known_encoding(options.encoding), ""
    try:
        return _told_encoding(path)
    except DiptychError:  # it breaks off, which is told once what stands before that was read
        return "utf-8", ""


def _told_encoding(path: str) -> tuple[str, str]:
    """The encoding that all of a file's bytes tell."""
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
