"""YAML front matter: what the lines between two ``---`` at the top of a text say about it. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from diptych.corpus.fields import columns_for, record_from
from diptych.corpus.records import Options, Record

_FENCED = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL
)
_LONGEST = 16_384
_NESTED = 200
_TOLD = ("title", "byline", "date", "source")


def with_front_matter(record: Record, called: str) -> Record:
    """A text's record with what its front matter says about it.

    Every value is taken as it is written: ``No`` stays ``No`` and ``12:30`` is no number. Front matter that is no YAML
    is left to be read as the lines it is, with a note.
    """
    if not record.text.startswith(("---", "\ufeff---")):
        return record
    found = _FENCED.match(record.text, 0, _LONGEST)
    if found is None:
        return record
    from yaml import YAMLError

    try:
        told = _loaded(found["yaml"])
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark is not None else ""
        note = f"The front matter of {called} is not YAML{line}; its lines were read as text."
        return replace(record, notes=(*record.notes, note))
    if not isinstance(told, dict):
        return record
    row = {str(name): value for name, value in told.items()}
    columns = {role: name for role, name in columns_for(row, Options(), called).items() if role in _TOLD}
    said = record_from(row, columns, "")
    return replace(record, title=said.title, byline=said.byline, date=said.date, source=said.source)


def _loaded(written: str) -> object:
    """The YAML as texts, lists and tables.

    Raises:
        yaml.YAMLError: it is no YAML, or has references, by which a few lines could stand for millions, or
            more brackets than a person writes, on which the parser would spend minutes.
    """
    import yaml

    if written.count("[") + written.count("{") > _NESTED or any(
        isinstance(event, yaml.AliasEvent) for event in yaml.parse(written, yaml.BaseLoader)
    ):
        raise yaml.YAMLError
    return yaml.load(written, yaml.BaseLoader)
