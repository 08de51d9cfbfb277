"""What an article's history needs again and again: neighbouring versions compared, and the size of each step."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from diptych.comparison.biography import biography
from diptych.comparison.engine import compare
from diptych.errors import ComparisonStoppedError, DiptychError
from diptych.layout.timeline import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diptych.comparison.biography import Moment
    from diptych.comparison.result import Comparison
    from diptych.corpus.shelf import Shelf
    from diptych.layout.timeline import Steps

_KEPT = 8
"""Comparisons that are kept; a long history of long texts would not fit into memory."""


class History:
    """The neighbouring versions of an article, compared when asked for, from any thread."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.steps: Steps = {}
        self._kept: OrderedDict[int, Comparison] = OrderedDict()
        self._lock = Lock()

    def life_of(
        self, at: int, sentences: Sequence[int], advance: Callable[[float], None], stopped: Callable[[], bool]
    ) -> tuple[Moment, ...]:
        """The biography of sentences of a version, saying how far it is, and stopping when it is told to.

        Raises:
            DiptychError: a version can no longer be read, or nobody waits any more.
        """
        count, asked = len(self.shelf.documents), set[int]()

        def between(version: int) -> Comparison:
            advance(len(asked) / count)
            asked.add(version)
            return self.between(version, stopped)

        return biography(count, at, sentences, between)

    def between(self, version: int, stopped: Callable[[], bool] | None = None) -> Comparison:
        """The comparison of a version with the next one.

        Raises:
            DiptychError: one of them can no longer be read, or nobody waits any more.
        """
        with self._lock:
            found = self._kept.pop(version, None)
            if found is None:
                found = compare(self.shelf.version(version), self.shelf.version(version + 1), cancelled=stopped)
            self._kept[version] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def measure(self, tell: Callable[[], None], dropped: Callable[[], bool]) -> None:
        """Find the size of every step that is not known yet, saying so after each; stop when nobody waits any more."""
        for later in range(1, len(self.shelf.documents)):
            if dropped():
                return
            if later in self.steps:
                continue
            try:
                self.steps[later] = Step(self.between(later - 1, dropped).summary())
            except ComparisonStoppedError:
                return
            except DiptychError as error:
                self.steps[later] = str(error)
            tell()
