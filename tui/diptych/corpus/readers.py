"""The table of formats that can be read: which files each knows, what it needs, and how bytes become text.

A new format is a new row. A reader gives the text with light mark-up (Markdown's), which
:func:`diptych.corpus.document.version_of` understands; it opens no file itself.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable

_UTF8_BOM = codecs.BOM_UTF8
_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(rb"\r\n|\r|\n")
_REVISION = re.compile(r"\.v?[0-9]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one format are read."""

    name: str
    suffixes: tuple[str, ...]
    """In lower case, with the dot; the empty one stands for files without a suffix."""
    needs: tuple[str, ...]
    """Packages it needs besides diptych's own."""
    read: Callable[[bytes, str], str]
    """The text of the bytes; the second argument is what to call the file in a complaint."""


def text_of(data: bytes, called: str) -> str:
    """Decode plain text or Markdown: UTF-8, or UTF-16 and UTF-32 where a byte-order mark says so.

    Raises:
        DiptychError: the bytes are not text, or not in one of these encodings.
    """
    for mark, encoding in _WIDE_BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, called, 0)
    if b"\0" in data:
        raise DiptychError(f"Cannot read {called}: it is not a text file; export its text as .txt or .md first.")
    begin = len(_UTF8_BOM) if data.startswith(_UTF8_BOM) else 0
    return _decoded(data, "utf-8", called, begin)


def _decoded(data: bytes, encoding: str, called: str, begin: int) -> str:
    try:
        text = data[begin:].decode(encoding)
    except UnicodeDecodeError as error:
        at = begin + error.start
        place = f"byte {at}"
        if encoding == "utf-8":
            place += f" (line {len(_LINE_END.findall(data, 0, at)) + 1})"
        kind = encoding.upper()
        raise DiptychError(f"Cannot read {called}: {place} is not {kind}; save the file as UTF-8.") from None
    if "\0" in text:
        raise DiptychError(f"Cannot read {called}: it is not a text file; export its text as .txt or .md first.")
    return text


READERS: tuple[Reader, ...] = (Reader("text", (".txt", ".md", ".markdown", ".text", ""), (), text_of),)


def suffix_of(name: str) -> str:
    """The suffix that tells a file's format, in lower case; "draft.v2" and "draft.2" have none."""
    stem, dot, last = name.rpartition(".")
    suffix = f".{last}".lower() if dot and stem else ""
    return "" if _REVISION.fullmatch(suffix) else suffix


def reader_for(name: str) -> Reader | None:
    """The reader that knows files of such a name, if there is one."""
    suffix = suffix_of(name)
    return next((reader for reader in READERS if suffix in reader.suffixes), None)
