"""What the README tells of keys and formats is what is declared; ``GOLDEN=write`` writes it anew."""

import os
import re
from pathlib import Path

import pytest

from diptych.app.commands import BROWSE, COMPARE, by_topic, written
from diptych.formats.table import FORMATS

README = Path(__file__).parent.parent.parent / "README.md"


def keys_table() -> str:
    rows = ["| keys | command | in a comparison |", "| --- | --- | --- |"]
    for commands in by_topic(COMPARE).values():
        rows += [f"| `{written(command)}` | `{command.name}` | {command.help} |" for command in commands]
    rows += ["", "| keys | command | in the list of articles |", "| --- | --- | --- |"]
    rows += [f"| `{written(command)}` | `{command.name}` | {command.help} |" for command in BROWSE]
    return "\n".join(rows)


def formats_table() -> str:
    rows = ["| format | |", "| --- | --- |"]
    return "\n".join([*rows, *(f"| `{entry.name}` | {entry.purpose} |" for entry in FORMATS.values())])


def test_the_readme_tells_the_keys_and_formats_that_are_declared() -> None:
    told = README.read_text(encoding="utf-8")
    given = told
    for name, table in (("keys", keys_table()), ("formats", formats_table())):
        given = re.sub(
            rf"(<!-- {name}: [^\n]*\n)(.*?)(<!-- end of {name} -->)",
            lambda found, table=table: f"{found[1]}\n{table}\n\n{found[3]}",
            given,
            flags=re.DOTALL,
        )
    if os.environ.get("GOLDEN") == "write":
        README.write_text(given, encoding="utf-8")
    else:
        assert told == given


def test_the_library_example_runs_and_gives_what_it_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(README.parent)
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    said = capsys.readouterr().out.splitlines()
    promised = [line.partition("# ")[2] for line in example.splitlines() if "print(" in line and "# " in line]
    assert said[0] == promised[0]
    assert [word.split()[0] for word in promised[1].split(", ")] == [line.split()[0] for line in said[1:3]]
