"""Mark what changed between tokens given as JSON lines ``{"id", "a": [tokens], "b": [tokens]}``.

Prints ``{"id", "a": [changed token indices], "b": [changed token indices]}`` for each line, by the product's own word
alignment: ``python benchmarks/predict_words.py < gold.jsonl``. With ``--links`` it prints
``{"id", "links": [[i, j], …]}`` instead: which tokens answer each other.

Words that only moved inside the pair are not counted as changed; the app marks them as moved.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from diptych.comparison.crossings import crossings, parted
from diptych.comparison.languages.guess import language_of
from diptych.comparison.passage import Context
from diptych.comparison.tokens import Sort, tokens_of
from diptych.comparison.weave import weave
from diptych.comparison.wholes import whole
from diptych.comparison.words import Word

_ANSWERS = 0.8
"""How telling a stretch must be to answer an equal one elsewhere; to be called moved takes more."""

_BEFORE_CAPITAL = frozenset({".", "!", "?", ":", '"', "“"})


def words(tokens: list[str]) -> list[Word]:
    """Tokens cut by someone else, as the product's own."""
    found = []
    for index, text in enumerate(tokens):
        sorts = [token.sort for token in tokens_of(text)]
        sort = sorts[0] if len(sorts) == 1 else Sort.WORD if Sort.WORD in sorts else Sort.MARK
        found.append(Word(text, index, index + 1, sort, 0, True))
    return found


def answer(row: dict[str, Any], *, links: bool) -> dict[str, Any]:
    """What the product says of one pair of sentences."""
    left, right = words(row["a"]), words(row["b"])
    runs = weave(left, right)
    if not links:
        lexicon = language_of(" ".join(row["a"]), " ".join(row["b"]))
        runs = whole(runs, *(Context(side, lexicon).quantities for side in (left, right)))
        runs = [run for run, moved in parted(left, right, runs) if not moved and not capital_by_place(row, run)]
        a = sorted({i for i1, i2, _, _ in runs for i in range(i1, i2)})
        b = sorted({j for _, _, j1, j2 in runs for j in range(j1, j2)})
        return {"id": row["id"], "a": a, "b": b}
    pairs = []
    at = to = 0
    for i1, i2, j1, j2 in [*runs, (len(row["a"]), len(row["a"]), len(row["b"]), len(row["b"]))]:
        pairs += [[i, to + i - at] for i in range(at, i1)]
        if i2 - i1 == j2 - j1:
            pairs += [[i, j1 + i - i1] for i in range(i1, i2)]
        at, to = i2, j2
    crossed = crossings(left, right, runs, least=_ANSWERS)
    old, new = ({n for c in crossed for n in range(c[side], c[side] + c.size)} for side in (0, 1))
    pairs = [[i, j] for i, j in pairs if i not in old and j not in new]
    pairs += [[c.old + k, c.new + k] for c in crossed for k in range(c.size)]
    return {"id": row["id"], "links": pairs}


def capital_by_place(row: dict[str, Any], run: tuple[int, int, int, int]) -> bool:
    """True where only a capital differs that a sentence's beginning asks for on one side: no edit to a person.

    The app does mark it, as a change of case.
    """
    i1, i2, j1, j2 = run
    if i2 - i1 != 1 or j2 - j1 != 1 or row["a"][i1].lower() != row["b"][j1].lower():
        return False
    first = [at == 0 or tokens[at - 1] in _BEFORE_CAPITAL for at, tokens in ((i1, row["a"]), (j1, row["b"]))]
    return first[0] != first[1]


def main() -> None:
    """Answer every line of standard input."""
    links = "--links" in sys.argv[1:]
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(json.loads(line), links=links)))


if __name__ == "__main__":
    main()
