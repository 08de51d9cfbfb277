"""The commands beside ``diptych OLD NEW``: each says the same as the screen or the plain form would."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from command import Command
from diptych.app.commands import BROWSE, COMPARE
from diptych.cli import status
from diptych.cli.command import front, open_paths
from diptych.formats import FORMATS


def test_export_says_what_the_plain_form_says(diptych: Command) -> None:
    for name in ("text", "json", "docx"):
        assert diptych("export", "old.txt", "new.txt", "-f", name) == diptych("old.txt", "new.txt", "--export", name)
    assert diptych("export", "old.txt", "new.txt", "-o", "out.json").status == 1
    assert json.loads((diptych.folder / "out.json").read_text(encoding="utf-8"))["links"]


def test_stat_tells_two_versions_in_one_line(diptych: Command) -> None:
    ran = diptych("stat", "old.txt", "new.txt")
    assert (ran.status, ran.err) == (1, "")
    assert ran.text == "old.txt → new.txt: 2 same · 1 reworded · 0 unaccounted\n"
    assert diptych("stat", "old.txt", "same.txt").status == 0


def test_stat_tells_a_program_the_counts_and_what_was_compared(diptych: Command) -> None:
    told = json.loads(diptych("stat", "old.txt", "new.txt", "--json").text)
    assert told["schema"] == {"name": "diptych.stat", "version": 1}
    assert told["summary"]["reworded"] == 1
    assert told["summary"]["unaccounted"] == 0
    assert len(told["old"]["sha256"]) == 64


def test_versions_can_be_called_something_else(diptych: Command) -> None:
    assert diptych("stat", "old.txt", "new.txt", "--label", "early", "--label", "late").text.startswith("early → late:")
    assert diptych("stat", "old.txt", "new.txt", "--label", "early").text.startswith("early → new.txt:")
    told = json.loads(diptych("old.txt", "new.txt", "--export", "json", "--label", "early").text)
    assert (told["old"]["path"], told["new"]["path"]) == ("early", "new.txt")
    assert diptych("stat", "old.txt", "new.txt", *("--label", "x") * 3).status == 2


def test_a_difference_need_not_be_told_by_the_exit_status(diptych: Command) -> None:
    assert diptych("export", "old.txt", "new.txt", "--no-exit-code").status == 0
    assert diptych("old.txt", "new.txt", "--no-exit-code").status == 0
    assert diptych("old.txt", "missing.txt", "--no-exit-code").status == 2


def test_keys_lists_every_command_by_name_with_the_keys_of_the_settings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from diptych import config

    monkeypatch.setattr(
        config, "load", lambda: config.Config(keys={"next_change": "f8,f9"}, problems=("A\x1b broken.",))
    )
    assert status(["keys"]) == 0
    told = capsys.readouterr()
    assert all(f" {command.name} " in told.out for command in (*COMPARE, *BROWSE))
    assert "  f8 f9 " in told.out
    assert told.err == "diptych: A\u241b broken.\n"


def test_formats_lists_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["formats"]) == 0
    told = capsys.readouterr().out
    assert len(told.splitlines()) == len(FORMATS)
    assert all(name in told and entry.purpose in told for name, entry in FORMATS.items())


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["stat", "old.txt"], "diptych stat old.txt new.txt"),
        (["stat", "a", "b", "--jsn"], "Try 'diptych stat --help'"),
        (["export"], "diptych export old.txt new.txt"),
        (["exprot", "a.txt", "b.txt"], "did you mean: diptych export?"),
        (["a.txt", "b.txt", "c.txt"], "Try 'diptych --help'"),
    ],
)
def test_wrong_use_says_what_to_type_instead(argv: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(argv) == 2
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize("name", list(front.commands))
def test_every_command_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status([name, "--help"]) == 0
    assert f"diptych {name}" in capsys.readouterr().out.split("Example", 1)[1]


def test_the_manual_page_has_every_command_option_and_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["man"]) == 0
    page = capsys.readouterr().out.replace(r"\-", "-")
    assert all(f".SS diptych {name}\n" in page for name in front.commands)
    assert all(option in page for parameter in open_paths.params for option in parameter.opts)
    assert all(name in page for name in FORMATS)
    assert "\b" not in page
    assert not [line for line in page.split("\n") if line.startswith("'")]


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_the_manual_page_is_roff_that_groff_has_nothing_to_say_about(capsys: pytest.CaptureFixture[str]) -> None:
    status(["man"])
    page = capsys.readouterr().out
    done = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8"], input=page.encode(), capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_taught_to_complete(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(["completion", shell]) == 0
    assert f"_DIPTYCH_COMPLETE={shell}_complete" in capsys.readouterr().out
