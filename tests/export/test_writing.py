"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from diptych.errors import DiptychError
from diptych.formats.writing import write_whole

posix = pytest.mark.skipif(os.name == "nt", reason="modes, links and devices as POSIX knows them")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_text_as_utf_8_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.txt", "één\nzwei\n")
    assert (tmp_path / "out.txt").read_bytes() == "één\nzwei\n".encode()
    assert names(tmp_path) == ["out.txt"]


def test_a_lone_surrogate_is_replaced_rather_than_refused(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.txt", "a\udcffb")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "a\ufffdb"


@posix
def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    target.chmod(0o640)
    write_whole(target, "after")
    assert target.read_text() == "after"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "out.txt", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link_and_the_file_behind_it_changes(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("before")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", "after")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "after"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_whatever_fails_leaves_the_old_file_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "out.txt"
    target.write_text("before")
    monkeypatch.setattr(os, "fsync", fail) if step == "fsync" else monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(DiptychError, match=r"Cannot write .*out\.txt: No space left on device\."):
        write_whole(target, "after")
    assert target.read_text() == "before"
    assert names(tmp_path) == ["out.txt"]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "out.txt", "after")
    assert names(tmp_path) == []


def test_a_missing_folder_or_a_folder_in_its_place_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DiptychError, match="Cannot write"):
        write_whole(tmp_path / "missing" / "out.txt", "x")
    with pytest.raises(DiptychError, match="Cannot write"):
        write_whole(tmp_path, "x")


@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    target.chmod(stat.S_IREAD)
    with pytest.raises(DiptychError, match="Cannot write"):
        write_whole(target, "after")
    assert target.read_text() == "before"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_device_is_noticed() -> None:
    with pytest.raises(DiptychError, match="No space left on device"):
        write_whole("/dev/full", "x")


def test_a_control_character_in_the_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(DiptychError) as caught:
        write_whole(tmp_path / "missing" / "a\x1b]0;b.txt", "x")
    assert "\x1b" not in str(caught.value)
