"""Links in a text that lead elsewhere: no change of words, but never hidden."""

from __future__ import annotations

from diptych import compare

OLD = (
    "They met in the town. See [the report](http://a.example/one) for more.\n\nIt [ended](http://a.example/two) late.\n"
)


def test_a_link_that_leads_elsewhere_is_no_change_and_is_told_in_a_note() -> None:
    new = OLD.replace("a.example/one", "b.example/one")
    comparison = compare(OLD, new)
    assert not comparison.changes
    assert comparison.notes == (
        "1 sentence that is in both texts has links with other addresses (http://a.example/one, http://b.example/one).",
    )
    assert compare(new, OLD).notes == comparison.notes


def test_of_many_addresses_a_few_are_named() -> None:
    comparison = compare(OLD, OLD.replace("a.example", "b.example").replace("It [ended]", "It soon [ended]"))
    assert comparison.notes[0].startswith("2 sentences that are in both texts have links with other addresses (")
    many = "".join(f"They saw [this]({n}) there.\n\n" for n in range(4))
    assert "and 4 more" in compare(many, many.replace("](", "](a/")).notes[0]


def test_links_that_lead_where_they_led_are_not_mentioned() -> None:
    assert compare(OLD, OLD.replace("They met", "They ate")).notes == ()
    assert compare(OLD, "They met in the town.").notes == ()
