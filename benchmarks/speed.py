"""How long diptych and its peers take, whole processes on the same texts: ``python benchmarks/speed.py``.

Every figure is the wall time of a process from start to exit (with ``--processor`` its processor time, which other
programs on the machine hardly touch), the median of up to three runs; beside it in brackets how many times diptych's
alignment that is. The texts are made by shapes.py. Peers from PyPI are installed into an
environment of their own; a peer that is not there is skipped by name. Needs a system with fork and signals.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from shutil import which
from threading import Event, Timer
from typing import TYPE_CHECKING, NamedTuple

from platformdirs import user_cache_path
from shapes import SHAPES, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RUNS = 3
ENOUGH = 1.0
"""Seconds after which a tool is not run once more on the same texts."""

OWN = 5
"""How many times the time-out of a peer diptych has: its own slowness is not to hide behind one."""

ALIGN = """
import sys
from diptych import compare, read_version
print(len(compare(*map(read_version, sys.argv[1:])).links))
"""
STAGES = """
import sys, time
marks = [time.process_time()]
def lap(name):
    marks.append(time.process_time())
    print(name, 1000 * (marks[-1] - marks[-2]), flush=True)
from diptych import compare, read_version
from diptych.comparison import engine
from diptych.comparison.outline import outline
from diptych.corpus import reading
from diptych.layout.rows import rows_of
lap("import")
versions = [read_version(path) for path in sys.argv[1:]]
lap("read")
outline(*versions)
lap("outline")
tying, align = [], engine.align
def timed(*sentences, **others):
    begun = time.process_time()
    found = align(*sentences, **others)
    tying.append(1000 * (time.process_time() - begun))
    return found
