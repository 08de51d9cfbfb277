"""Bytes become text: by the encoding that was named, a byte-order mark, strict UTF-8, or a guess that is told. Pure."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from diptych.errors import DiptychError

_WIDE_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LIKELY = ["cp1252", "cp1250", "cp1254", "cp1257", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874"]
_LIKELY += ["shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_NAMES = {"cp874": "windows-874", **{f"cp{number}": f"windows-{number}" for number in range(1250, 1258)}}
_SAMPLE = 1 << 18
_MOSTLY = 0.6


class Decoded(NamedTuple):
    """A text, and the encoding it was taken to be in where that is a guess."""

    text: str
    guess: str = ""
    encoding: str = "utf-8"
    """What Python calls it."""

    def notes(self, called: str) -> tuple[str, ...]:
        """What there is to tell about the guess."""
        if not self.guess:
            return ()
        return (f"{called} was read as {self.guess}, which is a guess; --encoding NAME reads it as another one.",)


def known_encoding(name: str) -> str:
    """The encoding by the name that Python knows it by.

    Raises:
        DiptychError: there is no such encoding of text.
    """
    try:
        found = codecs.lookup(name)
        if found._is_text_encoding:
            return found.name
    except (LookupError, ValueError):
        pass
    raise DiptychError(f"There is no encoding called {name}; utf-8, windows-1252, utf-16 and shift_jis are some.")


_UNBELIEVED = ("punycode", "idna", "utf-16", "utf-32", "utf16", "utf32")
"""How encodings begin that make something of any bytes, or take the square of their number to be read: a text that
really is in one of them is recognised all the same."""
_WINDOWS = frozenset({"iso-8859-1", "latin-1", "latin1"})
"""Who declares these means windows-1252, as browsers know."""


def as_declared(data: bytes, name: str) -> str | None:
    """The text of bytes that declare their encoding; None where that is not true, or not to be believed."""
    name = name.lower().replace("_", "-")
    if name.startswith(_UNBELIEVED):
        return None
    try:
        return data.decode("cp1252" if name in _WINDOWS else name)
    except (LookupError, ValueError):
        return None


def decoded(data: bytes, called: str, encoding: str = "") -> Decoded:
    """The text of the bytes of a text file.

    Args:
        data: the whole file.
        called: what to call it in a complaint.
        encoding: the encoding that somebody named, or nothing.

    Raises:
        DiptychError: the bytes are not text, or not in the encoding that was named.
    """
    if encoding:
        return Decoded(_plain(_strictly(data, known_encoding(encoding), called), called))
    for mark, wide in _WIDE_BOMS:
        if data.startswith(mark):
            return Decoded(_plain(_strictly(data, wide, called), called))
    if b"\0" in data:
        return _unmarked(data, called)
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _guessed(data, called)


def _strictly(data: bytes, encoding: str, called: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data, 0, error.start)) + 1
        place = f"byte {error.start}" if encoding in {"utf-16", "utf-32"} else f"byte {error.start} (line {line})"
        raise DiptychError(f"Cannot read {called}: {place} is not {encoding.upper()}; save it as UTF-8.") from None
    return text.removeprefix("\ufeff")


def _plain(text: str, called: str) -> str:
    if "\0" in text:
        raise _no_text(called)
    return text


def _unmarked(data: bytes, called: str) -> Decoded:
    """A text in UTF-16 without a byte-order mark: then nearly every other byte of a Western text is nought.

    Raises:
        DiptychError: it is no such text.
    """
    sample = data[:_SAMPLE]
    for name, nought, letters in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        if b"\0" not in letters and nought.count(0) > _MOSTLY * len(nought):
            text = _strictly(data, name, called)
            if not _CONTROL.search(text):
                return Decoded(text, name, name)
    raise _no_text(called)


def _no_text(called: str) -> DiptychError:
    return DiptychError(f"Cannot read {called}: it is not a text file; export its text as .txt or .md first.")


def _guessed(data: bytes, called: str) -> Decoded:
    """The likeliest encoding; of several that are equally likely the commonest."""
    from charset_normalizer import from_bytes

    end = data.rfind(b"\n", 0, _SAMPLE) + 1 if len(data) > _SAMPLE else len(data)
    found = list(from_bytes(data[: end or _SAMPLE], cp_isolation=_LIKELY, enable_fallback=False))
    best = min(((match.chaos, -match.coherence) for match in found), default=None)
    equal = {name for m in found if (m.chaos, -m.coherence) == best for name in (m.encoding, *m.could_be_from_charset)}
    others = {name for match in found for name in (match.encoding, *match.could_be_from_charset)} - equal
    for name in (*(n for n in _LIKELY if n in equal), *(n for n in _LIKELY if n in others)):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        return Decoded(_plain(text, called), _NAMES.get(name, name.replace("_", "-")), name)
    raise DiptychError(
        f"Cannot read {called}: it is not UTF-8, nor any other encoding known here; name its --encoding."
    )
