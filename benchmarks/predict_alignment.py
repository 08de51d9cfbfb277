"""Align sentences given as JSON lines ``{"id", "a": […], "b": […]}``; print ``{"id", "pairs": [[i, j], …]}`` for each.

Drives the product's own alignment: ``python benchmarks/predict_alignment.py < gold.jsonl``.
"""

from __future__ import annotations

import json
import sys

from diptych.comparison.alignment import align


def main() -> None:
    """Answer every line of standard input."""
    for line in sys.stdin:
        if not line.strip():
            continue
        row = json.loads(line)
        pairs = [[i, j] for tie in align(row["a"], row["b"]).ties for i in tie.old for j in tie.new]
        print(json.dumps({"id": row["id"], "pairs": pairs}))


if __name__ == "__main__":
    main()