engine.align = timed
comparison = compare(*versions)
lap("compare")
print("tying", sum(tying))
rows_of(comparison)
lap("rows")
comparison.summary()
lap("summary")
"""
SENTENCES = """
import difflib, re, sys
old, new = (re.split(r"(?<=[.!?])\\s+", open(path, encoding="utf-8").read()) for path in sys.argv[1:])
print(len(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()))
"""
LINES = """
import difflib, sys
old, new = (open(path, encoding="utf-8").read().splitlines() for path in sys.argv[1:])
print(len(difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()))
"""
REDLINES = """
import sys
from redlines import Redlines
print(len(Redlines(*(open(path, encoding="utf-8").read() for path in sys.argv[1:])).output_markdown))
"""
WIKIDIFF = "echo strlen(wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2));"


@dataclass(slots=True)
class Tool:
    """A program that compares two files; ``missing`` says why it cannot be run."""

    name: str
    command: list[str]
    """OLD and NEW stand for the files."""
    version: str = ""
    missing: str = ""
    well: tuple[int, ...] = (0,)
    """Exit statuses that mean that all went well; a diff has 1 where something differs."""
    slow: set[str] = field(default_factory=set)
    """Groups in which it has run out of time on a text; it is not tried on the larger ones that follow."""


class Run(NamedTuple):
    """How a process ended: seconds (None where time ran out), and of the processor, peak memory in MB, its exit status,
    what it printed."""

    seconds: float | None
    processor: float
    memory: float
    status: int
    printed: str


def run(command: Sequence[str], seconds: float) -> Run:
    """Run a command to its end, or for so many seconds."""
    late = Event()

    def stop() -> None:
        late.set()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        timer = Timer(seconds, stop)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read(4000).decode("utf-8", "replace")
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    spent = usage.ru_utime + usage.ru_stime
    return Run(None if late.is_set() else took, spent, usage.ru_maxrss / unit, process.returncode, printed)


def python_peer(name: str, package: str, folder: Path) -> Tool:
    """A peer from PyPI, installed into the environment of the peers if it is not there."""
    python = str(folder / "bin" / "python")
    tool = Tool(name, [str(folder / "bin" / name)])
    ask = [python, "-c", f"from importlib.metadata import version; print(version({package!r}))"]
    try:
        if not Path(python).exists():
            venv.create(folder, with_pip=True)
        found = run(ask, 30)
        if found.status:
            made = run([python, "-m", "pip", "install", "--quiet", package], 300)
            found = run(ask, 30)
        if found.status:
            wrong = [line for line in made.printed.splitlines() if line.startswith("ERROR")]
            tool.missing = wrong[-1] if wrong else "pip could not install it"
    except (OSError, subprocess.SubprocessError) as error:
        tool.missing = f"no environment for it: {error}"
    else:
        tool.version = found.printed.strip()
    return tool


def program(name: str, *arguments: str, label: str = "", probe: Sequence[str] = ("--version",)) -> Tool:
    """A peer that the system has, or has not."""
    tool = Tool(label or name, [name, *arguments, "OLD", "NEW"], well=(0, 1))
    if which(name) is None:
        tool.missing = "not installed"
        return tool
    said = run([name, *probe], 10)
    line = said.printed.strip().partition("\n")[0]
    tool.version = next((word for word in line.split() if word[:1].isdigit()), "")
    if not tool.version:
        tool.missing = f"{name} has no such thing"
    return tool


def peers(folder: Path) -> list[Tool]:
    """Everything that diptych is measured beside."""
    prosediff = python_peer("prosediff", "prosediff", folder)
    prosediff.name = "prosediff, by sentences"
    options = ("--split", "sentence", "--language", "en", "--format", "diff", "-o", os.devnull)
    prosediff.command += ["--files", "OLD", "NEW", *options]
    redlines = python_peer("redlines", "redlines", folder)
    redlines.command = [str(folder / "bin" / "python"), "-c", REDLINES, "OLD", "NEW"]
    version = platform.python_version()
    vim = program("vim", "-u", "NONE", "-i", "NONE", "-es", "-d", label="vim -d")
    vim.command += ["-c", "call diff_hlID(1, 1)", "-c", "qa!"]
    vim.version = vim.version or "there"
    php = ("-d", "memory_limit=-1", "-r")
    return [
        prosediff,
        Tool("difflib, by sentences", [sys.executable, "-c", SENTENCES, "OLD", "NEW"], version),
        Tool("difflib, by lines", [sys.executable, "-c", LINES, "OLD", "NEW"], version),
        redlines,
        program("git", "diff", "--no-index", "--word-diff", label="git diff --word-diff"),
        program("wdiff"),
        program("dwdiff"),
        vim,
        program("php", *php, WIKIDIFF, label="wikidiff2", probe=("-r", 'echo phpversion("wikidiff2");')),
    ]


def ours() -> list[Tool]:
    """The two ways in which diptych itself is measured; the first is what the ratios are to."""
    return [
        Tool("diptych, alignment", [sys.executable, "-c", ALIGN, "OLD", "NEW"]),
        Tool("diptych --export json", [sys.executable, "-m", "diptych", "OLD", "NEW", "--export", "json"], well=(0, 1)),
    ]


def measured(tool: Tool, files: tuple[Path, Path], limit: float, *, processor: bool) -> Run:
    """The median of a few runs, by the clock or by the processor."""
    places = {"OLD": str(files[0]), "NEW": str(files[1])}
    command = [places.get(word, word) for word in tool.command]
    runs: list[Run] = []
    while len(runs) < RUNS and sum(one.seconds or limit for one in runs) < ENOUGH:
        runs.append(run(command, limit))
        if runs[-1].seconds is None or runs[-1].status not in tool.well:
            return runs[-1]
    took = [one.processor if processor else one.seconds or limit for one in runs]
    return runs[0]._replace(seconds=statistics.median(took))


def cell(tool: Tool, one: Run | None, base: float | None, limit: float) -> str:
    """Milliseconds, and how many times diptych's that is; of what was stopped, the limit that it passed."""
    if one is None:
        return "–"
    if one.seconds is not None and one.status not in tool.well:
        return f"failed ({one.status})"
    more = "> " if one.seconds is None else ""
    ratio = (one.seconds or limit) / base if base else 0
    spoken = f"{ratio:,.0f}" if ratio >= 9.95 else f"{ratio:.2g}"
    times = f" ({more}{spoken}×)" if ratio else ""
    return f"> {limit:.2g} s{times}" if one.seconds is None else f"{1000 * one.seconds:,.0f}{times}"


