"""How good the comparison is, on human gold: ``python benchmarks/accuracy.py GOLD_FOLDER``.

Prints tables of sentence boundaries, alignment, edited words and word links, by the product's own code. The formats are
those of the gold's README:
``segmentation/*.jsonl``, ``alignment/*.jsonl``, ``words/spans-*.jsonl``, ``words/mwa-*.jsonl``.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

import gold
from predict_sentences import starts
from predict_words import answer

from diptych.comparison.alignment import align

TERMINALS = ".!?…。！？｡।॥؟۔"
CLOSERS = "\"'”’»)]）」』】›“‘« "
Row = dict[str, Any]


def f1(hit: int, have: int, want: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    precision, recall = hit / max(1, have), hit / max(1, want)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def boundaries(rows: list[Row]) -> tuple[float, float, float]:
    """Boundaries inside paragraphs: precision over all, recall over those that follow a terminal mark."""
    hit = have = found = want = 0
    for row in rows:
        text, true, said = row["text"], set(row["starts"][1:]), set(starts(row["text"])[1:])
        marked = {place for place in true if text[:place].rstrip(CLOSERS)[-1:] in TERMINALS}
        hit, have = hit + len(true & said), have + len(said)
        found, want = found + len(marked & said), want + len(marked)
    precision, recall = hit / max(1, have), found / max(1, want)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(1e-9, precision + recall)


def runs(indices: list[int]) -> set[tuple[int, int]]:
    """Maximal runs of following indices."""
    found: list[tuple[int, int]] = []
    for index in sorted(indices):
        if found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return set(found)


def edited(rows: list[Row]) -> tuple[float, float]:
    """F1 of exact edited spans, and of changed tokens."""
    spans: Counter[str] = Counter()
    tokens: Counter[str] = Counter()
    for row in rows:
        said = answer(row, links=False)
        for mine, true in ((said["a"], row["adel"]), (said["b"], row["bins"])):
            for counter, have, want in ((spans, runs(mine), runs(true)), (tokens, set(mine), set(true))):
                counter.update(hit=len(have & want), have=len(have), want=len(want))
    return f1(spans["hit"], spans["have"], spans["want"])[2], f1(tokens["hit"], tokens["have"], tokens["want"])[2]


def linked(rows: list[Row]) -> float:
    """F1 of word links: precision over sure and possible links, recall over sure ones."""
    right = have = found = want = 0
    for row in rows:
        said = {tuple(link) for link in answer(row, links=True)["links"]}
        sure = {tuple(link) for link in row["sure"]}
        right += len(said & (sure | {tuple(link) for link in row["poss"]}))
        found += len(said & sure)
        have, want = have + len(said), want + len(sure)
    precision, recall = right / max(1, have), found / max(1, want)
    return 200 * precision * recall / max(1e-9, precision + recall)


def aligned(path: Path) -> None:
    """Print the scores of one alignment set."""
    start = time.perf_counter()
    counts: Counter[tuple[str, str]] = Counter()
    for row in gold.rows(path):
        ties = align(row["a"], row["b"]).ties
        counts += gold.count(row, {(i, j) for tie in ties for i in tie.old for j in tie.new})
    cells = [f"{name} {p:.1f}/{r:.1f}/{f:.1f}" for name, (p, r, f) in gold.scores(counts).items()]
    print(f"{path.stem:20} {' | '.join(cells)} | {time.perf_counter() - start:.1f} s")


def main() -> None:
    """Print every table that the folder has gold for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    folder = parser.parse_args().gold
    print("sentence boundaries (precision/recall/F1)")
    for path in sorted(folder.glob("segmentation/*.jsonl")):
        p, r, f = boundaries(gold.rows(path))
        print(f"{path.stem:20} {p:.1f}/{r:.1f}/{f:.1f}")
    print("alignment (precision/recall/F1)")
    for path in sorted(folder.glob("alignment/*.jsonl")):
        aligned(path)
    print("edited words (F1 of exact spans, of changed tokens)")
    for path in sorted(folder.glob("words/spans-*.jsonl")):
        spans, tokens = edited(gold.rows(path))
        print(f"{path.stem:20} {spans:.1f} {tokens:.1f}")
    print("word links (F1)")
    for path in sorted(folder.glob("words/mwa-*.jsonl")):
        print(f"{path.stem:20} {linked(gold.rows(path)):.1f}")


if __name__ == "__main__":
    main()
