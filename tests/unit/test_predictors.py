"""The predictors that a scorer of one's own can call: their formats, and that they say what the product says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
PAIR = {
    "id": "x",
    "a": ["It", "cost", "4.2", "million", "there", "."],
    "b": ["It", "cost", "4.3", "million", "right", "there", "."],
}


def answered(script: str, row: dict[str, Any], *options: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *options],
        input=json.dumps(row) + "\n\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    (line,) = done.stdout.splitlines()
    answer: dict[str, Any] = json.loads(line)
    return answer


@pytest.mark.parametrize(
    ("script", "options", "row", "wanted"),
    [
        ("predict_sentences.py", (), {"text": "Mr. Hall left. She stayed."}, {"starts": [0, 15]}),
        ("predict_words.py", (), PAIR, {"id": "x", "a": [2, 3], "b": [2, 3, 4]}),
        (
            "predict_words.py",
            ("--links",),
            PAIR,
            {"id": "x", "links": [[0, 0], [1, 1], [2, 2], [3, 3], [4, 5], [5, 6]]},
        ),
    ],
)
def test_a_predictor_answers_each_line(
    script: str, options: tuple[str, ...], row: dict[str, Any], wanted: dict[str, Any]
) -> None:
    said = answered(script, row, *options)
    assert said == wanted
