"""JSON: an object a line (JSON Lines, passim's output), a list of objects, or one object; plain, gzipped or bzipped."""

from __future__ import annotations

import json
import os
import re
from array import array
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from diptych.corpus.encoding import decoded
from diptych.corpus.fields import columns_for, no_text, record_from
from diptych.corpus.files import spoken
from diptych.corpus.records import Options, Problem, Record, address, following
from diptych.corpus.streams import PACKED, begun, open_stream, whole
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 32 << 20
"""Bytes of a line beyond which it is left out."""
LARGEST_LIST = 128 << 20
"""Bytes of a file that is not read line by line; in memory it is many times as large."""
_CHUNK = 1 << 20
_BEGINNING = 1 << 16
_DEEPEST = 4
"""Objects in objects that are looked into for a list of texts."""
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_BLANK = re.compile(r"[ \t\r\n]*")
_TALLIED = 16
_TALLIES: dict[str, tuple[tuple[int, ...], array[int]]] = {}
"""Of the files that were looked into, by path: what they were like, and how many lines end before each piece."""


def records(path: str, options: Options, after: str = "") -> Iterator[Record | Problem]:
    """The objects of the file one after the other; the key is the number of the line, or the place in the list."""
    called = spoken(path)
    if not _is_lines(path):
        yield from following(_listed(path, options), after, lambda found: getattr(found, "key", ""))
        return
    for number, line in _lines(path, int(after or 0)):
        try:
            if line is None:
                raise DiptychError(f"{called}, line {number} is longer than {LONGEST_LINE >> 20} MB; it was left out.")
            if line.strip():
                yield _record(line, str(number), f"{called}, line {number}", options)
        except DiptychError as error:
            yield Problem(address(path, str(number)), str(error))


def record(path: str, key: str, options: Options) -> Record:
    """The object on one line, or at one place in the list."""
    called = f"{spoken(path)}, line {spoken(key)}"
    if not _is_lines(path):
        for found in _listed(path, options):
            if isinstance(found, Record) and key in {"", found.key}:
                return found
        raise DiptychError(f"{spoken(path)} has no entry {spoken(key)}.")
    line = next((line for _, line in _lines(path, int(key) - 1)), None) if key.isdecimal() and int(key) > 0 else None
    if line is None:
        raise DiptychError(f"{spoken(path)} has no line {spoken(key)}." if key else _which(path))
    return _record(line, key, called, options)


def _which(path: str) -> str:
    return f"{spoken(path)} holds many texts; name one as {spoken(path)}#LINE, or open the file by itself."


def _is_lines(path: str) -> bool:
    """Whether the first line that is not blank is an object of its own."""
    with open_stream(path) as file:
        begins = b""
        while not begins and (piece := file.read1(_BEGINNING)):  # gives what there is, where more cannot be unpacked
            begins = piece.lstrip(_BLANKS)
    if not begins.startswith(b"{"):
        return not begins.startswith(b"[")
    with open_stream(path) as file:
        first = b""
        while not first:
            first = file.readline(_BEGINNING).lstrip(_BLANKS)
        if not first.endswith(b"\n"):
            first += file.readline(LONGEST_LINE)
        rest = b"\n"
        while rest and not rest.strip():
            rest = file.readline(_BEGINNING)
    try:
        if isinstance(json.loads(first), dict) and not rest:
            return False
    except ValueError:
        return not _is_object(path)
    except RecursionError:
        return True
    return True


def _is_object(path: str) -> bool:
    """Whether the file is one object over several lines, rather than lines the first of which is broken."""
    try:
        return isinstance(json.loads(whole(path, LARGEST_LIST)), dict)
    except (ValueError, RecursionError, DiptychError):
        return False


def _lines(path: str, passed: int = 0) -> Iterator[tuple[int, bytes | None]]:
    """Every line with its number, but for those that are passed over; None for one that is too long to be kept."""
    with open_stream(path) as file:
        number = 0 if path.lower().endswith(PACKED) else _found(file, path, passed)
        while line := file.readline(LONGEST_LINE):
            number += 1
            is_whole = len(line) < LONGEST_LINE or line.endswith(b"\n")
            while line and not line.endswith(b"\n") and not is_whole:
                line = file.readline(_CHUNK)
            if number > passed:
                yield number, line if is_whole else None


