"""What other programs make of an export: each format is read by a reader that is not ours."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import html5lib
import pytest
from docx_revisions import RevisionDocument
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from diptych import compare, export
from diptych.comparison.result import Comparison
from diptych.errors import DiptychError
from diptych.formats import FORMATS
from diptych.model import Side
from texts import TEXTS

OLD = """The harbour of Lindau was closed on Monday after a storm, and the ferries stayed in port all day.

Nobody was hurt, said Mayor Ada Marsh. The roof of the market hall was blown into the lake.

Insurance will pay for the damage, which is put at 4.2 million crowns, and the work begins in May.
"""
NEW = """Insurance will pay for the damage, which is put at 4.5 million crowns. The work begins in May.

The harbour of Lindau was closed on Tuesday after a storm, and the ferries stayed in port all day.

Nobody was hurt, claimed Mayor Ada Marsh.
"""


@pytest.fixture(scope="module")
def storm() -> Comparison:
    return compare(OLD, NEW)


def text(comparison: Comparison, name: str, **wanted: object) -> str:
    told = export(comparison, name, **wanted)  # type: ignore[arg-type]
    assert isinstance(told, str)
    return told


# CriticMarkup: the substitutions of the notation's own description.

_CRITIC = {
    "accept": [(r"\{\+\+(.*?)\+\+\}", r"\1"), (r"\{--(.*?)--\}", ""), (r"\{>>(.*?)<<\}", "")],
    "reject": [(r"\{\+\+(.*?)\+\+\}", ""), (r"\{--(.*?)--\}", r"\1"), (r"\{>>(.*?)<<\}", "")],
}
_KEPT = re.compile(r"(?<=\{)\\(?=\\*(?:\+\+|--|~~|>>|==))|(?<=\+\+|--|~~|<<|==)\\(?=\\*\})")
_MARKS = re.compile(r"(\{(?:\+\+|--|>>).*?(?:\+\+|--|<<)\})", re.DOTALL)


def settled(told: str, how: str) -> str:
    found = []
    for part in _MARKS.split(told):
        left = part
        for mark, instead in _CRITIC[how]:
            left = re.sub(mark, instead, left, flags=re.DOTALL)
        found.append(_KEPT.sub("", left))
    return "".join(found)


@given(TEXTS, TEXTS)
def test_accepting_criticmarkup_gives_the_new_text_and_rejecting_it_the_old(old: str, new: str) -> None:
    told = text(compare(old, new), "criticmarkup")
    assert settled(told, "accept") == new
    assert settled(told, "reject") == old


@pytest.mark.parametrize("literal", ["{++x++}", "{--", "--}", "{>>so<<}", "{==y==}", "{\\++", "~~}"])
def test_marks_of_criticmarkup_in_the_text_are_not_taken_for_ours(literal: str) -> None:
    old, new = f"So {literal} it is.", f"So {literal} it was, and {literal} more."
    told = text(compare(old, new), "criticmarkup")
    assert settled(told, "reject") == old
    assert settled(told, "accept") == new


def test_criticmarkup_remarks_on_moves_and_splits(storm: Comparison) -> None:
    told = text(storm, "criticmarkup")
    assert "{>>moved to ¶1, one sentence became 2<<}" in told
    assert "{>>moved here from ¶3, one sentence became 2<<}" in told
    assert "{>>" not in text(storm, "criticmarkup", notes=False)


# Unified diff: patch and git.

_LINES = st.lists(
    st.sampled_from(["One is here.", "Two.", "", "Three, four.", "-- x", "++ y", "@@ z", "a\rb"]), max_size=8
)


def applied(told: str) -> tuple[str, str]:
    """The old and the new file of a diff that has all its context, by the meaning of its signs."""
    sides = {"-": [], "+": []}  # type: dict[str, list[str]]
    ending = ""
    for line in told.split("\n")[2:-1] if told else []:
        if line.startswith("@@"):
            continue
        if line.startswith("\\"):
            for side in ending:
                sides[side][-1] = sides[side][-1].removesuffix("\n")
            continue
        ending = "-+" if line[0] == " " else line[0]
        for side in ending:
            sides[side].append(f"{line[1:]}\n")
    return "".join(sides["-"]), "".join(sides["+"])


@given(_LINES, _LINES, st.sampled_from(["", "\n"]), st.sampled_from(["", "\n"]))
def test_a_unified_diff_holds_both_files(old: list[str], new: list[str], end: str, other: str) -> None:
    from diptych.formats import unified

    before, after = "\n".join(old) + end, "\n".join(new) + other
    told = unified.write(compare(before, after), context=1000, notes=False)
    assert (told == "") == (before == after)
    if told:
        assert applied(told) == (before, after)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@settings(max_examples=12, deadline=None)
@given(_LINES, _LINES, st.sampled_from(["", "\n"]))
def test_git_applies_the_diff_and_has_the_new_file(
    tmp_path_factory: pytest.TempPathFactory, old: list[str], new: list[str], end: str
) -> None:
    folder = tmp_path_factory.mktemp("applied")
    before, after = "\n".join([*old, "The end."]) + end, "\n".join([*new, "The end."]) + "\n"
    told = text(compare(before, after), "unified").replace("--- old\n+++ new", "--- a/story.txt\n+++ b/story.txt", 1)
    (folder / "story.txt").write_bytes(before.encode())
    (folder / "change.diff").write_bytes(told.encode())
    if told:
        subprocess.run(["git", "apply", "--whitespace=nowarn", "change.diff"], cwd=folder, check=True, timeout=30)
    assert (folder / "story.txt").read_bytes() == after.encode()


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_patch_applies_the_diff_and_has_the_new_file(tmp_path: Path, storm: Comparison) -> None:
    (tmp_path / "story.txt").write_bytes(OLD.encode())
    told = text(storm, "unified")
    subprocess.run(["patch", "story.txt"], input=told.encode(), cwd=tmp_path, check=True, timeout=30)
    assert (tmp_path / "story.txt").read_bytes() == NEW.encode()


# Word.

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_text(document: bytes, side: Side) -> list[str]:
    """The paragraphs that are left when every tracked change is rejected (old) or accepted (new), as Word does it."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    gone = {f"{_W}del", f"{_W}moveFrom"} if side is Side.NEW else {f"{_W}ins", f"{_W}moveTo"}
    paragraphs, open_ = [], ""
    for paragraph in body.iter(f"{_W}p"):
        for piece in paragraph.iter(f"{_W}t", f"{_W}delText"):
            if not gone & {parent.tag for parent in piece.iterancestors()}:
                open_ += piece.text or ""
        mark = "del" if side is Side.NEW else "ins"
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{mark}") is None:
            paragraphs.append(open_)
            open_ = ""
    return paragraphs


