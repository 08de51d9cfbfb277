"""The numbers and dates that one side of a word change says. Pure; number words are English, months of some tongues."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from diptych.comparison import lexicon
from diptych.comparison.tokens import Sort

if TYPE_CHECKING:
    from diptych.comparison.passage import Passage

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?s?$")
_WRITTEN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$")


def amount(side: Passage) -> float | None:
    """The one number that a side says in words or digits, and nothing else."""
    total, found = 0.0, False
    for text in side.lower:
        value = _value(text)
        if value is None:
            if text in ("-", "and") and found:
                continue
            return None
        total = total * value if found and value >= 100 and total else total + value
        found = True
    return total if found else None


def _value(text: str) -> float | None:
    if text in lexicon.NUMBER_WORDS:
        return float(lexicon.NUMBER_WORDS[text])
    parts = text.split("-")
    if len(parts) == 2 and all(part in lexicon.NUMBER_WORDS or part == "one" for part in parts):
        return float(sum(lexicon.NUMBER_WORDS.get(part, 1) for part in parts))
    digits = text.replace(",", "")
    return float(digits) if digits.isascii() and digits.replace(".", "", 1).isdigit() else None


def numbers(side: Passage) -> Counter[str]:
    """The numbers that belong to no date, each as digits."""
    found: Counter[str] = Counter()
    for index, (word, text) in enumerate(zip(side.changed, side.lower, strict=False)):
        digits = any(c.isdigit() for c in text)
        if digits and (word.sort is Sort.NUMBER or text[0].isdigit()) and not _is_date(side, index):
            found[text.replace(",", "")] += 1
        elif not digits and _value(text) is not None:
            found[str(int(_value(text) or 0))] += 1
    return found


def dates(side: Passage) -> Counter[str]:
    """The words and numbers that belong to dates."""
    return Counter(text for index, text in enumerate(side.lower) if _is_date(side, index))


def _is_date(side: Passage, index: int) -> bool:
    text = side.lower[index]
    if text in lexicon.WEEKDAYS or text in lexicon.DAYS_FROM_NOW or _WRITTEN_DATE.match(text):
        return True
    around = [side.near(index, offset) for offset in (-2, -1, 1, 2)]
    if text in lexicon.MONTHS:
        sure = text not in lexicon.AMBIGUOUS_MONTHS
        capital = side.changed[index].text[:1].isupper() or not text.isascii()
        beside = around[1][:1].isdigit() or around[2][:1].isdigit() or (around[2] == "." and around[3][:1].isdigit())
        led = around[1] in (
            "in",
            "of",
            "since",
            "until",
            "last",
            "next",
            "early",
            "late",
            "mid",
            "by",
            "from",
            "through",
        )
        return capital and (sure or beside or led)
    if not text[0].isdigit():
        return False
    if _YEAR.match(text):
        return around[1] not in ("$", "€", "£") and around[2] not in ("%", "percent", "people", "dollars", "euros")
    return (
        text.rstrip("stndrh").isdigit()
        and len(text) <= 4
        and any(
            word in lexicon.MONTHS for word in (around[1], around[2], around[3] if around[2] in ("of", ".") else "")
        )
    )
