"""Cut paragraphs given as JSON lines ``{"text"}`` into sentences; print ``{"starts": [offsets]}`` for each.

Drives the product's own segmenter: ``python benchmarks/predict_sentences.py < gold.jsonl``.
"""

from __future__ import annotations

import json
import sys

from diptych.comparison.sentences import sentences_of
from diptych.model import Block, Role, Version


def starts(text: str) -> list[int]:
    """The offset of each sentence's first character."""
    version = Version(text, (Block(0, len(text), Role.PARAGRAPH, 1),))
    return [sentence.start for sentence in sentences_of(version)]


def main() -> None:
    """Answer every line of standard input."""
    for line in sys.stdin:
        if line.strip():
            print(json.dumps({"starts": starts(json.loads(line)["text"])}))


if __name__ == "__main__":
    main()
