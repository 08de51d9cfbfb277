"""Somebody who waits for a comparison: is told how far it is, and may stop it. Pure; it never looks at a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from diptych.errors import ComparisonStoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")

_OFTEN = 32
"""Items of a loop after which it looks up: few enough that a hundred milliseconds never pass between."""
_STEP = 0.01
"""The least progress worth telling."""


class Watch:
    """What a piece of work tells of itself, as the share of it that is done, from 0 to 1.

    Args:
        progress: called with the share, never with a lesser one than before, and about a hundred times in all.
        cancelled: asked again and again; once it says True, :class:`ComparisonStoppedError` is raised.
    """

    def __init__(
        self, progress: Callable[[float], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._cancelled = cancelled
        self._progress = progress
        self._told = -1.0

    def at(self, share: float) -> None:
        """So much is done.

        Raises:
            ComparisonStoppedError: whoever waits wants no more of it.
        """
        if self._cancelled is not None and self._cancelled():
            raise ComparisonStoppedError("The comparison was stopped before its end.")
        if self._progress is not None and (share >= self._told + _STEP or self._told < share == 1):
            self._told = share
            self._progress(share)

    def part(self, start: float, end: float) -> Watch:
        """The watch over the stretch of the work between two shares of it."""
        return self if self is UNWATCHED else _Part(self, start, end)

    def each(self, items: Sequence[T]) -> Iterable[T]:
        """The items one by one, which are all there is to do; nobody waiting, the items themselves."""
        return items if self is UNWATCHED else self._each(items)

    def _each(self, items: Sequence[T]) -> Iterator[T]:
        for start in range(0, len(items), _OFTEN):
            self.at(start / len(items))
            yield from items[start : start + _OFTEN]
        self.at(1.0)


class _Part(Watch):
    """The watch over a stretch of another's work."""

    def __init__(self, whole: Watch, start: float, end: float) -> None:
        super().__init__()
        self._whole = whole
        self._start = start
        self._size = end - start

    def at(self, share: float) -> None:
        self._whole.at(self._start + share * self._size)


UNWATCHED = Watch()
"""Nobody waits."""
