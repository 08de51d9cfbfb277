"""MediaWiki dumps: revisions become versions, wiki text becomes words."""

from __future__ import annotations

import bz2
import gzip

import pytest

from diptych import open_corpus
from diptych.corpus.containers.wiki import plain
from diptych.corpus.reading import documents, load
from diptych.corpus.records import Filed, Problem
from diptych.errors import DiptychError

_REVISION = """<revision><id>{id}</id><timestamp>{time}</timestamp><contributor><username>Ann</username><id>4</id>
</contributor><comment>c</comment><model>wikitext</model><format>text/x-wiki</format>
<text xml:space="preserve" bytes="9">{text}</text><sha1>x</sha1></revision>"""


def _dump(*pages, head=""):
    body = "".join(
        f"<page><title>{title}</title><ns>{space}</ns><id>{number}</id>{''.join(revisions)}</page>"
        for title, space, number, revisions in pages
    )
    return (
        f'<?xml version="1.0"?>\n{head}<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11">'
        f"<siteinfo><sitename>W</sitename></siteinfo>{body}</mediawiki>"
    ).encode()


def _revision(number, text, time="2020-05-01T10:00:00Z"):
    return _REVISION.format(id=number, text=text, time=time)


_ICE = [
    _revision(11, "The '''harbour''' froze."),
    _revision(12, "The harbour froze overnight.", "2020-05-02T09:30:00Z"),
]


def _read(path):
    found = list(documents(path))
    return [f for f in found if isinstance(f, Filed)], [f.message for f in found if isinstance(f, Problem)]


@pytest.mark.parametrize(
    ("name", "packing"), [("d.xml", bytes), ("d.xml.bz2", bz2.compress), ("d.xml.gz", gzip.compress)]
)
def test_a_page_is_an_article_and_its_revisions_are_the_versions(tmp_path, name, packing):
    path = tmp_path / name
    talk = ("Talk:Ice", 1, 8, [_revision(13, "Gossip.")])
    path.write_bytes(packing(_dump(("Ice", 0, 7, _ICE), talk, ("Ferry", 0, 9, [_revision(14, "It sails.")]))))
    corpus = open_corpus(path)
    assert [[d.key for d in a.documents] for a in corpus.articles] == [["7/11", "7/12"], ["9/14"]]
    first, second = corpus.articles[0].documents
    assert (first.title, first.date, first.name) == ("Ice", "2020-05-01T10:00:00Z", "revision 11 by Ann")
    assert corpus.load(second).text == "Ice\n\nThe harbour froze overnight."
    with pytest.raises(DiptychError, match="no revision 7/99"):
        load(path, "7/99")


def test_a_dump_that_breaks_off_gives_what_stands_before_that(tmp_path):
    path = tmp_path / "d.xml"
    path.write_bytes(_dump(("Ice", 0, 7, _ICE))[:-60])
    found, (problem,) = _read(path)
    assert [f.key for f in found][:1] == ["7/11"]
    assert "is broken off or damaged" in problem


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><p>x</p></html>", "is not as MediaWiki writes its dumps"),
        (b"no xml at all", "it is no XML"),
        (b"", "damaged"),
    ],
)
def test_what_is_no_dump_is_a_sentence(tmp_path, content, words):
    path = tmp_path / "d.xml"
    path.write_bytes(content)
    assert words in _read(path)[1][0]


def test_a_dump_that_declares_entities_is_refused_wherever_the_declaration_stands(tmp_path):
    path = tmp_path / "d.xml"
    bomb = '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    for head in (bomb, f"<!--{'x' * 100_000}-->{bomb}"):
        path.write_bytes(_dump(("Ice", 0, 7, [_revision(11, "&b;")]), head=head))
        assert _read(path) == ([], [f"Cannot read {path}: it declares a document type, which no dump does."])


def test_wiki_text_becomes_words():
    wikitext = """{{Infobox|name=Ice}}
[[File:Ice.jpg|thumb|The [[harbour]].]]
The '''harbour''' [[Froze|froze]] on ''Monday''.<ref name="a">Somebody.</ref> It was [https://e.org cold].

== History ==
* One item
* Two &amp; three

{| class="wikitable"
| cell
|}
[[Category:Ice]]
"""
    assert plain(wikitext) == ("The harbour froze on Monday. It was cold.\n\n## History\n\n- One item\n- Two & three")
