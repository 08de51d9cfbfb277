"""HTML becomes plain text with light mark-up: paragraphs, headings, items, line breaks. Pure.

All of its text is kept, but for scripts, styles and the like. What of a page is the article is another question, which
:mod:`diptych.corpus.containers.html` answers.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|span|em|strong|article|section|table|tr|td)\b[^<>]*>", re.IGNORECASE
)
_PARTING = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "header hgroup hr html main nav ol p section summary table tbody tfoot thead tr ul pre"
)
_HIDING = "head script style template noscript iframe svg math object select textarea button"
_BLOCKS = frozenset(_PARTING.split())
_UNSEEN = frozenset(_HIDING.split())
_LEADS = {"li": "- ", "h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
_SPACE = re.compile(r"[ \t\r\n\f]+")


def looks_like_html(text: str) -> bool:
    """True where there is a tag of HTML's near the beginning."""
    return "<" in text and _TAG.search(text, 0, 20_000) is not None


def text_of_html(html: str) -> str:
    """The words of a piece of HTML: paragraphs parted by blank lines, ``#`` before headings, ``-`` before items."""
    unseen = _UNSEEN
    while True:
        parser = _Flattener(unseen)
        parser.feed(html)
        parser.close()
        if not parser.hiding:
            return parser.text()
        unseen -= set(parser.hiding)  # a tag that is never closed hides nothing: rather too much than a text cut off


class _Flattener(HTMLParser):
    """Gathers paragraphs as the tags open and close them."""

    def __init__(self, unseen: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._done: list[str] = []
        self._open: list[str] = []
        self._lead = ""
        self._unseen = unseen
        self._verbatim = 0
        self.hiding: list[str] = []
        """The tags that are open and not shown."""

    def text(self) -> str:
        """What was gathered."""
        self._break()
        return "\n\n".join(self._done)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin a paragraph, heading or item, or something that is not shown."""
        if tag in self._unseen:
            self.hiding.append(tag)
        elif tag == "br":
            self._open.append("\n")
        elif tag in {"td", "th"}:
            self._open.append(" ")
        elif tag in _LEADS:
            self._break()
            self._lead = _LEADS[tag]
        elif tag in _BLOCKS:
            if tag == "body" and "head" in self.hiding:
                self.hiding.clear()
            self._break()
            self._verbatim += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>``; of other tags the slash means nothing, except that nothing stays hidden."""
        if tag not in self._unseen:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began; closing tags of nothing are passed over."""
        if tag in self._unseen:
            if tag in self.hiding:
                del self.hiding[self.hiding.index(tag) :]
        elif tag in _BLOCKS or tag in _LEADS:
            self._break()
            self._verbatim = max(0, self._verbatim - (tag == "pre"))

    def handle_data(self, data: str) -> None:
        """Keep words; line breaks of the source are spaces, unless they stand in ``<pre>``."""
        if not self.hiding:
            self._open.append(data if self._verbatim else _SPACE.sub(" ", data))

    def _break(self) -> None:
        lines = [_SPACE.sub(" ", line).strip() for line in "".join(self._open).split("\n")]
        words = "\n".join(line for line in lines if line)
        if words:
            self._done.append(self._lead + words)
            self._lead = ""
        self._open.clear()
