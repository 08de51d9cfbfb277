"""How well and how fast versions are found, beside other tools on the same heap: ``python benchmarks/families.py``.

Each tool has a process of its own, and says what it found: processor seconds of all its threads, seconds by the clock,
peak memory, and of all pairs of versions how many were found (recall) and of the pairs found how many are versions
(precision). The peers have all documents in memory before the clock starts, as their functions ask for; diptych reads
them from the disk one after the other, as the app does, and that counts. The peers come from PyPI into an environment
of their own; one that cannot be installed is left out by name.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import venv
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from heaps import Heap
from platformdirs import user_cache_path

PEERS = ("gaoya", "datasketch", "rensa")

BEGIN = """
import json, resource, sys, time
"""
IN_MEMORY = """
with open(sys.argv[1], encoding="utf-8") as file:
    texts = [json.loads(line)[1] for line in file]
clock, processor = time.perf_counter(), time.process_time()
"""
END = """
took = time.process_time() - processor, time.perf_counter() - clock
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
print(json.dumps([*took, memory]))
for group in found:
    print(*group)
"""
DIPTYCH = """
clock, processor = time.perf_counter(), time.process_time()
from array import array
from diptych.corpus.families import families_of
from diptych.corpus.sketches import sketch_of
file, begins, sketches = open(sys.argv[1], "rb"), array("Q", [0]), []
for line in file:
    sketches.append(sketch_of(json.loads(line)[1]))
    begins.append(begins[-1] + len(line))
def whole(indices):
    for index in indices:
        file.seek(begins[index])
        yield index, sketch_of(json.loads(file.readline())[1], whole=True)
families = families_of(sketches, whole=whole)
found = [group for group, _ in families.groups if len(group) > 1]
"""
GAOYA = """
from gaoya.minhash import MinHashStringIndex
bands, size = {bands}, {size}
index = MinHashStringIndex(hash_size=32, jaccard_threshold=0.1, num_bands=bands, band_size=size,
                           num_hashes=bands * size, analyzer="word", lowercase=True, ngram_range=(5, 5))
index.par_bulk_insert_docs(list(range(len(texts))), texts)
found = [(one, other) for one, near in enumerate(index.par_bulk_query(texts)) for other in near if one < other]
"""
SHINGLES = """
import re
words = re.compile(r"\\w+")
def shingles(text):
    spoken = words.findall(text.lower())
    return {" ".join(run) for run in zip(*(spoken[at:] for at in range(5)))} or {" ".join(spoken)}
"""
DATASKETCH = (
    SHINGLES
    + """
from datasketch import MinHash, MinHashLSH
index = MinHashLSH(num_perm=128, params=(64, 2))
found = []
for number, text in enumerate(texts):
    minhash = MinHash(num_perm=128)
    minhash.update_batch([shingle.encode() for shingle in shingles(text)])
    found += [(other, number) for other in index.query(minhash)]
    index.insert(number, minhash)
"""
)
RENSA = (
    SHINGLES
    + """
from rensa import RMinHash, RMinHashLSH
index = RMinHashLSH(threshold=0.1, num_perm=128, num_bands=64)
found = []
for number, text in enumerate(texts):
    minhash = RMinHash(num_perm=128, seed=42)
    minhash.update(list(shingles(text)))
    found += [(other, number) for other in index.query(minhash)]
    index.insert(number, minhash)
"""
)
TOOLS = {
    "diptych": ("", DIPTYCH),
    "gaoya, 42 bands of 3": ("gaoya", GAOYA.format(bands=42, size=3)),
    "gaoya, 64 bands of 2": ("gaoya", GAOYA.format(bands=64, size=2)),
    "datasketch, 64 bands of 2": ("datasketch", DATASKETCH),
    "rensa, 64 bands of 2": ("rensa", RENSA),
}


class Result(NamedTuple):
    """What a tool took, and how well it did."""

    processor: float
    clock: float
    memory: float
    recall: float
    precision: float


def peer_python(package: str, folder: Path) -> str:
    """The interpreter that has the package; empty where it cannot be installed."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    for attempt in ("import", "install"):
        if attempt == "install":
            subprocess.run([python, "-m", "pip", "install", "--quiet", package], check=False, capture_output=True)
        if subprocess.run([python, "-c", f"import {package}"], check=False, capture_output=True).returncode == 0:
            return str(python)
    return ""


def measure(python: str, code: str, heap: Path, families: list[int]) -> Result:
    """Run a tool on the heap, and hold what it found against the families."""
    done = subprocess.run([python, "-c", BEGIN + code + END, heap], check=True, capture_output=True, text=True)
    first, *lines = done.stdout.splitlines()
    pairs: set[tuple[int, int]] = set()
    for line in lines:
        pairs.update(combinations(sorted(map(int, line.split())), 2))
    right = sum(families[one] == families[other] for one, other in pairs)
    there = sum(count * (count - 1) // 2 for count in Counter(families).values())
    return Result(*json.loads(first), right / there, right / max(1, len(pairs)))


def made(count: int, folder: Path) -> tuple[Path, list[int]]:
    """A heap of so many documents as a file, made once, and the family of each."""
    file = folder / f"heap-{count}.jsonl"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8") as heap:
            for document in Heap().documents(count):
                heap.write(json.dumps(document) + "\n")
    with file.open(encoding="utf-8") as heap:
        return file, [json.loads(line)[0] for line in heap]


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--tools", default="", help="words of the names of those to run; all by default")
    parser.add_argument("--folder", type=Path, default=user_cache_path("diptych-benchmarks"))
    asked = parser.parse_args()
    heap, families = made(asked.documents, asked.folder)
    print(f"{asked.documents:,} documents, {heap.stat().st_size / asked.documents / 1000:.1f} KB each\n")
    print(f"{'':26} {'processor':>10} {'clock':>8} {'memory':>9} {'recall':>8} {'precision':>10}")
    for name, (package, code) in TOOLS.items():
        if asked.tools and not any(word in name for word in asked.tools.split(",")):
            continue
        python = peer_python(package, asked.folder / "peers") if package else sys.executable
        if not python:
            print(f"{name:26} left out: pip cannot install {package}")
            continue
        got = measure(python, (IN_MEMORY if package else "") + code, heap, families)
        print(
            f"{name:26} {got.processor:8.1f} s {got.clock:6.1f} s {got.memory:6.0f} MB {got.recall:8.4f} "
            f"{got.precision:10.4f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
