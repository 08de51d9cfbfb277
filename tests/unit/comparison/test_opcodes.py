"""Opcodes: difflib's vocabulary, complete and in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.comparison.opcodes import opcodes
from diptych.comparison.order import reading_order
from diptych.model import Kind, Link


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[tuple[Link, ...], int, int]:
    """Links that hold every sentence once: any ties, moved or not as the order says."""
    old_count, new_count = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    old = draw(st.permutations(range(old_count)))
    new = draw(st.permutations(range(new_count)))
    links, at, to = [], 0, 0
    while at < old_count and to < new_count and draw(st.integers(0, 4)):
        n, m = draw(st.sampled_from([(1, 1), (1, 1), (1, 2), (2, 1), (2, 2)]))
        left, right = tuple(sorted(old[at : at + n])), tuple(sorted(new[to : to + m]))
        kind = Kind.SPLIT if len(left) < len(right) else Kind.MERGED if len(left) > len(right) else Kind.REWORDED
        links.append(Link(kind, left, right, moved=draw(st.booleans())))
        at, to = at + n, to + m
    links += [Link(Kind.DELETED, (i,), ()) for i in old[at:]] + [Link(Kind.INSERTED, (), (j,)) for j in new[to:]]
    return reading_order(links), old_count, new_count


@given(ledgers())
@settings(max_examples=300, deadline=None)
def test_the_ranges_cover_both_sides_completely_and_in_order(ledger: tuple[tuple[Link, ...], int, int]) -> None:
    at = to = 0
    for tag, i1, i2, j1, j2 in opcodes(*ledger):
        if tag != "move_to":
            assert i1 == at
            at = i2
        if tag != "move_from":
            assert j1 == to
            to = j2
    assert (at, to) == ledger[1:]


def test_a_plain_comparison_reads_like_difflib() -> None:
    links = (
        Link(Kind.SAME, (0,), (0,)),
        Link(Kind.SAME, (1,), (1,)),
        Link(Kind.REWORDED, (2,), (2,)),
        Link(Kind.DELETED, (3,), ()),
        Link(Kind.INSERTED, (), (3,)),
    )
    assert [tuple(code) for code in opcodes(links, 4, 4)] == [
        ("equal", 0, 2, 0, 2),
        ("replace", 2, 3, 2, 3),
        ("delete", 3, 4, 3, 3),
        ("insert", 4, 4, 3, 4),
    ]


def test_a_passage_that_moved_is_named_at_both_places() -> None:
    links = (
        Link(Kind.SAME, (2,), (0,), moved=True),
        Link(Kind.SAME, (0,), (1,)),
        Link(Kind.SAME, (1,), (2,)),
    )
    assert [tuple(code) for code in opcodes(links, 3, 3)] == [
        ("move_to", 2, 3, 0, 1),
        ("equal", 0, 2, 1, 3),
        ("move_from", 2, 3, 0, 1),
    ]
