"""Files whose names say which version of which article they are: ``flood.v2.txt``, ``flood/v2.txt``. Pure."""

from __future__ import annotations

import re
from pathlib import PurePath

_VERSION = r"(?:v|ver|version|rev|revision|draft)[-_. ]?"
_NAMED = re.compile(rf"(?P<family>.+?)[-_. ]{_VERSION}(?P<number>[0-9]{{1,9}})", re.IGNORECASE)
_BARE = re.compile(rf"{_VERSION}(?P<number>[0-9]{{1,9}})", re.IGNORECASE)
_DIGITS = re.compile("[0-9]+")
_SUFFIX = re.compile(r"(?P<stem>.+)\.(?!v?[0-9]+\Z)[^.]{1,12}", re.IGNORECASE)


def unnumbered(path: str) -> str:
    """The path without the numbers in the file's name: the same for all parts of a table, ``part-0001`` and so on."""
    file = PurePath(path)
    return str(file.with_name(_DIGITS.sub("0", file.name)))


def named_version(path: str) -> tuple[str, int | None]:
    """The article and the number of the version, as the path tells them; ("", None) where it does not.

    A bare number tells nothing: ``17.txt`` may be the seventeenth article as well as the seventeenth version.
    """
    file = PurePath(path)
    suffixed = _SUFFIX.fullmatch(file.name)
    stem = suffixed["stem"] if suffixed else file.name
    if bare := _BARE.fullmatch(stem):
        return str(file.parent), int(bare["number"])
    if named := _NAMED.fullmatch(stem):
        return str(file.parent / named["family"]), int(named["number"])
    return "", None
