"""Dates, addresses and counts as people read them. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from diptych.layout.wrap import cell_len, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)? ?(Z|[+-]\d\d:?\d\d)?", re.ASCII)


def clock(date: str, *, zone: bool = True) -> str:
    """A date as people read it: ``2026-11-23 08:30 UTC`` for a moment in ISO 8601; every other one as it is."""
    moment = _MOMENT.fullmatch(date)
    if moment is None:
        return date
    day, minute, offset = moment.groups("")
    told = "UTC" if offset in ("Z", "+00:00") else offset
    return f"{day} {minute} {told}".rstrip() if zone else f"{day} {minute}"


def host(source: str) -> str:
    """The site of an address, without ``www.``; other sources as they are."""
    try:
        found = urlsplit(source).hostname
    except ValueError:
        found = None
    return found.removeprefix("www.") if found else source


def plural(count: int, noun: str, many: str = "") -> str:
    """A count with its noun: ``1 sentence``, ``1,200 words``; ``many`` where its plural has no plain s."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {many or f'{noun}s'}"


def joined(parts: Sequence[str], width: int) -> str:
    """As many of the parts as there is room for, dots between them; of the first one at least what fits."""
    line = ""
    for part in parts:
        longer = f"{line} · {part}" if line else part
        if cell_len(longer) > width:
            break
        line = longer
    return line or (fit(parts[0], max(0, width)) if parts else "")
