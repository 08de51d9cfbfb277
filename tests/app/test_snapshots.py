"""The main states of the reading screen, as a person approved them."""

from pathlib import Path

import pytest

from driving import opened, picture, settled
from golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
OLD = """The harbour council met on Friday evening. It was raining and the hall was full.

The treasurer, Anna Koval, claimed that the new pier would cost 45 million crowns, more than was set aside.

Fishermen had asked for a longer breakwater since the storm of 1998. Two boats were lost that night.

The mayor thanked everybody and closed the meeting before midnight, saying that they would vote in June.

A petition with 1,200 names lies in the town hall. It is open until Sunday.

The harbour was built in 1904. It has two basins and a dry dock.

防波堤は十年前に完成した。船が三隻入った。

Nobody expected a long meeting, and nobody got one.
"""
NEW = """The treasurer, Anna Koval, said that the new pier would cost 54 million crowns, more than was set aside.

The harbour council met on Friday evening. It was raining and the hall was full.

Fishermen had asked for a longer breakwater since the storm of 1998; two boats were lost that night.

The mayor thanked everybody and closed the meeting before midnight. She said that they would vote in July.

A petition with 1\u00a0200 names lies in the town hall. It is open until\u200b Sunday.

The harbour was built in 1904. It has two basins and a dry dock.

防波堤は八年前に完成した。船が三隻入った。

Nobody expected a long meeting, and nobody got one.
"""
STATES = {
    "moved": ("g", "m"),
    "list": ("l", "down", "down"),
    "wordings": ("w",),
    "finds": ("slash", *"the", "enter", "n"),
    "selected": ("n", "n", "v", "j"),
    "hidden": ("s", "z", "n"),
}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
async def test_the_states_of_the_screen_look_as_they_were_approved(
    state: str, size: tuple[int, int], theme: str, tmp_path: Path
) -> None:
    (tmp_path / "early.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "late.txt").write_text(NEW, encoding="utf-8")
    paths = (str(tmp_path / "early.txt"), str(tmp_path / "late.txt"))
    async with opened(*paths, width=size[0], height=size[1]) as pilot:
        pilot.app.use_theme(theme)  # type: ignore[attr-defined]
        for key in STATES[state]:
            await pilot.press(key)
            await settled(pilot)
        pilot.app.clear_notifications()  # they go by the clock
        await settled(pilot)
        assert_golden(GOLDEN / f"{state}-{size[0]}x{size[1]}-{theme}.txt", picture(pilot))
