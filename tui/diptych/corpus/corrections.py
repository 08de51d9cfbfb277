"""What a person said about which documents belong together, in a TOML file that can be read and edited.

It lies in the data folder (``corrections/NAME-….toml``, a file a corpus), never in the corpus, and outlives any index::

    corpus = "/home/ada/stories"

    [[together]]
    documents = ["flood.txt", "old/flood-first.txt"]

    [[apart]]
    documents = ["results-2021.txt", "results-2022.txt"]

Documents are named by their address, from the corpus' folder on.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import tomllib
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from diptych.errors import DiptychError
from diptych.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

Pair = tuple[str, str]

_SAID = ("together", "apart")


@dataclass(frozen=True, slots=True)
class Said:
    """Pairs of addresses that belong together, and pairs that do not; the smaller address first."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def with_together(self, documents: Iterable[str]) -> Said:
        """The same, but these documents are versions of one article."""
        pairs = _pairs(documents)
        return replace(self, together=self.together | pairs, apart=self.apart - pairs)

    def with_apart(self, one: str, others: Iterable[str]) -> Said:
        """The same, but the one document is no version of the article that the others are versions of."""
        pairs = {pair for other in others for pair in _pairs((one, other))}
        return replace(self, together=self.together - pairs, apart=self.apart | pairs)


def corrections_file(corpus: str) -> Path:
    """Where the corrections of a corpus are kept."""
    where = os.path.realpath(corpus)
    digest = sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    name = re.sub(r"[^\w-]+", "-", Path(where).name, flags=re.ASCII)[:40] or "corpus"
    return data_folder() / "corrections" / f"{name}-{digest}.toml"


def read(corpus: str) -> Said:
    """What was said about a corpus; nothing where there is no file.

    Raises:
        DiptychError: the file is there and cannot be understood.
    """
    file = corrections_file(corpus)
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        found = {
            name: frozenset(pair for entry in table.get(name, []) for pair in _pairs(entry["documents"]))
            for name in _SAID
        }
    except FileNotFoundError:
        return Said()
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise DiptychError(f"The corrections in {file} cannot be read ({error}); mend the file or delete it.") from None
    return Said(found["together"], found["apart"])


def write(corpus: str, said: Said) -> None:
    """Keep what was said.

    Raises:
        DiptychError: the file cannot be written.
    """
    file = corrections_file(corpus)
    lines = [f"corpus = {_quoted(os.path.realpath(corpus))}\n"]
    for name, pairs in zip(_SAID, (said.together, said.apart), strict=True):
        lines += [f"\n[[{name}]]\ndocuments = [{', '.join(map(_quoted, pair))}]\n" for pair in sorted(pairs)]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as draft:
            draft.write("".join(lines))
        os.replace(draft.name, file)  # noqa: PTH105
    except (OSError, ValueError) as error:
        raise DiptychError(f"Cannot keep the correction in {file}: {error}.") from None


def named(corpus: str, address: str) -> str:
    """A document as the file names it: from the corpus' folder on."""
    beginning = os.path.join(corpus, "")  # noqa: PTH118  # a prefix, not a path
    return address.removeprefix(beginning).replace(os.sep, "/")


def _pairs(documents: Iterable[str]) -> frozenset[Pair]:
    return frozenset((one, other) for one, other in combinations(sorted(set(documents)), 2))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
