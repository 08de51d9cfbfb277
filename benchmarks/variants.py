"""What the alignment models learn from beside a document as it is: the same document swapped, thinned out, moved about,
cut down, merged and retold. Rows in, rows out; all chance comes from the generator given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

ENDINGS = ("en", "ta", "lar", "i", "os", "um", "ska", "ed", "inen", "er")
LETTERS = "aeiounrtslmdk"
TELLING = 7
"""A word longer than this is one that a text is about, as is one with a capital: the last to be said otherwise."""
Row = dict[str, Any]


def variants(row: Row, other: Row, rng: random.Random, *, moves: bool) -> list[Row]:
    """The document as it is first, then the variants; ``other`` is a document that has nothing to do with it."""
    swapped = {"a": row["b"], "b": row["a"], "pairs": [[j, i] for i, j, *_ in row["pairs"]]}
    found = [row, swapped, thinned(row, rng, 0.12, 0.12)]
    if moves and len(row["b"]) >= 8:
        found += [shuffled(row, rng), shuffled(row, rng)]
    found += [excerpt(row, rng), retold(row, rng), merged(row, rng), retold(merged(row, rng), rng)]
    return [*found, retold(row, rng), strangers(row, other, rng, 5), strangers(row, other, rng, 1)]


def excerpt(row: Row, rng: random.Random) -> Row:
    """One to five old sentences and what answers them."""
    size = rng.randint(1, 5)
    start = rng.randrange(max(1, len(row["a"]) - size))
    old = range(start, min(start + size, len(row["a"])))
    mine = [(i, j) for i, j, *_ in row["pairs"] if i in old]
    new = range(min((j for _, j in mine), default=0), min(max((j for _, j in mine), default=0) + 1, len(row["b"])))
    if len(new) > 3 * size:
        new = new[: 3 * size]
    pairs = [[i - start, j - new.start] for i, j in mine if j in new]
    return {"a": [row["a"][i] for i in old], "b": [row["b"][j] for j in new], "pairs": pairs}


def strangers(row: Row, other: Row, rng: random.Random, most: int) -> Row:
    """A few sentences of two documents that have nothing to do with each other."""
    sides = []
    for texts in (row["a"], other["b"]):
        size = rng.randint(1, most)
        start = rng.randrange(max(1, len(texts) - size))
        sides.append(texts[start : start + size])
    return {"a": sides[0], "b": sides[1], "pairs": []}


def thinned(row: Row, rng: random.Random, old_gone: float, new_gone: float) -> Row:
    """The document without some of the sentences of either side: the shares that go."""
    old = {i: n for n, i in enumerate(i for i in range(len(row["a"])) if rng.random() >= old_gone)}
    new = {j: n for n, j in enumerate(j for j in range(len(row["b"])) if rng.random() >= new_gone)}
    pairs = [[old[i], new[j]] for i, j, *_ in row["pairs"] if i in old and j in new]
    return {"a": [row["a"][i] for i in old], "b": [row["b"][j] for j in new], "pairs": pairs}


def shuffled(row: Row, rng: random.Random) -> Row:
    """The document with one or two blocks of the new side moved."""
    order = list(range(len(row["b"])))
    for _ in range(rng.randint(1, 2)):
        size = rng.randint(1, max(2, min(6, len(order) // 4)))
        start = rng.randrange(len(order) - size)
        block, rest = order[start : start + size], order[:start] + order[start + size :]
        to = rng.randrange(len(rest) + 1)
        order = rest[:to] + block + rest[to:]
    place = {j: n for n, j in enumerate(order)}
    return {"a": row["a"], "b": [row["b"][j] for j in order], "pairs": [[i, place[j]] for i, j, *_ in row["pairs"]]}


def merged(row: Row, rng: random.Random) -> Row:
    """The document with a seventh of the new side's sentences joined to the one before, as one sentence."""
    place: dict[int, int] = {}
    new: list[str] = []
    joined = True
    for j, text in enumerate(row["b"]):
        joined = not joined and rng.random() < 0.15
        if joined:
            new[-1] = f"{new[-1].rstrip('.')} {text}"
        else:
            new.append(text)
        place[j] = len(new) - 1
    pairs = sorted({(i, place[j]) for i, j, *_ in row["pairs"]})
    return {"a": row["a"], "b": new, "pairs": [list(pair) for pair in pairs]}


def retold(row: Row, rng: random.Random) -> Row:
    """The document told in other words, by a teller who has a way of saying each word, and leaves some sentences out.

    So the models learn to go by what the whole text has in common, and not by what versions in English share.
    """
    teller = _Teller([word for text in row["a"] + row["b"] for word in text.split()], rng)
    told = {**row, "b": [teller.told(text) for text in row["b"]]}
    shorter = thinned(told, rng, rng.choice((0, 0.1, 0.3)), rng.choice((0, 0.1, 0.3)))
    return shorter if shorter["a"] and shorter["b"] else told


class _Teller:
    """Who retells a text: what is said for a word is the same wherever it stands, telling words stay more often."""

    def __init__(self, words: list[str], rng: random.Random) -> None:
        self.words, self.rng = words, rng
        self.freedom = rng.uniform(0.2, 0.75)
        self.inflected = rng.choice((0.0, 0.3, 0.6))
        self.endings = rng.choices(ENDINGS, k=6)
        self.turned = rng.choice((0.0, 0.3, 0.6))
        self.said: dict[str, str | None] = {}

    def told(self, text: str) -> str:
        """A sentence retold, perhaps with its second half first."""
        words = text.split()
        if len(words) > 6 and self.rng.random() < self.turned:
            middle = self.rng.randrange(2, len(words) - 2)
            words = words[middle:] + words[:middle]
        return " ".join(filter(None, map(self._word, words))) or text

    def _word(self, word: str) -> str:
        key = word.strip(".,;:!?\"'").lower()
        if key not in self.said:
            self.said[key] = self._other(word, key)
        said = self.said[key]
        if said is not None:
            return said
        return word if self.rng.random() > 0.1 else ""

    def _other(self, word: str, key: str) -> str | None:
        """What is said for a word: nothing, another, an invented one, an inflected one; None for the word itself."""
        rng = self.rng
        if rng.random() < self.freedom * (0.6 if word[0].isupper() or len(key) > TELLING else 1.15):
            kind = rng.random()
            if kind < 0.3:
                return ""
            return rng.choice(self.words) if kind < 0.6 else "".join(rng.choices(LETTERS, k=rng.randint(2, 9)))
        return word + rng.choice(self.endings) if word[-1].isalpha() and rng.random() < self.inflected else None
