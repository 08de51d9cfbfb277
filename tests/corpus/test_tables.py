"""JSON Lines and CSV: a version a line, fields recognised by name or named."""

from __future__ import annotations

import bz2
import csv
import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diptych import open_corpus
from diptych.corpus.containers import lines
from diptych.corpus.fragments import looks_like_html, text_of_html
from diptych.corpus.reading import documents, load, read_version
from diptych.corpus.records import Filed, Options, Problem
from diptych.errors import DiptychError

_FIRST = {
    "id": "x1",
    "story_id": 7,
    "version": 1,
    "headline": "Harbour freezes",
    "authors": ["Ann Lee", "Bo Ek"],
    "published_at": "2020-05-01T10:00:00Z",
    "url": "https://example.org/a",
    "body": "The harbour froze. Boats lay idle.",
}
_SECOND = _FIRST | {"id": "x2", "version": 2, "body": "The harbour froze overnight. Boats lay idle."}


def _written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _read(path, options=None):
    found = list(documents(path, options))
    return [f for f in found if isinstance(f, Filed)], [f.message for f in found if isinstance(f, Problem)]


def test_a_line_is_a_version_of_the_article_that_it_names(tmp_path):
    path = _written(tmp_path / "stories.jsonl", [_SECOND, _FIRST])
    (article,) = open_corpus(path).articles
    assert [(d.address, d.number) for d in article.documents] == [(f"{path}#2", 1), (f"{path}#1", 2)]
    version = read_version(f"{path}#1")
    assert (version.name, version.title, version.byline) == ("x2", "Harbour freezes", "Ann Lee, Bo Ek")
    assert (version.date, version.source) == ("2020-05-01T10:00:00Z", "https://example.org/a")
    assert version.text.endswith("The harbour froze overnight. Boats lay idle.")


def test_lines_that_are_no_object_are_a_note_each_and_the_rest_is_read(tmp_path):
    path = tmp_path / "stories.jsonl"
    deep = "[" * 200_000
    path.write_text(
        f'{json.dumps(_FIRST)}\n{{broken\n\n[1]\n{{"n": 1}}\n{deep}\n{json.dumps(_SECOND)}', encoding="utf-8"
    )
    found, problems = _read(path)
    assert [f.key for f in found] == ["1", "7"]
    assert [p.partition(", ")[2] for p in problems] == [
        "line 2 is not JSON: Expecting property name enclosed in double quotes at character 2; it was left out.",
        "line 4 is no JSON object; it was left out.",
        "line 5 has no field known to hold a text, only n; name it with --field text=NAME.",
        "line 6 is nested too deeply; it was left out.",
    ]
    assert load(path, "7") == found[1].version


def test_fields_can_be_named(tmp_path):
    path = _written(tmp_path / "a.jsonl", [{"lede": "No.", "inhalt": "The harbour froze.", "text": "x", "grp": "g"}])
    options = Options(fields={"text": "inhalt", "title": "lede", "article": "grp"})
    ((filed,), _) = _read(path, options)
    assert (filed.version.title, filed.article) == ("No.", f"{path}#g")
    assert filed.version.text == "No.\n\nThe harbour froze."
    assert load(path, "1", options) == filed.version
    _, (problem,) = _read(path, Options(fields={"text": "missing"}))
    assert "has no column called missing; it has lede, inhalt, text, grp." in problem
    _, (problem,) = _read(path, Options(fields={"colour": "text"}))
    assert problem.startswith("There is no field called colour; there are text, title, byline,")


