"""Files that are a document each: front matter, HTML pages, Word documents."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from diptych import open_corpus
from diptych.corpus import readers
from diptych.corpus.containers import docx
from diptych.corpus.reading import documents, load, read_version
from diptych.corpus.records import Filed, Problem
from diptych.errors import DiptychError
from diptych.model import Role

_BODY = "\n\nThe harbour froze. Boats lay idle.\n"


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("title: Ice\nauthor: Ann Lee\ndate: 2022-05-01", ("Ice", "Ann Lee", "2022-05-01", "")),
        ('title: "Trump: I won"\nauthors: [Ann Lee, Bo Ek]', ("Trump: I won", "Ann Lee, Bo Ek", "", "")),
        ("title: No\ndate: 12:30\nurl: https://e.org/x", ("No", "", "12:30", "https://e.org/x")),
        ("headline: >\n  Two\n  lines\npublished: 08/11/2022", ("Two lines", "", "08/11/2022", "")),
        ("text: not this\ntags: [a, b]", ("", "", "", "")),
    ],
)
def test_front_matter_tells_what_it_says_and_no_value_is_turned_into_another(tmp_path, front, told):
    path = tmp_path / "a.md"
    text = f"---\n{front}\n---{_BODY}"
    path.write_text(text, newline="\n")
    version = read_version(path)
    assert (version.title, version.byline, version.date, version.source) == told
    assert version.text == text
    assert version.notes == ()


@pytest.mark.parametrize(
    "front", ["title: Trump: I won", "a: &x [1]\nb: [*x, *x]", "a: [1", "\tx: 1", "a: " + "[" * 5000]
)
def test_front_matter_that_is_no_yaml_is_read_as_text_with_a_note(tmp_path, front):
    path = tmp_path / "a.md"
    path.write_text(f"---\n{front}\n---{_BODY}", newline="\n")
    version = read_version(path)
    assert version.text.startswith(f"---\n{front}")
    assert [note.partition(" is not YAML")[0] for note in version.notes] == [f"The front matter of {path}"]


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ('title = "Ice"\nauthor = "Ann Lee"\ndate = 2022-05-01', ("Ice", "Ann Lee", "2022-05-01", "")),
        ("title = 'No'\nauthors = [\n  'Ann Lee',\n  'Bo Ek',\n]", ("No", "Ann Lee, Bo Ek", "", "")),
        ('title = """\nTwo\nlines"""\nurl = "https://e.org/x"', ("Two lines", "", "", "https://e.org/x")),
        ("title = 4.20\ndate = 2022-05-01T12:33:10Z\n[params]\ntitle = 'no'", ("4.20", "", "2022-05-01T12:33:10Z", "")),
        ("tags = ['a', 'b']\ndraft = true", ("", "", "", "")),
    ],
)
def test_front_matter_in_toml_tells_what_it_says(tmp_path, front, told):
    path = tmp_path / "a.md"
    for newline in ("\n", "\r\n"):
        path.write_text(f"+++\n{front}\n+++{_BODY}", newline=newline)
        version = read_version(path)
        assert (version.title, version.byline, version.date, version.source) == told
        assert version.notes == ()
        assert [version.text[a:b] for a, b in version.markup] == ["+++", "+++"]
        assert [b.role for b in version.blocks[-1:]] == [Role.PARAGRAPH]


@pytest.mark.parametrize("front", ['title = "Trump', "a = 1\na = 2", "a = " + "[" * 5000, "[a]\n= 1"])
def test_front_matter_that_is_no_toml_is_read_as_text_with_a_note(tmp_path, front):
    path = tmp_path / "a.md"
    path.write_text(f"+++\n{front}\n+++{_BODY}", newline="\n")
    version = read_version(path)
    assert version.text.startswith(f"+++\n{front}")
    assert [note.partition(" is not TOML")[0] for note in version.notes] == [f"The front matter of {path}"]


def test_pluses_without_settings_below_are_only_text(tmp_path):
    for name, text in {"a.md": f"+++\njust words\n+++{_BODY}", "b.md": f"+++\ntitle = 1{_BODY}", "c.md": "+++"}.items():
        (tmp_path / name).write_text(text)
        assert read_version(tmp_path / name).markup == ()


def test_lines_between_rules_that_are_no_table_are_only_text(tmp_path):
    for name, text in {"a.md": f"---\njust words\n---{_BODY}", "b.md": f"---\nno end{_BODY}", "c.md": "---"}.items():
        (tmp_path / name).write_text(text)
        assert read_version(tmp_path / name).notes == ()


_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour freezes – The Daily</title>
<meta property="og:title" content="Harbour freezes"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2022-11-08T10:00:00Z">
<link rel="canonical" href="https://example.org/ice"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
<article><h1>Harbour freezes</h1>{paragraphs}<h2>What now</h2><ul><li>The ferries wait for the thaw.</li>
<li>The schools stay closed until Thursday.</li></ul></article>
<aside>Related: ten cats you must see</aside><footer>Cookie settings</footer></body></html>"""
_PARAGRAPHS = "".join(
    f"<p>The harbour froze on day {n} for the first time in <b>thirty years</b>, and the boats lay idle along the quay "
    "while children skated between their hulls &amp; the gulls looked on.</p>"
    for n in range(5)
)


