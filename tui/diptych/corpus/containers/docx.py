"""Word documents: the text as accepted; with tracked changes, the text before them and the text after them.

What is inside the file is measured before anything is unpacked, and a document type declaration is refused: nothing in
a well-formed .docx needs one, and entities are how a small file becomes a large one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from diptych.corpus.fragments import text_of_html
from diptych.corpus.records import Record
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diptych.corpus.records import Options

LARGEST_PART = 64 << 20
"""Bytes of one part, unpacked."""
LARGEST_RATIO = 200
"""How many times larger a part can become when it is unpacked, beyond the first megabyte."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_KEPT = re.compile(r"\[Content_Types\]\.xml|(?:word/)?_rels/[^/]*\.rels|word/[^/]+\.xml")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b")
_SWAPPED = {"ins": "del", "moveTo": "del", "del": "ins", "moveFrom": "ins", "delText": "t"}
_BEFORE = {_WORD + tag: _WORD + other for tag, other in _SWAPPED.items()}
_DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error),
    *(NotImplementedError, RuntimeError, EOFError, ValueError, OSError),
)
_STYLES = "p[style-name='Title'] => h1:fresh"


def read(data: bytes, called: str, options: Options) -> Sequence[Record]:  # noqa: ARG001
    """The document; or, where changes were tracked in it, ``old`` without any of them and ``new`` with all of them."""
    parts = _parts(data, called)
    main = parts[_MAIN]
    new = _text({**parts, _MAIN: _main(main, called, before=False)}, called)
    if not _TRACKED.search(main):
        return [Record("", new)]
    old = _text({**parts, _MAIN: _main(main, called, before=True)}, called)
    return [
        Record("old", old, name="before the tracked changes", article="tracked", number=1),
        Record("new", new, name="with the tracked changes", article="tracked", number=2),
    ]


def _parts(data: bytes, called: str) -> dict[str, bytes]:
    """The parts that hold words, unpacked; pictures and the like stay packed.

    Raises:
        DiptychError: it is no Word document, or would be far larger unpacked than it ought to be.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _KEPT.fullmatch(entry.filename)]
            for entry in entries:
                packed = max(1, entry.compress_size)
                if entry.file_size > LARGEST_PART or entry.file_size > (1 << 20) + LARGEST_RATIO * packed:
                    raise DiptychError(
                        f"Cannot read {called}: {entry.filename} in it would unpack to {entry.file_size >> 20} MB; "
                        "such files are made to fill the memory."
                    )
            if sum(entry.file_size for entry in entries) > 2 * LARGEST_PART:
                raise DiptychError(f"Cannot read {called}: it would unpack to more than {LARGEST_PART >> 19} MB.")
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OSError,
        zlib.error,
    ):
        raise DiptychError(f"Cannot read {called}: it is no Word document (.docx), is damaged or encrypted.") from None
    if _MAIN not in parts:
        raise DiptychError(f"Cannot read {called}: it is no Word document (.docx); save it as one.")
    for name, part in parts.items():
        _refuse_declarations(part, name, called)
    return parts


def _refuse_declarations(part: bytes, name: str, called: str) -> None:
    """Only plain XML in UTF-8, in which a declaration cannot hide, and no declaration."""
    encoding = _ENCODING.match(part.removeprefix(b"\xef\xbb\xbf"))
    known = b"\0" not in part and (encoding is None or encoding[1].lower() in {b"utf-8", b"us-ascii"})
    if not known or _DECLARATION.search(part):
        raise DiptychError(f"Cannot read {called}: {name} in it declares entities, or is not in UTF-8; save it anew.")


def _main(main: bytes, called: str, *, before: bool) -> bytes:
    """The words of the document; ``before`` the tracked changes, or with them.

    For the words before them, what was added and what was removed change names: accepted, that is the old document.
    """
    try:
        root = ElementTree.fromstring(main)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise DiptychError(f"Cannot read {called}: its text is damaged.") from None
    if before:
        for element in root.iter():
            element.tag = _BEFORE.get(element.tag, element.tag)
    # The end of a paragraph that was removed joins it to the next one, which the last one must have, too.
    body = root.find(f"{_WORD}body")
    if body is not None:
        ElementTree.SubElement(body, f"{_WORD}p")
    told: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return told


def _text(parts: dict[str, bytes], called: str) -> str:
    """The words as a reader of the accepted document sees them, headings and lists as Markdown has them."""
    import mammoth  # type: ignore[import-untyped]

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    packed.seek(0)
    try:
        html = mammoth.convert_to_html(packed, style_map=_STYLES, convert_image=_no_image)
    except RecursionError:
        raise DiptychError(f"Cannot read {called}: it is nested too deeply.") from None
    except Exception as error:  # whatever a damaged document does to a parser
        raise DiptychError(f"Cannot read {called}: its text is damaged ({type(error).__name__}).") from None
    return text_of_html(str(html.value))


def _no_image(_image: object) -> list[object]:
    return []