@pytest.mark.parametrize(("suffix", "packing"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
def test_packed_files_are_unpacked_while_they_are_read(tmp_path, suffix, packing):
    plain = _written(tmp_path / "stories.jsonl", [_FIRST, _SECOND])
    packed = tmp_path / f"stories.jsonl{suffix}"
    packed.write_bytes(packing(plain.read_bytes()))
    (one, two), _ = _read(packed)
    assert (one.key, two.version.text) == ("1", read_version(f"{plain}#2").text)
    assert load(packed, "2") == two.version
    packed.write_bytes(packing(plain.read_bytes() * 50)[:-40])
    assert "ends early, or is damaged" in _read(packed)[1][-1]
    packed.write_bytes(b"no such format")
    assert _read(packed)[1]


@pytest.mark.parametrize(("suffix", "packing"), [(".gz", gzip.compress), (".bz2", bz2.compress)])
@pytest.mark.parametrize("indent", [None, 1])
def test_of_a_packed_list_that_ends_early_what_stands_before_that_is_read(tmp_path, suffix, packing, indent):
    rows = [{"text": f"{number} boats – {number**9} – lay in the harbour."} for number in range(5_000)]
    packed = tmp_path / f"stories.json{suffix}"
    whole = packing(json.dumps(rows, ensure_ascii=False, indent=indent).encode(), 1)
    packed.write_bytes(whole[: len(whole) * 3 // 4])
    found, problems = _read(packed)
    assert len(found) > 1_500
    assert [story.version.text for story in found[-3:]] == [row["text"] for row in rows[len(found) - 3 : len(found)]]
    assert len(problems) == 1
    assert "ends early, or is damaged; what stands before that was read" in problems[0]


def test_a_json_list_and_an_object_that_holds_one_are_read(tmp_path):
    path = tmp_path / "stories.json"
    for told in ([_FIRST, 3, _SECOND], {"count": 2, "articles": [_FIRST, {"k": 1}, _SECOND]}):
        path.write_text(json.dumps(told, indent=2), encoding="utf-8")
        found, problems = _read(path)
        assert [f.key for f in found] == ["1", "3"]
        assert len(problems) == 1
        assert load(path, "3") == found[1].version
    path.write_text(json.dumps(_FIRST, indent=2), encoding="utf-8")
    assert read_version(path).title == "Harbour freezes"
    path.write_text("[1, 2", encoding="utf-8")
    assert "it is not JSON (line 1)" in _read(path)[1][-1]
    path.write_text("[" * 200_000, encoding="utf-8")
    assert "nested too deeply" in _read(path)[1][0]


@pytest.mark.parametrize(
    "told",
    [
        {"status": "ok", "data": {"count": 2, "articles": [_FIRST, _SECOND]}},
        {"articles": [_FIRST, _SECOND]},
        {"story 1": _FIRST, "story 2": _SECOND},
    ],
)
def test_the_texts_that_one_object_holds_are_found_in_it_on_one_line_or_on_many(tmp_path, told):
    path = tmp_path / "stories.json"
    for indent in (None, 2):
        path.write_text(json.dumps(told, indent=indent), encoding="utf-8")
        found, problems = _read(path)
        assert [f.key for f in found] == ["1", "2"]
        assert problems == []
        assert load(path, "2") == found[1].version


def test_a_list_of_texts_is_paragraphs_and_one_of_names_is_a_list(tmp_path):
    path = tmp_path / "stories.jsonl"
    path.write_text(json.dumps({"authors": ["Ada Low", "Bo Lie"], "body": ["One.", "Two."]}) + "\n\n", encoding="utf-8")
    ((found,), _) = _read(path)
    assert found.version.byline == "Ada Low, Bo Lie"
    assert found.version.text.endswith("One.\n\nTwo.")


def test_a_line_above_the_names_may_say_what_parts_the_cells(tmp_path):
    path = tmp_path / "stories.csv"
    path.write_bytes(b"sep=;\r\nid;text\r\n1;One, two, three.\r\n2;Four, five, six.\r\n")
    found, problems = _read(path)
    assert [(f.key, f.version.text) for f in found] == [("1", "One, two, three."), ("2", "Four, five, six.")]
    assert problems == []
    assert load(path, "2") == found[1].version


def test_a_line_too_long_is_passed_over_and_those_after_it_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "LONGEST_LINE", 1000)
    path = _written(tmp_path / "a.jsonl", [_FIRST, _FIRST | {"body": "x" * 5000}, _SECOND])
    found, (problem,) = _read(path)
    assert [f.key for f in found] == ["1", "3"]
    assert "line 2 is longer than" in problem


def test_a_line_is_found_again_wherever_the_pieces_of_the_file_end(tmp_path, monkeypatch):
    rows = [_FIRST | {"body": f"Story {n} " + "x" * (n * 7 % 50)} for n in range(40)]
    path = _written(tmp_path / "a.jsonl", rows)
    found, _ = _read(path)
    for size in (1, 7, 64, 1 << 20):
        monkeypatch.setattr(lines, "_CHUNK", size)
        assert [load(path, f.key) for f in found] == [f.version for f in found]
    for missing in ("0", "41", "-1", "x"):
        with pytest.raises(DiptychError, match="has no line"):
            load(path, missing)


def test_passim_clusters_are_articles(tmp_path):
    row = {"uid": 1, "cluster": 9, "size": 2, "begin": 0, "end": 9, "id": "p1", "series": "The Globe", "text": "Words."}
    _written(tmp_path / "part-00000.json", [row])
    _written(tmp_path / "part-00001.json", [row | {"id": "p2", "series": "The Post", "text": "Words, words."}])
    _written(tmp_path / "x.json", [row | {"id": "p3", "series": "The Sun"}])
    article, _ = open_corpus(tmp_path).articles
    assert [(d.name, d.source) for d in article.documents] == [("p1", "The Globe"), ("p2", "The Post")]


def test_a_row_is_a_version_whatever_parts_its_cells(tmp_path):
    rows = [["id", "Article-ID", "Text"], ["a", "7", 'One "two", three;\nfour'], ["b", "8", ""], ["c", "7", "x\ty | z"]]
    for delimiter, name in ((",", "a.csv"), (";", "b.csv"), ("\t", "c.tsv"), ("|", "d.csv")):
        cells = ['"' + cell.replace('"', '""') + '"' for row in rows for cell in row]
        lined = [delimiter.join(cells[at : at + 3]) for at in range(0, 12, 3)]
        path = tmp_path / name
        path.write_bytes(("\r\n".join(lined) + "\r\n").encode("utf-8-sig"))
        found, (problem,) = _read(path)
        assert [f.version.text for f in found] == ['One "two", three;\nfour', "x\ty | z"]
        assert "row 2 has no text" in problem
        assert load(path, "3") == found[1].version
        assert found[0].article == found[1].article


def test_a_table_in_another_encoding_is_read_by_a_guess_that_is_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("id;text\n1;„Die Brücke stürzte am Freitag ein“, sagte Müller.\n".encode("cp1252"))
    (filed,), (problem,) = _read(path)
    assert filed.version.text.startswith("„Die Brücke")
    assert "read as windows-1252, which is a guess" in problem
    assert _read(path, Options(encoding="cp1252"))[1] == []
    path.write_bytes("id,text\n1,Straße\n".encode("utf-16"))
    assert _read(path)[0][0].version.text == "Straße"


def test_a_table_without_a_text_says_what_it_has(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("colour,price\nred,3\n")
    found, (problem,) = _read(path)
    assert found == []
    assert problem.endswith("has no field known to hold a text, only colour, price; name it with --field text=NAME.")
    path.write_text("")
    assert _read(path) == ([], [f"{path} holds no texts."])


def test_html_in_a_cell_becomes_paragraphs():
    html = (
        "<head><title>T</title></head><body><h2>Ice &amp; snow</h2><p>The <b>har</b>bour\n  froze.<br>Boats lay idle."
        "</p><ul><li>One<li>Two</ul><script>x()</script>Rest"
    )
    assert looks_like_html(html)
    assert text_of_html(html) == "## Ice & snow\n\nThe harbour froze.\nBoats lay idle.\n\n- One\n\n- Two\n\nRest"
    assert not looks_like_html("1 < 2 and <3, says Ann <ann@example.org>")


def test_a_tag_that_is_never_closed_hides_no_text():
    assert text_of_html("<p>Before<noscript><p>After<p>End") == "Before\n\nAfter\n\nEnd"
    assert text_of_html("<head><title>x</title><body>Text") == "Text"


_CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(lambda text: text.strip())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(_CELLS, min_size=1, max_size=8))
def test_whatever_a_row_says_it_is_found_again_by_its_key(tmp_path, rows):
    _written(tmp_path / "a.jsonl", [{"text": row} for row in rows])
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["n", "text"], *([n, row] for n, row in enumerate(rows))])
    for name in ("a.jsonl", "a.csv"):
        found, problems = _read(tmp_path / name)
        assert problems == []
        assert [f.key for f in found] == [str(n) for n in range(1, len(rows) + 1)]
        if not any(map(looks_like_html, rows)):
            assert [f.version.text for f in found] == rows
        assert [load(f.path, f.key) for f in found] == [f.version for f in found]