def test_of_a_page_the_article_is_read_with_what_the_page_declares(tmp_path):
    path = tmp_path / "ice.html"
    path.write_text(_PAGE.format(paragraphs=_PARAGRAPHS), encoding="utf-8")
    version = read_version(path)
    assert (version.title, version.byline) == ("Harbour freezes", "Ann Lee")
    assert (version.date, version.source) == ("2022-11-08T10:00:00Z", "https://example.org/ice")
    body = [version.plain(b.start, b.end) for b in version.blocks if not b.role.is_header]
    assert len([b for b in body if b.startswith("The harbour froze on day")]) == 5
    assert "the gulls looked on" in version.text
    assert "&" in version.text
    assert "What now" in body
    assert "The schools stay closed until Thursday." in body
    assert not any(word in version.text for word in ("Weather", "Cookie", "cats"))


def test_a_page_without_an_article_gives_all_its_words_and_a_note(tmp_path):
    path = tmp_path / "short.html"
    path.write_text("<html><body><p>One short line.</p><p>Another one.</p><div>And the end of it.</div></body></html>")
    version = read_version(path)
    assert all(words in version.text for words in ("One short line.", "Another one.", "And the end of it."))
    path.write_text("<html><head><title>Only this</title></head><body></body></html>")
    with pytest.raises(DiptychError, match="holds no text"):
        read_version(path)


def test_a_date_that_a_page_does_not_declare_is_not_guessed(tmp_path):
    path = tmp_path / "ice.html"
    page = _PAGE.replace("article:published_time", "viewport").format(
        paragraphs=_PARAGRAPHS + "<p>© 2019, 8/11/2022</p>"
    )
    path.write_text(page, encoding="utf-8")
    assert read_version(path).date == ""
    path.write_text(
        page.replace("</head>", '<script>{"datePublished": "2021-01-02"}</script></head>'), encoding="utf-8"
    )
    assert read_version(path).date == "2021-01-02"


def test_a_page_in_the_encoding_that_it_declares_is_no_guess(tmp_path):
    path = tmp_path / "ice.html"
    page = _PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').format(
        paragraphs="<p>“Brücke” – café</p>" + _PARAGRAPHS
    )
    path.write_bytes(page.encode("cp1252"))
    version = read_version(path)
    assert "“Brücke” – café" in version.text
    assert version.notes == ()


def test_what_is_not_installed_is_one_note_for_a_folder_and_a_sentence_for_a_file(tmp_path, monkeypatch):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("<html></html>")
    (tmp_path / "c.txt").write_text(_BODY)
    monkeypatch.setattr(readers, "find_spec", lambda _: None)
    corpus = open_corpus(tmp_path)
    assert [p.message for p in corpus.problems] == [
        "2 files were left out: reading HTML needs trafilatura; install it with: pip install 'diptych[html]'."
    ]
    with pytest.raises(DiptychError, match=r"pip install 'diptych\[html\]'"):
        read_version(tmp_path / "a.html")


_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{head}'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
)


def _word(body, head="", **more):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", _DOCUMENT.format(head=head, body=body))
        for name, content in more.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _deleted(text):
    return f'<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _inserted(text):
    return f'<w:ins w:id="2" w:author="A">{_run(text)}</w:ins>'


