"""Mails."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

import pytest

from diptych import open_corpus, read_version
from diptych.corpus.records import Options
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "The ferry leaves at seven, the harbour master said.\n\nIts last boat comes back at noon.\n"


def _mail(words: str = WORDS) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Fähre später"
    mail["From"] = "Ida Březina <ida@harbour.example>"
    mail["Date"] = "Tue, 08 Nov 2022 07:05:00 +0100"
    mail.set_content(words)
    return mail


def _written(folder: Path, mail: EmailMessage | bytes, name: str = "one.eml") -> Path:
    path = folder / name
    path.write_bytes(mail if isinstance(mail, bytes) else mail.as_bytes(policy=SMTP))
    return path


def test_a_mail_gives_its_words_and_its_subject_sender_and_date(tmp_path: Path) -> None:
    version = read_version(_written(tmp_path, _mail()))
    assert (version.title, version.byline, version.date) == ("Fähre später", "Ida Březina", "2022-11-08T07:05:00+01:00")
    assert "The ferry leaves at seven, the harbour master said." in version.text
    assert not version.notes


def test_two_mails_with_the_same_story_are_versions_of_one_article(tmp_path: Path) -> None:
    _written(tmp_path, _mail())
    _written(tmp_path, _mail(WORDS.replace("noon", "one")), "two.eml")
    with open_corpus(tmp_path, keep=False) as corpus:
        assert [len(article.documents) for article in corpus.articles] == [2]


def test_of_a_mail_in_plain_text_and_html_the_plain_text_is_read_and_otherwise_that_of_the_html(tmp_path: Path) -> None:
    both = _mail()
    both.add_alternative("<p>The ferry leaves <b>late</b>.</p>", subtype="html")
    assert "late" not in read_version(_written(tmp_path, both)).text
    alone = _mail()
    alone.set_content("<h1>Ferry</h1><p>The ferry leaves <b>late</b>.</p>", subtype="html")
    assert "The ferry leaves late." in read_version(_written(tmp_path, alone)).text


def test_what_is_attached_stays_aside_and_is_noted(tmp_path: Path) -> None:
    mail = _mail()
    mail.add_attachment("An attached secret.", filename="more.txt")
    mail.add_attachment(_mail("A forwarded secret."))
    version = read_version(_written(tmp_path, mail))
    assert "secret" not in version.text
    assert "2 attachments" in version.notes[0]
    only = EmailMessage()
    only.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(DiptychError, match="without words"):
        read_version(_written(tmp_path, only))


@pytest.mark.parametrize("charset", ["no-such", "hex", "punycode", "undefined", "utf-16", '"', "ascii"])
def test_a_mail_that_declares_nonsense_is_read_as_any_other_text(tmp_path: Path, charset: str) -> None:
    head = f"Subject: Caf\u00e9 =?{charset}?b?w6k=?=\nDate: never\nContent-Type: text/plain; charset={charset}\n\n"
    version = read_version(_written(tmp_path, (head + "The café opens at nine.").encode()))
    assert "The café opens at nine" in version.text
    assert version.title.startswith("Café")
    assert version.date == "never"


@pytest.mark.parametrize(
    ("sender", "byline"),
    [
        ("ida@harbour.example", "ida@harbour.example"),
        ("<ida@harbour.example>", "ida@harbour.example"),
        ('"Marsh, Ada" <ada@harbour.example>', "Marsh, Ada"),
        ("(" * 9_000, "(" * 9_000),
    ],
)
def test_the_byline_is_the_sender_s_name_or_else_the_address(tmp_path: Path, sender: str, byline: str) -> None:
    assert read_version(_written(tmp_path, f"From: {sender}\n\n{WORDS}".encode())).byline == byline


def test_an_encoding_that_is_named_counts_more_than_the_one_declared(tmp_path: Path) -> None:
    mail = b"Content-Type: text/plain; charset=utf-8\n\nThe caf\xe9 opens at nine."
    assert "café" in read_version(_written(tmp_path, mail), options=Options(encoding="latin-1")).text


def test_parts_in_parts_without_end_are_told_in_a_sentence_and_broken_base64_gives_what_it_holds(
    tmp_path: Path,
) -> None:
    depth = 1_000
    nest = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth))
    with pytest.raises(DiptychError, match="too many parts"):
        read_version(_written(tmp_path, nest.encode()))
    cut = b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nVGhlIGZlcnJ5IGxlYXZlcyBhdCBzZXZlbi4"
    assert "The ferry leaves at seven" in read_version(_written(tmp_path, cut)).text
