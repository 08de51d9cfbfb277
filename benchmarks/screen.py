"""How fast the screens answer, through a pseudo-terminal with real keys: ``python benchmarks/screen.py``.

A frame is what the app writes between a key and the next silence; its time is that from the key to the frame's last
byte. Beside it in brackets stands the processor time that the app took for it, which a busy machine changes less.
The reading screen shows rows made one by one, without an engine, so that it is the screen that is measured: what making
them took, and the texts' own megabytes, are taken off. A line of its own has the whole command on two files, engine and
all. First frame and memory stand beside those of a Textual app that shows one line, in the same run. The list is one of
made-up articles. Peers from PyPI go into an environment of their own. Needs Linux.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from shutil import which
from subprocess import run
from typing import TYPE_CHECKING, NamedTuple

from platformdirs import user_cache_path
from speed import python_peer, table
from terminal import SILENCE, WIDTH, Frame, Terminal, held, spread, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
STARTS = 5
"""How often a program is started, all of them in turn; the shortest times count."""
PATIENT = 3
"""Starts after which a program is not started again once it needs more than a few seconds."""

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("one line")
Minimal().run()
"""


class Program(NamedTuple):
    """What is measured, and how it is driven."""

    name: str
    command: Sequence[str]
    frame: bytes
    """Words of its first frame."""
    text: bytes
    """Words of its first frame with the text."""
    page: bytes = b""
    other: bytes = b""
    """The key for the next change; of a list, letters to narrow it down by."""
    is_list: bool = False
    """A list tells more of a line once the cursor rests there, which is another frame."""
    told: Path | None = None
    """Where it says how many milliseconds making its text took, and how many megabytes of text there are."""


class Start(NamedTuple):
    """How a program came up: its first frame, its first frame with text, its memory then in megabytes."""

    frame: Frame
    text: Frame
    memory: float


class Measured(NamedTuple):
    """What was measured of a program that is up."""

    page: Sequence[Frame]
    other: Sequence[Frame]
    resized: Sequence[Frame]
    let_go: float
    """Milliseconds from the last of many quick keys to the last byte."""


def started(program: Program) -> tuple[Terminal, Start]:
    """Start a program, wait for its text, and take its memory."""
    terminal = Terminal(program.command)
    frame, text = terminal.until(program.frame), terminal.until(program.text)
    terminal.rest()
    made, size = map(float, program.told.read_text(encoding="ascii").split()) if program.told else (0.0, 0.0)
    text = text._replace(last=text.last - made, spent=text.spent - made)
    return terminal, Start(frame, text, terminal.memory() - size)


def starts(programs: Iterable[Program]) -> dict[str, Start]:
    """How programs come up, by their names: each a few times, in turn, the least of everything."""
    found: dict[str, list[Start]] = {program.name: [] for program in programs}
    for _ in range(STARTS):
        for program in programs:
            if len(found[program.name]) < PATIENT or found[program.name][0].text.last < 3_000:
                terminal, one = started(program)
                terminal.end()
                found[program.name].append(one)
    return {
        name: Start(least(one.frame for one in ones), least(one.text for one in ones), min(one.memory for one in ones))
        for name, ones in found.items()
    }


def least(frames: Iterable[Frame]) -> Frame:
    """The shortest times among them, by the clock and of the processor."""
    frames = list(frames)
    last, spent = min(frame.last for frame in frames), min(frame.spent for frame in frames)
    return Frame(min(frame.first for frame in frames), last, frames[0].size, spent)


def measured(program: Program, times: int) -> Measured:
    """Measure a program that is up: pages, a key held, changes, a new width."""
    terminal, _ = started(program)
    try:
        silence = SILENCE / 2 if program.is_list else SILENCE
        walk(terminal, program.page, 5, silence)
        pages = walk(terminal, program.page, times, silence)
        let_go = held(terminal, program.page)
        terminal.rest()
        others = typed(terminal, program.other, times) if program.is_list else walk(terminal, program.other, times)
        resized: list[Frame] = []
        for _ in range(5):
            for width in (80, 200):
                resized.append(terminal.resize(width))
                terminal.rest(0.2)
        terminal.resize(WIDTH)
        return Measured(pages, others, resized[1::2], let_go)
    finally:
        terminal.end()


