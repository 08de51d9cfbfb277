"""Reading gold alignments, and counting hits as their README defines them: the scores of every alignment benchmark."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from diptych.comparison.alignment import placed
from diptych.comparison.normal import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Pair = tuple[int, int]
CLASSES = ("all", "non-identical", "split/merge", "moved")


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ties(pairs: Iterable[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Connected groups of pairs."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def find(node: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for i, j in sorted(pairs):
        root[find(("a", i))] = find(("b", j))
    groups: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for node in sorted(root):
        old, new = groups.setdefault(find(node), ([], []))
        (old if node[0] == "a" else new).append(node[1])
    return [(tuple(old), tuple(new)) for old, new in groups.values()]


def count(row: dict[str, Any], predicted: set[Pair]) -> Counter[tuple[str, str]]:
    """Hits, predicted and wanted pairs of one document by class of pair; moved: off the heaviest monotone chain."""
    a, b = [plain(text) for text in row["a"]], [plain(text) for text in row["b"]]
    gold = {(i, j) for i, j, *_ in row["pairs"]}

    def changed(pairs: set[Pair]) -> set[Pair]:
        return {(i, j) for i, j in pairs if a[i] != b[j]}

    def many(pairs: set[Pair]) -> set[Pair]:
        left, right = Counter(i for i, _ in pairs), Counter(j for _, j in pairs)
        return {(i, j) for i, j in changed(pairs) if left[i] > 1 or right[j] > 1}

    def moved(pairs: set[Pair]) -> set[Pair]:
        found = placed([], ties(pairs), [""] * len(a), [""] * len(b))
        return {(i, j) for tie in found if tie.moved for i in tie.old for j in tie.new} & pairs

    counts: Counter[tuple[str, str]] = Counter()
    for name, pick in zip(CLASSES, (set, changed, many, moved), strict=False):
        want, have = pick(gold), pick(predicted)
        counts[name, "hit"] += len(want & have)
        counts[name, "have"] += len(have)
        counts[name, "want"] += len(want)
    return counts


def scores(counts: Counter[tuple[str, str]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 in percent for each class that the gold has."""
    found = {}
    for name in CLASSES:
        hit, have, want = (counts[name, key] for key in ("hit", "have", "want"))
        if want:
            precision, recall = hit / have if have else 0.0, hit / want
            both = precision + recall
            found[name] = (100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0)
    return found
