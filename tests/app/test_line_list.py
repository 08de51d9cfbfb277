"""A list with a cursor, its window, and the track at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.events import MouseScrollDown

from diptych.app.widgets.line_list import LineList
from diptych.layout.display import Piece
from diptych.palette import Ink

if TYPE_CHECKING:
    from textual.app import ComposeResult

HEIGHT, WIDTH = 10, 30


class Listing(App[None]):
    """Nothing but a list."""

    CSS = "LineList { width: 1fr; height: 1fr; }"

    def __init__(self, count: int, cursor: int = 0) -> None:
        super().__init__()
        self.count, self.cursor = count, cursor

    def compose(self) -> ComposeResult:
        yield LineList()

    def on_mount(self) -> None:
        self.query_one(LineList).show(self.count, lambda index, _: [Piece(f"line {index}", Ink.TEXT)], self.cursor)

    def shown(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


async def test_a_short_list_has_no_track_and_nothing_below_its_end() -> None:
    async with Listing(3).run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        assert pilot.app.shown() == ["▌ line 0", "  line 1", "  line 2", *[""] * 7]


async def test_the_cursor_is_in_the_window_from_the_first_and_after_every_page() -> None:
    async with Listing(100, cursor=50).run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = pilot.app.query_one(LineList)
        await pilot.pause()
        assert (lines.top, lines.cursor) == (41, 50)
        for pages, top, cursor in ((1, 50, 59), (-1, 50, 50), (-1, 41, 41), (9, 90, 99)):
            lines.step(pages * lines.page)
            assert (lines.top, lines.cursor) == (top, cursor)
        await pilot.pause()
        assert [line.split()[-2:] for line in pilot.app.shown()][-1] == ["99", "┃"]


async def test_a_smaller_window_keeps_the_cursor_and_a_larger_one_shows_no_emptiness() -> None:
    async with Listing(30, cursor=29).run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = pilot.app.query_one(LineList)
        await pilot.resize_terminal(WIDTH, 5)
        await pilot.pause()
        assert (lines.top, lines.cursor) == (25, 29)
        await pilot.resize_terminal(WIDTH, 20)
        await pilot.pause()
        assert lines.top == 10
        await pilot.resize_terminal(WIDTH, 40)
        await pilot.pause()
        assert lines.top == 0


async def test_the_wheel_moves_the_window_and_leaves_the_cursor_where_it_is() -> None:
    async with Listing(100).run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = pilot.app.query_one(LineList)
        await pilot._post_mouse_events([MouseScrollDown], LineList, offset=(3, 3))
        await pilot.pause()
        assert (lines.top, lines.cursor) == (3, 0)
        lines.step(1)
        assert (lines.top, lines.cursor) == (1, 1)


async def test_the_track_leads_to_any_part_of_the_list_without_moving_the_cursor() -> None:
    async with Listing(100).run_test(size=(WIDTH, HEIGHT)) as pilot:
        lines = pilot.app.query_one(LineList)
        await pilot.click(LineList, offset=(WIDTH - 1, HEIGHT - 1))
        assert (lines.top, lines.cursor) == (90, 0)
        await pilot.click(LineList, offset=(3, 2))
        assert (lines.top, lines.cursor) == (90, 92)


async def test_what_the_list_holds_no_longer_is_not_in_the_window() -> None:
    async with Listing(100, cursor=99).run_test(size=(WIDTH, HEIGHT)) as pilot:
        pilot.app.query_one(LineList).show(4, lambda index, _: [Piece(f"line {index}", Ink.TEXT)], 1)
        await pilot.pause()
        assert pilot.app.shown() == ["  line 0", "▌ line 1", "  line 2", "  line 3", *[""] * 6]
