"""Front matter: what the YAML between two ``---``, or the TOML between two ``+++``, at the top of a text says. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

from diptych.corpus.fields import columns_for, record_from
from diptych.corpus.records import Options, Record

_FENCED = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)", re.DOTALL
)
_PLUSSED = re.compile(r"\ufeff?\+\+\+[ \t]*(?:\r\n|\r|\n)(?P<toml>.*?)(?<=[\r\n])\+\+\+[ \t]*(?=\r|\n|\Z)", re.DOTALL)
_LONGEST = 16_384
_NESTED = 200
_TOLD = ("title", "byline", "date", "source")


def with_front_matter(record: Record, called: str) -> Record:
    """A text's record with what its front matter says about it.

    Every value is taken as it is written: ``No`` stays ``No`` and ``12:30`` is no number. Front matter that cannot be
    read is left to be read as the lines it is, with a note.
    """
    if not record.text.startswith(("---", "\ufeff---", "+++", "\ufeff+++")):
        return record
    if found := _FENCED.match(record.text, 0, _LONGEST):
        told, wrong = _yaml(found["yaml"])
    elif found := _PLUSSED.match(record.text, 0, _LONGEST):
        told, wrong = _toml(found["toml"])
    else:
        return record
    if wrong:
        note = f"The front matter of {called} is not {wrong}; its lines were read as text."
        return replace(record, notes=(*record.notes, note))
    if not isinstance(told, dict):
        return record
    row = {str(name): value for name, value in told.items()}
    columns = {role: name for role, name in columns_for(row, Options(), called).items() if role in _TOLD}
    said = record_from(row, columns, "")
    return replace(record, title=said.title, byline=said.byline, date=said.date, source=said.source)


def _yaml(written: str) -> tuple[object, str]:
    """What YAML says; and what it is not, and where, if it is none."""
    from yaml import YAMLError

    try:
        return _loaded(written), ""
    except (YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        return None, f"YAML (line {mark.line + 2})" if mark is not None else "YAML"


def _toml(written: str) -> tuple[object, str]:
    """The same of TOML, dates as they are written in ISO 8601 and the rest as texts, lists and tables."""
    import tomllib

    try:
        if written.count("[") + written.count("{") > _NESTED:
            raise ValueError
        return _spelled(tomllib.loads(written.replace("\r\n", "\n").replace("\r", "\n"), parse_float=str)), ""
    except (ValueError, RecursionError) as error:
        place = _TOML_LINE.search(str(error))
        return None, f"TOML (line {int(place[1]) + 1})" if place else "TOML"


_TOML_LINE = re.compile(r"at line (\d+)")


def _spelled(value: object) -> object:
    if isinstance(value, dict):
        return {name: _spelled(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_spelled(inner) for inner in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date | time) else str(value)


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