def typed(terminal: Terminal, letters: bytes, times: int) -> list[Frame]:
    """Ask for words, and type letters and take them back, again and again."""
    terminal.press(b"/")
    terminal.rest()
    frames: list[Frame] = []
    for _ in range(max(1, times // (2 * len(letters)))):
        for key in [*(bytes([letter]) for letter in letters), *[b"\x7f"] * len(letters)]:
            frames.append(terminal.press(key, SILENCE / 2))
            terminal.rest(0.3)
    terminal.press(b"\x1b")
    return frames


def of_rows(count: int, folder: Path) -> Program:
    """The reading screen on so many rows."""
    told = folder / f"told-{count}"
    command = [sys.executable, str(HERE / "many_rows.py"), str(count), "--told", str(told)]
    return Program(f"diptych, {count:,} rows", command, b"quit", b"Old 0000000", b" ", b"n", told=told)


def of_articles(count: int, folder: Path) -> Program:
    """The list of an index of so many articles."""
    command = [sys.executable, str(HERE / "many_articles.py"), str(count), str(folder)]
    return Program(
        f"diptych, list of {count:,}", command, b"narrow", b"Article 0000001", b"\x1b[6~", b"harb", is_list=True
    )


def written(count: int, folder: Path) -> list[str]:
    """Two files with as many sentences, a sentence a line."""
    files = [str(folder / f"{name}-{count}.txt") for name in ("old", "new")]
    run([sys.executable, str(HERE / "many_rows.py"), str(count), "--write", *files], check=True)
    return files


def peers(environment: Path, folder: Path) -> list[Program]:
    """Other programs, on texts as long as they can bear."""
    found: list[Program] = []
    viewer = python_peer("textual-diff-view", "textual-diff-view", environment)
    if viewer.missing:
        print(f"skipped: textual-diff-view: {viewer.missing}")
    for count in (1_000, 100_000):
        files = written(count, folder)
        if which("vim"):
            command = ["vim", "-u", "NONE", "-i", "NONE", "--cmd", "set shortmess+=F", "-d", *files]
            found.append(Program(f"vim -d, {count:,} lines", command, b"0000000", b"0000000", b"\x06", b"]c"))
        if not viewer.missing and count == 1_000:
            command = [str(environment / "bin" / "python"), str(HERE / "diff_view_peer.py"), *files]
            name = f"textual-diff-view {viewer.version}, {count:,} lines"
            found.append(Program(name, command, b"0000000", b"0000000", b"\x1b[6~", b"\x1b[6~"))
    if not which("vim"):
        print("skipped: vim -d: not installed")
    return found


def told(frame: Frame, beside: Frame) -> str:
    """A start, by the clock and in brackets the processor, with how many times another one's processor that is."""
    return f"{frame.last:,.0f} ({frame.spent:,.0f}; {frame.spent / beside.spent:.2f}×)"


def report(programs: Sequence[Program], minimal: Program, times: int) -> None:
    """Measure and print."""
    up = starts([minimal, *programs])
    bare = up[minimal.name]
    lines = [
        [
            name,
            told(one.frame, bare.frame),
            told(one.text, bare.frame),
            f"{one.memory:.0f} ({one.memory / bare.memory:.2f}×)",
        ]
        for name, one in up.items()
    ]
    print("\n" + table(("", "first frame ms (CPU)", "text ms (CPU)", "MB"), lines) + "\n", flush=True)
    rows: list[list[str]] = []
    for program in programs:
        if program.page:
            found = measured(program, times)
            fitted = least(found.resized)
            width = f"{fitted.first:.0f}/{fitted.last:.0f} ({fitted.spent:.0f})"
            rows.append([program.name, spread(found.page), spread(found.other), width, f"{found.let_go:.0f}"])
    head = (
        "",
        "page p50/p95 (CPU) ms",
        "change, or letter p50/p95 (CPU) ms",
        "80 → 200 columns first/last (CPU) ms",
        "key let go ms",
    )
    print(table(head, rows), flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="*", default=[1_000, 1_000_000], metavar="N", help="rows (1k and 1M)")
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 1_000_000], metavar="N", help="(the same)")
    parser.add_argument("--times", type=int, default=100, metavar="N", help="presses of each key (%(default)s)")
    parser.add_argument("--without-peers", action="store_true", help="diptych alone")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    cache = user_cache_path("diptych") / f"benchmark-peers-{version}"
    parser.add_argument("--peers", type=Path, default=cache, metavar="FOLDER", help="where peers are (%(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="diptych-screen-") as made:
        folder = Path(made)
        minimal = Program("a Textual app with one line", [sys.executable, "-c", MINIMAL], b"one line", b"one line")
        whole = [sys.executable, "-m", "diptych", *written(1_000, folder)]
        programs = [of_rows(count, folder) for count in options.rows]
        programs.append(Program("diptych, two files of 1,000 lines", whole, b"quit", b"Old 0000000", b" ", b"n"))
        programs += [of_articles(count, folder) for count in options.articles]
        if not options.without_peers:
            programs += peers(options.peers, folder)
        report(programs, minimal, options.times)


if __name__ == "__main__":
    main()