def stages(files: tuple[Path, Path], limit: float) -> dict[str, str]:
    """Milliseconds of each step inside one process; only those that it came to."""
    found: dict[str, list[float]] = defaultdict(list)
    spent = 0.0
    for _ in range(RUNS):
        one = run([sys.executable, "-c", STAGES, *map(str, files)], limit)
        for line in one.printed.splitlines():
            name, _, took = line.partition(" ")
            found[name].append(float(took))
        spent += one.seconds or limit
        if spent > ENOUGH:
            break
    return {name: f"{statistics.median(took):,.0f}" for name, took in found.items()}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as Markdown has it, in columns."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    lines.insert(1, ["-" * widths[0], *["-" * (width - 1) + ":" for width in widths[1:]]])
    adjusted = (
        [line[0].ljust(widths[0]), *[text.rjust(width) for text, width in zip(line[1:], widths[1:], strict=True)]]
        for line in lines
    )
    return "\n".join(f"| {' | '.join(line)} |" for line in adjusted)


def write(shape: Shape, files: tuple[Path, Path]) -> None:
    """Write a shape's texts, in a process of its own: what this one held would count as every tool's peak memory."""

    def made() -> None:
        for path, text in zip(files, shape.make(), strict=True):
            path.write_text(text, encoding="utf-8")

    maker = get_context("fork").Process(target=made)
    maker.start()
    maker.join()


def measure(shapes: Sequence[Shape], tools: Sequence[Tool], limit: float, *, processor: bool) -> None:
    """Measure all tools on the shapes of one group, and print its tables."""
    columns: list[list[str]] = []
    inside: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory(prefix="diptych-speed-") as folder:
        files = Path(folder) / "old.md", Path(folder) / "new.md"
        for shape in shapes:
            print(f"{shape.group}: {shape.name}", end=" ", file=sys.stderr, flush=True)
            write(shape, files)
            column: list[str] = []
            base: float | None = None
            memory = 0.0
            for tool in tools:
                patience = limit * OWN if tool in tools[: len(ours())] else limit
                one = None if shape.group in tool.slow else measured(tool, files, patience, processor=processor)
                if tool is tools[0] and one:
                    base, memory = one.seconds, one.memory
                if one and one.seconds is None and shape.grows:
                    tool.slow.add(shape.group)
                column.append(cell(tool, one, base, one.processor if processor and one else patience))
                print(".", end="", file=sys.stderr, flush=True)
            columns.append(column)
            inside.append({**stages(files, limit * OWN), "peak memory, MB": f"{memory:,.0f}"})
            print(file=sys.stderr)
    names = [shape.name for shape in shapes]
    what = "processor ms" if processor else "ms"
    print(f"\n{shapes[0].group}: {what} (times diptych's alignment); – not tried, as it took too long for less\n")
    print(table(["", *names], ([tool.name, *row] for tool, row in zip(tools, zip(*columns, strict=True), strict=True))))
    print("\ninside diptych: ms of the processor\n")
    steps = ("import", "read", "outline", "compare", "tying", "rows", "summary", "peak memory, MB")
    print(
        table(["", *names], ([step, *(one.get(step, f"> {limit * OWN:g} s") for one in inside)] for step in steps)),
        flush=True,
    )


def main() -> None:
    """Set up, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="only a few shapes, and less patience")
    parser.add_argument("--large", action="store_true", help="the largest shapes, too")
    parser.add_argument("--shapes", metavar="WORD", nargs="+", help="only shapes with one of these in their names")
    parser.add_argument("--timeout", type=float, metavar="N", help="seconds for one run of one tool (4)")
    parser.add_argument("--processor", action="store_true", help="processor time, for a machine that is busy")
    parser.add_argument("--without-peers", action="store_true", help="diptych alone")
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    cache = user_cache_path("diptych") / f"benchmark-peers-{version}"
    parser.add_argument(
        "--peers", type=Path, default=cache, metavar="FOLDER", help="where peers are installed (%(default)s)"
    )
    options = parser.parse_args()
    limit = options.timeout or (2 if options.quick else 4)
    others = [] if options.without_peers else peers(options.peers)
    chosen = [shape for shape in SHAPES if shape.wanted(options.shapes, quick=options.quick, large=options.large)]
    if not chosen:
        parser.error(f"no such shape; there are: {'; '.join(shape.name for shape in SHAPES)}")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    there = [tool for tool in others if not tool.missing]
    print(f"peers: {', '.join(f'{tool.name} ({tool.version})' for tool in there) or 'none'}")
    for tool in others:
        if tool.missing:
            print(f"skipped: {tool.name}: {tool.missing}")
    for group in dict.fromkeys(shape.group for shape in chosen):
        measure(
            [shape for shape in chosen if shape.group == group], [*ours(), *there], limit, processor=options.processor
        )


if __name__ == "__main__":
    main()
