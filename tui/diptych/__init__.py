"""diptych: two versions of an article, side by side, every sentence accounted for.

The library in four names::

    from diptych import compare, export, open_corpus, read_version

    comparison = compare("The cat sat.", "The cat sat down.")
    print(export(comparison, "text"))

Nothing here imports a screen library, and nothing heavy is imported before it is used.
"""

from __future__ import annotations

from diptych.errors import ComparisonStoppedError, DiptychError

TYPE_CHECKING = False  # known to type checkers by its name; importing typing takes as long as opening an index
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path
    from typing import Any

    from diptych.comparison.result import Comparison
    from diptych.corpus.opening import Corpus
    from diptych.corpus.records import Options
    from diptych.model import Version

__version__ = "0.1.0"
__all__ = [
    "Comparison",
    "ComparisonStoppedError",
    "DiptychError",
    "Options",
    "Version",
    "compare",
    "compare_in_steps",
    "export",
    "open_corpus",
    "read_version",
]


def open_corpus(
    path: str | Path,
    *,
    options: Options | None = None,
    keep: bool = True,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Corpus:
    """Open a folder, file, database, dump or repository, and find which texts are versions of the same article.

    A document that cannot be read becomes a problem in :attr:`Corpus.problems`; the rest opens. Articles and documents
    are read from an index when they are asked for, texts from the disk by ``corpus.load(document)``.

    Args:
        path: what to open; docs/corpora.md lists what can be.
        options: how to read it, where that is not left to diptych.
        keep: whether what was read is kept in the cache folder, so that the next time only what changed is read. Where
            that folder cannot be written to, nothing is kept.
        progress: told now and then how many files were looked at, and of how many.
        cancelled: asked again and again whether to give up; what was read by then is kept.

    Raises:
        DiptychError: the path does not exist, nothing in it can be read, or ``cancelled`` said True.
    """
    from diptych.corpus.opening import open_corpus as opened

    return opened(path, options=options, keep=keep, progress=progress, cancelled=cancelled)


def read_version(path: str | Path, *, options: Options | None = None) -> Version:
    """Read one document: its text, its blocks, and its header lines (title, byline, date, source).

    Args:
        path: of a file; or the address of one of the many texts in a container, such as ``stories.db#17``.
        options: how to read it, where that is not left to diptych.

    Raises:
        DiptychError: the file cannot be read, is not text, or is empty.
    """
    from diptych.corpus.reading import read_version as read

    return read(path, options)


def compare(
    old: str | Version,
    new: str | Version,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two versions sentence by sentence.

    A string is taken as the text of a document, header lines and light mark-up understood. The same input always gives
    the same result, and ``compare(new, old)`` mirrors ``compare(old, new)``.

    Args:
        old: the one side.
        new: the other.
        progress: called with how much is done, from 0 to 1 and never less than before, about a hundred times.
        cancelled: asked again and again; once it says True, the comparison is given up.

    Raises:
        ComparisonStoppedError: ``cancelled`` said True.
    """
    from diptych.comparison.engine import compare as compared
    from diptych.corpus.document import version_of

    sides = [version_of(side) if isinstance(side, str) else side for side in (old, new)]
    return compared(sides[0], sides[1], progress=progress, cancelled=cancelled)


def compare_in_steps(
    old: str | Version,
    new: str | Version,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Comparison]:
    """Compare two versions, and have first what is known at once: for whoever shows large texts.

    Two comparisons come: one by whole paragraphs, :attr:`Comparison.provisional`, in a tenth of the time or less; then
    the one that :func:`compare` gives. Arguments and errors are those of :func:`compare`.
    """
    from diptych.comparison.engine import compare_in_steps as compared
    from diptych.corpus.document import version_of

    sides = [version_of(side) if isinstance(side, str) else side for side in (old, new)]
    return compared(sides[0], sides[1], progress=progress, cancelled=cancelled)


def export(  # noqa: PLR0913  # options, each given by name
    comparison: Comparison,
    format: str = "text",  # noqa: A002
    *,
    width: int = 100,
    only_changes: bool = False,
    context: int = 1,
    hide: Collection[str] = (),
    facets: Collection[str] = (),
    notes: bool = True,
) -> str | bytes:
    """The comparison in one of the formats of :data:`diptych.formats.FORMATS`: text, or bytes for ``docx``.

    Args:
        comparison: what :func:`compare` gave.
        format: a format's name, such as ``text``, ``html`` or ``docx``.
        width: columns to lay out for, in cells; formats without columns pay no heed to it.
        only_changes: leave unchanged sentences out, for the formats that can hold a part.
        context: how many unchanged rows stay on either side of a change then.
        hide: sorts of change to leave out then: kinds, ``moved``, ``form only``.
        facets: where there are any, only changes that touch one of them count.
        notes: say what the signs mean and what was compared.

    Raises:
        DiptychError: there is no format, sort or facet of that name, or the format holds whole versions only.
    """
    from diptych.formats import render
    from diptych.formats.selection import selected

    selection = selected(only_changes, context, hide, facets)
    return render(comparison, format, width=width, selection=selection, notes=notes)


def __getattr__(name: str) -> Any:
    if name == "Comparison":
        from diptych.comparison.result import Comparison

        return Comparison
    if name == "Options":
        from diptych.corpus.records import Options

        return Options
    if name == "Version":
        from diptych.model import Version

        return Version
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