@given(TEXTS, TEXTS)
def test_accepting_all_in_word_gives_the_new_text_and_rejecting_all_the_old(old: str, new: str) -> None:
    found = compare(old, new)
    document = export(found, "docx")
    assert isinstance(document, bytes)
    for side in Side:
        version = found.version(side)
        paragraphs = [" ".join(version.plain(block.start, block.end).split()) for block in version.blocks]
        assert [" ".join(part.split()) for part in word_text(document, side)] == (paragraphs or [""])


def test_another_program_accepts_and_rejects_the_tracked_changes(tmp_path: Path) -> None:
    old = "The mayor resigned on Monday. Nobody was hurt."
    new = "The mayor of Lindau resigned on Tuesday. Nobody was hurt at all."
    document = export(compare(old, new), "docx")
    assert isinstance(document, bytes)
    (tmp_path / "x.docx").write_bytes(document)
    for settle, wanted in (("accept_all", new), ("reject_all", old)):
        read = RevisionDocument(str(tmp_path / "x.docx"))
        getattr(read, settle)()
        assert "".join(paragraph.text for paragraph in read.document.paragraphs) == wanted


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize(("how", "wanted"), [("accept", NEW), ("reject", OLD)])
def test_pandoc_accepts_and_rejects_moves_and_paragraphs(
    tmp_path: Path, storm: Comparison, how: str, wanted: str
) -> None:
    document = export(storm, "docx")
    assert isinstance(document, bytes)
    (tmp_path / "x.docx").write_bytes(document)
    command = ["pandoc", f"--track-changes={how}", "-t", "plain", "--wrap=none", "x.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert done.stdout.decode() == wanted


def test_word_sees_moves_and_reads_remarks(storm: Comparison) -> None:
    document = export(storm, "docx")
    assert isinstance(document, bytes)
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        comments = archive.read("word/comments.xml").decode()
    names = [[e.get(f"{_W}name") for e in body.iter(f"{_W}{end}RangeStart")] for end in ("moveFrom", "moveTo")]
    assert names[0]
    assert set(names[0]) == set(names[1])
    assert "one sentence became 2" in comments
    numbers = [e.get(f"{_W}id") for name in ("ins", "del", "moveFrom", "moveTo") for e in body.iter(f"{_W}{name}")]
    assert len(set(numbers)) == len(numbers)


# HTML, Markdown, SVG, TEI.


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_the_page_is_html_that_a_strict_parser_takes(old: str, new: str) -> None:
    html5lib.HTMLParser(strict=True).parse(text(compare(old, new), "html"))


def test_the_page_leads_from_each_end_of_a_move_to_the_other(storm: Comparison) -> None:
    page = html5lib.parse(text(storm, "html"), namespaceHTMLElements=False)
    ends = page.findall(".//a[@class='other-end']")
    assert len(ends) == 2
    assert not page.findall(".//script")
    assert "[removed: " in {element.text for element in page.findall(".//del/span")}
    assert "[added: " in {element.text for element in page.findall(".//ins/span")}


@given(TEXTS, TEXTS)
@settings(max_examples=25)
def test_a_text_is_not_taken_for_markdown(old: str, new: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False}).enable("table")
    tokens = parser.parse(text(compare(old, new), "markdown"))
    inner = [child.type for token in tokens for child in token.children or []]
    assert set(inner) <= {
        "text",
        "strong_open",
        "strong_close",
        "html_inline",
        "em_open",
        "em_close",
        "softbreak",
    }
    assert "html_block" not in {token.type for token in tokens}


