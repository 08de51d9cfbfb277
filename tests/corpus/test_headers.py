"""Header lines: title, byline, date, source."""

from __future__ import annotations

import pytest

from diptych.corpus.dates import iso_date
from diptych.corpus.document import version_of
from diptych.corpus.reading import read_version
from diptych.model import Role
from diptych.paths import packaged

_BODY = "The bridge fell at noon. Nobody was hurt.\n\nIt had been closed for a week.\n\nMore follows."


def _headers(text: str) -> list[tuple[str, str]]:
    version = version_of(text)
    return [(b.role.value, version.text[b.start : b.end]) for b in version.blocks if b.role.is_header]


def test_the_seeds_say_when_and_where_they_come_from():
    old, new = (read_version(path) for path in sorted(packaged("seeds").glob("*.txt")))
    assert old.date == new.date == "2022-11-08"
    assert old.title == old.byline == old.source == ""
    assert new.title == "Armenia, Azerbaijan Hold U.S. Talks Hours After New Shootout"
    assert new.byline == "AFP"
    assert new.source.startswith("https://www.themoscowtimes.com/2022/11/08/")
    headings = [new.text[b.start : b.end] for b in new.blocks if b.role is Role.HEADING]
    assert headings == ["Armenian Ministry of Defense"]
    assert new.text[new.blocks[-1].start :].startswith("Original url:")
    assert new.blocks[-1].role is Role.SOURCE


def test_a_date_glued_to_the_first_line_becomes_a_header_block():
    version = version_of(" date 2022-11-08 The bridge fell.")
    assert [(b.role, b.number, version.text[b.start : b.end]) for b in version.blocks] == [
        (Role.DATE, 0, "date 2022-11-08"),
        (Role.PARAGRAPH, 1, "The bridge fell."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2022-11-08 was a cold day.",
        "November 8, 2022 was a cold day.",
        "Date 2022 was far off.",
        "By Monday, the troops had left the city.",
        "By Monday, the troops had left the city",
        "By then it was over",
        "By his own account he left early",
        "Source: officials said the bridge was old.",
        "Published works of the author include three novels.",
        "Title fight ends in a draw.",
        "May 2022",
    ],
)
def test_prose_that_begins_like_a_header_line_is_a_paragraph(text):
    assert _headers(text + "\n\n" + _BODY) == []


def test_header_lines_may_share_a_paragraph():
    version = version_of("Title: A bridge falls\nBy Jane Doe\nDate: 08/11/2022\nURL: https://e.org/x\n\n" + _BODY)
    assert (version.title, version.byline, version.date, version.source) == (
        "A bridge falls",
        "Jane Doe",
        "08/11/2022",
        "https://e.org/x",
    )
    assert [b.number for b in version.blocks] == [0, 0, 0, 0, 1, 2, 3]


def test_front_matter_is_understood_line_by_line():
    version = version_of("---\ntitle: A bridge falls\ndate: 2022-11-08\ntags: news\n---\n\n" + _BODY)
    assert (version.title, version.date) == ("A bridge falls", "2022-11-08")
    assert [version.text[a:b] for a, b in version.markup] == ["---", "---"]


def test_a_short_line_above_a_byline_is_the_title():
    for gap in ("\n", "\n\n"):
        version = version_of(f"A bridge falls{gap}By Jane Doe, Reuters{gap}Nov. 8, 2022\n\n{_BODY}")
        assert (version.title, version.byline, version.date) == ("A bridge falls", "Jane Doe, Reuters", "2022-11-08")


def test_only_the_first_chief_heading_is_the_title():
    version = version_of("# One\n\n" + _BODY + "\n\n# Two\n\nEnd.")
    assert version.title == "One"
    assert [b.role for b in version.blocks].count(Role.TITLE) == 1
    assert version_of("## Part\n\n# One\n\n" + _BODY).title == ""
    assert version_of("One\n===\n\n" + _BODY).title == "One"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By [AFP](#)", "AFP"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane Doe, Reuters", "Jane Doe, Reuters"),
        ("BY JANE DOE", "JANE DOE"),
        ("**By Martin Luther King Jr.**", "Martin Luther King Jr."),
        ("By Ursula von der Leyen, guest writer", "Ursula von der Leyen, guest writer"),
        ("Byline: Jane Doe", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("By Jane Doe | November 8, 2022", "Jane Doe"),
    ],
)
def test_a_byline_names_its_writers(line, byline):
    assert version_of(f"# T\n\n{line}\n\n{_BODY}").byline == byline


@pytest.mark.parametrize(
    "text",
    [
        "Original url:\n\n<https://e.org/a_b>",
        "Original url:\n<https://e.org/a_b>",
        "Source: https://e.org/a_b",
        "URL: <https://e.org/a_b>",
        "Source: [Example](https://e.org/a_b)",
    ],
)
def test_a_source_is_one_block_from_its_label_to_its_link(text):
    version = version_of(_BODY + "\n\n" + text)
    assert version.source == "https://e.org/a_b"
    assert [b.role for b in version.blocks][-1] is Role.SOURCE
    assert len(version.blocks) == 4


def test_header_lines_in_the_middle_are_text():
    middle = "\n\n".join(["Words and more words."] * 6)
    text = f"{middle}\n\nBy Jane Doe\n\n2022-11-08\n\nSource: https://e.org/\n\n{middle}"
    assert _headers(text) == []


def test_a_date_of_publication_outweighs_one_of_update():
    for line in ("Updated: Nov 9, 2022\n\nPublished: Nov 8, 2022", "Updated Nov 9, 2022 | Published Nov 8, 2022"):
        assert version_of(f"# T\n\n{line}\n\n{_BODY}").date == "2022-11-08"


@pytest.mark.parametrize(
    "text",
    [
        "2022-11-08",
        "2022-11-08T10:45:00Z",
        "2022-11-08 10:45",
        "2022/11/08",
        "November 08, 2022",
        "November 8th, 2022",
        "8 November 2022",
        "8th of November 2022",
        "Nov. 8, 2022",
        "08-Nov-2022",
        "Tuesday, November 8, 2022 10:45 AM",
        "Tue 8 Nov 2022 10.45 GMT",
        "10:45 AM EST, Tue November 8, 2022",
        "8. November 2022",
        "mardi 8 novembre 2022",
        "8 de noviembre de 2022",
        "8 ноября 2022",
    ],
)
def test_a_certain_date_is_read_into_iso_form(text):
    assert iso_date(text) == "2022-11-08"


def test_an_uncertain_date_stays_as_written():
    assert iso_date("08/11/2022") == "08/11/2022"
    assert iso_date("Nov 31, 2022") == "Nov 31, 2022"
    assert iso_date("25/11/2022") == iso_date("11/25/2022") == "2022-11-25"
    assert iso_date("11.11.2022") == "2022-11-11"


@pytest.mark.parametrize(
    "text", ["", "May", "May 2022", "2022", "8 November", "on November 8, 2022", "1/2", "İ 8, 2022"]
)
def test_what_is_no_date_is_none(text):
    assert iso_date(text) is None
