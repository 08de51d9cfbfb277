"""Characters by code point and name."""

from diptych import compare
from diptych.layout.characters import characters


def told(old: str, new: str) -> list[str]:
    return [" ".join("".join(piece.text for piece in line).split()) for line in characters(compare(old, new), 0)]


def test_what_was_removed_stands_before_what_was_put_there() -> None:
    lines = told("They met in the \u6708 hall on the hill.", "They met in the \u706b hall on the hill.")
    assert [line[:1] for line in lines[1:]] == ["-", "+"]
    assert "U+6708" in lines[1]
    assert "U+706B" in lines[2]


def test_what_both_have_stands_between_in_its_place() -> None:
    lines = told("The prime minister is Nikol Pashinian here.", "The prime minister is Nikol Pashinyan here.")
    signs = "".join(line[0] if line[0] in "-+" else " " for line in lines[1:])
    assert signs == "      -+  "
