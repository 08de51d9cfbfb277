"""Learn the weights of the alignment models from gold, and say how well they do on what they were not shown.

    python benchmarks/train_alignment.py GOLD_FOLDER            tables: four folds, and one corpus left out at a time
    python benchmarks/train_alignment.py GOLD_FOLDER --write    write tui/diptych/comparison/weights.py

Needs numpy, which diptych itself does not. Deterministic: a fixed seed, and weights rounded to two decimals. Each
document is learned from as it is, with its sides swapped, with some sentences left out of either side, with some of its
blocks moved, as an excerpt, beside a stranger, with sentences merged, and retold more freely, so that the models learn
what an insertion, a move, a merge and a rewording look like in every kind of text (``variants.py``). Versions of one
text are never on both sides of a fold.
"""

from __future__ import annotations

import argparse
import random
import re
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import gold
import numpy as np
from variants import variants

from diptych.comparison import joining, likeness
from diptych.comparison.alignment import anchored
from diptych.comparison.matching import SECOND_NAMES, THIRD_NAMES, Models, Open, match, one_to_one, threshold
from diptych.comparison.settled import settled

SETS = ("argrewrite", "argrewrite-moves", "tetra", "ablit", "aesop")
OUTPUT = Path(__file__).parent.parent / "tui/diptych/comparison/weights.py"
FOLDS = 4
WHOLE = {"argrewrite": r"argrewrite-(\w+)-", "tetra": r"(.*)-\w+$", "aesop": r"aesop-([^_]*)"}
"""What is one text in a document's id: all drafts of an essay, all edits of a paper, all retellings of a fable."""
Row = dict[str, Any]


class Document:
    """A gold document made ready once, with the variants that are learned from."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.gold = {(i, j) for i, j, *_ in row["pairs"]}
        self.sure = anchored(row["a"], row["b"]).sure  # what is near or told, too, is there to learn from
        self.open = Open(row["a"], row["b"], settled((len(row["a"]), len(row["b"])), self.sure))


def fit(values: list[list[float]], truth: list[float], weight: list[float]) -> np.ndarray:
    """Ridge logistic regression by Newton's method, on standardised values; weights for the values as they are."""
    x, y, w = np.array(values), np.array(truth), np.array(weight)
    mean, spread = x.mean(0), x.std(0)
    mean[spread == 0] = 0
    spread[spread == 0] = 1
    z = (x - mean) / spread
    z[:, 0] = 1
    ridge = np.eye(z.shape[1])
    ridge[0, 0] = 1e-9
    beta = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        step = np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + ridge, z.T @ (w * (p - y)) + ridge @ beta)
        beta -= step
        if np.abs(step).max() < 1e-7:
            break
    found = beta / spread
    found[0] = beta[0] - (beta[1:] * mean[1:] / spread[1:]).sum()
    return np.round(found, 2)


class Sample:
    """Rows to learn from; a corpus weighs by the root of its size, so that a small one is heard."""

    def __init__(self) -> None:
        self.values: list[list[float]] = []
        self.truth: list[float] = []
        self.weight: list[float] = []

    def add(self, rows: list[tuple[list[float], float]], usual: int) -> None:
        """Take in the rows of one corpus; ``usual`` is the size at which a row weighs one."""
        self.values += [values for values, _ in rows]
        self.truth += [truth for _, truth in rows]
        self.weight += [(usual / len(rows)) ** 0.5] * len(rows) if rows else []


def train(corpora: list[list[Document]]) -> Models:
    """The four models, each learned from what the one before it says."""
    shown = [document for documents in corpora for document in documents]
    first = learned(corpora, [d.open.first for d in shown])
    passed = [d.open.first_pass(first) for d in shown]
    looked = [d.open.second_features(likely) for d, likely in zip(shown, passed, strict=True)]
    second = learned(corpora, looked)
    likely = [scored(second, values) for values in looked]
    looked = [d.open.third_features(*both) for d, *both in zip(shown, likely, passed, strict=True)]
    third = learned(corpora, looked)
    likely = [scored(third, values) for values in looked]
    joiners = {
        id(d): d.open.joiner(last, before, one_to_one(last, threshold(last)))
        for d, last, before in zip(shown, likely, passed, strict=True)
    }
    sample = Sample()
    for documents in corpora:
        sample.add([(f, right) for d in documents for right, f in joiners[id(d)].taught(d.gold)], 500)
    join = fit(sample.values, sample.truth, sample.weight)
    return Models(*[model.tolist() for model in (first, second, third, join)])


