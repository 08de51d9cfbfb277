"""Keys that come in one burst: typed ahead, pasted, held back by a slow line."""

from time import monotonic

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from diptych.paths import packaged
from driving import opened, settled, text

OLD, NEW = sorted(str(path) for path in packaged("seeds").iterdir())


def _burst(pilot: Pilot[object], *keys: str) -> None:
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_words_typed_ahead_reach_the_field_that_the_first_key_opens() -> None:
    for opening in ("slash", "colon", "l"):
        async with opened(OLD, NEW) as pilot:
            _burst(pilot, opening, *"3moved")
            await settled(pilot)
            assert isinstance(pilot.app.focused, Input)
            assert pilot.app.focused.value == "3moved"


async def test_a_count_typed_ahead_belongs_to_the_key_behind_it() -> None:
    async with opened(OLD, NEW) as pilot:
        _burst(pilot, "3", "n", "2", "p")
        await settled(pilot)
        assert "change 2 of" in text(pilot)


async def test_a_key_that_never_comes_back_does_not_hold_up_the_others() -> None:
    async with opened(OLD, NEW) as pilot:
        lost = events.Key("n", "n")
        pilot.app._out, pilot.app._when = lost, monotonic()  # as if whoever had it was taken down with it
        _burst(pilot, "n", "n")
        await pilot.pause(0.5)
        await settled(pilot)
        assert "change 3 of" in text(pilot)
