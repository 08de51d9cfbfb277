"""What one line says as a header line, judged by its wording alone: title, byline, date, source. Pure.

Where in the document it stands is :mod:`diptych.corpus.headers`'s concern.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diptych.corpus.dates import iso_date
from diptych.corpus.names import is_byline, is_name
from diptych.model import Role

LONGEST = 400
"""Characters beyond which no line is taken for a header line."""


class Reading(NamedTuple):
    """What a header line is and says."""

    role: Role
    value: str
    revised: bool = False
    """A date of an update, which gives way to one of publication."""


_LABELS = {
    "title": Role.TITLE,
    "headline": Role.TITLE,
    "by": Role.BYLINE,
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "authors": Role.BYLINE,
    "written by": Role.BYLINE,
    "reporting by": Role.BYLINE,
    "date": Role.DATE,
    "publication date": Role.DATE,
    "source": Role.SOURCE,
    "source url": Role.SOURCE,
    "original": Role.SOURCE,
    "original url": Role.SOURCE,
    "original link": Role.SOURCE,
    "original source": Role.SOURCE,
    "original article": Role.SOURCE,
    "url": Role.SOURCE,
    "link": Role.SOURCE,
    "permalink": Role.SOURCE,
}
_DATED = r"(?:(?:first|last)\s+)?(?:published|updated|posted|created|modified)(?:\s+(?:on|at))?"
_NAMES = "|".join(label.replace(" ", r"\s+") for label in sorted(_LABELS, key=len, reverse=True))
_LABEL = re.compile(rf"(?P<label>{_NAMES}|{_DATED})(?:\s*+:\s*+|\s++=\s++)(?P<value>.*)\Z", re.IGNORECASE | re.DOTALL)
_BARE_DATE = re.compile(rf"(?P<label>date|{_DATED})\s+(?P<value>.+)\Z", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"(?:written\s+|reporting\s+)?by\s+(?P<value>\S.*)\Z", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+\Z", re.IGNORECASE)
_JOINT = re.compile(r"\s+[|•·–—]\s+|\s*\|\s*")
_BREAK = re.compile(r"\r\n|\r|\n")


def read_line(plain: str, address: str = "") -> tuple[Reading, ...]:
    """What a line says, if it is a header line from one end to the other.

    Args:
        plain: the line without mark-up.
        address: where a link in it leads.

    Returns:
        One reading, or several for a line such as "By Jane Doe | November 8, 2022"; none for any other line.
    """
    plain = plain.strip()
    if not plain or len(plain) > LONGEST:
        return ()
    if (whole := _read_part(plain, address)) is not None:
        return (whole,)
    parts = [_read_part(part, "") for part in _JOINT.split(plain)]
    found = tuple(part for part in parts if part is not None)
    return found if len(found) == len(parts) > 1 else ()


def _read_part(plain: str, address: str) -> Reading | None:
    if (date := iso_date(plain)) is not None:
        return Reading(Role.DATE, date)
    if (labelled := _LABEL.match(plain)) and labelled["value"]:
        return value_after(labelled["label"], labelled["value"], address)
    if (dated := _BARE_DATE.match(plain)) and (date := iso_date(dated["value"])) is not None:
        return Reading(Role.DATE, date, _is_revision(dated["label"]))
    if (by := _BY.match(plain)) and is_byline(by["value"]):
        return Reading(Role.BYLINE, by["value"])
    return None


def lone_label(plain: str) -> str:
    """The label that the line consists of, as in "Original url:"; empty for any other line."""
    label = _LABEL.match(plain.strip())
    return label["label"] if label and not label["value"] else ""


def value_after(label: str, value: str, address: str = "") -> Reading | None:
    """What the words after a label say, if they are what the label promises."""
    value = value.strip()
    role = _LABELS.get(" ".join(label.casefold().split()), Role.DATE)
    lines = 1 + len(_BREAK.findall(value))
    if not value or len(value) > LONGEST or lines > (3 if role is Role.TITLE else 1):
        return None
    if role is Role.SOURCE:
        value = value if _ADDRESS.match(value) else address or (value if is_name(value) else "")
    elif role is Role.DATE:
        written = value if len(value) <= 40 and any(char.isdigit() for char in value) else ""
        value = iso_date(value) or written
    elif role is Role.BYLINE:
        value = value if is_byline(value) else ""
    return Reading(role, " ".join(value.split()), role is Role.DATE and _is_revision(label)) if value else None


def is_address(words: str) -> bool:
    """True for a web address and nothing else."""
    return _ADDRESS.match(words) is not None


def _is_revision(label: str) -> bool:
    return "update" in label.casefold() or "modif" in label.casefold()
