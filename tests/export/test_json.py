"""The JSON format keeps to its schema, is exact, and is safe to print."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych import compare
from diptych.formats import jsonl, render
from diptych.formats.json import SCHEMA_FILE
from diptych.model import Facet, Kind, Role, WordKind

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)
HOSTILE = "a\x1b[31m\x00\x07\x7f\x9b\u202e\u200b\u2028\ufeff\U000e0041\ud800 end. [/b] [@click=app.quit]x[/] 😀."


def closed(schema: object) -> object:
    """The schema with no key allowed that it does not name: stricter than what readers are promised."""
    if isinstance(schema, dict):
        found = {key: closed(value) for key, value in schema.items()}
        return found | {"additionalProperties": False} if "properties" in found and "type" in found else found
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_each_json_line_is_what_its_schema_says_and_nothing_else() -> None:
    schema = json.loads(jsonl.SCHEMA_FILE.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(closed(schema))
    for line in str(render(compare(_OLD, _NEW), "jsonl")).splitlines():
        check.validate(json.loads(line))


def test_both_schemas_call_the_same_things_the_same() -> None:
    lines = json.loads(jsonl.SCHEMA_FILE.read_text(encoding="utf-8"))["$defs"]
    assert all(lines[name] == SCHEMA["$defs"][name] for name in ("span", "facet", "word"))
    assert lines["link"]["properties"].items() >= SCHEMA["$defs"]["link"]["properties"].items()
    assert lines["summary"]["properties"].items() >= SCHEMA["$defs"]["summary"]["properties"].items()


def test_an_export_is_what_the_schema_says_and_nothing_else() -> None:
    told = json.loads(render(compare(_OLD, _NEW), "json"))
    jsonschema.Draft202012Validator(closed(SCHEMA)).validate(told)
    assert {link["kind"] for link in told["links"]} > {"same", "reworded"}


def test_the_schema_knows_every_word_of_the_model() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["facet"]["enum"] == [facet.value for facet in Facet]
    assert definitions["link"]["properties"]["kind"]["enum"] == [kind.value for kind in Kind]
    assert definitions["sentence"]["properties"]["role"]["enum"] == [role.value for role in Role]
    assert definitions["word"]["properties"]["kind"]["enum"] == [kind.value for kind in WordKind]


def test_the_documentation_names_every_key() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
    told = json.loads(render(compare(_OLD, _NEW), "json"))
    word = next(word for link in told["links"] for word in link["words"])
    for key in {*told, *told["links"][0], *word, *told["old"]["sentences"][0], "markup", "sha256"}:
        assert key in documented


def test_offsets_sentences_and_word_changes_fit_the_texts() -> None:
    told = json.loads(render(compare(_OLD, _NEW), "json"))
    for side, text in (("old", _OLD), ("new", _NEW)):
        assert all(text[s["start"] : s["end"]] == s["text"] for s in told[side]["sentences"])
        held = sorted(index for link in told["links"] for index in link[side])
        assert held == list(range(len(told[side]["sentences"])))
    changed = {(w["side"], {"old": _OLD, "new": _NEW}[w["side"]][w["start"] : w["end"]])
               for link in told["links"] for w in link["words"]}  # fmt: skip
    assert {("old", "Monday"), ("new", "Tuesday")} <= changed
    assert told["summary"]["unaccounted"] == 0


def test_no_character_that_steers_a_terminal_is_in_it_and_all_come_back() -> None:
    told = render(compare(HOSTILE, HOSTILE + " More."), "json")
    assert not [char for char in told if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    told.encode()
    assert "".join(sentence["text"] for sentence in json.loads(told)["old"]["sentences"]).replace(
        " ", ""
    ) == HOSTILE.replace(" ", "")
    assert "😀" in told


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_exported(old: str, new: str) -> None:
    told = render(compare(old, new), "json")
    CHECK.validate(json.loads(told))
    assert told.endswith("}\n")
    assert "\x1b" not in told


@pytest.mark.parametrize("name", ["old", "new"])
def test_one_sentence_and_one_link_stand_on_a_line(name: str) -> None:
    found = compare(_OLD, _NEW)
    lines = render(found, "json").splitlines()
    assert sum(line.lstrip().startswith('{"text": ') for line in lines) == len(found.old_sentences) + len(
        found.new_sentences
    )
    assert sum(line.lstrip().startswith('{"kind": ') for line in lines) == len(found.links)


_OLD = "The talks began on Monday in Geneva.\n\nNobody expected much. The weather was fine.\n\nA flood came later.\n"
_NEW = "The talks began on Tuesday in Geneva.\n\nNobody expected much.\n\nA *flood* came later. It rained.\n"
