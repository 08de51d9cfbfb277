"""Where the window stands in a list, on the track at its edge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.layout.track import thumb, top_at

HEIGHTS = st.integers(1, 80)
MORE = st.integers(1, 2_000_000)


@given(height=HEIGHTS, count=st.integers(0, 80))
def test_a_list_that_fits_the_window_has_no_track(height: int, count: int) -> None:
    assert bool(thumb(0, height, count)) == (count > height)


@given(height=HEIGHTS, more=MORE, data=st.data())
def test_the_window_takes_some_of_the_track_and_never_leaves_it(height: int, more: int, data: st.DataObject) -> None:
    cells = thumb(data.draw(st.integers(0, more)), height, height + more)
    assert 0 <= cells[0] <= cells[-1] < height


@given(height=HEIGHTS, more=MORE)
def test_beginning_and_end_of_the_list_are_the_ends_of_the_track(height: int, more: int) -> None:
    count = height + more
    assert thumb(0, height, count)[0] == 0
    assert thumb(more, height, count)[-1] == height - 1
    assert (top_at(-3, height, count), top_at(height + 3, height, count)) == (0, more)


@given(height=st.integers(2, 80), more=MORE, data=st.data())
def test_a_place_asked_for_on_the_track_is_in_the_window_shown_there(
    height: int, more: int, data: st.DataObject
) -> None:
    cell = data.draw(st.integers(0, height - 1))
    cells = thumb(top_at(cell, height, height + more), height, height + more)
    assert cells[0] <= cell <= cells[-1]
