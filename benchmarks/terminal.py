"""A program in a pseudo-terminal, and how long it takes to answer real keys. Needs Linux."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from pathlib import Path
from typing import NamedTuple

SILENCE = 0.06
"""Seconds without a byte after which a frame is over."""
HEIGHT, WIDTH = 40, 120
_PROCESSOR = 2
"""Which of a process's clocks counts what all of its threads have had, those that ended among them."""


class Frame(NamedTuple):
    """Milliseconds from the key to the first and to the last byte, how many bytes, and milliseconds of processor."""

    first: float
    last: float
    size: int
    spent: float = 0.0


class EndedError(Exception):
    """The program is gone, with what it said last."""


class Terminal:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, command: list[str], width: int = WIDTH, height: int = HEIGHT) -> None:
        self.begun = time.perf_counter()
        self.said = b""
        self.pid, self.file = pty.fork()
        if not self.pid:
            for name in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
                os.environ.pop(name, None)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            os.execvp(command[0], command)

    def read(self, seconds: float) -> bytes:
        """What is written within so many seconds; nothing after that."""
        ready, _, _ = select.select([self.file], [], [], max(0.0, seconds))
        if not ready:
            return b""
        try:
            data = os.read(self.file, 1 << 16)
        except OSError:
            data = b""
        if not data:
            raise EndedError(self.said[-2000:].decode(errors="replace"))
        self.said = (self.said + data)[-100_000:]
        return data

    def frame(self, begun: float, patience: float = 20.0, silence: float = SILENCE) -> Frame:
        """Everything up to the next silence."""
        first = last = 0.0
        size = 0
        while data := self.read(silence if size else patience):
            last = time.perf_counter()
            first, size = first or last, size + len(data)
        return Frame(1000 * (first - begun), 1000 * (last - begun), size)

    def until(self, words: bytes, patience: float = 120.0) -> Frame:
        """From the start of the program until these words stand on the screen, and the processor it had until then."""
        ends = time.perf_counter() + patience
        while words not in self.said:
            if not self.read(ends - time.perf_counter()):
                raise EndedError(f"{words.decode()} never came")
        now = 1000 * (time.perf_counter() - self.begun)
        return Frame(now, now, len(self.said), self.spent())

    def press(self, keys: bytes, silence: float = SILENCE) -> Frame:
        """Press a key and take the frame."""
        spent, begun = self.spent(), time.perf_counter()
        os.write(self.file, keys)
        return self.frame(begun, patience=1.0, silence=silence)._replace(spent=self.spent() - spent)

    def resize(self, width: int, height: int = HEIGHT) -> Frame:
        """Give the terminal another size and take the frame."""
        spent, begun = self.spent(), time.perf_counter()
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        return self.frame(begun)._replace(spent=self.spent() - spent)

    def spent(self) -> float:
        """Milliseconds of processor that it has had."""
        return 1000 * time.clock_gettime((~self.pid << 3) | _PROCESSOR)

    def memory(self) -> float:
        """Resident megabytes."""
        told = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(told.partition("VmRSS:")[2].split()[0]) / 1024

    def rest(self, seconds: float = 0.5) -> None:
        """Let it go on until it has written nothing for a while."""
        self.frame(time.perf_counter(), patience=seconds, silence=seconds)

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


def walk(terminal: Terminal, key: bytes, times: int, silence: float = SILENCE) -> list[Frame]:
    """Press a key again and again, a pause between, until nothing answers any more: that is the end of the text."""
    frames: list[Frame] = []
    while len(frames) < times and any(frame.size for frame in frames[-2:] or [Frame(0, 0, 1)]):
        frames.append(terminal.press(key, silence))
        terminal.rest(0.02 if silence == SILENCE else 0.2)
    return frames


def held(terminal: Terminal, key: bytes, times: int = 60, every: float = 0.02) -> float:
    """Milliseconds from the last press of a held key to the last byte; it comes fifty times a second, twice as often as
    keyboards mostly repeat."""
    pressed = time.perf_counter()
    for _ in range(times):
        os.write(terminal.file, key)
        pressed = time.perf_counter()
        while (left := pressed + every - time.perf_counter()) > 0:
            terminal.read(left)
    return max(0.0, terminal.frame(pressed, patience=0.5).last)
