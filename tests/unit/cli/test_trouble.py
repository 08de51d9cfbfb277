"""Whatever goes wrong inside becomes one sentence and a status."""

from __future__ import annotations

import pytest

import diptych
from diptych.cli import output, status
from diptych.errors import DiptychError


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> object:
    """Let the reading of a version fail in a given way."""

    def arrange(error: BaseException) -> None:
        def fail(_path: str, *, options: object = None) -> None:
            raise error

        monkeypatch.setattr(diptych, "read_version", fail)
        monkeypatch.delenv("DIPTYCH_TRACEBACK", raising=False)

    return arrange


@pytest.mark.parametrize(
    ("error", "expected", "words"),
    [
        (DiptychError("Cannot read x.json: line 3 is not JSON."), 2, "line 3 is not JSON"),
        (MemoryError(), 2, "not enough memory"),
        (RecursionError(), 2, "nested too deeply"),
        (PermissionError(13, "Permission denied", "x.txt"), 2, "x.txt: Permission denied."),
        (ZeroDivisionError("division by zero"), 2, "ZeroDivisionError"),
    ],
)
def test_an_error_is_one_sentence(failing, capsys, error: Exception, expected: int, words: str) -> None:  # type: ignore[no-untyped-def]
    failing(error)
    assert status(["a", "b"]) == expected
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("diptych: ")
    assert told.err.count("\n") == 1
    assert words in told.err


def test_ctrl_c_is_silent(failing, capsys) -> None:  # type: ignore[no-untyped-def]
    failing(KeyboardInterrupt())
    assert status(["a", "b"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_closed_pipe_is_silent(failing, capsys) -> None:  # type: ignore[no-untyped-def]
    failing(output.PipeClosed())
    assert status(["a", "b"]) in {141, 2}
    assert capsys.readouterr() == ("", "")


def test_whoever_looks_for_a_mistake_of_ours_gets_the_traceback(failing, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    failing(ZeroDivisionError())
    monkeypatch.setenv("DIPTYCH_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        status(["a", "b"])


def test_control_characters_in_a_message_are_made_visible(failing, capsys) -> None:  # type: ignore[no-untyped-def]
    failing(DiptychError("Cannot read a\x1b[31m\x9bb\u202e: no such file."))
    status(["a", "b"])
    told = capsys.readouterr().err
    assert not {"\x1b", "\x9b", "\u202e"} & set(told)


def test_a_subcommand_stands_beside_two_paths(monkeypatch, capsys) -> None:  # type: ignore[no-untyped-def]
    import click

    from diptych.cli.command import front

    @click.command()
    @click.argument("path")
    def stat(path: str) -> int:
        output.send(f"stat of {path}\n")
        return 0

    monkeypatch.setitem(front.commands, "stat", stat)
    assert status(["stat", "x"]) == 0
    assert capsys.readouterr().out == "stat of x\n"
    assert status(["./stat", "missing"]) == 2