def test_a_word_document_is_its_text(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(_word(f"<w:p>{_run('The harbour ')}{_run('froze.')}</w:p><w:p>{_run('Boats &amp; gulls.')}</w:p>"))
    version = read_version(path)
    assert version.text == "The harbour froze.\n\nBoats & gulls."
    assert [b.role for b in version.blocks] == [Role.PARAGRAPH, Role.PARAGRAPH]


def test_tracked_changes_are_the_old_and_the_new_version_of_one_article(tmp_path):
    path = tmp_path / "a.docx"
    mark = '<w:pPr><w:rPr><w:ins w:id="3" w:author="A"/></w:rPr></w:pPr>'
    gone = '<w:pPr><w:rPr><w:del w:id="4" w:author="A"/></w:rPr></w:pPr>'
    path.write_bytes(
        _word(
            f"<w:p>{_run('The harbour froze on ')}{_deleted('Monday')}{_inserted('Tuesday')}{_run('.')}</w:p>"
            f"<w:p>{mark}{_run('One paragraph,')}</w:p><w:p>{_run(' or two.')}</w:p>"
            f'<w:p><w:moveFrom w:id="5">{_run("Moved.")}</w:moveFrom></w:p>'
            f'<w:p>{_run("Between.")}</w:p><w:p><w:moveTo w:id="6">{_run("Moved.")}</w:moveTo></w:p>'
            f"<w:p>{gone}{_run('Kept to the end')}</w:p>"
        )
    )
    corpus = open_corpus(path)
    (article,) = corpus.articles
    assert [(d.key, d.number) for d in article.documents] == [("old", 1), ("new", 2)]
    old, new = map(corpus.load, article.documents)
    ending = "\n\nKept to the end"
    assert old.text == "The harbour froze on Monday.\n\nOne paragraph, or two.\n\nMoved.\n\nBetween." + ending
    assert new.text == "The harbour froze on Tuesday.\n\nOne paragraph,\n\nor two.\n\nBetween.\n\nMoved." + ending
    assert read_version(path) == new
    assert read_version(f"{path}#old") == old


def _complaint(path):
    (problem,) = documents(path)
    assert isinstance(problem, Problem)
    return problem.message


def test_a_file_that_would_unpack_to_far_more_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    path = tmp_path / "bomb.docx"
    path.write_bytes(_word("<w:p/>" * 2_000_000))
    assert "would unpack to" in _complaint(path)
    path.write_bytes(_word(f"<w:p>{_run('x')}</w:p>", **{"word/media/a.bin": bytes(30 << 20)}))
    assert isinstance(next(iter(documents(path))), Filed)
    monkeypatch.setattr(docx, "LARGEST_PART", 400)
    assert "would unpack to" in _complaint(path)


def test_a_word_document_that_declares_entities_is_refused(tmp_path):
    path = tmp_path / "bomb.docx"
    path.write_bytes(_word("<w:p/>", head='<!DOCTYPE x [<!ENTITY a "ha">]>'))
    assert "declares entities" in _complaint(path)
    path.write_bytes(_word("<w:p/>", **{"word/styles.xml": '<?xml version="1.0" encoding="utf-7"?><x/>'}))
    assert "not in UTF-8" in _complaint(path)


@pytest.mark.parametrize("content", [b"", b"PK\3\4 no archive", b"plain text", _word("<w:p>")[:-30], _word("<w:p>")])
def test_what_is_no_word_document_is_a_sentence(tmp_path, content):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    assert _complaint(path).startswith(f"Cannot read {path}: ")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("x.txt", "x")
    path.write_bytes(other.getvalue())
    assert "it is no Word document" in _complaint(path)


def test_a_document_nested_too_deeply_is_a_sentence(tmp_path):
    path = tmp_path / "deep.docx"
    depth = sys.getrecursionlimit() * 5
    path.write_bytes(_word("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth))
    assert "nested too deeply" in _complaint(path)


def test_a_version_of_many_in_a_file_is_read_again_by_its_key(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(_word(f"<w:p>{_run('x')}</w:p>"))
    with pytest.raises(DiptychError, match="holds nothing called old"):
        load(path, "old")


def test_a_page_that_declares_an_encoding_of_no_page_is_read_as_any_other_text(tmp_path):
    for charset in ("punycode", "utf_16", "nonsense", "hex", "idna"):
        path = tmp_path / f"{charset}.html"
        path.write_bytes(f'<meta charset="{charset}"><p>The harbour froze – boats lay idle.</p>'.encode())
        assert "froze – boats" in read_version(path).text
