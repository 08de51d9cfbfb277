"""The command, run as a person would run it without a terminal: what it prints, and the status it leaves with."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import diptych as library
from command import NEW, OLD, Command
from diptych.formats import FORMATS

posix = pytest.mark.skipif(os.name == "nt", reason="what POSIX shells do")


def one_sentence(err: str) -> bool:
    """Whether standard error holds one line in our own voice and no traceback."""
    return err.startswith("diptych: ") and err.count("\n") == 1 and "Traceback" not in err


def test_two_versions_that_differ_are_printed_and_the_status_is_1(diptych: Command) -> None:
    ran = diptych("old.txt", "new.txt")
    assert (ran.status, ran.err) == (1, "")
    assert "Monday" in ran.text
    assert "Tuesday" in ran.text
    assert "0 unaccounted" in ran.text
    assert "\x1b" not in ran.text


def test_two_versions_that_say_the_same_have_status_0(diptych: Command) -> None:
    ran = diptych("old.txt", "same.txt")
    assert (ran.status, ran.err) == (0, "")
    assert "Monday" in ran.text


TEXTS = [name for name, entry in FORMATS.items() if not entry.is_binary]


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "markdown"])  # which reports the changes only
def test_every_format_prints_both_texts(diptych: Command, name: str) -> None:
    ran = diptych("old.txt", "new.txt", "--export", name)
    assert (ran.status, ran.err) == (1, "")
    assert all(word in ran.text for word in ("Monday", "Tuesday", "Springfield"))
    assert ran.text.endswith("\n")
    assert ("\x1b" in ran.text) is FORMATS[name].has_color


def test_an_unknown_format_is_a_sentence_that_lists_those_there_are(diptych: Command) -> None:
    ran = diptych("old.txt", "new.txt", "--export", "pdf")
    assert (ran.status, ran.out) == (2, b"")
    assert one_sentence(ran.err)
    assert all(name in ran.err for name in FORMATS)


@pytest.mark.parametrize(
    "argv",
    [
        ("--exprot", "json"),
        ("old.txt", "new.txt", "third.txt"),
        ("old.txt", "new.txt", "--width", "wide"),
        ("old.txt", "new.txt", "--width", "3"),
        ("old.txt", "new.txt", "--color", "blue"),
        ("old.txt", "new.txt", "--export"),
        ("old.txt", "missing.txt"),
        ("missing",),
        ("old.txt", "."),
        ("old.txt", "new.txt", "--output", "missing/out.txt"),
        ("old.txt", "new.txt", "--output", "."),
    ],
)
def test_trouble_is_one_sentence_and_status_2(diptych: Command, argv: tuple[str, ...]) -> None:
    ran = diptych(*argv)
    assert (ran.status, ran.out) == (2, b"")
    assert one_sentence(ran.err), ran.err


@pytest.mark.parametrize("content", [b"", b"a\x00b" * 50, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4])
def test_a_file_without_text_is_a_sentence_and_status_2(diptych: Command, content: bytes) -> None:
    (diptych.folder / "bad").write_bytes(content)
    ran = diptych("old.txt", "bad")
    assert (ran.status, ran.out) == (2, b"")
    assert one_sentence(ran.err), ran.err


@posix
def test_control_characters_in_a_file_name_do_not_reach_the_terminal(diptych: Command) -> None:
    (diptych.folder / "a\x1b]0;title\x07.txt").write_text(NEW)
    for ran in (diptych("missing\x1b[2J"), diptych("old.txt", "a\x1b]0;title\x07.txt"), diptych(".")):
        assert b"\x1b" not in ran.out
        assert "\x1b" not in ran.err


def test_version_and_help_say_what_is_asked(diptych: Command) -> None:
    assert diptych("--version").text == f"diptych {library.__version__}\n"
    told = diptych("--help")
    assert told.status == 0
    for expected in ("diptych old.txt new.txt", "--export", "--output", "--width", "--color", "Exit status", *FORMATS):
        assert expected in told.text


@posix
def test_a_shell_can_complete_options_formats_and_files(diptych: Command) -> None:
    def offered(line: str) -> list[str]:
        words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
        return diptych(env={"_DIPTYCH_COMPLETE": "bash_complete", **words}).text.split()

    assert offered("diptych --exp") == ["plain,--export"]
    assert offered("diptych --export ") == [f"plain,{name}" for name in FORMATS]
    assert offered("diptych ol") == ["file,ol"]


def test_output_goes_to_a_file_whose_suffix_names_the_format(diptych: Command) -> None:
    ran = diptych("old.txt", "new.txt", "-o", "out.json")
    assert (ran.status, ran.out, ran.err) == (1, b"", "")
    told = json.loads((diptych.folder / "out.json").read_text(encoding="utf-8"))
    assert [told["old"]["path"], told["new"]["path"]] == ["old.txt", "new.txt"]
    kept = (diptych.folder / "out.json").read_bytes()
    refused = diptych("old.txt", "new.txt", "-o", "out.json", "--export", "wdiff")
    assert refused.status == 2
    assert "add --force to replace it" in refused.err
    assert (diptych.folder / "out.json").read_bytes() == kept
    diptych("old.txt", "new.txt", "-o", "out.json", "--export", "wdiff", "--force")
    assert "{+" in (diptych.folder / "out.json").read_text(encoding="utf-8")


def test_output_to_a_dash_is_standard_output(diptych: Command) -> None:
    assert diptych("old.txt", "new.txt", "--output", "-").out == diptych("old.txt", "new.txt").out


def test_a_version_compared_is_not_overwritten(diptych: Command) -> None:
    (diptych.folder / "same.txt").unlink()
    for argv in (("old.txt", "new.txt"), (".",)):
        ran = diptych(*argv, "--output", "./old.txt")
        assert ran.status == 2
        assert one_sentence(ran.err)
    assert (diptych.folder / "old.txt").read_text(encoding="utf-8") == OLD


def test_a_file_does_not_depend_on_the_window_it_was_asked_for_in(diptych: Command) -> None:
    diptych("old.txt", "new.txt", "-o", "one.txt", env={"COLUMNS": "40"})
    diptych("old.txt", "new.txt", "-o", "two.txt", env={"COLUMNS": "200"})
    assert (diptych.folder / "one.txt").read_bytes() == (diptych.folder / "two.txt").read_bytes()


@posix
def test_a_pager_gets_lines_as_wide_as_the_terminal_and_a_file_does_not_depend_on_it(diptych: Command) -> None:
    import fcntl
    import pty
    import struct
    import termios

    leader, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 64, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | {"TERM": "dumb"}
    command = [sys.executable, "-m", "diptych", "old.txt", "new.txt"]
    around = {"cwd": diptych.folder, "stdin": terminal, "stderr": terminal, "env": clean, "timeout": 60}
    try:
        piped = subprocess.run(command, stdout=subprocess.PIPE, check=False, **around)
        assert piped.stdout.decode() == diptych("old.txt", "new.txt", "--width", "64").text
        with (diptych.folder / "printed").open("wb") as file:
            subprocess.run(command, stdout=file, check=False, **around)
        told = (diptych.folder / "printed").read_text(encoding="utf-8")
        assert told == diptych("old.txt", "new.txt", "--width", "100").text
    finally:
        os.close(leader)
        os.close(terminal)


def test_width_is_kept(diptych: Command) -> None:
    for width in (20, 40, 64, 100, 160):
        lines = diptych("old.txt", "new.txt", "--width", str(width)).text.splitlines()
        assert max(map(len, lines)) <= width
    assert (
        diptych("old.txt", "new.txt", env={"COLUMNS": "60"}).out == diptych("old.txt", "new.txt", "--width", "60").out
    )


def test_color_turns_text_into_ansi_and_back(diptych: Command) -> None:
    plain, painted = (diptych("old.txt", "new.txt", "--export", name).out for name in ("text", "ansi"))
    assert diptych("old.txt", "new.txt").out == plain
    assert diptych("old.txt", "new.txt", "--color", "always").out == painted
    assert diptych("old.txt", "new.txt", env={"FORCE_COLOR": "1"}).out == painted
    assert diptych("old.txt", "new.txt", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out == plain
    assert diptych("old.txt", "new.txt", "--export", "text", env={"FORCE_COLOR": "1"}).out == plain
    assert diptych("old.txt", "new.txt", "--export", "ansi", env={"NO_COLOR": "1"}).out == painted
    assert diptych("old.txt", "new.txt", "--export", "ansi", "--color", "never").out == plain


def test_a_folder_of_one_article_is_compared_from_first_to_last(diptych: Command) -> None:
    (diptych.folder / "same.txt").unlink()
    ran = diptych(".")
    assert (ran.status, ran.err) == (1, "")
    assert "Monday" in ran.text
    assert "Tuesday" in ran.text


def test_a_folder_of_several_articles_is_listed(diptych: Command) -> None:
    folder = diptych.folder / "articles"
    folder.mkdir()
    for name, text in {"a": OLD, "b": NEW, "c": _ELSEWHERE, "d": _ELSEWHERE.replace("three", "four")}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    ran = diptych("articles")
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.text.splitlines()) == 2
    assert all("2 versions" in line for line in ran.text.splitlines())
    refused = diptych("articles", "--export", "json")
    assert refused.status == 2
    assert one_sentence(refused.err)


def test_one_file_that_cannot_be_read_is_told_and_the_rest_opens(diptych: Command) -> None:
    (diptych.folder / "same.txt").unlink()
    (diptych.folder / "bad.txt").write_bytes(bytes(range(256)) * 8)
    ran = diptych(".")
    assert ran.status == 1
    assert one_sentence(ran.err)
    assert "Tuesday" in ran.text


def test_the_seeds_are_compared_when_nothing_is_given(diptych: Command) -> None:
    ran = diptych()
    assert (ran.status, ran.err) == (1, "")
    assert "Pashinian" in ran.text
    assert "Pashinyan" in ran.text


@pytest.mark.parametrize(
    ("encoding", "names"), [("ascii", TEXTS), ("latin-1", TEXTS[:2]), ("cp1252", TEXTS[:2]), ("utf-8", TEXTS[:2])]
)
def test_no_encoding_of_standard_output_leads_to_trouble(diptych: Command, encoding: str, names: list[str]) -> None:
    (diptych.folder / "new.txt").write_text(NEW.replace("Springfield", "Łódź 東京"), encoding="utf-8")
    for name in names:
        ran = diptych("old.txt", "new.txt", "--export", name, env={"PYTHONIOENCODING": encoding})
        assert (ran.status, ran.err) == (1, "")
        assert "Łódź" in ran.text
    assert diptych("missing-Łódź", env={"PYTHONIOENCODING": encoding}).status == 2


@posix
def test_a_file_name_that_is_not_utf_8_is_no_trouble(diptych: Command) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (diptych.folder / name).write_text(NEW)
    for export in TEXTS:
        ran = diptych("old.txt", name, "--export", export)
        assert (ran.status, ran.err) == (1, "")
        ran.out.decode()


@posix
def test_a_closed_pipe_is_silent(diptych: Command) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        for argv in (["old.txt", "new.txt"], ["--help"]):
            done = subprocess.run(
                [sys.executable, "-m", "diptych", *argv],
                cwd=diptych.folder,
                stdout=writer,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
            assert (done.returncode, done.stderr) == (141, b"")
    finally:
        os.close(writer)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_is_one_sentence(diptych: Command) -> None:
    for argv in ("--export json", "--help", "--output /dev/full"):
        done = subprocess.run(
            ["sh", "-c", f"'{sys.executable}' -m diptych {argv} > /dev/full"],
            cwd=diptych.folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 2
        assert one_sentence(done.stderr), done.stderr


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_traceback(diptych: Command, closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m diptych old.txt new.txt {closed}"],
        cwd=diptych.folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == (2 if ">&-" in closed.replace("2>&-", "") else 1)
    assert done.stderr == "" or one_sentence(done.stderr)


@pytest.mark.parametrize(
    "argv", [["--version"], ["--help"], ["--export", "json"], ["--export", "wdiff"], ["--export", "ansi"], []]
)
def test_no_screen_library_is_imported_where_no_screen_opens(argv: list[str]) -> None:
    script = (
        "import sys, diptych.cli\n"
        "status = diptych.cli.status(sys.argv[1:])\n"
        "print(*sorted(m for m in ('textual', 'rich.console', 'asyncio') if m in sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *argv], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.stderr == "\n"


_ELSEWHERE = (
    "The harbour at Lowestoft froze for the first time in three decades this week. "
    "Fishing boats lay idle along the quay while children skated between their hulls.\n\n"
    "Forecasters expect a thaw by the weekend.\n"
)
