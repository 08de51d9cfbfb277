"""How fast the reading screen answers, through a pseudo-terminal with real keys: ``python benchmarks/screen.py``.

A frame is what the app writes between a key and the next silence; its time is that from the key to the frame's last
byte. Beside it in brackets stands the processor time that the app took for it, which a busy machine changes less. First
frame and memory stand beside those of a Textual app that shows one line, in the same run; the time that the text took
to be made is taken off. The rows are made one by one, without an engine, so that it is the screen that is measured;
widget, page and rows are the app's own. Peers from PyPI go into an environment of their own. Needs Linux.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path
from shutil import which
from typing import NamedTuple

from platformdirs import user_cache_path
from speed import python_peer, table

HERE = Path(__file__).parent
SILENCE = 0.06
"""Seconds without a byte after which a frame is over."""
HEIGHT, WIDTH = 40, 120

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("one line")
Minimal().run()
"""


class Frame(NamedTuple):
    """Milliseconds from the key to the first and to the last byte, how many bytes, and milliseconds of processor."""

    first: float
    last: float
    size: int
    spent: float = 0.0


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command: list[str], width: int = WIDTH, height: int = HEIGHT) -> None:
        self.begun = time.perf_counter()
        self.pid, self.file = pty.fork()
        if not self.pid:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS="", LINES="")
            for name in ("COLUMNS", "LINES", "NO_COLOR"):
                os.environ.pop(name, None)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            os.execvp(command[0], command)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def read(self, seconds: float) -> bytes:
        """What is written within so many seconds; nothing after that."""
        ready, _, _ = select.select([self.file], [], [], max(0.0, seconds))
        try:
            return os.read(self.file, 1 << 16) if ready else b""
        except OSError:
            return b""

    def frame(self, begun: float, patience: float = 20.0, silence: float = SILENCE) -> Frame:
        """Everything up to the next silence."""
        first = last = 0.0
        size = 0
        while data := self.read(silence if size else patience):
            last = time.perf_counter()
            first, size = first or last, size + len(data)
        return Frame(1000 * (first - begun), 1000 * (last - begun), size)

    def press(self, keys: bytes) -> Frame:
        """Press a key and take the frame."""
        spent, begun = self.spent(), time.perf_counter()
        os.write(self.file, keys)
        return self.frame(begun, patience=1.0)._replace(spent=self.spent() - spent)

    def resize(self, width: int, height: int = HEIGHT) -> Frame:
        """Give the terminal another size and take the frame."""
        begun = time.perf_counter()
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)
        return self.frame(begun)

    def spent(self) -> float:
        """Milliseconds of processor that its threads have had."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text(encoding="ascii").split()[0]) for thread in threads) / 1e6

    def memory(self) -> float:
        """Resident megabytes."""
        told = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(told.partition("VmRSS:")[2].split()[0]) / 1024

    def end(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def spread(frames: list[Frame]) -> str:
    """The median and the 95th percentile of the times to the last byte, and the median of processor time."""
    times = sorted(frame.last for frame in frames if frame.size)
    if not times:
        return "–"
    spent = statistics.median(frame.spent for frame in frames if frame.size)
    return f"{statistics.median(times):.1f}/{times[int(0.95 * (len(times) - 1))]:.1f} ({spent:.1f})"


def walk(terminal: Terminal, key: bytes, times: int) -> list[Frame]:
    """Press a key again and again, a pause between, until nothing answers any more: that is the end of the text."""
    frames: list[Frame] = []
    while len(frames) < times and any(frame.size for frame in frames[-2:] or [Frame(0, 0, 1)]):
        frames.append(terminal.press(key))
        time.sleep(0.02)
    return frames


def held(terminal: Terminal, key: bytes, times: int, every: float) -> float:
    """Milliseconds from the last of many quick presses to the last byte."""
    for _ in range(times):
        os.write(terminal.file, key)
        terminal.read(every)
    return terminal.frame(time.perf_counter(), patience=0.5).last


class Measured(NamedTuple):
    """What was measured of one program on one text, in milliseconds and megabytes."""

    first: float
    page: list[Frame]
    change: list[Frame]
    resized: float
    let_go: float
    memory: float


def measure(command: list[str], page: bytes, change: bytes, times: int) -> Measured:
    """Measure a program: the first frame, pages, changes, a new width, a key held, memory."""
    terminal = Terminal(command)
    try:
        first = terminal.frame(terminal.begun, patience=120).last
        terminal.frame(time.perf_counter(), patience=1.0, silence=0.3)
        walk(terminal, page, 5)
        pages, changes = walk(terminal, page, times), walk(terminal, change, times)
        resized: list[float] = []
        for _ in range(3):
            terminal.resize(80)
            resized.append(terminal.resize(200).first)
        terminal.resize(WIDTH)
        let_go = held(terminal, page, 60, 0.005)
        return Measured(first, pages, changes, min(resized), max(0.0, let_go), terminal.memory())
    finally:
        terminal.end()


def row(name: str, found: Measured) -> list[str]:
    """A line of the table."""
    told = (f"{found.resized:.0f}", f"{found.let_go:.0f}", f"{found.memory:.0f}")
    return [name, f"{found.first:,.0f}", spread(found.page), spread(found.change), *told]


def bare() -> tuple[float, float]:
    """First frame in milliseconds and memory in megabytes of a Textual app that shows one line."""
    firsts, memory = [], 0.0
    for _ in range(3):
        terminal = Terminal([sys.executable, "-c", MINIMAL])
        firsts.append(terminal.frame(terminal.begun, patience=60, silence=0.3).last)
        memory = terminal.memory()
        terminal.end()
    return min(firsts), memory


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 1_000_000], metavar="N", help="rows (1k and 1M)")
    parser.add_argument("--times", type=int, default=100, metavar="N", help="presses of each key (%(default)s)")
    parser.add_argument("--without-peers", action="store_true", help="diptych alone")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    cache = user_cache_path("diptych") / f"benchmark-peers-{version}"
    parser.add_argument("--peers", type=Path, default=cache, metavar="FOLDER", help="where peers are (%(default)s)")
    options = parser.parse_args()
    first, memory = bare()
    print(f"a Textual app with one line: first frame {first:,.0f} ms, {memory:.0f} MB\n")
    lines: list[list[str]] = []
    for count in options.rows:
        with tempfile.TemporaryDirectory(prefix="diptych-screen-") as folder:
            told = Path(folder) / "made"
            command = [sys.executable, str(HERE / "many_rows.py"), str(count), "--told", str(told)]
            found = measure(command, b" ", b"n", options.times)
            found = found._replace(first=found.first - float(told.read_text(encoding="ascii")))
        lines.append(row(f"diptych, {count:,} rows", found))
        print(
            f"{count:,} rows: first frame {found.first / first:.2f}×, memory {found.memory / memory:.2f}×", flush=True
        )
    if not options.without_peers:
        lines += peers(options.peers, options.times)
    head = (
        "",
        "first frame ms",
        "page p50/p95 (CPU) ms",
        "change p50/p95 (CPU) ms",
        "resize ms",
        "key let go ms",
        "MB",
    )
    print("\n" + table(head, lines))


def peers(folder: Path, times: int) -> list[list[str]]:
    """The same for other programs, on texts as long as they can bear."""
    lines: list[list[str]] = []
    with tempfile.TemporaryDirectory(prefix="diptych-screen-") as made:
        for count in (1_000, 100_000):
            files = [str(Path(made) / name) for name in ("old.txt", "new.txt")]
            os.spawnv(
                os.P_WAIT, sys.executable, [sys.executable, str(HERE / "many_rows.py"), str(count), "--write", *files]
            )
            if which("vim"):
                vim = ["vim", "-u", "NONE", "-i", "NONE", "-d", *files]
                lines.append(row(f"vim -d, {count:,} lines", measure(vim, b"\x06", b"]c", times)))
            else:
                print("skipped: vim -d: not installed")
            viewer = python_peer("textual-diff-view", "textual-diff-view", folder)
            if viewer.missing:
                print(f"skipped: textual-diff-view: {viewer.missing}")
            elif count <= 1_000:
                command = [str(folder / "bin" / "python"), str(HERE / "diff_view_peer.py"), *files]
                lines.append(
                    row(
                        f"textual-diff-view {viewer.version}, {count:,} lines",
                        measure(command, b"\x1b[6~", b"\x1b[6~", times),
                    )
                )
    return lines


if __name__ == "__main__":
    main()
