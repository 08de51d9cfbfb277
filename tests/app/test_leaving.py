"""Leaving in the middle of something: what comes back late finds nobody to tell, and that is no trouble."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event
from threading import enumerate as threads

import pytest
from textual.screen import Screen

from diptych.app import browsing
from diptych.app.main import DiptychApp
from diptych.app.screens import compare as reading
from diptych.app.screens import comparing, seeking
from diptych.app.screens.declared import DeclaredScreen
from diptych.comparison import wordings as gathering
from diptych.corpus.index.catalogue import Catalogue
from diptych.paths import packaged
from driving import Slow, until

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


class Late:
    """Work that begins as ever, and comes back when the screen stands but nothing is on it any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began, self.leaving = Event(), Event()

        async def emptied(_: Screen[None]) -> None:
            self.leaving.set()
            for thread in threads():
                if thread.name == "diptych":
                    thread.join(5)
            for _ in range(20):
                await asyncio.sleep(0)

        monkeypatch.setattr(DeclaredScreen, "on_unmount", emptied, raising=False)

    def delayed(self, work: Callable[..., object]) -> Callable[..., object]:
        """The work, coming back late."""

        def late(*given: object, **named: object) -> object:
            self.began.set()
            self.leaving.wait(5)
            return work(*given, **named)

        return late


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> Late:
    return Late(monkeypatch)


async def left(app: DiptychApp, late: Late, *keys: str, shown: str = "") -> None:
    """Open the app, press keys, and leave once the work has begun; what goes wrong inside is raised here."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        if shown:
            await until(pilot, shown)
        await pilot.press(*keys)
        for _ in range(500):
            if late.began.is_set():
                break
            await pilot.pause(0.01)
        assert late.began.is_set()


@pytest.mark.parametrize("method", ["refresh", "places", "load", "measure"])
async def test_the_list_is_left_in_the_middle_of_reading(
    method: str, late: Late, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Nothing but {number} words of one’s own.", encoding="utf-8")
    if method == "measure":
        monkeypatch.setattr(browsing.Browsing, "measure", late.delayed(browsing.Browsing.measure))
    else:
        monkeypatch.setattr(Catalogue, method, late.delayed(getattr(Catalogue, method)))
    await left(DiptychApp([str(tmp_path)]), late)


async def test_the_reading_screen_is_left_in_the_middle_of_comparing(
    slow: Slow, late: Late, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow, "finished", late.leaving)
    late.began.set()
    await left(DiptychApp([OLD, NEW]), late, shown="comparing 43%")


@pytest.mark.parametrize(
    ("place", "name", "keys"),
    [
        (reading, "counted", ()),
        (gathering, "wordings", ("w",)),
        (seeking, "search", ("slash", "t", "enter")),
        (comparing, "stamps", ()),
    ],
    ids=["summary", "wordings", "search", "files"],
)
async def test_the_reading_screen_is_left_in_the_middle_of_counting_and_looking(
    place: object, name: str, keys: tuple[str, ...], late: Late, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, name, late.delayed(getattr(place, name)))
    await left(DiptychApp([OLD, NEW]), late, *keys, shown="change 1 of 19")
