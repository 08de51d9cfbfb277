"""The shape of a language's tables. Pure.

Few words and sure ones rather than many: a facet that does not fire is a change without a label, one that fires wrongly
is a lie. All words are in lower case, with straight apostrophes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_CODES = {"eur": "€", "usd": "$", "gbp": "£", "jpy": "¥", "inr": "₹", "rub": "₽", "pln": "zł"}
"""Currencies as ISO 4217 writes them, which every language does."""
_CENT = ("per", "por", "pour", "cent", "ciento", "cento")


def listed(words: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(words.split())


def counted(words: str, first: int = 1) -> dict[str, int]:
    """The words between commas with how many commas stand before them: months, weekdays, number words."""
    return {word: value for value, group in enumerate(words.split(","), first) for word in group.split()}


def lemmas(forms: dict[str, str]) -> dict[str, str]:
    """Each form of a verb with its lemma."""
    return {form: lemma for lemma, words in forms.items() for form in words.split()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language by which facets are told."""

    code: str = ""
    """ISO 639-1; empty where the language is not known, and then there are no words."""
    closed: frozenset[str] = frozenset()
    """Articles, pronouns, conjunctions: the words that tell the language of a text."""
    decimal: str = "."
    """The decimal mark; the other of comma and point groups thousands."""
    months: dict[str, int] = field(default_factory=dict)
    unsure_months: frozenset[str] = frozenset()
    """Months that are also another word: they count beside a number, or after one of ``month_leads``."""
    month_leads: frozenset[str] = frozenset()
    date_joints: frozenset[str] = frozenset({".", ","})
    """What may stand between day, month and year."""
    weekdays: dict[str, int] = field(default_factory=dict)
    days: frozenset[str] = frozenset()
    """Yesterday, today, tomorrow."""
    capital_dates: bool = False
    """True where months and weekdays are written with a capital."""
    capital_nouns: bool = False
    numbers: dict[str, int] = field(default_factory=dict)
    """Number words below a hundred. *One* is left out, for it is an article or a pronoun in most places, and so are
    words that mean something else as often (French *neuf*, Italian *sei*, English *second*)."""
    ordinals: dict[str, int] = field(default_factory=dict)
    scales: dict[str, int] = field(default_factory=dict)
    """Hundred, thousand, million …"""
    abbreviated: frozenset[str] = frozenset()
    """Scales that have a full stop after them."""
    fractions: dict[str, float] = field(default_factory=dict)
    percent: frozenset[str] = frozenset()
    percent_points: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    """Words that make percent into percentage points."""
    currencies: dict[str, str] = field(default_factory=dict)
    """Names of currencies with their signs."""
    number_sign: frozenset[str] = frozenset()
    """Words that look like a negation but mean *number* before digits."""
    negations: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    approximators: frozenset[str] = frozenset()
    """Hedges where a number follows."""
    sayings: dict[str, str] = field(default_factory=dict)
    """Verbs of saying, each form with its lemma."""
    unsure_sayings: dict[str, str] = field(default_factory=dict)
    """Verbs of saying only where the other side of the change has one too."""
    sources: tuple[tuple[str, ...], ...] = ()
    """Phrases that name a source: *according to*."""
    titles: frozenset[str] = frozenset()
    """Where nouns have capitals: nouns that stand before a name and are none."""
    measures: frozenset[str] = frozenset()
    """Where nouns have capitals: nouns that stand beside another noun."""
    numeric: frozenset[str] = field(init=False)
    """All words that may begin a number; those with a hyphen by what stands before it as well."""
    calendar: frozenset[str] = field(init=False)
    """All words that may begin a date."""
    amounts: frozenset[str] = field(init=False)
    """All words of numbers, their units and dates: the same can be said without them, in digits and signs."""

    def __post_init__(self) -> None:
        if self.code:
            object.__setattr__(self, "currencies", _CODES | self.currencies)
        tens = {word for word, value in self.numbers.items() if value >= 20 and value % 10 == 0 and "-" not in word}
        compounds = {f"{ten}-{unit}" for ten in tens for unit in ("one", *self.numbers)}
        numeric = {*self.numbers, *compounds, *self.scales, *self.fractions, *self.ordinals}
        object.__setattr__(self, "numeric", frozenset(numeric))
        calendar = {*self.months, *self.weekdays, *self.days}
        object.__setattr__(self, "calendar", frozenset(calendar))
        units = {*self.percent, *_CENT, *self.percent_points, *self.currencies}
        object.__setattr__(self, "amounts", frozenset({*numeric, *calendar, *units}))
