"""Dates in running text: *3 March 2021*, *March 3*, *am 3. März*, *3 de marzo de 2021*, *2021年3月*. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.comparison.languages.lexicon import Lexicon
    from diptych.comparison.words import Word

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?(?:s|er|ern)?\Z")
_PLAIN_YEAR = re.compile(r"[12]\d{3}\Z")
_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th|er|º|°)?\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_WRITTEN = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\Z")
_EASTERN = frozenset("年月日")
_SPAN = frozenset("間间連连前後后来來半余多ぶ以")
"""What follows a number of years or days that last: *3日間*, *2年連続*."""
_ERAS = frozenset("成和")
"""How the names of the eras end whose years are counted from one: *平成30年*, *令和5年*."""
_EASTERN_NUMERALS = frozenset("〇零一二三四五六七八九十")
_WEEK = frozenset({"周", "週", "星期", "礼拜", "禮拜"})
_WEEKDAYS = {c: n for n, c in enumerate("一二三四五六日", 1)} | {"天": 7}
_JAPANESE_WEEKDAYS = {c: n for n, c in enumerate("月火水木金土日", 1)}
EASTERN_DATES = _EASTERN_NUMERALS | frozenset("周週星礼禮月火水木金土日")
"""What a date in Chinese or Japanese may begin with, but for digits."""
KOREAN_WEEKDAY = "요일"
_KOREAN_WEEKDAYS = {c: n for n, c in enumerate("월화수목금토일", 1)}
_KOREAN = re.compile(r"(?:\d{3,4}년|\d{1,2}(?:월|일))(?!간)")
_KOREAN_YEAR = re.compile(r"\d{1,2}년\Z")
_COUNTED = frozenset({"people", "%", "personen", "personnes", "personas", "persone", "pessoas", "человек"})
_MONEY = frozenset("$€£¥₽")


def date_at(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int) -> tuple[int, str] | None:
    """Where the date ends that begins with a word, and its key; None where none begins there."""
    text = lower[at]
    month = _month(words, lower, lexicon, at)
    if month:
        return _from_month(words, lower, lexicon, at, month)
    if text in lexicon.days:
        return at + 1, text
    if text in lexicon.weekdays:
        capital = not lexicon.capital_dates or words[at].text[:1].isupper()
        return (at + 1, f"weekday {lexicon.weekdays[text]}") if capital else None
    if not text[:1].isdigit():
        if text[1:3] == KOREAN_WEEKDAY and text[0] in _KOREAN_WEEKDAYS:
            return at + 1, f"weekday {_KOREAN_WEEKDAYS[text[0]]}"
        return _in_eastern_signs(lower, at) if text in EASTERN_DATES else None
    written = 2 if _eastern(lower, at) else int(bool(_WRITTEN.match(text)) or _korean(lower, at))
    told = at + written, "".join(lower[at : at + written])
    return told if written else _from_digits(words, lower, lexicon, at)


def _from_digits(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int) -> tuple[int, str] | None:
    """A date that begins with digits: with the day, with the year, or written with strokes or points."""
    text = lower[at]
    whole = _ISO.match(text)
    if whole:
        return at + 1, _key(int(whole[3]), int(whole[2]), whole[1])
    slashed = lower[at + 1 : at + 4]
    if len(slashed) == 3 and slashed[0] == slashed[2] == "/" and text.isdigit() and slashed[1].isdigit():
        last = lower[at + 4] if at + 4 < len(lower) else ""
        if last.isdigit() and len(last) in (2, 4):
            return at + 5, "/".join((text, slashed[1], last))
    iso = lower[at + 1 : at + 5]
    if _PLAIN_YEAR.match(text) and _ISO.match("".join([text, *iso])):
        return at + 5, _key(int(iso[3]), int(iso[1]), text)
    day = _DAY.match(text)
    if day and 0 < int(day[1]) <= 31:
        for place in (at + 1, at + 2):
            joints = lower[at + 1 : place]
            month = (
                _month(words, lower, lexicon, place, beside=True) if _joined(words, joints, lexicon, at, place) else 0
            )
            if month:
                stop, year = _year(words, lower, lexicon, place + 1)
                return stop, _key(int(day[1]), month, year)
    before, after = (lower[at - 1] if at else ""), (lower[at + 1] if at + 1 < len(lower) else "")
    counted = after in _COUNTED or after in lexicon.currencies or after in lexicon.percent or after in lexicon.scales
    if _YEAR.match(text) and not counted and before not in _MONEY:
        return at + 1, text
    return None


def _eastern(lower: Sequence[str], at: int) -> bool:
    """True for a number before the sign of a year, month or day that is named, not counted: not *3日間*, not *2年*."""
    sign, following, later = [*lower[at + 1 : at + 4], "", "", ""][:3]
    if not lower[at].isdigit() or sign not in _EASTERN or following in _SPAN:
        return False
    full = len(lower[at]) > 2 or lower[at][0] == "0" or following == "度" or later == "月"
    return sign != "年" or full or (at > 0 and lower[at - 1] in _ERAS)


def _in_eastern_signs(lower: Sequence[str], at: int) -> tuple[int, str] | None:
    """A month, a day behind its month, a year in full, or a weekday: *六月三日*, *二〇二一年*, *周三*, *水曜日*."""
    stop = at
    while stop < len(lower) and lower[stop] in _EASTERN_NUMERALS:
        stop += 1
    if stop > at:
        sign, following = [*lower[stop : stop + 2], "", ""][:2]
        named = sign == "月" or (sign in ("日", "号") and at > 0 and lower[at - 1] == "月")
        if following not in _SPAN and (named or (sign == "年" and stop - at == 4)):
            return stop + 1, "".join(lower[at : stop + 1])
        return None
    if lower[at] in _JAPANESE_WEEKDAYS and lower[at + 1 : at + 2] == ["曜"]:
        return at + 2 + (lower[at + 2 : at + 3] == ["日"]), f"weekday {_JAPANESE_WEEKDAYS[lower[at]]}"
    for size in (1, 2):
        day = lower[at + size] if at + size < len(lower) else ""
        if "".join(lower[at : at + size]) in _WEEK and day in _WEEKDAYS:
            return at + size + 1, f"weekday {_WEEKDAYS[day]}"
    return None


def _korean(lower: Sequence[str], at: int) -> bool:
    """The same in Korean, where number and sign are one word."""
    following = lower[at + 1] if at + 1 < len(lower) else ""
    return bool(_KOREAN.match(lower[at]) or (_KOREAN_YEAR.match(lower[at]) and "월" in following))


def _joined(words: Sequence[Word], joints: Sequence[str], lexicon: Lexicon, at: int, place: int) -> bool:
    """True where what stands between day and month may stand there, in one sentence."""
    in_one = place < len(words) and words[place].sentence == words[at].sentence
    return in_one and all(joint in lexicon.date_joints and joint != "," for joint in joints)


def _from_month(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int, month: int) -> tuple[int, str]:
    """A date that begins with its month."""
    stop = at + 1
    if lower[stop : stop + 1] == ["."] and stop + 1 < len(words) and _DAY.match(lower[stop + 1]):
        stop += 1
    day = 0
    found = _DAY.match(lower[stop]) if stop < len(words) and words[stop].sentence == words[at].sentence else None
    if found and lexicon.capital_dates and not lexicon.capital_nouns and 0 < int(found[1]) <= 31:
        day, stop = int(found[1]), stop + 1
    elif stop > at + 1:
        stop = at + 1
    stop, year = _year(words, lower, lexicon, stop)
    return stop, _key(day, month, year)


def _year(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int) -> tuple[int, str]:
    """Where a date ends whose year may follow, and the year."""
    for place in (at, at + 1):
        joints = lower[at:place]
        if place >= len(words) or words[place].sentence != words[at - 1].sentence:
            break
        if _PLAIN_YEAR.match(lower[place]) and all(joint in lexicon.date_joints for joint in joints):
            return place + 1, lower[place]
    return at, ""


def _month(words: Sequence[Word], lower: Sequence[str], lexicon: Lexicon, at: int, *, beside: bool = False) -> int:
    """The number of the month that a word names; 0 where it names none, or is rather another word."""
    if at >= len(words):
        return 0
    month = lexicon.months.get(lower[at], 0)
    if not month or (lexicon.capital_dates and not words[at].text[:1].isupper()):
        return 0
    if beside or lower[at] not in lexicon.unsure_months:
        return month
    before = lower[at - 1] if at else ""
    following = [text for text in lower[at + 1 : at + 3] if text != "."][:1]
    near = before[:1].isdigit() or bool(following and following[0][:1].isdigit())
    return month if near or before in lexicon.month_leads else 0


def _key(day: int, month: int, year: str) -> str:
    return f"{year or '-'}/{month}/{day or '-'}"
