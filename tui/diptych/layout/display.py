"""Text as it may be shown: nothing reaches a terminal that could steer it, and nothing that cannot be seen is lost.

Pure. :func:`safe` is for one-line strings that keep their length (names, titles, messages); :func:`shown` is for the
text of a version, where white space flows and invisible characters become tokens.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from diptych.palette import Ink

_BIDI = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
_SEPARATORS = {0x2028: "LS", 0x2029: "PS"}
_ZERO_WIDTH = {0x200B: "ZWSP", 0x2060: "WJ", 0xFEFF: "BOM", 0x180E: "MVS", 0x034F: "CGJ", 0x115F: "HCF", 0x1160: "HJF"}
_ZERO_WIDTH |= {0x3164: "HF", 0xFFA0: "HHF", **{code: f"U+{code:04X}" for code in range(0x2061, 0x2065)}}
_ZERO_WIDTH |= {code: f"U+{code:04X}" for code in range(0xFFF9, 0xFFFC)}
_ZERO_WIDTH |= {code: f"U+{code:04X}" for code in (*range(0x206A, 0x2070), *range(0xE0000, 0xE01F0))}

ALWAYS_TOKENS = {chr(code): name for code, name in (_BIDI | _SEPARATORS | _ZERO_WIDTH).items()}
"""Characters that cannot be seen, or that reorder what can: shown by name wherever they stand."""

CHANGED_TOKENS = {
    "\u00a0": "NBSP",
    "\u202f": "NNBSP",
    "\u00ad": "SHY",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\ufe0e": "VS15",
    "\ufe0f": "VS16",
    "\u2009": "THSP",
    "\u2007": "FSP",
    "\u3000": "IDSP",
}
"""Characters that good typography and many scripts use; shown by name only where they are part of a change."""

_NEEDS_CARE = re.compile("[\x00-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u180e\u2000-\u206f\u3000\u3164"
                         "\ud800-\udfff\ufe0e\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef]|  ")  # fmt: skip
_ALWAYS = "".join(map(re.escape, ALWAYS_TOKENS))
_CHANGED = "".join(map(re.escape, CHANGED_TOKENS))
_SPACE = re.compile("[ \t\n\r\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u202f\u205f]+")
_PLAIN_SPACE = re.compile("[ \t\n\r\x0b\x0c\x85]+")
_WIDE = r"[\u2e80-\u9fff\uff00-\uff60]"


@cache
def _unsafe() -> dict[int, int]:
    """What each control character and surrogate is shown as; made, as all that follows, for the first text with any."""
    pictures = {code: 0x2400 + code for code in range(0x20)}
    return pictures | {0x7F: 0x2421} | dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000)], 0xFFFD)


@cache
def _safe_table() -> dict[int, int]:
    return _unsafe() | {ord(char): 0xFFFD for char in ALWAYS_TOKENS}


@cache
def _text_table() -> dict[int, int | None]:
    return {**_unsafe(), 0x00AD: None}


@cache
def _wide_break() -> re.Pattern[str]:
    """A line break inside running wide text, which is no blank; compiled for the first text that can have one."""
    return re.compile(f"(?<={_WIDE})[\n\r]+(?={_WIDE})")


@cache
def _hidden(changed: bool) -> re.Pattern[str]:
    """What is shown by name, compiled for the first text that has any."""
    return re.compile(f"([{_ALWAYS}{_CHANGED if changed else ''}])")


class Piece(NamedTuple):
    """Text fit for a terminal, and what it is; never markup, never a control character."""

    text: str
    ink: Ink


class Shown(NamedTuple):
    """A run of text fit for a terminal; ``token`` where it stands in for a character that cannot be seen."""

    text: str
    token: bool = False


def safe(text: str) -> str:
    """The text with every control, bidi and invisible character replaced by a visible one; the length stays.

    C0 controls become their control pictures (U+2400 and on), DEL U+2421, everything else U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_safe_table())


def _unbroken(text: str) -> str:
    return text if text.isascii() else _wide_break().sub("", text)


def flowing(text: str) -> str:
    """Running text as it is taken away: line breaks and runs of blanks are one space, everything else is as it was."""
    return _PLAIN_SPACE.sub(" ", _unbroken(text)).strip(" ")


def shown(text: str, changed: bool = False) -> list[Shown]:
    """Running text as shown: white space flows, controls are pictures, what cannot be seen is named in ‹ ›.

    Args:
        text: a part of a version's text, mark-up left out.
        changed: whether it is part of a change, where also harmless invisible characters must be seen.
    """
    if _NEEDS_CARE.search(text) is None:
        return [Shown(text)] if text else []
    text = _unbroken(text)
    text = (_PLAIN_SPACE if changed else _SPACE).sub(" ", text)
    if text.isascii():
        return [Shown(text.translate(_text_table()))]
    names = ALWAYS_TOKENS | CHANGED_TOKENS
    found: list[Shown] = []
    for index, part in enumerate(_hidden(changed).split(text)):
        if index % 2:
            found.append(Shown(f"‹{names[part]}›", token=True))
        elif part:
            found.append(Shown(part.translate(_text_table())))
    return found
