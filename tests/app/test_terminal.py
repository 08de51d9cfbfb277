"""diptych in a real pseudo-terminal: keys in, a screen out, and the terminal as it was when it ends."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("pseudo-terminals as POSIX knows them", allow_module_level=True)

import pexpect
import pyte

ROWS, COLUMNS = 40, 120
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
_PRIVATE = re.compile(r"\x1b\[[<>=?][0-9;]*\$?[a-zA-Z]")
"""Questions and settings that terminals answer and pyte prints."""

ENVIRONMENT = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor"}


class Terminal:
    """A terminal with diptych in it."""

    def __init__(self, *argv: str, cwd: Path | None = None, **environ: str) -> None:
        clean = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "COLUMNS", "LINES", "TERM"}}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "diptych", *argv],
            cwd=str(cwd) if cwd else None,
            env=clean | ENVIRONMENT | environ,
            dimensions=(ROWS, COLUMNS),
            encoding="utf-8",
            timeout=30,
        )
        self.raw = ""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def read(self) -> bool:
        """Take what has come; False when nothing more will."""
        try:
            data = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(_PRIVATE.sub("", data))
        return True

    def shows(self, expected: str | Callable[[str], bool], seconds: float = 20) -> None:
        """Wait until the screen shows something."""
        found = expected if callable(expected) else lambda text: expected in text
        until = time.monotonic() + seconds
        while not found(self.text):
            assert time.monotonic() < until, f"{expected} never appeared:\n{self.text}"
            assert self.read() or found(self.text), f"diptych ended instead:\n{self.raw[-2000:]}"

    def press(self, *keys: str) -> None:
        for key in keys:
            self.child.send(key)

    def ends(self, seconds: float = 20) -> int:
        """Wait for the end, and give the status as a shell would."""
        until = time.monotonic() + seconds
        while self.read():
            assert time.monotonic() < until, f"diptych never ended:\n{self.text}"
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else 128 + self.child.signalstatus


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Open terminals that are closed whatever happens."""
    opened: list[Terminal] = []

    def spawn(*argv: str, cwd: Path | None = None, **environ: str) -> Terminal:
        opened.append(Terminal(*argv, cwd=cwd, **environ))
        return opened[-1]

    yield spawn
    for one in opened:
        one.child.close(force=True)


Spawn = Callable[..., Terminal]


def test_a_reader_walks_the_changes_of_the_seeds_asks_for_help_and_leaves(terminal: Spawn) -> None:
    opened = terminal()
    opened.shows("change 1 of")
    opened.shows("Blinken")
    opened.press("n")
    opened.shows("change 2 of")
    opened.press("?")
    opened.shows("Go to the next change")
    opened.press("\x1b")
    opened.shows(lambda text: "change 2 of" in text and "Go to the next change" not in text)
    opened.press("p")
    opened.shows("change 1 of")
    opened.press("q")
    assert opened.ends() == 0
    assert opened.raw.count(ENTER) == opened.raw.count(LEAVE) == 1


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_and_gives_the_terminal_back(terminal: Spawn, number: int, status: int) -> None:
    opened = terminal()
    opened.shows("change 1 of")
    opened.child.kill(number)
    assert opened.ends() == status
    assert opened.raw.rindex(LEAVE) > opened.raw.rindex(ENTER)


def test_two_files_open_at_their_first_change_and_a_missing_one_is_a_sentence(terminal: Spawn, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("It began on Monday. Nobody came.\n")
    (tmp_path / "new.txt").write_text("It began on Tuesday. Nobody came.\n")
    opened = terminal("old.txt", "new.txt", cwd=tmp_path)
    opened.shows("change 1 of")
    opened.press("q")
    assert opened.ends() == 0
    refused = terminal("old.txt", "missing.txt", cwd=tmp_path)
    assert refused.ends() == 2
    assert re.fullmatch(r"diptych: .*missing\.txt.*\r\n", refused.raw)


@pytest.mark.parametrize("kind", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_move_its_cursor_gets_plain_text(terminal: Spawn, kind: str) -> None:
    opened = terminal(TERM=kind)
    assert opened.ends() == 1
    assert "Blinken" in opened.raw
    assert "\x1b" not in opened.raw


def test_keys_are_read_from_the_terminal_when_input_comes_from_elsewhere(terminal: Spawn, tmp_path: Path) -> None:
    shell = pexpect.spawn(
        "sh",
        ["-c", f"'{sys.executable}' -m diptych < /dev/null 2> '{tmp_path}/log'"],
        env={**os.environ, **ENVIRONMENT},
        dimensions=(ROWS, COLUMNS),
        encoding="utf-8",
        timeout=20,
    )
    shell.expect("change 1 of")
    shell.send("q")
    shell.expect(pexpect.EOF)
    shell.close()
    assert shell.exitstatus == 0
    assert (tmp_path / "log").read_bytes() == b""


def test_no_keyboard_at_all_is_a_sentence_and_no_wait() -> None:
    leader, follower = os.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "diptych"],
            env={**os.environ, **ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            stdout=follower,
            stderr=subprocess.PIPE,
            start_new_session=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )
    finally:
        os.close(follower)
        os.close(leader)
    assert done.returncode == 2
    assert done.stderr.startswith("diptych: ")
    assert "standard input is not a terminal" in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_any_terminal_the_text_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "diptych"],
        env={**os.environ, **ENVIRONMENT},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert "Blinken" in done.stdout
    assert done.stderr == ""