@pytest.mark.parametrize("name", ["tei", "svg"])
@given(old=TEXTS, new=TEXTS)
@settings(max_examples=25)
def test_xml_is_well_formed(name: str, old: str, new: str) -> None:
    etree.fromstring(text(compare(old, new), name).encode())


def test_each_witness_can_be_read_from_the_apparatus(storm: Comparison) -> None:
    names = {"t": "http://www.tei-c.org/ns/1.0"}
    body = etree.fromstring(text(storm, "tei", notes=False).encode()).find("t:text/t:body", names)
    for side, wanted in ((Side.OLD, OLD), (Side.NEW, NEW)):
        other = [e for e in body.iter("{*}rdg") if e.get("wit") != f"#{side.value}"]
        for reading in body.iter("{*}milestone"):
            reading.text = " "
        inside = {piece for reading in other for piece in reading.iter()}
        told = []
        for element in body.iter():
            if element not in inside:
                told.append(element.text or "")
            parent = element.getparent()
            if element.tail and parent is not None and parent not in inside:
                told.append(element.tail)
        words = re.findall(r"\w+", " ".join(told))
        assert sorted(words) == sorted(re.findall(r"\w+", wanted))
    assert len(body.getparent().getparent().findall(".//t:transpose/t:ptr", names)) == 2


# Tables and lines.


