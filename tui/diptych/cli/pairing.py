"""Which two versions are compared: two files, a file at two revisions of a repository, or what a piped diff holds."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import diptych
from diptych.cli import terminal
from diptych.corpus.files import spoken
from diptych.corpus.records import Options
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from diptych.model import Version

    Pair = Callable[[], tuple[Version, Version]]


STANDARD_INPUT = "-"
"""Names standard input in the place of a file."""


class Pairs(NamedTuple):
    """What is to be compared, read when it is asked for, and what must be told about it."""

    pairs: tuple[Pair, ...]
    left_out: tuple[str, ...] = ()
    """Sentences on what could not be taken."""
    notes: tuple[str, ...] = ()
    """Sentences that belong to every comparison of these."""
    are_files: bool = False
    """Whether they are the two files that the arguments name."""
    called: str = ""
    """What all of them are called together."""
    corpus: tuple[str, Options] | None = None
    """Where they are found as a corpus, and how that is read; None where they are nowhere but here."""


def pairs_for(paths: Sequence[str], labels: tuple[str, ...] = (), reading: Options | None = None) -> Pairs | None:
    """What the arguments name, or None where they name a corpus.

    Raises:
        DiptychError: there is no such revision, or standard input is no diff of prose.
    """
    if len(paths) > 1 and _is_folder(paths[0]) and not os.path.lexists(paths[1]):
        from diptych.corpus.revisions import is_range

        if is_range(paths[1]):
            return _between(*paths)
    if len(paths) == 2:
        return Pairs((partial(_read, paths[0], paths[1], labels, _reader(paths, reading)),), are_files=True)
    if not paths and (piped := terminal.piped()):
        return _in_diff(piped)
    return None


@contextmanager
def corpus_of(pairs: Pairs) -> Iterator[tuple[str, Options]]:
    """The pairs as a corpus, and how to read it; nothing is left of its index."""
    with _folder_of(pairs) if pairs.corpus is None else nullcontext(pairs.corpus) as (path, reading):
        try:
            yield path, reading
        finally:
            from diptych.corpus.index.store import discard, index_file

            with suppress(
                OSError
            ):  # Windows keeps what is open; the index is swept out with those of other lost corpora
                discard(index_file(path, reading))


@contextmanager
def _folder_of(pairs: Pairs) -> Iterator[tuple[str, Options]]:
    """The pairs in a folder of their own, a folder an article; nothing is left of it."""
    with tempfile.TemporaryDirectory(prefix="diptych-") as folder:
        for pair in pairs.pairs:
            old, new = pair()
            inside = Path(folder, *_safe(new.path or old.path))
            inside.mkdir(parents=True, exist_ok=True)
            for name, version in (("v1.md", old), ("v2.md", new)):
                if version.text.strip():
                    (inside / name).write_text(version.text, encoding="utf-8", newline="")
        yield folder, Options(reader="folder")


def _reader(paths: Sequence[str], reading: Options | None) -> Callable[[str], Version]:
    """What reads each of the two; standard input is read now, before a screen takes it for its keys.

    Raises:
        DiptychError: standard input is no text, or is to be both versions.
    """
    if STANDARD_INPUT not in paths:
        return partial(diptych.read_version, options=reading)
    if paths[0] == paths[1]:
        raise DiptychError("Only one of the two versions can be standard input; name a file for the other one.")
    from diptych.corpus.reading import version_in

    given = version_in(terminal.standard_input(), name="standard input", path="standard input", options=reading)
    return lambda path: given if path == STANDARD_INPUT else diptych.read_version(path, options=reading)


def _read(old: str, new: str, labels: tuple[str, ...], read: Callable[[str], Version]) -> tuple[Version, Version]:
    if len(labels) > 2:
        raise DiptychError(f"There are two versions to label; these are {len(labels)} labels.")
    before, after = read(old), read(new)
    if labels:
        before = replace(before, name=labels[0], path=labels[0])
    if labels[1:]:
        after = replace(after, name=labels[1], path=labels[1])
    return before, after


def _between(folder: str, revisions: str, file: str = "") -> Pairs:
    from diptych.corpus.revisions import revisions_of

    found = revisions_of(folder, revisions)
    changes = found.changes(file)
    if not changes:
        what = spoken(file) if file else "No prose file"
        raise DiptychError(f"{what} does not differ between {spoken(revisions.replace('..', ' and ').strip('.'))}.")
    called = " ".join(filter(None, (Path(folder).resolve().name or folder, revisions, file)))
    corpus = folder, Options(reader="history", query=f"{revisions} {file}".rstrip())
    return Pairs(tuple(partial(found.versions, change) for change in changes), called=called, corpus=corpus)


def _in_diff(text: str) -> Pairs:
    from diptych.corpus.patches import PARTIAL, patches_of

    patches = patches_of(text)
    return Pairs(
        tuple(partial(_known, *pair) for pair in patches.pairs),
        patches.notes,
        (PARTIAL,),
        called="the diff on standard input",
    )


def _known(old: Version, new: Version) -> tuple[Version, Version]:
    return old, new


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _safe(path: str) -> list[str]:
    """The parts of a path from elsewhere that can be a folder's name here."""
    return [part for part in path.replace("\\", "/").replace(":", "/").replace("\0", "").split("/") if part.strip(".")]