def learned(corpora: list[list[Document]], looked: list[dict[tuple[int, int], list[float]]]) -> np.ndarray:
    """A model of pairs, from what is known of each document's, the documents in the order of their corpora."""
    sample = Sample()
    at = iter(looked)
    for documents in corpora:
        sample.add([(f, float(pair in d.gold)) for d in documents for pair, f in next(at).items()], 10000)
    return fit(sample.values, sample.truth, sample.weight)


def scored(model: np.ndarray, looked: dict[tuple[int, int], list[float]]) -> dict[tuple[int, int], float]:
    """The model's probability of each pair."""
    weights = model.tolist()
    return {pair: likeness.probability(weights, values) for pair, values in looked.items()}


def tied(row: Row, models: Models) -> set[tuple[int, int]]:
    """The pairs that the product finds with these models."""
    anchors = anchored(row["a"], row["b"])
    found = [*anchors.told, *match(row["a"], row["b"], anchors, models)]
    return {(i, j) for old, new in found for i in old for j in new}.union(anchors.pairs)


def table(name: str, judged: list[tuple[Document, Models]]) -> None:
    """Print precision, recall and F1 by class of pair."""
    counts: Counter[tuple[str, str]] = Counter()
    for document, models in judged:
        counts += gold.count(document.row, tied(document.row, models))
    cells = [f"{c} {p:.1f}/{r:.1f}/{f:.1f}" for c, (p, r, f) in gold.scores(counts).items() if c != "all"]
    print(f"{name:18} {' | '.join(cells)}", flush=True)


def fold(name: str, row: Row) -> int:
    """The fold that a document is judged in: the same for all that retell one text."""
    pattern = WHOLE.get(name.split("-", maxsplit=1)[0])
    found = re.match(pattern, row["id"]) if pattern else None
    return zlib.crc32((found[1] if found else row["id"]).encode()) % FOLDS


def check(data: dict[str, list[list[Document]]]) -> None:
    """Judge the method on what it was not shown: other texts, then other corpora."""
    print(f"{FOLDS} folds (precision/recall/F1)")
    judged: dict[str, list[tuple[Document, Models]]] = {name: [] for name in data}
    held = {name: [fold(name, d[0].row) for d in docs] for name, docs in data.items()}
    for number in range(FOLDS):
        models = train(
            [[v for n, d in zip(held[name], data[name], strict=True) if n != number for v in d] for name in data]
        )
        for name, docs in data.items():
            judged[name] += [(d[0], models) for n, d in zip(held[name], docs, strict=True) if n == number]
    for name in data:
        table(name, judged[name])
    print("one corpus left out")
    for name, whole in data.items():
        others = [docs for other, docs in data.items() if other.split("-")[0] != name.split("-")[0]]
        models = train([[v for d in docs for v in d] for docs in others])
        table(name, [(d[0], models) for d in whole])


def written(models: Models) -> str:
    """The models as a module of tables."""
    lines = [
        '"""The weights of the alignment models: logistic, one number a feature.',
        "",
        "Written by benchmarks/train_alignment.py from the development splits of ArgRewrite (also with blocks moved),",
        "TETRA, AbLit and Aesop retellings; what each feature is stands in the module that computes it.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
    ]
    tables = (
        ("FIRST", likeness.NAMES),
        ("SECOND", SECOND_NAMES),
        ("THIRD", THIRD_NAMES),
        ("JOIN", joining.NAMES),
    )
    for (title, names), weights in zip(tables, models, strict=True):
        lines += [f"{title} = (", *[f'    ("{n}", {w}),' for n, w in zip(names, weights, strict=True)], ")", ""]
    return "\n".join(lines)


def main() -> None:
    """Read the gold; write or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="a folder with alignment/*.jsonl")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rng = random.Random(7)
    data = {}
    for name in SETS:
        rows = gold.rows(options.gold / "alignment" / f"{name}.jsonl")
        moves = name != "argrewrite-moves"
        data[name] = [
            [Document(variant) for variant in variants(row, rows[(n + len(rows) // 2) % len(rows)], rng, moves=moves)]
            for n, row in enumerate(rows)
        ]
    if options.write:
        OUTPUT.write_text(written(train([[v for d in docs for v in d] for docs in data.values()])), encoding="utf-8")
    else:
        check(data)


if __name__ == "__main__":
    main()