def test_a_spreadsheet_gets_a_row_a_change_and_no_formula() -> None:
    told = text(
        compare("One stays here.", "One stays here.\n\n=1+2 is what it says.\n\n@home they rest."),
        "csv",
        only_changes=True,
        context=0,
    )
    assert told.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(told.removeprefix("\ufeff"), newline="")))
    assert [row["kind"] for row in rows] == ["inserted", "inserted"]
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
    assert rows[0]["new_text"] == "'=1+2 is what it says."


def test_json_lines_are_one_object_each(storm: Comparison) -> None:
    lines = [json.loads(line) for line in text(storm, "jsonl").splitlines()]
    assert [lines[0]["type"], lines[-1]["type"]] == ["comparison", "summary"]
    assert len(lines) == len(storm.links) + 2
    assert lines[-1]["unaccounted"] == 0
    split = next(line for line in lines if line.get("kind") == "split")
    assert split["moved"]
    assert len(split["text"]["new"]) == 2


def test_a_changed_comma_is_marked_and_no_mark_is_seen_in_the_report() -> None:
    told = text(compare("It ended. _A_ man left.", "It ended, _A_ man left."), "markdown")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).enable("table").parse(told)
    seen = [child for token in tokens for child in token.children or []]
    assert {child.content for child in seen if child.type == "html_inline"} <= {"<del>", "</del>", "<ins>", "</ins>"}
    assert any(child.type == "html_inline" for child in seen)
    assert not any("**" in child.content or "~~" in child.content for child in seen)


# What all of them share.


@pytest.mark.parametrize("name", [name for name, entry in FORMATS.items() if entry.has_selection])
def test_the_changes_alone_leave_the_unchanged_out(name: str) -> None:
    old = "\n\n".join(f"Sentence number {n} stands here unchanged." for n in range(9))
    told = text(compare(old, old.replace("number 4", "number four")), name, only_changes=True, context=1)
    assert "four" in told
    assert name == "markdown" or "number 3" in told
    assert "number 8" not in told


@pytest.mark.parametrize("name", [name for name, entry in FORMATS.items() if not entry.has_selection])
def test_a_format_of_whole_versions_refuses_a_part_in_a_sentence(storm: Comparison, name: str) -> None:
    with pytest.raises(DiptychError, match="holds both versions whole"):
        export(storm, name, only_changes=True)


def test_sorts_and_facets_that_do_not_exist_are_told(storm: Comparison) -> None:
    with pytest.raises(DiptychError, match="sort of change"):
        export(storm, "csv", hide=["renamed"])
    with pytest.raises(DiptychError, match="facet"):
        export(storm, "csv", facets=["colour"])


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"text", "ansi", "wdiff"}])
def test_what_was_compared_is_said(storm: Comparison, name: str, tmp_path: Path) -> None:
    from diptych import read_version

    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, content in zip(paths, (OLD, NEW), strict=True):
        path.write_bytes(content.encode())
    told = export(compare(*map(read_version, paths)), name)
    if isinstance(told, bytes):
        with zipfile.ZipFile(io.BytesIO(told)) as archive:
            told = archive.read("docProps/core.xml").decode()
    for version in map(read_version, paths):
        assert version.sha256 in told
        assert version.name in told.replace("\\", "")
    assert name == "csv" or "0 unaccounted" in told or '"unaccounted": 0' in told


@pytest.mark.parametrize("name", ["text", "html", "markdown"])
def test_a_hidden_change_beside_one_that_is_shown_is_quiet_and_counted(name: str) -> None:
    old = "The Harbour council met.\n\nThe pier would cost 45 million crowns, they said.\n\nThe end."
    new = old.replace("Harbour", "harbour").replace("45", "54")
    told = text(compare(old, new), name, hide=["form only"])
    assert "1 trivial change hidden." in told
    if name == "html":
        assert "reworded, hidden" in told
        assert told.count("<del>") == told.count("<li>") == 1
