"""Driving the app in tests: open it, wait for its workers, and read its screen as text and styles."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from diptych.app.main import DiptychApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rich.style import Style
    from textual.pilot import Pilot
    from textual.screen import Screen

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


@asynccontextmanager
async def opened(*paths: str, width: int = 120, height: int = 40) -> AsyncIterator[Pilot[int]]:
    """The app on these paths, with everything read and compared."""
    app = DiptychApp(paths)
    async with app.run_test(size=(width, height), notifications=True) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until no worker runs and all messages are handled."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def shows(pilot: Pilot[int], screen: type[Screen[object]]) -> None:
    """Wait for a screen; the worker that asks a question goes on until it is answered."""
    for _ in range(100):
        await pilot.pause(0.02)
        if isinstance(pilot.app.screen, screen):
            break
    await pilot.pause()


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
