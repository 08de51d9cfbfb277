"""Dates as articles write them, read into ISO 8601 only where nothing has to be guessed. Pure.

``08/11/2022`` may be November or August, so it stays as written; ``25/11/2022`` can only be November.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero gennaio janeiro января",
            "february feb februar février fevrier febrero febbraio fevereiro февраля",
            "march mar märz maerz mars marzo março марта",
            "april apr avril abril aprile апреля",
            "may mai mayo maggio maio мая",
            "june jun juni juin junio giugno junho июня",
            "july jul juli juillet julio luglio julho июля",
            "august aug août aout agosto августа",
            "september sep sept septembre septiembre settembre setembro сентября",
            "october oct okt oktober octobre octubre ottobre outubro октября",
            "november nov novembre noviembre novembro ноября",
            "december dec dez dezember décembre diciembre dicembre dezembro декабря",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_MONTH = rf"(?P<month{{}}>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
_TIME = (
    r"(?:,?\s*(?:at|um|à|[-–—|])?\s*[0-2]?[0-9][:.h][0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?"
    r"(?:\s*[ap]\.?m\.?)?(?:\s*(?:Z|(?:UTC|GMT)?\s*[+-][0-2][0-9]:?[0-5][0-9]|\(?[A-Z]{2,5}\)?|uhr))?(?!\w))"
)
_ISO_TIME = r"(?:T[0-2][0-9]:?[0-5][0-9](?::?[0-5][0-9](?:\.[0-9]+)?)?(?:Z|[+-][0-2][0-9]:?[0-5][0-9])?)"
_YEAR = r"(?P<year{}>[12][0-9]{{3}})"
_DAY = r"(?P<day{}>[0-3]?[0-9])"

_SPOKEN = "|".join(
    (
        rf"{_MONTH.format(1)}\s+{_DAY.format(1)}{_ORDINAL},?\s+{_YEAR.format(1)}",
        (
            rf"{_DAY.format(2)}{_ORDINAL}(?:\s+(?:of|de)\s+|\s*-\s*|\s+){_MONTH.format(2)}"
            rf"(?:\s+(?:of|de)\s+|\s*-\s*|,?\s+){_YEAR.format(2)}"
        ),
    ),
)
_NUMERIC = (
    r"(?P<year3>[12][0-9]{3})(?P<mark3>[-/.])(?P<month3>[01]?[0-9])(?P=mark3)(?P<day3>[0-3]?[0-9])(?![0-9])"
    r"|(?P<first>[0-3]?[0-9])(?P<mark4>[/.-])(?P<second>[0-3]?[0-9])(?P=mark4)(?P<year4>[12][0-9]{3})(?![0-9])"
)
_YEAR_SOMEWHERE = re.compile("[12][0-9]{3}")


@cache
def _date() -> re.Pattern[str]:
    """A date in any form; compiled for the first text with a year in it, since that takes longer than reading most."""
    return re.compile(
        rf"(?:{_WEEKDAY}\.?,?\s+)?(?:the\s+)?(?:{_SPOKEN}|{_NUMERIC})(?:{_ISO_TIME}|{_TIME})?", re.IGNORECASE
    )


@cache
def _time_first() -> re.Pattern[str]:
    return re.compile(rf"{_TIME}[,\s]+", re.IGNORECASE)


@cache
def _iso_head() -> re.Pattern[str]:
    return re.compile(rf"[12][0-9]{{3}}-[01][0-9]-[0-3][0-9](?![0-9-])(?:{_ISO_TIME}|{_TIME})?(?!\w)")


_TIMED = re.compile(
    r"(?P<day>[12][0-9]{3}-[01][0-9]-[0-3][0-9])[T ](?P<time>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)(?:\.[0-9]+)?"
    r"(?P<zone>\s*(?:Z|UTC|GMT|[+-][0-2][0-9](?::?[0-5][0-9])?))?",
)
_LONGEST = 80


def iso_date(text: str) -> str | None:
    """The day that a text names, if it is a date and nothing else.

    Returns:
        ``2022-11-08``; or the text as it is where it is a date that can be read in two ways; or None where it is none.
    """
    text = text.strip()
    if len(text) > _LONGEST or not _YEAR_SOMEWHERE.search(text):
        return None
    if before := _time_first().match(text):
        text = text[before.end() :]
    match = _date().fullmatch(text)
    return None if match is None else _certain(match) or text


def moment(text: str) -> str:
    """A date with its time of day, as a database has it; ISO 8601 where it is certain, and as it is otherwise.

    ``2020-05-01 12:33:10`` becomes ``2020-05-01T12:33:10``: of versions made on one day the time tells the order.
    """
    text = text.strip()
    timed = _TIMED.fullmatch(text)
    if timed is None:
        return iso_date(text) or text
    if _iso(*timed["day"].split("-")) is None:
        return text
    if not any(map(int, re.findall("[0-9]+", timed["time"]))):
        return timed["day"]
    zone = (timed["zone"] or "").strip().replace("UTC", "Z").replace("GMT", "Z")
    return f"{timed['day']}T{timed['time']}{'Z' if zone in {'+00:00', '+0000', '+00'} else zone}"


def date_at_start(text: str, at: int, *, any_form: bool) -> tuple[int, str] | None:
    """Where a date at this place ends, and what it says; without ``any_form`` only one like ``2022-11-08`` counts."""
    if not _YEAR_SOMEWHERE.search(text, at, at + _LONGEST):
        return None
    match = (_date() if any_form else _iso_head()).match(text, at, at + _LONGEST)
    if match is None:
        return None
    said = match.group()
    return match.end(), iso_date(said) or said


def _certain(match: re.Match[str]) -> str | None:
    """The date in ISO form, if only one can be meant and the calendar has it."""
    named = match.groupdict()
    for form in "12":
        if named[f"month{form}"]:
            month = _MONTHS.get(named[f"month{form}"].casefold(), 0)
            return _iso(named[f"year{form}"], month, named[f"day{form}"])
    if named["year3"]:
        return _iso(named["year3"], named["month3"], named["day3"])
    first, second = int(named["first"]), int(named["second"])
    if first > 12 or first == second:
        return _iso(named["year4"], second, first)
    if second > 12:
        return _iso(named["year4"], first, second)
    return None


def _iso(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
