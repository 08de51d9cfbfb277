"""Where sentences end inside a paragraph: tokenizesentences, and a pass over its answer that knows more scripts. Pure.

The pass takes boundaries away (``U.S. | Rep. Hall``, ``1. | Your``, ``am 3. | Oktober``, ``"It is!" | Tom said``),
moves them behind what belongs to the sentence before (citations, German closing quotation marks), and adds those of
scripts that the tokenizer does not know. Every decision looks at a bounded window around one place, so that an edit far
away cannot move a boundary, and the cost is linear. In doubt it follows the tokenizer.
"""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from tokenizesentences import tokenize_spans

from diptych.scripts import is_western

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW = 80
"""How far a decision looks to either side of a boundary, in characters."""

_TITLE = re.compile(
    r"(?:Rep|Reps|Sen|Sens|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Atty|Sec|Amb|Pres|Prof|Dr|Mr|Mrs|Ms|Rev|Hon|"
    r"Supt|Det|Insp|Dist|Brig|Fr|St)\.\s",
)
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:(?:[A-Z]\.)+|[A-Z][a-z]{1,5}\.|then-(?:[A-Z]\.)+)$")
_BEFORE_TITLE = re.compile(
    r"(?:^|[\s(-])(?:(?:[A-Z]\.){2,}|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|"
    r"Mo|Mont|Neb|Nebr|Nev|Okla|Ont|Ore|Pa|Que|Tenn|Tex|Va|Vt|Wash|Wis|Wisc|Wyo|Atty|Asst|Dep|Maj|Lt|Brig|Former|Assoc)\.?$",
)
_NUMBERING = re.compile(r"[*_>(\[]{0,3}(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]")
_CITATION = re.compile(r"(?:(?:^|\s?)(?:\[[\d, –-]{1,20}\]|\[[a-z]\]|\[citation needed\]))+(?=\s|$)")
_CLOSING = re.compile(r"[“«‘‹\"'”’»›)\]*_]+(?=\s|$|[,;:])")
_ORDINAL = re.compile(r"(?:^|[\s(–-])\d{1,2}\.$")
_MONTH = re.compile(
    r"(?:Jan|Jän|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrhundert|Jh\b|Jahrestag|Weltkrieg|Geburtstag|"
    r"januar|februar|mart|april|maj|juni|juli|august|september|oktober|november|decemb)",
)
_BEFORE_ORDINAL = re.compile(
    r"(?:^|\s)(?:[Aa]m|[Dd](?:er|ie|as|em|en|es)|[Ii]m|[Vv]om|[Zz]u[mr]|[Bb]eim|[Bb]is|[Aa]b|[Ss]eit|und|des|ihre[nrsm]?|"
    r"seine[nrsm]?|[Dd]en)\s\d{1,3}\.$",
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(„«»“\"'’])(?:bzw|Mrd|Mio|Nr|Hl|Abb|Bd|Hrsg|[Ss]ra?|[Dd]ra|[Ss]rta|[Dd]ott|[Ss]ig|EE|гг|Yahoo!?|[Aa]v|[\u0900-\u0963]{1,3})[.!]$",
)
_BEFORE_DIGIT = re.compile(
    r"(?:^|[\s(\[–'’-])(?:[^\W\d_]*[Ss]tr|[Aa]pprox|[Ff]igs?|[Cc]h|[Ee]qs?|[Aa]rt|[Aa]bs|[Kk]ap|[Tt]el|[Nn]os?|[Nn]r|[Pp]aras?|ft|pp|rys|pkt|poz|"
    r"[Tt]ab|[Aa]z|[Uu]st|dn|[Nn]úm|[Pp]ág|[Pp]ag|[Cc]ap|[Ss]ec|[Vv]ol|[Рр]ис|[Тт]абл|[Сс]тр?|[Гг]л|[Пп])\.$"
)
"""Abbreviations before a number."""
_NUMBER = re.compile(r"[$€£]?\d|[IVXLC]{2,}\b")
_DECREE = re.compile(r"\b(?:Reg|Dir|Res|Doc|Ord)\.$")
_NUMBERED = re.compile(r"Nos?\.\s?\d")
_HONORIFIC = re.compile(
    r"(?:^|[\s(„“\"])(?:[Dd]hr|[Mm]evr|[Mm]w|[Dd]rs?|[Pp]rof|[Ii]nż|[Mm]gr|[Kk]s|[Uu]l|św|płk|tzw|[Уу]л|[Пп]росп|[Пп]ер|[Ии]м|Mme|Mlle|Fa|"
    r"Dr\.(?: [a-z]{2,4}\.)*? [a-z]{2,4})\.$"
)
"""Dutch, German, Polish and Russian abbreviations before a name, in small letters too."""
_SAYING = re.compile("[^，。！？]{1,6}[说說道问問喊叫]")
_SPEECH_END = re.compile(r"[!?…][\"”’'»]+$")
_SPEECH_TAG = re.compile(
    r"(?:(?:the|an?|his|her|my|their|our|one)\s)?(?:[^\W\d_][\w.'’-]*\s){1,3}?"
    r"(?:said|says|asked|asks|cried|cries|replied|replies|shouted|exclaimed|whispered|answered|added|adds|yelled|muttered|"
    r"murmured|demanded|wondered|screamed|called|joked|wrote|told|tells|remarked|observed|declared|began|continued|beams|"
    r"beamed|laughed|snapped|sighed|insisted)\b",
)
_LEADING = re.compile(
    r"(?:(?:^|[.!?]\s)[\"“]?(?:(?:At|By|Around|About|Since|From|Until|Before|After|Just|Shortly)\s){1,2}"
    r"\d[\d:]* [ap]\.m|"
    r"(?<!\bin the )(?<!\bto the )(?<!\bfrom the )(?<!\bfor the )"
    r"(?<!\bof the )(?<!\boutside the )(?<!\bacross the )[UE]\.[SKNU])$"
)
"""What leads a sentence (*At 6 p.m. Tom left*), or stands before a noun (*U.S. Officials*), so that none ends there."""
_DATELINE = re.compile(r"(?:--|—|–)\s?")
_ENDS = (
    r"(?P<spaced>[।॥؟۔։።።፧။។៕܀᠃᠉꘎꘏؞]+)[\"”’'»)\]]*\s?"
    r"|(?P<era>(?:н\. ?э|\d [ad]\. ?C|\d г|\d-х)\.\s(?=[^\W\d_a-zа-я]))"
    r"|(?P<turned>[!?]+[\"”’'»)\]]*\s(?=[¿¡]))"
    r"|(?P<trail>…)[\"”’'»)\]]*\s(?=[\"“‘«¿¡(\[]?[^\W\d_a-z])"
    r"|(?P<noted>(?<=[a-z]{2})[.!?][¹²³⁰⁴-⁹]+\s)(?=[\"“„«(]?[^\W\d_a-z])"
    r"|(?P<country>(?:(?<=\b[UE]\.[SKNU])|(?<=\bD\.C))\.\s)(?=(?:The|A|An|This|That|These|Those|It|He|She|They|We|I|You|There|"
    r"But|And|In|On|At|For|His|Her|Their|Its|Our|Some|Many|Most|Several|Officials|Police|Authorities|Critics|Experts|Investigators|Prosecutors|"
    r"Lawmakers|Residents|Researchers|Scientists|Analysts|Witnesses)\s[a-z])"
    r"|(?P<hour>(?<=\d [ap]\.m)\.\s)(?=(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:East|West|Pacif|Centr|Mount|Greenw|Lond)|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.\s]\s?\d|[A-Z]{2,4}\b)\"?“?[A-Z][a-z]*\s)"
    r"|(?P<lettered>(?<=[a-z]{2})[.!?]\s)(?=[b-h]\)\s|(?:a\)|\((?:[a-z]|[ivx]{1,4})\))\s[\"“„«]?[^\W\d_a-z])"
    r"|(?P<glued>(?<=[a-z]{2})[.!?](?=[A-Z][a-z']+\s))"
)
_ENDS_ELSEWHERE = (
    r"(?P<wide>[。！？｡!?]*[。！？｡][。！？｡!?]*)(?P<shut>[」』”’）】》〉〕］)\"'»]*)\s?"
    r"|(?P<dots>(?:……?|⋯+))(?P<after>[」』”’）】》]*)\s?(?=[\u3040-\u30ff\u3400-\u9fff])"
    r"|(?P<caseless>[!?]+[\"”’'»)\]]*(?:\s(?=[\u0590-\u10ff\u1100-\u1aff\u2e80-\ud7ff])|(?=[\u3040-\u30ff\u3400-\u9fff])))|"
)
"""Ends beside letters that no western text has; they come first."""


@cache
def _strong(*, western: bool) -> re.Pattern[str]:
    """Ends that the tokenizer does not know of; compiled for the first text that may have one."""
    return re.compile(_ENDS if western else _ENDS_ELSEWHERE + _ENDS)


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph as half-open spans; all between them is white space.

    Only what stands between two plain ends, and has other marks in it, is looked at character by character.
    """
    pieces = text.split(".")
    if not pieces[-1]:
        pieces.pop()
    if _is_plainly_cut(text, pieces):
        return _laid_end_to_end(text, pieces)
    ends = _plain_ends(text)
    starts = [0, *[end + 1 for end in ends]]
    ends.append(len(text))
    ascii_only = text.isascii()
    found: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        stretch = text[start:end]
        if _is_bare(stretch):
            found.append((start, end))
        else:
            found += [(start + a, start + b) for a, b in _weighed(stretch, wide=not ascii_only)]
    return found


def _is_plainly_cut(text: str, pieces: list[str]) -> bool:
    """True where every full stop but one at the end is a plain end, and nothing else could be an end."""
    return (
        "!" not in text
        and "?" not in text
        and text.isascii()
        and bool(text)
        and text == text.strip()
        and _BEGINNINGS.issuperset([piece[:3] for piece in pieces[1:]])
        and all(map(_is_plain, [piece[piece.rfind(" ") + 1 :] for piece in pieces[:-1]]))
    )


def _laid_end_to_end(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    """Where sentences stand of a text that was cut at its full stops."""
    found: list[tuple[int, int]] = []
    start = stop = 0
    for piece in pieces:
        stop += len(piece) + 1
        found.append((start, stop))
        start = stop + 1
    found[-1] = (found[-1][0], len(text))
    return found


def _is_bare(text: str) -> bool:
    """True for a stretch that has no mark that could end a sentence but a full stop at its end."""
    return (
        text.find(".", 0, -1) < 0
        and text.isascii()
        and "!" not in text
        and "?" not in text
        and "\n" not in text
        and bool(text)
        and text == text.strip()
    )


def _weighed(text: str, *, wide: bool) -> list[tuple[int, int]]:
    """The sentences of a stretch by the tokenizer's boundaries, taken away or added to."""
    cuts = set(_kept(text, tokenize_spans(text)))
    if wide or _GLUED.search(text):
        cuts.update(_added(text))
    return list(_between(text, sorted(cuts)))


_GLUED = re.compile(r"[.!?](?<=[a-z]{2}.)(?=[A-Z][a-z']|\s\(?[a-z]{1,4}\)\s)|\.(?<=\.[SKNUCm]\.)(?=\s[\"A-Z])")
"""Where a text in ASCII may have a boundary that the tokenizer does not know of."""
_CAPITALISED = frozenset(f"{capital}{small}" for capital in ascii_uppercase for small in ascii_lowercase)
_BEGINNINGS = frozenset(f" {letters}" for letters in _CAPITALISED)
_PLAIN = re.compile(
    r"(?:^|[,-])(?:(?!viz|bzw|sra|dra|srta|dott|(?:cf|vs|al|sr|av|sig|dhr|mevr|mw|drs?|prof|med|phil|jur|mgr|ks|ul|tzw|[ivx]{2,5})\Z)[a-z]{2,24}|[A-Z][a-z]{1,23})\Z|^(?:\d{1,3}(?:,\d{3})+|\d{4,24})\Z"
)
_SHORTENED = re.compile(
    r"(?:^|[,-])(?:Mr|Mrs|Ms|Mx|Dra?|Prof|Rev|Reps?|Fr|Hon|Pres|Sens?|Govs?|Gen|Adm|Cmdr|Col|Maj|Capt|Cpt|Lt|Sgt|Cpl|Pvt|Brig|"
    r"Det|St|Mt|Ft|Cf|Vs|Viz|Inc|Ltd|Jr|Sr|Co|Corp|Bros|Esq|Al|Dept|Univ|Assn|Natl|Intl|Bldg|Dist|Mfg|Mgr|Ave|Blvd|Rd|Hwy|Ln|"
    r"Ct|Atty|Asst|Dep|Former|Assoc|Sec|Amb|Supt|Insp|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Mass|Md|"
    r"Mich|Minn|Miss|Mo|Mont|Nebr?|Nev|Okla|Ont|Ore|Pa|Que|Tenn|Tex|Va|Vt|Wash|Wisc?|Wyo|Mrd|Mio|Nr|Hl|Abb|Bd|Hrsg|Sra|Srta|"
    r"Dott|Sig|Dhr|Mevr|Mw|Drs|Ks|Ul|Mme|Mlle|Av|Fa|Reg|Dir|Res|Doc|Ord|Yahoo|[IVX][ivx]+)\Z"
)
"""Words with a capital after which a full stop may be no end, by the tokenizer's rules or the ones above."""
_LONGEST_WORD = 40


def _plain_ends(text: str) -> list[int]:
    """Where a sentence surely ends: after a plain word or a long number and a full stop, before a space and a capital.

    Most sentences of most prose end so, and nothing beside them changes it.
    """
    pieces = text.split(". ")
    ends = accumulate([len(piece) + 2 for piece in pieces])
    return [
        end - 1
        for end, piece, following in zip(ends, pieces, pieces[1:], strict=False)
        if following[:2] in _CAPITALISED and _is_plain(piece[piece.rfind(" ") + 1 :])
    ]


@lru_cache(maxsize=1 << 16)
def _is_plain(word: str) -> bool:
    """True for a word of letters, with a hyphen before it perhaps, or a number, that is no abbreviation nor ordinal."""
    return len(word) <= _LONGEST_WORD and _PLAIN.search(word) is not None and _SHORTENED.search(word) is None


def _kept(text: str, found: list[tuple[int, int]]) -> Iterator[int]:
    """The tokenizer's boundaries that stand, as the places where the next sentence begins."""
    for (start, end), (following, _) in itertools.pairwise(found):
        other = following
        left = text[max(start, end - _WINDOW) : end]
        right = text[other : other + _WINDOW]
        shut = _CITATION.match(right) or (_CLOSING.match(right) if other == end else None)
        if shut is not None:
            rest = right[shut.end() :].lstrip()
            if not rest or rest[0] in ",;:" or rest[0].islower():
                continue
            other += len(right) - len(right[shut.end() :].lstrip())
            left, right = left + shut.group(), rest
        counted = _BEFORE_DIGIT.search(text[max(0, start - _WINDOW) : start].rstrip())
        whole = end - start <= len(left) and counted is None
        if not _continues(left, right, glued=following == end, whole=whole):
            opens = other == end and left[-1] in "»«›‹" and left[-2:-1].isspace()
            yield other - opens


def _continues(left: str, right: str, *, glued: bool, whole: bool) -> bool:
    """True where the words on both sides of a boundary are one sentence after all."""
    if left[-1] in ".)!" and (
        (whole and _NUMBERING.fullmatch(left))
        or (_ORDINAL.search(left) and (_MONTH.match(right) or _BEFORE_ORDINAL.search(left)))
        or (_TITLE.match(right) and _BEFORE_TITLE.search(left))
        or _ABBREVIATED.search(left)
        or _HONORIFIC.search(left)
        or (_NUMBER.match(right) and _BEFORE_DIGIT.search(left))
        or (_NUMBERED.match(right) and _DECREE.search(left))
        or (glued and right[0] in "-‐‑")
        or (glued and right[0] == "+" and left[-2:-1].isdigit())
        or (_DATELINE.match(right) and _ABBREVIATION.search(left))
    ):
        return True
    return bool(_SPEECH_END.search(left) and _SPEECH_TAG.match(right))


def _added(text: str) -> Iterator[int]:
    """Boundaries that the tokenizer does not know of, as the places where the next sentence begins."""
    for match in _strong(western=is_western(text)).finditer(text):
        end = match.end()
        if end >= len(text):
            continue
        if match.lastgroup in ("country", "hour") and _LEADING.search(
            text[max(0, match.start() - _WINDOW) : match.start()]
        ):
            continue
        if match.lastgroup == "shut":
            following = text[end : end + 1]
            if match.group("shut") and (following in "とってのなは、，,;；：" or _SAYING.match(text, end, end + 8)):
                continue
            if following in "、，,;；」』）】》":
                continue
        yield end


def _between(text: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches between the cuts, without the white space at their edges."""
    start = 0
    for stop in [*cuts, len(text)]:
        stretch = text[start:stop]
        inner = stretch.strip()
        if inner:
            first = start + len(stretch) - len(stretch.lstrip())
            yield first, first + len(inner)
        start = stop
