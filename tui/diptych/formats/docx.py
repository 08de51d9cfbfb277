"""A Word document with real tracked changes: accept them all for the new text, reject them all for the old one. Pure.

The least of WordprocessingML (ECMA-376, part 1, sections 17.2 and 17.13.5) in a zip of its own making: the same
comparison gives the same bytes. Mark-up of the files is left out; characters that XML cannot hold become U+FFFD.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from diptych import __version__
from diptych.formats.exact import PARAGRAPH, runs, words
from diptych.formats.running import Fate
from diptych.formats.telling import balance, facts, remark, title_of
from diptych.model import Role, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.comparison.result import Comparison
    from diptych.formats.exact import Run

_AUTHOR = "diptych"
_DATE = "2000-01-01T00:00:00Z"
"""Word wants a date for each change; the clock would make every export different."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARTS = re.compile(r"\n\n|(?:(?!\n\n).)+", re.DOTALL)
_STYLES = {
    Role.TITLE: "ArticleTitle",
    Role.BYLINE: "HeaderLine",
    Role.DATE: "HeaderLine",
    Role.SOURCE: "HeaderLine",
    Role.HEADING: "Heading1",
    Role.ITEM: "ListParagraph",
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write(comparison: Comparison, *, notes: bool = True) -> bytes:
    """The document; with ``notes``, Word's comments tell of moves, splits and merges, and its properties what it is."""
    body = _Body(comparison, notes)
    document = "".join(body.paragraphs())
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{document}<w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _STYLE_SHEET,
        "word/comments.xml": f'{_HEAD}<w:comments xmlns:w="{_W}">{"".join(body.comments)}</w:comments>',
        "docProps/core.xml": _properties(comparison) if notes else _properties(None),
    }
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), text.encode(), zipfile.ZIP_DEFLATED)
    return told.getvalue()


class _Body:
    """The paragraphs, numbered changes and comments of one document."""

    def __init__(self, comparison: Comparison, notes: bool) -> None:
        self.comments: list[str] = []
        self._comparison, self._notes = comparison, notes
        self._change = 0
        self._said: set[tuple[int, Side]] = set()
        self._block = {Side.OLD: 0, Side.NEW: 0}

    def paragraphs(self) -> Iterator[str]:
        """Each paragraph of both texts; the mark at its end is tracked where only one text has it."""
        inside: list[str] = []
        for run in runs(self._comparison, words):
            for part in _PARTS.findall(run.text):
                if part == PARAGRAPH:
                    yield self._paragraph(inside, run)
                    inside = []
                else:
                    inside.append(self._tracked(part, run) + self._comment(run))
        yield self._paragraph(inside, None)

    def _paragraph(self, inside: list[str], end: Run | None) -> str:
        """A paragraph; ``end`` is the run that its end belongs to."""
        fate = Fate.KEPT if end is None else end.fate
        side = Side.OLD if fate is Fate.REMOVED else Side.NEW
        blocks = self._comparison.version(side).blocks
        at = self._block[side]
        style = _STYLES.get(blocks[at].role) if at < len(blocks) else None
        if fate is not Fate.ADDED:
            self._block[Side.OLD] += 1
        if fate is not Fate.REMOVED:
            self._block[Side.NEW] += 1
        told = f'<w:pStyle w:val="{style}"/>' if style else ""
        if fate is not Fate.KEPT:
            name = "del" if fate is Fate.REMOVED else "ins"
            told += f"<w:rPr><w:{name} {self._by()}/></w:rPr>"
        return f"<w:p>{f'<w:pPr>{told}</w:pPr>' if told else ''}{''.join(inside)}</w:p>"

    def _tracked(self, text: str, run: Run) -> str:
        said = escape(_NOT_XML.sub("\ufffd", text))
        if run.fate is Fate.KEPT:
            return f'<w:r><w:t xml:space="preserve">{said}</w:t></w:r>'
        if run.fate is Fate.ADDED:
            inner = f'<w:r><w:t xml:space="preserve">{said}</w:t></w:r>'
            return self._moved("moveTo", run, inner) if run.moved else f"<w:ins {self._by()}>{inner}</w:ins>"
        if run.moved:  # Word keeps the text of a passage that moved away as plain text
            return self._moved("moveFrom", run, f'<w:r><w:t xml:space="preserve">{said}</w:t></w:r>')
        return f'<w:del {self._by()}><w:r><w:delText xml:space="preserve">{said}</w:delText></w:r></w:del>'

    def _moved(self, name: str, run: Run, inner: str) -> str:
        """A passage that moved, inside the range whose name its other end shares."""
        begin = f'<w:{name}RangeStart {self._by()} w:name="move{run.link}"/>'
        number = self._change
        return f'{begin}<w:{name} {self._by()}>{inner}</w:{name}><w:{name}RangeEnd w:id="{number}"/>'

    def _by(self) -> str:
        self._change += 1
        return f'w:id="{self._change}" w:author="{_AUTHOR}" w:date="{_DATE}"'

    def _comment(self, run: Run) -> str:
        """A comment on what tracked changes cannot say, once an end of a link."""
        if not self._notes or run.fate is Fate.KEPT or run.link < 0:
            return ""
        link = self._comparison.links[run.link]
        side = Side.OLD if run.fate is Fate.REMOVED and link.moved else Side.NEW
        if (run.link, side) in self._said or not link.old or not link.new:
            return ""
        self._said.add((run.link, side))
        told = remark(self._comparison, run.link, side)
        if not told:
            return ""
        number = len(self.comments)
        said = f'<w:p><w:r><w:t xml:space="preserve">{escape(told)}</w:t></w:r></w:p>'
        self.comments.append(
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:date="{_DATE}" w:initials="d">{said}</w:comment>'
        )
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def _properties(comparison: Comparison | None) -> str:
    """Title and description: what was compared, the counts, the program."""
    told = ""
    if comparison is not None:
        lines = [f"{side.value}: {'; '.join(map(': '.join, facts(comparison.version(side))))}" for side in Side]
        lines += [balance(comparison.summary()), f"diptych {__version__}"]
        title = title_of(comparison)
        told = f"<dc:title>{_spelled(title)}</dc:title><dc:description>{_spelled(chr(10).join(lines))}</dc:description>"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{told}<dc:creator>{_AUTHOR}</dc:creator></cp:coreProperties>'
    )


def _spelled(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))


_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>'
        for name, kind in (
            ("word/document.xml", "officedocument.wordprocessingml.document.main"),
            ("word/styles.xml", "officedocument.wordprocessingml.styles"),
            ("word/comments.xml", "officedocument.wordprocessingml.comments"),
            ("docProps/core.xml", "package.core-properties"),
        )
    )
    + "</Types>"
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/comments" Target="comments.xml"/>'
    "</Relationships>"
)


def _style(name: str, shown: str, run: str, paragraph: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_STYLE_SHEET = (
    f'{_HEAD}<w:styles xmlns:w="{_W}">'
    '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + _style("ArticleTitle", "Article Title", '<w:b/><w:sz w:val="40"/>')
    + _style("HeaderLine", "Header Line", '<w:i/><w:color w:val="595959"/>')
    + _style("Heading1", "heading 1", '<w:b/><w:sz w:val="28"/>', '<w:outlineLvl w:val="0"/>')
    + _style("ListParagraph", "List Paragraph", "", '<w:ind w:left="720"/>')
    + "</w:styles>"
)
