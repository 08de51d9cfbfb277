"""Makes the pictures of the README and the manual: the app on the sample corpus and on small texts of its own."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from html import escape, unescape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

_HERE = Path(__file__).parent

OLD_STORY = """The harbour council met on Friday evening. It was raining and the hall was full.

The treasurer, Anna Koval, claimed that the new pier would cost 45 million crowns, more than was set aside.

Fishermen had asked for a longer breakwater since the storm of 1998. Two boats were lost that night.

The mayor thanked everybody and closed the meeting before midnight, saying that they would vote in June.

A petition with 1,200 names lies in the town hall. It is open until Sunday.

The harbour was built in 1904. It has two basins and a dry dock.

Nobody expected a long meeting, and nobody got one.
"""
NEW_STORY = """The treasurer, Anna Koval, said that the new pier would cost 54 million crowns, more than was set aside.

The harbour council met on Friday evening. It was raining and the hall was full.

Fishermen had asked for a longer breakwater since the storm of 1998; two boats were lost that night.

The mayor thanked everybody and closed the meeting before midnight. She said that they would vote in July.

A petition with 1\u00a0200 names lies in the town hall. It is open until\u200b Sunday.

The harbour was built in 1904. It has two basins and a dry dock.

Nobody expected a long meeting, and nobody got one.
"""

OLD_SCRIPTS = """防波堤は十年前に完成した。船が三隻入った。

المجلس اجتمع يوم الجمعة في الميناء القديم.

Ha Noi, Dvor\u030ca\u0301k and Zurich\u00a0West.
"""
NEW_SCRIPTS = """防波堤は八年前に完成した。船が三隻入った。

المجلس اجتمع يوم السبت في الميناء القديم.

Hà Nội, Dvořák and Zürich\u202e West\u202c.
"""


class Picture(NamedTuple):
    """One picture: its name, the window, the theme, and the keys that lead to what it shows."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = "dark"
    texts: tuple[str, str] | None = None
    """The texts it shows; the sample corpus where there are none."""


_TO_NAMES = ("colon", "1", "1", "enter", "n")
PICTURES = (
    Picture("diptych", (120, 40), _TO_NAMES),
    Picture("screen-light", (120, 40), _TO_NAMES, "light"),
    Picture("screen-contrast", (120, 40), _TO_NAMES, "contrast"),
    Picture("screen-plain", (100, 30), _TO_NAMES, "plain"),
    Picture("screen-column", (72, 40), (*_TO_NAMES, "u")),
    Picture("screen-list", (160, 44), ("l", *"reworded", "down", "down", "tab")),
    Picture("screen-wordings", (120, 40), ("w", "enter")),
    Picture("screen-moves", (120, 36), ("g", "m"), texts=(OLD_STORY, NEW_STORY)),
    Picture("screen-wide", (100, 20), ("n", "n"), texts=(OLD_SCRIPTS, NEW_SCRIPTS)),
)


_TEXT = re.compile(r'<text (class="[^"]*") x="([0-9.]+)" (y="[^"]*") textLength="([0-9.]+)" ([^>]*)>([^<]*)</text>')


_PLACED = re.compile(
    r'<rect fill="[^"]*" x="(?P<left>[0-9.]+)" y="(?P<top>[0-9.]+)" width="(?P<across>[0-9.]+)"[^>]*/>'
    r'|<text class="[^"]*" x="(?P<x>[0-9.]+)" y="(?P<y>[0-9.]+)" textLength="[0-9.]+" [^>]*>(?P<text>[^<]*)</text>'
)
_CELL, _LINE = 12.2, 24.4
_OPENS, _CLOSES = "\u202b", "\u202c"


def as_read(svg: str) -> str:
    """The picture with right-to-left text in the order in which a terminal that knows it would put it."""
    from rich.cells import cell_len

    fenced: list[tuple[int, float, float]] = []
    begin = 0.0
    for match in _PLACED.finditer(svg):
        text = unescape(match["text"] or "")
        if _CLOSES in text:
            fenced.append((int(float(match["y"]) / _LINE), begin, float(match["x"])))
        if text.endswith(_OPENS):
            begin = float(match["x"]) + _CELL * cell_len(text)

    def mirrored(match: re.Match[str]) -> str:
        x, y = float(match["x"] or match["left"]), float(match["y"] or match["top"])
        for line, left, right in fenced:
            if line == int(y / _LINE) and left <= x < right:
                edge = left + right - x  # where a text begins that runs to the left, and a ground ends
                begins = (
                    f' x="{edge - float(match["across"]):.1f}"'
                    if match["across"]
                    else f' direction="rtl" x="{edge:.1f}"'
                )
                return match[0].replace(f' x="{match["x"] or match["left"]}"', begins, 1)
        return match[0]

    return _PLACED.sub(mirrored, svg)


def in_cells(svg: str) -> str:
    """The picture with each text as wide as its cells: what draws it counts a wide character as one cell."""
    return _TEXT.sub(_set, svg)


def _set(match: re.Match[str]) -> str:
    from rich.cells import cell_len, split_graphemes

    style, x, y, length, clip, written = match.groups()
    text = unescape(written)
    if cell_len(text) == len(text):
        return match[0]
    cell, at = float(length) / len(text), float(x)
    found = []
    for cells, run in groupby(split_graphemes(text)[0], key=lambda part: part[2]):
        parts = list(run)
        part, across = text[parts[0][0] : parts[-1][1]], cells * len(parts) * cell
        if across and part.strip():
            found.append(
                f'<text {style} x="{at:.1f}" {y} textLength="{across:.1f}" lengthAdjust="spacingAndGlyphs" {clip}>'
                f"{escape(part)}</text>"
            )
        at += across
    return "".join(found)


async def take(picture: Picture, paths: tuple[str, str]) -> None:
    """Open the app, press the keys, and save what the screen shows."""
    from diptych.app.main import DiptychApp

    app = DiptychApp(paths)
    async with app.run_test(size=picture.size) as pilot:
        while getattr(app.screen, "summary", None) is None:  # until both versions are compared and counted
            await pilot.pause(0.05)
        app.use_theme(picture.theme)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.3)
        drawn = in_cells(as_read(app.export_screenshot(title="diptych")))
        (_HERE / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")


async def main(wanted: list[str]) -> None:
    """Make the pictures of these names, or all."""
    from diptych.paths import packaged

    seeds = sorted(map(str, packaged("seeds").iterdir()))
    with TemporaryDirectory() as folder:
        old, new = Path(folder) / "early.txt", Path(folder) / "late.txt"
        for picture in PICTURES:
            if wanted and picture.name not in wanted:
                continue
            if picture.texts is not None:
                old.write_text(picture.texts[0], encoding="utf-8")
                new.write_text(picture.texts[1], encoding="utf-8")
            await take(picture, (seeds[0], seeds[1]) if picture.texts is None else (str(old), str(new)))


if __name__ == "__main__":
    with TemporaryDirectory() as nobody:  # whose settings and memory are empty but for the hint
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
            os.environ[variable] = nobody
        from diptych.paths import state_file

        state_file().parent.mkdir(parents=True, exist_ok=True)
        state_file().write_text('{"hinted": true}', encoding="utf-8")
        asyncio.run(main(sys.argv[1:]))
