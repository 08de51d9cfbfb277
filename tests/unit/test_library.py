"""The page on the library: its examples do what it says, and its tables leave nothing out."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import diptych
from diptych.model import Facet, Kind

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")


def test_the_examples_of_the_page_do_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    source = "\n".join(re.findall(r"```pycon\n(.*?)```", PAGE, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(source, {}, "docs/library.md", "docs/library.md", 0)
    said: list[str] = []
    failed, tried = doctest.DocTestRunner().run(test, out=said.append)
    assert not failed, "".join(said)
    assert tried > 15


@pytest.mark.parametrize("word", [*Kind, *Facet])
def test_the_page_names_every_kind_and_facet(word: str) -> None:
    assert f"`{word}`" in PAGE


def test_every_public_function_says_what_it_takes_and_raises() -> None:
    for name in ("compare", "export", "open_corpus", "read_version"):
        said = getattr(diptych, name).__doc__
        assert "Args:" in said
        assert "Raises:" in said
