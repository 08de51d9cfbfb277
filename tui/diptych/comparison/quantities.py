"""The numbers and dates that words say: where they stand, and a key that is the same for the same quantity. Pure.

``4.2 million``, ``4,2 Millionen`` and ``4,200,000`` have one key, and so have ``3 March 2021`` and ``March 3, 2021``.
Which of point and comma is the decimal mark is the language's; a mark that comes twice, or with the other behind it,
groups.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from diptych.comparison.calendar import EASTERN_DATES, KOREAN_WEEKDAY, date_at
from diptych.comparison.tokens import Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.languages.lexicon import Lexicon
    from diptych.comparison.words import Word


class Quantity(NamedTuple):
    """A number or a date: the words ``[start, stop)`` that say it."""

    start: int
    stop: int
    reach: int
    """The end of its unit (``percent``, ``euros``), if it has one; else ``stop``."""
    key: str
    is_date: bool = False


_SIGNS = "$€£¥₽₹₩"
_HEAD = re.compile(rf"(?P<minus>-?)\+?(?P<sign>[{_SIGNS}]?)(?P<number>\d+(?:[.,:' ]\d+)*)(?P<rest>.*)", re.DOTALL)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|e|ème|º|ª|o|a|[-‐]?(?:й|я|е|го|му|м))\Z")
_THREE = re.compile(r"\d{3}(?:[.,]\d+)?\Z")
_FEW = re.compile(r"[1-9]\d{0,2}\Z")
_JOINTS = frozenset({"and", "und", "et", "y", "e", "en", "-"})
_PER = frozenset({"per", "por", "pour"})
_CENT = frozenset({"cent", "ciento", "cento"})
_GLUED = {"mn": 10**6, "bn": 10**9, "tn": 10**12}
_GLUED_TO_MONEY = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Scales written behind the digits; one letter alone may be metres or tonnes, but not of money."""
_WIDE_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"两": 2, "兩": 2, "零": 0}
_WIDE_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
_COUNTERS = frozenset("人名個个件元円圓歳岁天次倍回本台社時时分秒度种種位家条所例")


def quantities(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon) -> list[Quantity]:
    """The numbers and dates that a passage says, in order; they share no word. What refers to a note (``[5]``) is none.

    Args:
        words: the words of the passage.
        lower: the same, plain and in lower case.
        lexicon: the tables of its language.
    """
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        text = lower[at]
        quantity = None
        first = text[:1]
        if text.isdigit() and lower[at - 1 : at] == ["["] and lower[at + 1 : at + 2] == ["]"]:
            at += 1  # the reference to a note: [5]
            continue
        if (
            not first.isalpha()
            or text in lexicon.numeric
            or text in lexicon.calendar
            or first in _WIDE_BEGINNINGS
            or text[1:3] == KOREAN_WEEKDAY
        ):
            stop = date_at(words, lower, lexicon, at)
            quantity = Quantity(at, stop[0], stop[0], stop[1], is_date=True) if stop else None
            quantity = quantity or _number_at(words, lower, lexicon, at)
        if quantity is None:
            at += 1
        else:
            found.append(quantity)
            at = quantity.stop
    return found


_WIDE_NUMERALS = frozenset(_WIDE_DIGITS) | frozenset(_WIDE_SCALES)
_WIDE_BEGINNINGS = _WIDE_NUMERALS | EASTERN_DATES


def _number_at(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int) -> Quantity | None:
    """The number that begins with a word, if one does."""
    if words[at].sort is Sort.WIDE:
        return _wide(words, lower, at)
    text = lower[at]
    alone = _alone(text, lexicon)
    if alone:
        return Quantity(at, at + 1, at + 1, alone)
    head = _HEAD.match(text)
    return _in_digits(words, lower, lexicon, at, head) if head else _spelt(words, lower, lexicon, at)


def _alone(text: str, lexicon: Lexicon) -> str:
    """The key of a fraction or an ordinal, which stands alone; empty for another word."""
    if text in lexicon.fractions:
        return _key(lexicon.fractions[text])
    if len(text) == 1 and not text.isdigit() and text.isnumeric():
        return _key(unicodedata.numeric(text))
    return f"#{lexicon.ordinals[text]}" if text in lexicon.ordinals else ""


def _in_digits(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int, head: re.Match[str]) -> Quantity:
    """A number in digits, with the groups, the scale and the unit that follow."""
    rest = head["rest"].strip()
    if _ORDINAL.match(rest):
        return Quantity(at, at + 1, at + 1, f"#{head['number']}")
    number, stop = head["number"], at + 1
    if not rest and _FEW.match(number):  # 12 300: the space groups, in English too, as the standard for units has it
        while (
            number.isdigit()
            and stop < len(words)
            and _THREE.match(lower[stop])
            and words[stop].apart
            and _together(words, stop)
        ):
            number, stop = number + lower[stop], stop + 1
    if not rest and lower[stop : stop + 1] == ["/"] and stop + 1 < len(words) and lower[stop + 1].isdigit():
        return Quantity(at, stop + 2, stop + 2, f"{number}/{lower[stop + 1]}")
    value = _value(number, lexicon.decimal)
    before = lower[at - 1] if at and lower[at - 1] in _SIGNS else ""
    glued = _GLUED.get(rest, 0) or (_GLUED_TO_MONEY.get(rest, 0) if head["sign"] or before else 0)
    if value is not None and glued:
        value, rest = value * glued, ""
    if value is None or (rest and rest != "%"):
        return Quantity(at, stop, stop, head["minus"] + head["sign"] + number + rest)
    while not rest and stop < len(words) and _scale(lower[stop], lexicon) and _together(words, stop):
        value, stop = value * _scale(lower[stop], lexicon), stop + 1
    unit, reach = ("%", stop) if rest else _unit(lower, lexicon, stop)
    return Quantity(at - bool(before), stop, reach, head["minus"] + _key(value) + (head["sign"] or before or unit))


