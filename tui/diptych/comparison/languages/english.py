"""English."""

from __future__ import annotations

from diptych.comparison.languages.lexicon import Lexicon, counted, lemmas, listed

ENGLISH = Lexicon(
    code="en",
    closed=listed(
        "the of and to that is was for with on as by at from this which be are were has had have not but his her their "
        "they he she it its been would who will an said there or about after into when"
    ),
    months=counted(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,"
        "october oct,november nov,december dec"
    ),
    unsure_months=listed("march may mar jan dec sep jun"),
    month_leads=listed("in of since until last next early late mid by from through this"),
    date_joints=listed(", . of the"),
    weekdays=counted("monday,tuesday tues,wednesday,thursday thurs,friday,saturday,sunday"),
    days=listed("yesterday today tomorrow tonight"),
    capital_dates=True,
    numbers=counted(
        "zero,,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve dozen,thirteen,fourteen,fifteen,sixteen,"
        "seventeen,eighteen,nineteen",
        0,
    )
    | {word: 10 * value for word, value in counted("twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety", 2).items()},
    scales={
        "hundred": 100,
        "hundreds": 100,
        "thousand": 1000,
        "thousands": 1000,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
        "billions": 10**9,
        "trillion": 10**12,
        "trillions": 10**12,
    },
    ordinals=counted("third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth", 3),
    fractions={"half": 0.5, "one-third": 1 / 3, "two-thirds": 2 / 3, "one-quarter": 0.25, "three-quarters": 0.75},
    percent=listed("percent pct"),
    points=listed("point points"),
    currencies={"dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pounds": "£", "yen": "¥"},
    number_sign=listed("no"),
    negations=listed("not no never cannot without none nobody nothing neither nor nowhere"),
    hedges=listed(
        "may might could possibly perhaps maybe probably likely unlikely apparently allegedly reportedly seemingly "
        "presumably supposedly purportedly ostensibly arguably potentially suspected alleged purported seems seemed "
        "appears appeared"
    ),
    approximators=listed("about around approximately roughly nearly almost some estimated circa"),
    sayings=lemmas(
        {
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
            "boast": "boasted boasts",
            "testify": "testified testifies",
            "accuse": "accused accuses accusing",
            "stress": "stressed",
            "assure": "assured",
            "reveal": "revealed reveals",
            "suggest": "suggested",
        }
    ),
    unsure_sayings=lemmas(
        {
            "say": "say",
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
        }
    ),
    sources=(("according", "to"),),
)
