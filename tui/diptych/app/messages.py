"""What workers tell the screens; only the handlers of these touch a widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison
    from diptych.corpus.corpus import Corpus
    from diptych.model import Summary


class Opened(Message):
    """A corpus has been read."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__()
        self.corpus = corpus


class Compared(Message):
    """A comparison is ready."""

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison


class Failed(Message):
    """Something went wrong that a person can mend."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class Summarised(Message):
    """The counts of a comparison are ready; they need every word change, and so may come later than the links."""

    def __init__(self, comparison: Comparison, summary: Summary) -> None:
        super().__init__()
        self.comparison = comparison
        self.summary = summary
