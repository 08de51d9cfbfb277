"""Files whose names say which version of which article they are: ``flood.v2.txt``, ``flood/v2.txt``. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERSION = r"(?:v|ver|version|rev|revision|draft)[-_. ]?"
_NAMED = re.compile(rf"(?P<family>.+?)[-_. ]{_VERSION}(?P<number>[0-9]{{1,9}})", re.IGNORECASE)
_BARE = re.compile(rf"{_VERSION}(?P<number>[0-9]{{1,9}})", re.IGNORECASE)
_DIGIT = frozenset("0123456789")
_DIGITS = re.compile("[0-9]+")
_SUFFIX = re.compile(r"(?P<stem>.+)\.(?!v?[0-9]+\Z)[^.]{1,12}", re.IGNORECASE)


def unnumbered(path: str) -> str:
    """The path without the numbers in the file's name: the same for all parts of a table, ``part-0001`` and so on."""
    file = PurePath(path)
    return str(file.with_name(_DIGITS.sub("0", file.name)))


class Named(NamedTuple):
    """What a file's name says, beside those of the others in its folder."""

    family: str = ""
    """What the names of all versions of one article have in common; empty where they have nothing but the folder."""
    number: int = 0
    """Of the version."""


def named_versions(names: Iterable[str]) -> dict[str, Named]:
    """Of the files in one folder, those whose names say that they are versions of one article.

    A file alone tells nothing by its number, and nor does a bare number: ``17.txt`` may be the seventeenth article as
    well as the seventeenth version. The file without a number (``flood.txt`` beside ``flood.v2.txt``) is the first one,
    unless there is a first one; then it is what the others became.
    """
    there = list(names)
    families: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for name in there:
        stem = _stem(name)
        if stem[-1:] not in _DIGIT:
            continue
        if bare := _BARE.fullmatch(stem):
            families[""][name] = int(bare["number"])
        elif named := _NAMED.fullmatch(stem):
            families[named["family"]][name] = int(named["number"])
    if not families:
        return {}
    known = set(there)
    found = {}
    for family, numbers in families.items():
        firsts = dict.fromkeys(family + name[len(_stem(name)) :] for name in sorted(numbers))
        first = next((name for name in firsts if family and name in known and name not in numbers), None)
        if first is not None:
            numbers[first] = max(numbers.values()) + 1 if min(numbers.values()) < 2 else 1
        if len(numbers) > 1:
            found.update({name: Named(family, number) for name, number in numbers.items()})
    return found


def _stem(name: str) -> str:
    """A file's name without the suffix that tells its format; the number of a version is none."""
    suffixed = _SUFFIX.fullmatch(name)
    return suffixed["stem"] if suffixed else name
