"""One file becomes one version, or one plain sentence says why not."""

from __future__ import annotations

import hashlib
import os
import sys

import pytest

from diptych.corpus import files
from diptych.corpus.readers import reader_for
from diptych.corpus.reading import read_version
from diptych.corpus.records import Options
from diptych.errors import DiptychError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def _complaint(path, options: Options | None = None) -> str:
    with pytest.raises(DiptychError) as caught:
        read_version(path, options)
    said = str(caught.value)
    assert "\n" not in said
    assert "\x1b" not in said
    assert said.endswith(".")
    return said


def test_a_version_knows_its_file_and_the_bytes_it_was_read_from(tmp_path):
    file = tmp_path / "story.txt"
    file.write_bytes(b"The bridge fell.\r\n")
    version = read_version(str(file))
    assert (version.name, version.path, version.label) == ("story.txt", str(file), "story.txt")
    assert version.sha256 == hashlib.sha256(b"The bridge fell.\r\n").hexdigest()
    assert version.text == "The bridge fell.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_honoured_and_decoded_away(tmp_path, encoding):
    file = tmp_path / "story.txt"
    file.write_bytes("Straße – 橋".encode(encoding))
    assert read_version(file).text == "Straße – 橋"


def test_a_file_named_outright_is_read_whatever_its_suffix(tmp_path):
    file = tmp_path / "story.orig"
    file.write_text("The bridge fell.")
    assert read_version(file).text == "The bridge fell."
    assert reader_for("story.orig") is None
    assert reader_for("story.v2") is reader_for("story.MD") is reader_for("story") is not None


def test_what_is_missing_or_a_folder_or_empty_is_said(tmp_path):
    assert "there is no such file" in _complaint(tmp_path / "none.txt")
    assert "none" in _complaint(tmp_path / "none.txt")
    assert "it is a folder" in _complaint(tmp_path)
    for content in (b"", b" \n\t\r\n", b"\xef\xbb\xbf"):
        (tmp_path / "empty.txt").write_bytes(content)
        assert "holds no text" in _complaint(tmp_path / "empty.txt")
    assert "not a path" in _complaint("a\0b")


def test_a_path_through_a_file_is_no_file(tmp_path):
    (tmp_path / "story.txt").write_text("x")
    assert "there is no such file" in _complaint(tmp_path / "story.txt" / "more.txt")


def test_what_is_not_text_is_said(tmp_path):
    file = tmp_path / "picture.txt"
    file.write_bytes(b"\x89PNG\0\0")
    assert "not a text file" in _complaint(file)
    file.write_bytes("a\0b".encode("utf-16"))
    assert "not a text file" in _complaint(file)


def test_a_byte_that_is_not_of_the_named_encoding_is_named_with_its_line(tmp_path):
    file = tmp_path / "latin.txt"
    file.write_bytes(b"one\r\ntwo\rcaf" + b"\xe9\n")
    assert "byte 12 (line 3) is not UTF-8" in _complaint(file, Options(encoding="utf8"))
    assert "no encoding called klingon" in _complaint(file, Options(encoding="klingon"))
    assert read_version(file, Options(encoding="latin-1")).text == "one\r\ntwo\rcafé\n"
    file.write_bytes("öde".encode("utf-16")[:-1])
    assert "is not UTF-16" in _complaint(file)


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1 << 20)
    file = tmp_path / "large.txt"
    file.write_bytes(b"a" * ((1 << 20) + 1))
    assert "larger than 1 MB" in _complaint(file)


@posix_only
def test_a_pipe_or_a_device_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in _complaint(tmp_path / "pipe.txt")
    assert "not a regular file" in _complaint("/dev/zero")


@posix_only
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(tmp_path):
    file = tmp_path / "closed.txt"
    file.write_text("x")
    file.chmod(0)
    assert "permission is denied" in _complaint(file)


def test_no_permission_is_said(tmp_path, monkeypatch):
    file = tmp_path / "closed.txt"
    file.write_text("x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", refuse)
    assert "permission is denied" in _complaint(file)


def test_control_characters_of_a_path_do_not_reach_the_sentence(tmp_path):
    assert "␛]0;x␇" in _complaint(tmp_path / "a\x1b]0;x\x07.txt")
    assert "\udc80" not in _complaint(tmp_path / "a\udc80.txt")


@pytest.mark.parametrize(
    ("encoding", "guess", "text"),
    [
        ("cp1252", "windows-1252", "The mayor said “nobody was hurt” and that’s it."),
        ("cp1252", "windows-1252", "Die Brücke stürzte am Freitag ein, sagte Müller."),
        ("cp1252", "windows-1252", "café"),
        (
            "cp1250",
            "windows-1250",
            "Starý most přes řeku se zřítil v pátek v poledne, hodinu poté, co po něm přejel poslední autobus.",
        ),
        ("cp1251", "windows-1251", "Старый мост через реку рухнул в пятницу в полдень, через час после автобуса."),
        ("shift_jis", "shift-jis", "川に架かる古い橋が金曜日の正午に崩落した。けが人はいなかった。"),
        ("gb18030", "gb18030", "金曜日中午，河上的旧桥倒塌了。没有人受伤。市长说，"),
    ],
)
def test_another_encoding_is_guessed_and_the_guess_is_told(tmp_path, encoding, guess, text):
    file = tmp_path / "story.txt"
    file.write_bytes(text.encode(encoding))
    version = read_version(file)
    assert version.text == text
    assert version.notes == (f"{file} was read as {guess}, which is a guess; --encoding NAME reads it as another one.",)
    file.write_text(text, encoding="utf-8")
    assert read_version(file).notes == ()
