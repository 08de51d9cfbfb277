"""The user's settings."""

from pathlib import Path

import pytest

from diptych.config import Config, load


def settings(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Config()


def test_a_theme_and_keys_are_read(tmp_path: Path) -> None:
    found = settings(tmp_path, 'theme = "light"\n[keys]\nnext_change = "f8"\n')
    assert (found.theme, found.keys, found.problems) == ("light", {"next_change": "f8"}, ())


@pytest.mark.parametrize(
    "text",
    ["theme = ", "keys = 3", "[keys]\nnext_change = 3", "colour = 1", "theme = [1]", "\x00"],
)
def test_a_broken_file_gives_a_sentence_and_the_defaults(tmp_path: Path, text: str) -> None:
    found = settings(tmp_path, text)
    assert (found.theme, found.keys) == ("dark", {})
    assert len(found.problems) == 1
    assert "config.toml" in found.problems[0]


def test_a_problem_names_the_line(tmp_path: Path) -> None:
    found = settings(tmp_path, '# mine\ntheme = "light"\n\n[keys]\nquit = "Q"\nnext_change = 3\n')
    (problem,) = found.problems
    assert "config.toml, line 6" in problem
    assert 'next_change = "n"' in problem
    assert found.place("quit").endswith("line 5")
    broken = settings(tmp_path, 'theme = "light"\n[keys\n')
    assert "line 2" in broken.problems[0]


def test_labels_of_header_lines_are_added_with_their_role(tmp_path: Path) -> None:
    found = settings(tmp_path, '[headers]\nStand = "date"\n"Text von" = "byline"\nOrt = "place"\n')
    assert found.headers == {"Stand": "date", "Text von": "byline"}
    (problem,) = found.problems
    assert problem.endswith(", line 4: the header Ort can be title, byline, date, source, but not 'place'.")
    assert "headers is not a table" in settings(tmp_path, "headers = 3").problems[0]
