"""A comparison that is told in steps: at once roughly, and then as it is."""

from __future__ import annotations

from hypothesis import given, settings

from diptych.comparison.engine import compare, compare_in_steps
from diptych.comparison.outline import outline
from diptych.corpus.document import version_of
from diptych.layout.rows import rows_of
from diptych.model import Kind, Side
from unit.comparison.test_promises import pairs

RIVER = "The river rose two metres overnight."
quick = settings(max_examples=60, deadline=None)


@given(pairs)
@quick
def test_the_last_step_is_the_comparison_as_if_there_were_no_other(texts: tuple[str, str]) -> None:
    old, new = map(version_of, texts)
    first, last = compare_in_steps(old, new)
    assert first.provisional
    assert last == compare(old, new)
    assert not last.provisional


@given(pairs)
@quick
def test_the_outline_has_every_block_of_both_texts_in_exactly_one_link(texts: tuple[str, str]) -> None:
    rough = outline(*map(version_of, texts))
    for side in Side:
        held = sorted(index for link in rough.links for index in link.on(side))
        assert held == list(range(len(rough.version(side).blocks)))
        rows = rows_of(rough).rows
        assert sum(row.on(side)[1] - row.on(side)[0] for row in rows) == len(held)


def test_the_outline_ties_paragraphs_that_are_equal_that_moved_and_that_begin_or_end_alike() -> None:
    moved, first, second = "Nobody was hurt in the lower town.", "The mayor spoke at noon.", "Schools stay closed."
    old = [
        moved,
        first,
        second,
        "The river rose two metres overnight. It fell.",
        "A ferry sank, the harbour master said.",
    ]
    new = [
        first,
        second,
        moved,
        "The river rose two metres overnight and fell.",
        "Two sank, the harbour master said.",
        "End.",
    ]
    rough = outline(*(version_of("\n\n".join(side)) for side in (old, new)))
    assert [(link.kind, link.old, link.new, link.moved) for link in rough.links] == [
        (Kind.SAME, (1,), (0,), False),
        (Kind.SAME, (2,), (1,), False),
        (Kind.SAME, (0,), (2,), True),
        (Kind.REWORDED, (3,), (3,), False),
        (Kind.REWORDED, (4,), (4,), False),
        (Kind.INSERTED, (), (5,), False),
    ]
