"""What ``diptych [FOLDER | FILE | OLD NEW]`` does: open a screen, print or write an export, or print a list."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import diptych
from diptych.cli import output, terminal
from diptych.cli.pairing import STANDARD_INPUT, Pairs, corpus_of, pairs_for
from diptych.corpus.records import Options, parted
from diptych.errors import DiptychError
from diptych.formats import Sheet, find, for_suffix, rendered
from diptych.formats.selection import selected
from diptych.formats.writing import write_whole
from diptych.layout.display import safe
from diptych.paths import packaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diptych.corpus.opening import Corpus
    from diptych.model import Version
    from diptych.palette import Scheme

STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Opening:
    """What was asked for on the command line."""

    paths: tuple[str, ...] = ()
    export: str | None = None
    target: str | None = None
    width: int | None = None
    color: str = output.Color.AUTO.value
    labels: tuple[str, ...] = ()
    only_changes: bool = False
    context: int = 1
    hide: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    notes: bool = True
    force: bool = False
    exit_code: bool = True
    screen: bool = True
    """Whether a screen may be opened; ``diptych export`` opens none."""
    reading: Options = field(default_factory=Options)
    watch: bool = False
    """Whether the screen compares again when a file changes."""

    def run(self) -> int:
        """Do it, and say how it went: diff's exit status, or the screen's."""
        pairs = pairs_for(self.paths, self.labels, self.reading)
        if len(self.paths) > (2 if pairs is None else 3):
            raise DiptychError(f"Give one folder, or two files to compare; these are {len(self.paths)} paths.")
        report(pairs.left_out if pairs else ())
        if not self.screen or self.export or self.target or not terminal.has_screen():
            return self._print(pairs)
        return self._show(pairs)

    def _show(self, pairs: Pairs | None) -> int:
        if pairs is None or pairs.are_files:
            self._find_paths()
        terminal.take_keyboard()
        from diptych.app.main import run

        if pairs is None:
            return run(self.paths, reading=self.reading, watching=self.watch)
        if len(pairs.pairs) == 1:
            return run((), pairs.pairs[0], watching=self.watch)
        with corpus_of(pairs) as (path, reading):
            return run((path,), reading=reading, watching=self.watch, called=pairs.called)

    def _find_paths(self) -> None:
        """Notice a mistyped path before a screen flashes up; whoever reads such paths has the words for it."""
        for path in self.paths:
            missing = path != STANDARD_INPUT and not os.path.lexists(path)
            if missing or (len(self.paths) == 2 and Path(path).is_dir()):
                diptych.read_version(path, options=self.reading)

    def _print(self, pairs: Pairs | None) -> int:
        """The comparisons without a screen; where nobody said which versions, a list of what there is."""
        if pairs is None:
            place = self.paths[0] if self.paths else packaged("seeds")
            corpus = diptych.open_corpus(place, options=self.reading)
            report(problem.message for problem in corpus.problems)
            several = [article.documents for article in corpus.articles if len(article.documents) > 1]
            if len(several) == 1:
                return self._compare(corpus.load(several[0][0]), corpus.load(several[0][-1]))
            if self.export or self.target:
                raise DiptychError(
                    f"{safe(str(place))} holds {len(several) or 'no'} articles with more than one version, "
                    "so there is no telling what to compare: name two files."
                )
            output.send("".join(f"{line}\n" for line in _listed(corpus)))
            return 0
        if len(pairs.pairs) > 1 and (self.file or self._format() not in {"text", "ansi", "wdiff"}):
            raise DiptychError(f"There are {len(pairs.pairs)} files to compare, which cannot go into one; name one.")
        statuses = []
        for number, pair in enumerate(pairs.pairs):
            if number:
                output.send("\n")
            statuses.append(self._compare(*pair(), notes=pairs.notes))
        return max(statuses)

    def _compare(self, old: Version, new: Version, notes: tuple[str, ...] = ()) -> int:
        comparison = diptych.compare(old, new)
        if notes:
            comparison = replace(comparison, notes=(*comparison.notes, *notes))
        entry = find(self._format())
        sheet = Sheet(
            self._width(),
            scheme() if entry.has_color else None,
            selected(self.only_changes, self.context, self.hide, self.facets),
            self.notes,
        )
        told = rendered(comparison, entry.name, sheet)
        if self.file is None:
            on_terminal = output.is_terminal(sys.stdout)
            if entry.is_binary:
                output.send(b"".join(part for part in told if isinstance(part, bytes)))
            else:
                output.send(map(shown_raw, told) if entry.is_exact and on_terminal else told)
        else:
            _spare(self.file, *self.paths, old.path, new.path)
            write_whole(self.file, told, replace=self.force)
        return 1 if comparison.changes and self.exit_code else 0

    @property
    def file(self) -> str | None:
        """The file to write, if it is a file; ``-`` is standard output."""
        return None if self.target == STANDARD_OUTPUT else self.target

    def _format(self) -> str:
        """The format that was named, or that the file's name asks for; ANSI is text in colour."""
        suggested = for_suffix(Path(self.file)) if self.file else None
        name = find(self.export).name if self.export else suggested.name if suggested else "text"
        if name not in {"text", "ansi"}:
            return name
        color = output.Color(self.color)
        if color is output.Color.AUTO and (self.export or self.file):
            return name
        return "ansi" if output.colored(color, output.is_terminal(sys.stdout)) else "text"

    def _width(self) -> int:
        """A file is laid out the same whatever the window is like in which it was asked for."""
        if self.width is not None:
            return self.width
        return output.DEFAULT_WIDTH if self.file else output.width()


def shown_raw(told: str | bytes) -> str:
    """What holds a file's own characters, fit for a terminal: its lines stay, what could steer it is made visible."""
    text = told.decode("utf-8", "replace") if isinstance(told, bytes) else told
    return "\n".join(safe(line) for line in text.split("\n"))


def _spare(target: str, *compared: str) -> None:
    """Refuse to write over what was compared."""
    for path in {path for written in compared for path, _ in parted(written)}:
        if os.path.exists(target) and os.path.exists(path) and os.path.samefile(target, path):  # noqa: PTH110, PTH121
            raise DiptychError(f"{safe(target)} is one of the versions compared; write the export elsewhere.")


def scheme() -> Scheme:
    """Colours for a dark terminal, unless it says that it is light (``COLORFGBG``, as rxvt, Konsole and others do)."""
    from diptych.palette import DARK, LIGHT

    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background in {"7", "15"} else DARK


def _listed(corpus: Corpus) -> Iterator[str]:
    """A line an article: its title, how many versions it has, from when to when."""
    from diptych.corpus.corpus import period_of

    for article in corpus.articles:
        documents = article.documents
        count = f"{len(documents)} version{'s' if len(documents) != 1 else ''}"
        period = " to ".join(dict.fromkeys(filter(None, period_of(documents)))) or "undated"
        yield safe(f"{article.title or documents[0].label} · {count} · {period}")


def report(sentences: Iterable[str]) -> None:
    """What could not be taken, each in a line on standard error; the rest goes on."""
    for sentence in sentences:
        if sys.stderr is not None:
            sys.stderr.write(f"diptych: {safe(sentence)}\n")
