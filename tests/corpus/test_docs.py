"""What docs/corpora.md tells of readers and fields is what is declared; ``GOLDEN=write`` writes it anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

from diptych.corpus.fields import FIELDS
from diptych.corpus.readers import READERS

CORPORA = Path(__file__).parents[2] / "docs" / "corpora.md"


def _readers() -> str:
    rows = ["| `--as` | reads | files | extra |", "| --- | --- | --- | --- |"]
    for reader in READERS:
        packed = ", packed too" if any(suffix.endswith(".gz") for suffix in reader.suffixes) else ""
        plain = [f"`{suffix}`" for suffix in reader.suffixes if suffix and not suffix.endswith((".gz", ".bz2"))]
        rows.append(f"| `{reader.name}` | {reader.purpose} | {' '.join(plain)}{packed} | {reader.extra} |")
    return "\n".join(rows)


def _fields() -> str:
    rows = ["| field | names |", "| --- | --- |"]
    return "\n".join([*rows, *(f"| `{role}` | {', '.join(names)} |" for role, names in FIELDS.items())])


def test_the_recipes_tell_the_readers_and_fields_that_are_declared() -> None:
    told = CORPORA.read_text(encoding="utf-8")
    given = told
    for name, table in (("readers", _readers()), ("fields", _fields())):
        given = re.sub(
            rf"(<!-- {name}: [^\n]*\n)(.*?)(<!-- end of {name} -->)",
            lambda found, table=table: f"{found[1]}\n{table}\n\n{found[3]}",
            given,
            flags=re.DOTALL,
        )
    if os.environ.get("GOLDEN") == "write":
        CORPORA.write_text(given, encoding="utf-8")
    else:
        assert told == given
