"""What stands opposite what."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout.row_table import Row, RowTable
from diptych.layout.rows import rows_of
from diptych.model import Side
from samples import comparison

Ties = list[tuple[tuple[int, ...], tuple[int, ...]]]


@st.composite
def ties(draw: st.DrawFn) -> tuple[int, int, Ties]:
    """Any ties at all: each sentence in one at most, ends in any order, not always neighbours."""
    old_count, new_count = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    free_old, free_new = list(range(old_count)), draw(st.permutations(range(new_count)))
    found = []
    while free_old and free_new and draw(st.booleans()):
        old = sorted(free_old.pop(0) for _ in range(min(len(free_old), draw(st.integers(1, 2)))))
        new = sorted(free_new.pop(0) for _ in range(min(len(free_new), draw(st.integers(1, 2)))))
        found.append((tuple(old), tuple(new)))
    return old_count, new_count, found


@given(ties())
def test_each_column_read_from_the_top_is_the_whole_text_of_its_side(
    case: tuple[int, int, Ties],
) -> None:
    old_count, new_count, found = case
    compared = comparison([f"old {n}" for n in range(old_count)], [f"new {n}" for n in range(new_count)], found)
    rows = rows_of(compared)
    for side, count in ((Side.OLD, old_count), (Side.NEW, new_count)):
        read = [index for row in rows.rows for index in range(*row.on(side))]
        assert read == list(range(count))
        assert all(index in compared.links[row.link].on(side) for row in rows.rows for index in range(*row.on(side)))
    assert sorted(rows.changes) == [n for n, link in enumerate(compared.links) if link.is_change]
    assert list(rows.homes) == sorted(rows.homes)


def test_a_deletion_stands_where_it_stood_with_nothing_opposite() -> None:
    rows = rows_of(comparison(["a", "b", "c"], ["a", "c"], [((0,), (0,)), ((2,), (1,))]))
    assert [(row.old, row.new) for row in rows.rows] == [((0, 1), (0, 1)), ((1, 2), (0, 0)), ((2, 3), (1, 2))]


def test_a_split_stands_opposite_all_its_parts() -> None:
    rows = rows_of(comparison(["a and b"], ["a", "b"], [((0,), (0, 1))]))
    assert [(row.old, row.new) for row in rows.rows] == [((0, 1), (0, 2))]


def test_a_move_stands_at_both_its_places_and_each_knows_the_other() -> None:
    ties: Ties = [((0,), (2,)), ((1,), (0,)), ((2,), (1,))]
    rows = rows_of(comparison(["a", "b", "c"], ["b", "c", "a"], ties, moved=(0,)))
    assert [(row.old, row.new) for row in rows.rows] == [
        ((0, 1), (0, 0)),
        ((1, 2), (0, 1)),
        ((2, 3), (1, 2)),
        ((0, 0), (2, 3)),
    ]
    assert rows.other_end == {0: 3, 3: 0}
    assert list(rows.homes) == [3]


def test_how_far_down_a_row_is_and_which_row_is_so_far_down_agree() -> None:
    rows = rows_of(
        comparison(["x" * 100, "y", "z" * 300], ["x" * 100, "y", "z" * 300], [((n,), (n,)) for n in range(3)])
    )
    assert [rows.row_at(rows.start_of(row)) for row in range(3)] == [0, 1, 2]
    assert rows.row_at(10**9) == 2


@given(ties())
def test_a_sentence_is_found_in_its_row_and_what_stands_above_a_row_is_counted(case: tuple[int, int, Ties]) -> None:
    old_count, new_count, found = case
    rows = rows_of(comparison([f"old {n}" for n in range(old_count)], [f"new {n}" for n in range(new_count)], found))
    for side in Side:
        above = 0
        for index, row in enumerate(rows.rows):
            assert rows.rows.above(index, side) == above
            assert all(rows.rows.holding(side, sentence) == index for sentence in range(*row.on(side)))
            above += len(range(*row.on(side)))
        assert rows.rows.above(len(rows.rows), side) == above


def test_rows_of_one_shape_take_no_memory_of_their_own() -> None:
    table = RowTable(Row(n, (n, n + 1), (n, n + 1)) for n in range(1000))
    assert table[-1] == Row(999, (999, 1000), (999, 1000))
    assert table[10:12] == [Row(10, (10, 11), (10, 11)), Row(11, (11, 12), (11, 12))]
    assert sys.getsizeof(table._first) < 200
