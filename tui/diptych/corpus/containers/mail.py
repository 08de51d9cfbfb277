"""Mails: their words, with subject, sender and date as fields; what is attached stays aside, with a note.

Headers and parts are taken as far as they can be understood: nothing that a mail declares is trusted.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.encoding import as_declared, decoded
from diptych.corpus.fragments import text_of_html
from diptych.corpus.records import Record
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from email.message import Message

    from diptych.corpus.records import Options

_DEEPEST = 100
"""Parts that may lie in each other; every line of a mail is held against the ends of all that it lies in."""
_PARTED = re.compile(rb"\bboundary\*?(?:0\*?)?\s*=", re.IGNORECASE)
_ADDRESS = re.compile(r"<[^<>]*>")
_LONGEST = 10_000
"""Characters of a header that are read."""


class _Words(NamedTuple):
    """What a part of a mail says."""

    text: str
    notes: tuple[str, ...]


def read(data: bytes, called: str, options: Options) -> Sequence[Record]:
    """The one document of a mail: its plain text, or that of its HTML where it has no other.

    Raises:
        DiptychError: it holds no words, or too many parts in parts.
    """
    if len(_PARTED.findall(data)) > _DEEPEST:
        raise DiptychError(f"Cannot read {called}: it has too many parts in parts; save its text as .txt.")
    mail = message_from_bytes(data)
    parts, aside = list(_spoken(mail)), sum(map(_is_aside, mail.walk()))
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    found = [_said(part, called, options) for part in plain]
    if not any(words.text.strip() for words in found):
        html = [part for part in parts if part.get_content_type() == "text/html"]
        found = [
            words._replace(text=text_of_html(words.text)) for words in (_said(part, called, options) for part in html)
        ]
    if not any(words.text.strip() for words in found):
        raise DiptychError(f"{called} is a mail without words; save its attachments and open those.")
    notes = [note for words in found for note in words.notes]
    if aside:
        notes.append(f"{called} has {aside} attachment{'s' * (aside > 1)}, left aside; save what is to be compared.")
    sender = _header(mail, "from")
    return [
        Record(
            "",
            "\n\n".join(words.text.strip("\r\n") for words in found),
            title=_header(mail, "subject"),
            byline=_ADDRESS.sub("", sender).replace('"', "").strip() or sender.strip(" <>"),
            date=_date(_header(mail, "date")),
            notes=tuple(dict.fromkeys(notes)),
        )
    ]


def _spoken(mail: Message) -> Iterator[Message]:
    """The parts that are words of the mail itself, in their order; not those of a mail that is attached to it."""
    if _is_aside(mail):
        return
    if mail.is_multipart():
        for part in mail.get_payload():
            yield from _spoken(part)  # type: ignore[arg-type]  # of parts the payload is a list of mails
    elif mail.get_content_maintype() == "text":
        yield mail


def _is_aside(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_type() == "message/rfc822"


def _said(part: Message, called: str, options: Options) -> _Words:
    """The words of a part: as somebody said, as it declares where that is true, or as any other text."""
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    charset = part.get_content_charset("")
    text = as_declared(data, charset) if charset and not options.encoding else None
    if text is not None:
        return _Words(text.replace("\0", "\ufffd"), ())
    found = decoded(data, called, options.encoding)
    return _Words(found.text, found.notes(called))


def _header(mail: Message, wanted: str) -> str:
    """A header's words; as they stand where they cannot be understood."""
    raw = next((str(value) for name, value in mail.raw_items() if name.lower() == wanted), "")[:_LONGEST]
    if not raw.isascii():  # against the standard, and common
        return decoded(raw.encode("utf-8", "surrogateescape"), wanted).text
    try:
        return str(make_header(decode_header(raw)))
    except (LookupError, ValueError):
        return raw


def _date(said: str) -> str:
    """ISO 8601 where it is a date, and as it is otherwise."""
    try:
        return parsedate_to_datetime(said).isoformat()
    except (TypeError, ValueError, OverflowError):
        return said
