"""A record becomes a version with an address, and articles are told by their containers where they can be."""

from __future__ import annotations

import pytest

from diptych import open_corpus
from diptych.corpus.corpus import Document, period_of
from diptych.corpus.document import version_from
from diptych.corpus.naming import named_versions
from diptych.corpus.reading import documents, load, read_version
from diptych.corpus.records import Filed, Options, Problem, Record, address, parted
from diptych.model import Role

_STORY = "The harbour froze. Boats lay idle.\n\nA thaw is expected."


def test_what_a_container_knows_is_put_above_the_text_and_compared():
    record = Record(
        "7", _STORY, title=" Harbour\nfreezes ", byline="Ann Lee", date="2020-05-01 12:33:10", source="Wire"
    )
    version = version_from(record, name="x", path="db#7", options=Options())
    assert [(b.role, version.text[b.start : b.end]) for b in version.blocks[:2]] == [
        (Role.TITLE, "Harbour freezes"),
        (Role.BYLINE, "Ann Lee"),
    ]
    assert version.text == "Harbour freezes\n\nAnn Lee\n\n" + _STORY
    assert [b.number for b in version.blocks] == [0, 0, 1, 2]
    assert (version.title, version.byline) == ("Harbour freezes", "Ann Lee")
    assert (version.date, version.source) == ("2020-05-01T12:33:10", "Wire")


def test_a_header_line_that_the_text_has_itself_is_not_put_there_twice():
    record = Record("", "# Harbour freezes\n\n" + _STORY, title="Harbour freezes")
    assert version_from(record, name="x", path="x", options=Options()).text == record.text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020-05-01 12:33:10", "2020-05-01T12:33:10"),
        ("2020-05-01T12:33:10.123+00:00", "2020-05-01T12:33:10Z"),
        ("2020-05-01 00:00:00", "2020-05-01"),
        ("2020-05-01 12:33:10 +0200", "2020-05-01T12:33:10+0200"),
        ("2020-02-31 12:33:10", "2020-02-31 12:33:10"),
        ("08/11/2022", "08/11/2022"),
        ("May 3, 2021", "2021-05-03"),
        ("1588336390", "1588336390"),
    ],
)
def test_a_date_is_certain_or_stays_as_it_was_written(written, read):
    assert version_from(Record("", _STORY, date=written), name="", path="", options=Options()).date == read


def test_labels_of_header_lines_can_be_added():
    options = Options(headers={"Stand": Role.DATE, "redaktion": Role.BYLINE})
    version = version_from(
        Record("", "Redaktion: die Nachtschicht\n\nStand: 3. Mai 2021\n\n" + _STORY, headed=True),
        name="",
        path="",
        options=options,
    )
    assert (version.byline, version.date) == ("die Nachtschicht", "2021-05-03")
    assert [b.role for b in version.blocks[:2]] == [Role.BYLINE, Role.DATE]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["flood.v1.txt", "flood.v2.txt"], {"flood.v1.txt": ("flood", 1), "flood.v2.txt": ("flood", 2)}),
        (["flood-draft10.md", "flood_rev_3"], {"flood-draft10.md": ("flood", 10), "flood_rev_3": ("flood", 3)}),
        (["v2.txt", "Version 12.html"], {"v2.txt": ("", 2), "Version 12.html": ("", 12)}),
        (["draft.v3", "draft.v4"], {"draft.v3": ("draft", 3), "draft.v4": ("draft", 4)}),
        (["flood.txt", "flood.v2.txt"], {"flood.txt": ("flood", 1), "flood.v2.txt": ("flood", 2)}),
        (["flood.txt", "flood.v1.txt"], {"flood.txt": ("flood", 2), "flood.v1.txt": ("flood", 1)}),
        (["flood.v2.txt", "flood.md", "storm.v1.txt"], {}),
        (["17.txt", "18.txt", "2020-05-01.txt", "2020-05-02.txt", "covid-19.txt", "nov1.txt", "nov2.txt"], {}),
    ],
)
def test_names_of_files_tell_article_and_version_only_where_they_say_so(names, told):
    assert named_versions(names) == told


