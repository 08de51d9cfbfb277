"""Heaps of documents of which some are versions of one article, for measuring: the same bytes on every machine.

Half of the documents are alone; the others are families of two to five versions, of which 5 to 60 % of the sentences
were edited (reworded, replaced, deleted, moved, inserted). Beside them stand what makes finding them hard: reports of
the same events in other words with the same quotations and names, footers that thousands of documents share, and
breaking news of two lines that grew into a report. To have a corpus of them on the disk::

    python benchmarks/heaps.py 1000000 heap.jsonl --sentences 12     one file, a document a line
    python benchmarks/heaps.py 1000000 heap/ --sentences 12          a file a document, a thousand to a folder
    python benchmarks/heaps.py 1000000 heap/ --in-folder 1000000     all in one folder
"""

from __future__ import annotations

import argparse
import json
import random
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = "etaoinshrdlucmfwypvbgkqjxz"
_OUTLETS = 40
_WORDS = 30_000
_TOPICAL = 0.25


class Made(NamedTuple):
    """A document, and the number of the family that it is a version in."""

    family: int
    text: str


class Heap:
    """Makes documents one after the other; the same ones for the same seed."""

    def __init__(self, seed: int = 1, sentences: int = 39) -> None:
        """Take a seed, and how many sentences a document has on average; 39 make about 4 KB."""
        self._chance = random.Random(seed)
        self._sentences = sentences
        self._words = self._vocabulary()
        self._often = list(accumulate(1 / (rank + 3) for rank in range(_WORDS)))
        self._footers = [self._prose(self._words, 3) for _ in range(_OUTLETS)]

    def documents(self, count: int) -> Iterator[Made]:
        """So many documents, family by family."""
        made = family = 0
        while made < count:
            for text in self._family():
                if made < count:
                    yield Made(family, text)
                    made += 1
            family += 1
            if made < count and self._chance.random() < 0.15:  # another report of the same events
                yield Made(family, self._document([*self._rival]))
                made += 1
                family += 1

    def _vocabulary(self) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < _WORDS:
            length = min(12, 2 + int(self._chance.expovariate(0.28)))
            words["".join(self._chance.choices(_LETTERS, range(26, 0, -1), k=length))] = None
        return sorted(words, key=lambda word: (len(word) + self._chance.random() * 6, word))

    def _prose(self, topic: list[str], sentences: int) -> list[str]:
        """Sentences in which every fourth word or so belongs to the topic."""
        lengths = [self._chance.randint(8, 30) for _ in range(sentences)]
        words = self._chance.choices(self._words, cum_weights=self._often, k=sum(lengths))
        told, at = [], 0
        for length in lengths:
            own = words[at : at + length]
            at += length
            for place in self._chance.sample(range(length), int(length * _TOPICAL)):
                own[place] = self._chance.choice(topic)
            told.append(" ".join(own).capitalize() + ".")
        return told

    def _family(self) -> list[str]:
        topic = self._chance.sample(self._words, 60)
        body = self._prose(topic, self._chance.randint(self._sentences // 2, self._sentences * 3 // 2))
        self._rival = self._prose(topic, self._sentences)
        for _ in range(self._chance.choice((1, 1, 2, 3))):
            quotation = " ".join(self._chance.choices(self._words, cum_weights=self._often, k=25))
            quoted = f"“{quotation.capitalize()},” said {self._chance.choice(topic)}."
            body.insert(self._chance.randint(0, len(body)), quoted)
            self._rival.insert(self._chance.randint(0, len(self._rival)), quoted)
        if self._chance.random() < 0.67:
            return [self._document(body)]
        texts = [self._document(body)]
        if self._chance.random() < 0.1:
            texts.insert(0, " ".join(body[:2]))
        now = body
        for _ in range(self._chance.choice((1, 1, 1, 2, 3, 4))):
            now = self._edited(now, topic, self._chance.uniform(0.05, 0.6))
            texts.append(self._document(now))
        return texts

    def _edited(self, body: list[str], topic: list[str], share: float) -> list[str]:
        told: list[str] = []
        for sentence in body:
            if self._chance.random() >= share:
                told.append(sentence)
                continue
            way = self._chance.random()
            if way < 0.5:
                told.append(self._reworded(sentence, topic))
            elif way < 0.65:
                told.insert(self._chance.randint(0, len(told)), sentence)
            elif way < 0.9:
                told += self._prose(topic, self._chance.choice((1, 1, 2)))
        return told

    def _reworded(self, sentence: str, topic: list[str]) -> str:
        words = sentence.split(" ")
        for place in self._chance.sample(range(len(words)), max(1, len(words) // 5)):
            words[place] = self._chance.choice(topic)
        return " ".join(words)

    def _document(self, body: list[str]) -> str:
        footer = self._chance.choice(self._footers)
        parts = [*body, *footer] if self._chance.random() < 0.7 else [footer[0], *body, *footer[1:]]
        paragraphs, at = [], 0
        while at < len(parts):
            length = self._chance.randint(1, 4)
            paragraphs.append(" ".join(parts[at : at + length]))
            at += length
        return "\n\n".join(paragraphs)


def write_lines(documents: Iterator[Made], file: Path) -> None:
    """A document a line, and nothing that tells its family."""
    with file.open("w", encoding="utf-8") as lines:
        for number, made in enumerate(documents):
            lines.write(json.dumps({"id": f"{number:07}", "text": made.text}, ensure_ascii=False) + "\n")


def write_files(documents: Iterator[Made], folder: Path, in_folder: int) -> None:
    """A document a file, so many of them in each folder."""
    here = folder
    for number, made in enumerate(documents):
        if not number % in_folder:
            here = folder / f"{number // in_folder:04}"
            here.mkdir(parents=True, exist_ok=True)
        (here / f"{number:07}.txt").write_text(made.text, encoding="utf-8")


def main() -> None:
    """Write a heap."""
    parser = argparse.ArgumentParser(
        description="Write a heap of documents, some of which are versions of one article."
    )
    parser.add_argument("documents", type=int)
    parser.add_argument("place", type=Path, help="a file that ends in .jsonl, or a folder")
    parser.add_argument("--sentences", type=int, default=39, help="in a document, on average; 39 make about 4 KB")
    parser.add_argument("--in-folder", type=int, default=1000, help="documents in each folder")
    asked = parser.parse_args()
    documents = Heap(sentences=asked.sentences).documents(asked.documents)
    if asked.place.suffix == ".jsonl":
        write_lines(documents, asked.place)
    else:
        write_files(documents, asked.place, asked.in_folder)


if __name__ == "__main__":
    main()
