"""Why documents were put together, in sentences that a person understands. Pure."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from diptych.corpus.sketches import PHRASE, SPACELESS, sketch_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.corpus.corpus import Document
    from diptych.corpus.ties import Evidence

_READ = 2000
_ASKED = 3
_WEIGHED = 100
_EXACT = 20_000
_QUOTED = 90
_AGENCY = re.compile(
    r"\b(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|dpa|ANSA|EFE|TASS|Interfax|Xinhua|Kyodo|PTI|UPI|APA"
    r"|PA Media|Bloomberg|Anadolu|Yonhap|Lusa|Belga|Ritzau|NTB|STT|PAP|CTK)\b"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORD = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+")


def reasons_for(evidence: Evidence, texts: Sequence[str], dates: Sequence[str]) -> tuple[str, ...]:
    """The reasons, the strongest first.

    Args:
        evidence: the weakest of the ties between the documents.
        texts: those of the documents' texts that are at hand.
        dates: of all the documents, in order; empty where one has none.
    """
    at_hand = len(dates) == len(texts) == 2 and max(map(len, texts)) <= _EXACT
    share = exact_share(texts[0], texts[1]) if at_hand else evidence.share
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
    shorter, longer = sorted((set(sketch_of(text, whole=True).phrases) for text in (one, other)), key=len)
    return len(shorter & longer) / max(1, len(shorter))


def _words(text: str) -> list[str]:
    """Words as they are quoted: of a script without spaces every character."""
    return _WORD.findall(text.casefold())


def _phrases(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[offset:] for offset in range(PHRASE)), strict=False)) or [tuple(words)]


def rare_phrase(texts: Sequence[str]) -> str:
    """Of the phrases that most of the texts share, the one with the longest and rarest words, as it is written.

    Only the beginnings of a few texts are read, and only so many phrases weighed: a corpus may have many articles.
    """
    texts = [text[:_READ] for text in texts[:_ASKED]]
    spoken = [_words(text) for text in texts]
    often = Counter(word for words in spoken for word in words)
    holders = Counter(phrase for words in spoken for phrase in set(_phrases(words)))
    most = max(holders.values())
    if most < 2:
        return ""
    in_order = dict.fromkeys(phrase for words in spoken for phrase in _phrases(words) if holders[phrase] == most)
    weight = {word: len(word) / count for word, count in often.items()}
    best = max(islice(in_order, _WEIGHED), key=lambda phrase: sum(map(weight.__getitem__, phrase)))
    return _as_written(best, texts)


def _as_written(phrase: tuple[str, ...], texts: Sequence[str]) -> str:
    edge, gap = (r"\b", r"\W+") if " ".join(phrase).isascii() else ("", r"\W*")
    pattern = re.compile(edge + gap.join(map(re.escape, phrase)) + edge, re.IGNORECASE)
    match = next(filter(None, map(pattern.search, texts)), None)
    found = " ".join(match.group().split()) if match else " ".join(phrase)
    return found if len(found) <= _QUOTED else found[: _QUOTED - 1] + "…"


def likely_source(documents: Sequence[Document]) -> tuple[Document, str] | None:
    """The version that the others were made from, as far as their header lines tell, and what tells it.

    A news agency's own copy comes first; without one, the earliest of versions that were made on different days.
    """
    for document in documents:
        told = f"{document.byline} | {document.source} | {document.opening[:40]}"
        if found := _AGENCY.search(told):
            return document, f"Likely source: {document.name}, which credits {found.group()}."
    dated = [document for document in documents if _ISO.match(document.date)]
    if len(dated) < len(documents) or len(documents) < 2:
        return None
    first, second = sorted(dated, key=lambda document: document.date)[:2]
    if first.date[:10] == second.date[:10]:
        return None
    return first, f"Likely source: {first.name}, the earliest, of {first.date[:10]}."
