"""Wordings: substitutions gathered over a comparison."""

from __future__ import annotations

from diptych import compare
from diptych.comparison.wordings import Group, wordings

OLD = """Karabakh fell silent on Monday. The war in Karabakh had lasted six weeks, Prime Minister Pashinian said.

Officials in Karabakh claimed that 280 people had died. The colour of the flag was red."""
NEW = OLD.replace("Karabakh", "Nagorno-Karabakh").replace("Pashinian", "Pashinyan").replace("claimed", "said")
NEW = NEW.replace("280", "290").replace("colour", "color")


def test_a_wording_is_gathered_with_its_count_and_places() -> None:
    found = wordings(compare(OLD, NEW))
    assert (found[0].old, found[0].new, found[0].count) == ("Karabakh", "Nagorno-Karabakh", 3)
    assert found[0].places == (0, 1, 2)


def test_wordings_fall_into_groups() -> None:
    groups = {(wording.old, wording.new): wording.group for wording in wordings(compare(OLD, NEW))}
    assert groups["Pashinian", "Pashinyan"] is Group.RESPELLING
    assert groups["colour", "color"] is Group.RESPELLING
    assert groups["280", "290"] is Group.NUMBER
    assert groups["claimed", "said"] is Group.WORD


def test_wordings_mirror_when_the_sides_are_swapped() -> None:
    there, back = wordings(compare(OLD, NEW)), wordings(compare(NEW, OLD))
    assert {(w.old, w.new, w.count) for w in there} == {(w.new, w.old, w.count) for w in back}


def test_the_forms_of_a_wording_are_gathered_under_its_shortest() -> None:
    old = "The attack failed. Attacks went on by night. He criticised Leshko's men. Leshko criticises them all."
    new = old.replace("attack", "strike").replace("Attack", "Strike").replace("criticis", "criticiz")
    found = {(w.old, w.new): w for w in wordings(compare(old, new.replace("Leshko", "Lešek")))}
    assert found["attack", "strike"].forms == (("attack", "strike"), ("Attacks", "Strikes"))
    assert found["Leshko", "Lešek"].places == (2, 3)
    assert found["criticised", "criticized"].count == 2


def test_words_that_merely_end_alike_are_two_wordings() -> None:
    old = "It cost 280 crowns on Friday. It cost 380 crowns on Monday. The red dog ran. The bad man sat."
    new = "It cost 290 crowns on Sunday. It cost 390 crowns on Tuesday. The big dog ran. The old man sat."
    assert all(len(wording.forms) == 1 for wording in wordings(compare(old, new)))