def test_a_file_that_alone_is_called_a_version_is_gathered_by_what_it_says_until_another_one_comes(tmp_path):
    (tmp_path / "harbour.txt").write_text(_STORY)
    (tmp_path / "ferry.v2.txt").write_text(_STORY)

    def articles():
        with open_corpus(tmp_path) as corpus:
            return [[document.name for document in article.documents] for article in corpus.articles]

    assert articles() == [["ferry.v2.txt", "harbour.txt"]]
    (tmp_path / "ferry.txt").write_text("Something else entirely was said here at first, before anybody knew.")
    assert articles() == [["harbour.txt"], ["ferry.txt", "ferry.v2.txt"]]


def test_what_editors_and_systems_leave_behind_is_passed_over(tmp_path):
    (tmp_path / "a.txt").write_text(_STORY)
    for name in ("a.txt~", "#a.txt#", ".a.txt.swp", ".DS_Store", "~$a.docx", "Thumbs.db", "desktop.ini"):
        (tmp_path / name).write_text(_STORY)
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "b.txt").write_text(_STORY)
    (found,) = documents(tmp_path)
    assert isinstance(found, Filed)
    assert found.path == str(tmp_path / "a.txt")


def test_a_date_that_may_be_in_two_months_does_not_say_from_when_an_article_is():
    def dated(*dates):
        return period_of([Document("", "", "", "", date, "", "", 0, 0) for date in dates])

    assert dated("07/05/2024", "2024-05-06", "", "2024-05-02") == ("2024-05-02", "2024-05-06")
    assert dated("", "11/12/2024", "07/05/2024") == ("11/12/2024", "07/05/2024")
    assert dated("", "") == ("", "")


def test_versions_that_are_named_so_are_one_article_whatever_they_say(tmp_path):
    (tmp_path / "flood.v10.txt").write_text("Nothing in common with any other text here, as far as one can see.")
    (tmp_path / "flood.v2.txt").write_text(_STORY)
    (tmp_path / "other.txt").write_text(_STORY)
    corpus = open_corpus(tmp_path)
    assert [[d.name for d in a.documents] for a in corpus.articles] == [
        ["flood.v2.txt", "flood.v10.txt"],
        ["other.txt"],
    ]
    assert corpus.articles[0].why == ("Their names, their source or your corrections say that they belong together.",)


def test_everything_at_a_path_is_told_one_after_the_other(tmp_path):
    (tmp_path / "b.txt").write_text(_STORY)
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "x.png").write_bytes(b"")
    empty, story, note = documents(tmp_path)
    assert isinstance(empty, Problem)
    assert isinstance(story, Filed)
    assert isinstance(note, Problem)
    assert (story.path, story.key, story.version.text) == (str(tmp_path / "b.txt"), "", _STORY)
    assert load(story.path, story.key) == story.version


def test_an_address_is_a_container_and_a_key(tmp_path):
    assert address("a#b.db", "t:1") == "a#b.db#t:1"
    assert parted("a#b.db#t:1") == [("a#b.db#t:1", ""), ("a", "b.db#t:1"), ("a#b.db", "t:1")]
    file = tmp_path / "a#b.txt"
    file.write_text(_STORY)
    assert read_version(file).text == _STORY


def test_every_folder_can_be_an_article_where_somebody_says_so(tmp_path):
    for name, text in {"one/early.txt": _STORY, "one/late.txt": "Another text.", "two/early.txt": "A third."}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    corpus = open_corpus(tmp_path, options=Options(fields={"article": "folder"}))
    assert [[d.name for d in a.documents] for a in corpus.articles] == [["early.txt", "late.txt"], ["early.txt"]]