def _found(file: BinaryIO, path: str, passed: int) -> int:
    """Go to where a line begins, after so many others, or to the end of the file; gives how many there are before it.

    Lines are counted once, a piece of the file after the other, as long as the file stays the same.
    """
    if not passed:
        return 0
    status = os.fstat(file.fileno())
    stamp = status.st_size, status.st_mtime_ns, _CHUNK
    known, tally = _TALLIES.get(path, ((), array("Q", [0])))
    tally = tally[:] if known == stamp else array("Q", [0])
    file.seek((len(tally) - 1) * _CHUNK)
    while tally[-1] < passed and (piece := file.read(_CHUNK)):
        tally.append(tally[-1] + piece.count(b"\n"))
    if len(_TALLIES) >= _TALLIED:
        _TALLIES.clear()
    _TALLIES[path] = stamp, tally
    before = bisect_left(tally, passed) - 1
    file.seek(before * _CHUNK)
    piece = file.read(_CHUNK)
    at = 0
    for _ in range(min(passed, tally[-1]) - tally[before]):
        at = piece.find(b"\n", at) + 1
    file.seek(before * _CHUNK + at)
    return passed


def _listed(path: str, options: Options) -> Iterator[Record | Problem]:
    called = spoken(path)
    for number, entry in enumerate(_entries(path, options), start=1):
        try:
            yield _from(entry, str(number), f"{called}, entry {number}", options)
        except DiptychError as error:
            yield Problem(address(path, str(number)), str(error))


def _entries(path: str, options: Options) -> Iterator[object]:
    """What is in a list, or in the first list that an object has; otherwise the object itself.

    Raises:
        DiptychError: from here on it is no JSON.
    """
    called = spoken(path)
    data, damage = begun(path, LARGEST_LIST)
    if damage is not None:
        data = data[: data.rfind(b"}") + 1]  # no part of a character
    text = decoded(data, called, options.encoding).text
    try:
        if text.lstrip().startswith("["):
            yield from _items(text)
            return
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        if damage is not None:
            raise damage from None
        other = "it is nested too deeply, or has a number of too many digits"
        reason = error.msg if isinstance(error, json.JSONDecodeError) else other
        place = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise DiptychError(f"Cannot read {called}: it is not JSON{place}: {reason}.") from None
    if isinstance(told, dict):
        told = [told] if _has_text(told, options) else _inside(told, options) or [told]
    yield from told


def _inside(told: dict[str, object], options: Options) -> list[object]:
    """The first list of objects in an object, or in one inside it; or the texts that it has by name."""
    waiting: list[dict[str, object]] = [told]
    for _ in range(_DEEPEST):
        for one in waiting:
            if one and all(isinstance(value, dict) and _has_text(value, options) for value in one.values()):
                return list(one.values())
        values = [value for one in waiting for value in one.values()]
        for value in values:
            if isinstance(value, list) and value and isinstance(value[0], dict):
                return value
        waiting = [value for value in values if isinstance(value, dict)]
    return []


def _has_text(entry: dict[str, object], options: Options) -> bool:
    named = options.fields.get("text")
    return named in entry if named else "text" in columns_for(entry, Options(), "")


def _items(text: str) -> Iterator[object]:
    """What is in a list, one after the other, so that what stands before a mistake is read.

    Raises:
        ValueError: it is no JSON from here on.
    """
    parse = json.JSONDecoder().raw_decode
    at = _BLANK.match(text, text.index("[") + 1).end()  # type: ignore[union-attr]  # it matches nothing, too
    if text[at : at + 1] != "]":
        while True:
            entry, at = parse(text, at)
            yield entry
            at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
            if text[at : at + 1] != ",":
                break
            at = _BLANK.match(text, at + 1).end()  # type: ignore[union-attr]
    if text[at : at + 1] != "]":
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    if text[at + 1 :].strip():
        raise json.JSONDecodeError("Extra data", text, at + 1)


def _record(line: bytes, key: str, called: str, options: Options) -> Record:
    found = decoded(line, called, options.encoding)
    try:
        entry = json.loads(found.text)
    except json.JSONDecodeError as error:
        raise DiptychError(f"{called} is not JSON: {error.msg} at character {error.colno}; it was left out.") from None
    except ValueError:
        raise DiptychError(f"{called} has a number of more digits than can be read; it was left out.") from None
    except RecursionError:
        raise DiptychError(f"{called} is nested too deeply; it was left out.") from None
    return _from(entry, key, called, options, found.notes(called))


def _from(entry: object, key: str, called: str, options: Options, notes: tuple[str, ...] = ()) -> Record:
    if not isinstance(entry, dict):
        raise DiptychError(f"{called} is no JSON object; it was left out.")
    columns = columns_for(entry, options, called)
    if "text" not in columns:
        raise no_text(entry, called)
    found = record_from(entry, columns, key)
    return replace(found, notes=notes)
