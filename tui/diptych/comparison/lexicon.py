"""Words by which facets are told: months, numbers, negations, hedges, verbs of saying. Plain tables, lower case.

Few and sure rather than many: a facet that does not fire is a change without a label, one that fires wrongly is a lie.
"""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS = _listed(
    "january february march april may june july august september october november december jan feb mar apr jun "
    "jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars "
    "avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio "
    "agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre "
    "ottobre dicembre januari februari maart mei augustus января февраля марта апреля мая июня июля августа "
    "сентября октября ноября декабря",
)
AMBIGUOUS_MONTHS = _listed(
    "march may mar mars mai mayo marzo avril jan dec sep jun",
)
WEEKDAYS = _listed(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "sábado domingo понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье",
)
DAYS_FROM_NOW = _listed(
    "yesterday today tomorrow tonight",
)

NUMBER_WORDS = {
    word: value
    for value, words in {
        0: "zero",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve dozen",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "hundred hundreds",
        1000: "thousand thousands",
        1_000_000: "million millions",
        1_000_000_000: "billion billions",
        1_000_000_000_000: "trillion trillions",
    }.items()
    for word in words.split()
}

NEGATIONS = _listed(
    "not no never cannot without none nobody nothing neither nor nowhere nicht kein keine keinen keiner keinem "
    "niemals jamais nunca jamás не нет никогда",
)
HEDGES = _listed(
    "may might could possibly perhaps maybe probably likely unlikely apparently allegedly reportedly seemingly "
    "presumably supposedly purportedly ostensibly arguably potentially suspected alleged purported seems "
    "seemed appears appeared",
)
APPROXIMATORS = _listed(
    "about around approximately roughly nearly almost some estimated circa",
)
"""Hedges where a number follows."""

SAYING = {
    form: lemma
    for lemma, forms in {
        "say": "said says saying",
        "claim": "claimed claiming",
        "allege": "alleged alleges alleging",
        "tell": "told tells",
        "admit": "admitted admits admitting",
        "acknowledge": "acknowledged acknowledges",
        "deny": "denied denies denying",
        "insist": "insisted insists insisting",
        "assert": "asserted asserts asserting",
        "argue": "argued argues arguing",
        "warn": "warned warns warning",
        "announce": "announced announces announcing",
        "confirm": "confirmed confirms confirming",
        "explain": "explained explains",
        "concede": "conceded concedes",
        "declare": "declared declares declaring",
        "contend": "contended contends",
        "according": "according",
        "boast": "boasted boasts",
        "testify": "testified testifies",
        "accuse": "accused accuses accusing",
        "stress": "stressed",
        "assure": "assured",
        "reveal": "revealed reveals",
        "suggest": "suggested",
    }.items()
    for form in forms.split()
}
PERHAPS_SAYING = {
    form: lemma
    for lemma, forms in {
        "add": "added adds adding",
        "note": "noted notes noting",
        "state": "stated",
        "report": "reported reports",
        "write": "wrote writes",
        "continue": "continued",
        "observe": "observed",
        "remark": "remarked",
        "claim": "claims",
        "maintain": "maintained maintains",
        "believe": "believed believes",
        "think": "thinks",
    }.items()
    for form in forms.split()
}
"""Verbs of saying only where the other side of the change has one too."""

GERMAN = _listed(
    "der die das und ist nicht ein eine zu den dem mit von auf für sich auch",
)
