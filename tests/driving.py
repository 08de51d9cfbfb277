"""Driving the app in tests: open it, wait for its workers, and read its screen as text and styles."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from threading import Event
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerCancelled

from diptych.app.main import DiptychApp
from diptych.comparison.engine import compare
from diptych.errors import ComparisonStoppedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from rich.style import Style
    from textual.pilot import Pilot
    from textual.screen import Screen

    from diptych.comparison.result import Comparison
    from diptych.model import Version

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


class Slow:
    """A comparison that takes as long as the test wants."""

    def __init__(self) -> None:
        self.finished = Event()

    def __call__(
        self, old: Version, new: Version, *, progress: Callable[[float], None], cancelled: Callable[[], bool]
    ) -> Comparison:
        progress(0.43)
        while not self.finished.wait(0.005):
            if cancelled():
                raise ComparisonStoppedError("Stopped.")
        return compare(old, new)


@asynccontextmanager
async def opened(*paths: str, width: int = 120, height: int = 40) -> AsyncIterator[Pilot[int]]:
    """The app on these paths, with everything read and compared."""
    app = DiptychApp(paths)
    async with app.run_test(size=(width, height), notifications=True) as pilot:
        await settled(pilot)
        yield pilot


@asynccontextmanager
async def waiting(*paths: str, watching: bool = False) -> AsyncIterator[Pilot[int]]:
    """The app, perhaps while it is still comparing."""
    async with DiptychApp(paths, watching=watching).run_test(size=(120, 40), notifications=True) as pilot:
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until no worker runs and all messages are handled."""
    for _ in range(3):
        await pilot.pause()
        with suppress(WorkerCancelled):  # by a later one of its kind, which the next turn waits for
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def shows(pilot: Pilot[int], screen: type[Screen[object]]) -> None:
    """Wait for a screen; the worker that asks a question goes on until it is answered."""
    for _ in range(100):
        await pilot.pause(0.02)
        if isinstance(pilot.app.screen, screen):
            break
    await pilot.pause()


async def until(pilot: Pilot[int], told: str) -> None:
    """Wait until the screen shows some words; long, since a busy machine takes its time."""
    for _ in range(1500):
        await pilot.pause(0.01)
        if told in text(pilot):
            return
    pytest.fail(f"{told!r} was never shown: {text(pilot)}")


def lines(pilot: Pilot[int]) -> list[str]:
    """What the screen shows."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def text(pilot: Pilot[int]) -> str:
    """What the screen shows, as one string with single spaces."""
    return " ".join(" ".join(lines(pilot)).split())


def picture(pilot: Pilot[int]) -> str:
    """The screen as text, then for each cell's character a letter for its style, then what the letters mean."""
    legend: dict[str, str] = {}
    told: list[str] = []
    styled: list[str] = []
    for strip in pilot.app.screen._compositor.render_strips():
        told.append(strip.text.rstrip())
        styled.append(
            "".join(
                legend.setdefault(_spelled(segment.style), _LETTERS[min(len(legend), len(_LETTERS) - 1)])
                * len(segment.text)
                for segment in strip
            )
        )
    meanings = [f"{letter} {style}" for style, letter in legend.items()]
    return "\n".join([*told, "", *styled, "", *meanings]) + "\n"


def _spelled(style: Style | None) -> str:
    return (
        str(style.without_color) + f" {style.color and style.color.name} {style.bgcolor and style.bgcolor.name}"
        if style
        else "none"
    )
