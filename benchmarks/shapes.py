"""Texts for the speed benchmark: pairs of versions in an invented language, the same on every run and every machine.

Words are drawn by Zipf's law from 30,000 invented ones, so that a few are in every sentence and most are rare, as in
real prose: unrelated sentences share little, and a reworded one still shows where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Pair = tuple[str, str]
Paragraphs = list[list[str]]

_ONSETS = [
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "z",
    "br",
    "ch",
    "dr",
    "fl",
    "gr",
    "kl",
    "pl",
    "sh",
    "st",
    "tr",
]
_NUCLEI = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
_CODAS = ["", "", "", "", "", *["d", "k", "l", "m", "n", "r", "s", "t", "nd", "rt", "st"]]
_VOCABULARY = 30_000
_COMMON = 150
"""Ranks of short words that are neither names nor numbers, as articles and prepositions are."""


def _vocabulary() -> list[str]:
    """Distinct words, the most frequent first; an eighth of the rarer ones are names, a few are numbers."""
    rng = Random(11)
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        rank = len(words)
        if rank > _COMMON and rank % 40 == 0:
            word = f"{rng.randrange(2, 90_000):,}"
        else:
            count = 1 if rank < _COMMON else rng.choice((2, 2, 2, 3))
            word = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(count))
            if rank > _COMMON and rank % 8 == 1:
                word = word.capitalize()
        words[word] = None
    return list(words)


_LETTERS = 6
"""About how long a word of running text is, with the space behind it."""


class Prose:
    """A writer of endless prose; one seed, one text."""

    words: ClassVar = _vocabulary()
    weights: ClassVar = list(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)

    def sentence(self) -> str:
        """One sentence of 6 to 30 words."""
        count = self.rng.randint(6, 30)
        words = self.rng.choices(self.words, cum_weights=self.weights, k=count)
        if count > 12:
            words[count // 2] += ","
        return _finished(words)

    def sentences(self, count: int) -> list[str]:
        """So many sentences."""
        return [self.sentence() for _ in range(count)]

    def reworded(self, sentence: str) -> str:
        """The sentence with up to a quarter of its words replaced, dropped or added; never as it was."""
        words = sentence[:-1].split(" ")
        for _ in range(self.rng.randint(1, max(1, len(words) // 4))):
            place = self.rng.randrange(len(words))
            fresh = self.rng.choices(self.words, cum_weights=self.weights, k=self.rng.choice((0, 1, 1, 1, 2)))
            words[place : place + 1] = fresh or ([] if len(words) > 4 else ["ono"])
        changed = _finished(words)
        return changed if changed != sentence else _finished([*words, "ono"])


def _finished(words: list[str]) -> str:
    """Words as a sentence."""
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:].rstrip(',')}."


def paragraphs(sentences: list[str], rng: Random) -> Paragraphs:
    """Sentences in paragraphs of three to seven."""
    found = []
    at = 0
    while at < len(sentences):
        size = rng.randint(3, 7)
        found.append(sentences[at : at + size])
        at += size
    return found


def text_of(found: Paragraphs) -> str:
    """One paragraph a line, an empty line between them."""
    return "\n\n".join(" ".join(sentences) for sentences in found) + "\n"


def edited(found: Paragraphs, prose: Prose) -> Paragraphs:
    """Paragraphs as an editor leaves them.

    Of the sentences a tenth are reworded, 2.5 % deleted, 2.5 % inserted, 1 % split and 1 % merged with the next; one
    paragraph in a hundred, and at least one, stands elsewhere.
    """
    rng = prose.rng
    result = [_edited_paragraph(sentences, prose) for sentences in found]
    for _ in range(max(1, len(result) // 100)):
        moved = result.pop(rng.randrange(len(result)))
        result.insert(rng.randrange(len(result) + 1), moved)
    return [sentences for sentences in result if sentences]


def _edited_paragraph(sentences: list[str], prose: Prose) -> list[str]:
    result: list[str] = []
    joining = ""
    for sentence in sentences:
        chance = prose.rng.random()
        if joining:
            result.append(f"{joining[:-1]}, {sentence[0].lower()}{sentence[1:]}")
            joining = ""
        elif chance < 0.1:
            result.append(prose.reworded(sentence))
        elif chance < 0.125:
            pass
        elif chance < 0.15:
            result += [sentence, prose.sentence()]
        elif chance < 0.16:
            words = sentence[:-1].split(" ")
            half = len(words) // 2
            result += [_finished(words[:half]), _finished(words[half:])]
        elif chance < 0.17:
            joining = sentence
        else:
            result.append(sentence)
    return [*result, joining] if joining else result


def prose_of(size: int) -> Pair:
    """Prose of about so many bytes, and as an editor leaves it."""
    prose = Prose(size)
    sentences: list[str] = []
    length = 0
    while length < size:
        sentences.append(prose.sentence())
        length += len(sentences[-1]) + 1
    found = paragraphs(sentences, prose.rng)
    return text_of(found), text_of(edited(found, prose))


def all_reworded(count: int) -> Pair:
    """So many sentences, each reworded where it stands."""
    prose = Prose(count)
    found = paragraphs(prose.sentences(count), prose.rng)
    return text_of(found), text_of([[prose.reworded(sentence) for sentence in part] for part in found])


def all_different(count: int) -> Pair:
    """Two texts of so many sentences that have nothing to do with each other."""
    one, other = Prose(1), Prose(2)
    return tuple(text_of(paragraphs(prose.sentences(count), prose.rng)) for prose in (one, other))  # type: ignore[return-value]


def all_equal(size: int) -> Pair:
    """A text of about so many bytes, twice."""
    old, _ = prose_of(size)
    return old, old


def repeated(count: int) -> Pair:
    """So many sentences out of twenty that come again and again, edited."""
    prose = Prose(count)
    refrains = prose.sentences(20)
    found = paragraphs([prose.rng.choice(refrains) for _ in range(count)], prose.rng)
    return text_of(found), text_of(edited(found, prose))


def one_line(size: int) -> Pair:
    """One line of about so many bytes without any punctuation, a word in a hundred replaced."""
    prose = Prose(size)
    plain = [word for word in prose.words if "," not in word]
    old = prose.rng.choices(plain, cum_weights=prose.weights[: len(plain)], k=size // _LETTERS)
    new = [prose.rng.choice(plain) if prose.rng.random() < 0.01 else word for word in old]
    return " ".join(old) + "\n", " ".join(new) + "\n"


def one_word(count: int) -> Pair:
    """So many sentences of one word, fifty a paragraph, a twentieth of them replaced, dropped or added."""
    prose = Prose(count)
    old = [f"{word.capitalize()}." for word in prose.rng.choices(prose.words, cum_weights=prose.weights, k=count)]
    new: list[str] = []
    for word in old:
        chance = prose.rng.random()
        fresh = f"{prose.rng.choice(prose.words).capitalize()}."
        new += [] if chance < 0.015 else [word, fresh] if chance < 0.03 else [fresh] if chance < 0.05 else [word]
    return tuple(text_of([side[at : at + 50] for at in range(0, len(side), 50)]) for side in (old, new))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Shape:
    """One pair of texts to measure on."""

    name: str
    group: str
    make: Callable[[], Pair]
    quick: bool = False
    """Whether ``--quick`` keeps it."""
    large: bool = False
    """Whether it is only measured when asked for by name or by ``--large``."""

    @property
    def grows(self) -> bool:
        """Whether the shapes of its group are ever harder, so that what is too slow for one is for the next."""
        return self.group != ODD

    def wanted(self, words: Sequence[str] | None, *, quick: bool, large: bool) -> bool:
        """Whether to measure it: by words of its name, or else by how much time there is."""
        if words:
            return any(word.casefold() in self.name.casefold() for word in words)
        return self.quick if quick else large or not self.large


EDITED, SENTENCES, ODD = "Edited prose", "Sentence by sentence", "Odd shapes"

SHAPES = (
    Shape("5 KB", EDITED, lambda: prose_of(5_000), quick=True),
    Shape("50 KB", EDITED, lambda: prose_of(50_000), quick=True),
    Shape("99,000 words", EDITED, lambda: prose_of(700_000)),
    Shape("1 MB", EDITED, lambda: prose_of(1_000_000), quick=True),
    Shape("10 MB", EDITED, lambda: prose_of(10_000_000)),
    Shape("2,000 reworded", SENTENCES, lambda: all_reworded(2000), quick=True),
    Shape("2,000 different", SENTENCES, lambda: all_different(2000)),
    Shape("8,000 reworded", SENTENCES, lambda: all_reworded(8000), large=True),
    Shape("20,000 different", SENTENCES, lambda: all_different(20_000)),
    Shape("10 MB equal", ODD, lambda: all_equal(10_000_000)),
    Shape("20,000 repeated", ODD, lambda: repeated(20_000)),
    Shape("100,000 one-word", ODD, lambda: one_word(100_000)),
    Shape("5 MB in one line", ODD, lambda: one_line(5_000_000)),
    Shape("50 MB in one line", ODD, lambda: one_line(50_000_000), large=True),
)