def _spelt(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int) -> Quantity | None:
    """A number in words: *two hundred and fifty*, *twenty-five*."""
    total, part, stop = 0.0, 0.0, at
    while stop < len(words) and (stop == at or _together(words, stop)):
        value, scale = _below_hundred(lower[stop], lexicon), lexicon.scales.get(lower[stop])
        if value is not None:
            part += value
        elif scale is not None:
            part = (part or 1) * scale
            if scale >= 1000:
                total, part = total + part, 0.0
        elif stop == at or lower[stop] not in _JOINTS or not _goes_on(lower, lexicon, stop + 1):
            break
        stop += 1
    if stop == at:
        return None
    unit, reach = _unit(lower, lexicon, stop)
    return Quantity(at, stop, reach, _key(total + part) + unit)


def _goes_on(lower: Sequence[str], lexicon: Lexicon, at: int) -> bool:
    """True where a number in words goes on behind an *and* (not: *two and three*)."""
    before = lower[at - 2]
    return (
        at < len(lower)
        and lower[at] in lexicon.numbers
        and (before in lexicon.scales or lower[at - 1] in ("y", "e", "-"))
    )


def _below_hundred(text: str, lexicon: Lexicon) -> int | None:
    """The value of a number word, *twenty-five* among them."""
    value = lexicon.numbers.get(text)
    if value is not None or "-" not in text:
        return value
    ten, _, unit = text.partition("-")
    if lexicon.numbers.get(ten, 0) < 20:
        return None
    one = 1 if unit == "one" else lexicon.numbers.get(unit, 0)
    return lexicon.numbers[ten] + one if 0 < one < 10 else None


def _wide(words: Sequence[Word], lower: Sequence[str], at: int) -> Quantity | None:
    """A Chinese or Japanese number in its own numerals; a lone one counts before a counter only."""
    stop = at
    while stop < len(words) and lower[stop] in _WIDE_NUMERALS and (stop == at or not words[stop].apart):
        stop += 1
    if stop == at or (stop == at + 1 and not (stop < len(words) and lower[stop] in _COUNTERS)):
        return None
    total = section = digit = 0
    for text in lower[at:stop]:
        if text in _WIDE_DIGITS:
            digit = digit * 10 + _WIDE_DIGITS[text]
        elif _WIDE_SCALES[text] < 10**4:
            section, digit = section + (digit or 1) * _WIDE_SCALES[text], 0
        else:
            total, section, digit = total + ((section + digit) or 1) * _WIDE_SCALES[text], 0, 0
    return Quantity(at, stop, stop, _key(float(total + section + digit)))


def _scale(text: str, lexicon: Lexicon) -> int:
    """What a word multiplies a number in digits by; 0 where it is no such word."""
    scale = lexicon.scales.get(text, 0) or _WIDE_SCALES.get(text, 0)
    return scale if scale >= 100 else 0


def _unit(lower: Sequence[str], lexicon: Lexicon, at: int) -> tuple[str, int]:
    """The unit that follows a number, if it is percent or a currency, and where it ends."""
    following, after = [*lower[at : at + 2], "", ""][:2]
    if at and lower[at - 1] in lexicon.abbreviated and following == ".":
        found, end = _unit(lower, lexicon, at + 1)
        return (found, end) if found else ("", at)
    if following in lexicon.percent_points:
        return "%points", at + 1
    if following == "%" or following in lexicon.percent:
        end = at + 1
    elif following in _PER and after in _CENT:
        end = at + 2
    elif following in lexicon.currencies:
        return lexicon.currencies[following], at + 1
    else:
        return (following, at + 1) if following and following in _SIGNS else ("", at)
    points = end < len(lower) and lower[end] in lexicon.points
    return ("%points", end + 1) if points else ("%", end)


def _value(number: str, decimal: str) -> float | None:
    """The value of digits with marks; None for times, versions and the like."""
    marks = re.findall(r"[^\d]", number)
    if not marks:
        return float(number)
    if ":" in marks:
        return None
    last = marks[-1]
    groups = re.split(r"[^\d]", number)
    grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if len(set(marks)) > 1:
        head, _, tail = number.rpartition(last)
        if last not in ".," or last in head:
            return None
        return float(re.sub(r"\D", "", head) + "." + tail)
    if grouped and (len(marks) > 1 or last != decimal):
        return float("".join(groups))
    return float(".".join(groups)) if len(groups) == 2 and last in ".," else None


def _key(value: float) -> str:
    return f"{value:.12g}"


def _together(words: Sequence[Word], at: int) -> bool:
    """True where a word stands in the same sentence as the one before it."""
    return words[at].sentence == words[at - 1].sentence
