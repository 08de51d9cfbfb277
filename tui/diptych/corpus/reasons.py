"""Why documents were put together, in sentences that a person understands. Pure."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from diptych.corpus.families import PHRASE, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.corpus.families import Evidence

_WORD = re.compile(r"\w+")
_READ = 20_000
_QUOTED = 90


def reasons_for(evidence: Evidence, texts: Sequence[str], dates: Sequence[str]) -> tuple[str, ...]:
    """The reasons, the strongest first.

    Args:
        evidence: the weakest of the ties between the documents.
        texts: those of the documents' texts that are at hand.
        dates: of all the documents, in order; empty where one has none.
    """
    share = evidence.share if len(dates) > 2 or len(texts) < 2 else exact_share(texts[0], texts[1])
    percent = max(1, round(100 * share))
    if len(dates) == 2:
        reasons = [f"{percent} % of the shorter text's phrases stand in the longer one."]
    else:
        reasons = [
            f"Each shares at least {percent} % of its phrases with another version, counted on the shorter text."
        ]
    if len(texts) > 1 and (phrase := rare_phrase(texts)):
        reasons.append(f"They share the rare phrase “{phrase}”.")
    if all(dates):
        both = "Both" if len(dates) == 2 else "All"
        if len(set(dates)) == 1:
            reasons.append(f"{both} are dated {dates[0]}.")
    return tuple(reasons)


def exact_share(one: str, other: str) -> float:
    """Of the shorter text's phrases, how many stand in the longer one; sketches of long texts only estimate it."""
    shorter, longer = sorted((_phrases(words_of(one)), _phrases(words_of(other))), key=len)
    return len(shorter & longer) / max(1, len(shorter))


def _phrases(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[offset:] for offset in range(PHRASE)), strict=False)) or {tuple(words)}


def rare_phrase(texts: Sequence[str]) -> str:
    """Of the phrases that most of the texts share, the one with the longest and rarest words, as it is written."""
    texts = [text[:_READ] for text in texts[:8]]
    often: Counter[str] = Counter()
    holders: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        words = words_of(text)
        often.update(words)
        holders.update(_phrases(words))
    shared = {phrase: count for phrase, count in holders.items() if count > 1}
    if not shared:
        return ""
    most = max(shared.values())

    def rank(phrase: tuple[str, ...]) -> tuple[float, int, tuple[str, ...]]:
        return (-sum(len(word) / often[word] for word in phrase), len(phrase), phrase)

    return _as_written(min((p for p in shared if shared[p] == most), key=rank), texts)


def _as_written(phrase: tuple[str, ...], texts: Sequence[str]) -> str:
    for text in texts:
        places = list(_WORD.finditer(text))
        words = [place.group().casefold() for place in places]
        for at in range(len(words) - PHRASE + 1):
            if tuple(words[at : at + PHRASE]) == phrase:
                found = " ".join(text[places[at].start() : places[at + PHRASE - 1].end()].split())
                return found if len(found) <= _QUOTED else found[: _QUOTED - 1] + "…"
    return ""
