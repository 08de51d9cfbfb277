"""A diff of prose, as ``git show`` or ``diff -u`` prints it, becomes pairs of versions: what it holds of each file.

A hunk begins and ends in the middle of a text, so each is a passage of its own: an empty line parts them. What the diff
leaves out is not there to be compared, and :data:`PARTIAL` says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from diptych.corpus.document import version_of
from diptych.corpus.files import spoken
from diptych.corpus.readers import reader_for
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from unidiff.patch import PatchedFile

    from diptych.model import Version

PARTIAL = "Only the passages that the diff holds are compared; the text around them is not in it."

_COLOR = re.compile(r"\x1b\[[0-9;]*[mK]")
_COMBINED = re.compile(r"^@@@", re.MULTILINE)
_HUNK = re.compile(r"^@@ -\d", re.MULTILINE)
_QUOTED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_NOWHERE = "/dev/null"


class Patches(NamedTuple):
    """The prose files of a diff, each with its old and its new version, and what was left out, a sentence each."""

    pairs: tuple[tuple[Version, Version], ...]
    notes: tuple[str, ...]


def patches_of(text: str) -> Patches:
    """Understand a diff.

    Raises:
        DiptychError: the text is not a unified diff, or changes no prose.
    """
    from unidiff.errors import UnidiffParseError
    from unidiff.patch import PatchSet

    text = _COLOR.sub("", text)
    if _COMBINED.search(text):
        raise DiptychError("Cannot read this diff of a merge: show it against one parent, as with git show -m.")
    if not _HUNK.search(text):
        raise DiptychError("Standard input is not a unified diff; pipe one in, as with: git show | diptych")
    try:
        files = PatchSet(text)
    except UnidiffParseError as error:
        raise DiptychError(f"Cannot read this diff: {str(error).rstrip('.')}; pipe in what git diff prints.") from None
    pairs, notes = [], []
    for file in files:
        path = _path(file.source_file if file.is_removed_file else file.target_file)
        if file.is_binary_file or (reader := reader_for(path)) is None or not reader.whole:
            notes.append(f"{spoken(path)} is left out: it is not prose that diptych reads.")
        elif len(file):
            pairs.append(_pair(file))
    if not pairs:
        raise DiptychError(" ".join(notes) or "This diff changes no line of any file.")
    return Patches(tuple(pairs), tuple(notes))


def _pair(file: PatchedFile) -> tuple[Version, Version]:
    """The old and the new text of a file, as far as the diff tells them."""
    old = "\n".join("".join(line.value for line in hunk if line.is_removed or line.is_context) for hunk in file)
    new = "\n".join("".join(line.value for line in hunk if line.is_added or line.is_context) for hunk in file)
    paths = _path(file.source_file), _path(file.target_file)
    before, after = (
        version_of(text, name=path.rpartition("/")[2] if path else "(none)", path=path)
        for text, path in zip((old, new), paths, strict=True)
    )
    return before, after


def _path(told: str) -> str:
    """A path without git's quotation marks and its ``a/`` or ``b/``; empty where there is no file."""
    if len(told) > 1 and told[0] == told[-1] == '"':
        told = _QUOTED.sub(_meant, told[1:-1].encode()).decode("utf-8", "replace")
    if told == _NOWHERE:
        return ""
    return told[2:] if told[:2] in {"a/", "b/"} else told.partition("\t")[0]


def _meant(found: re.Match[bytes]) -> bytes:
    said = found[1]
    return bytes([int(said, 8) & 0xFF]) if len(said) == 3 else _ESCAPES.get(said, said)
