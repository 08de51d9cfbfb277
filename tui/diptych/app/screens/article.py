"""What the reading screen does where an article has many versions: stepping from pair to pair, timeline, biography."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import work

from diptych.app.screens.declared import DeclaredScreen
from diptych.app.widgets.diff_view import DiffView
from diptych.layout import keeping
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.app.background import Waited
    from diptych.app.history import History
    from diptych.comparison.biography import Moment
    from diptych.corpus.shelf import Shelf
    from diptych.layout.rows import Rows
    from diptych.model import Version

Result = TypeVar("Result")

ARTICLE_ACTIONS = frozenset({"next_pair", "previous_pair", "timeline", "biography"})
"""What can only be done where the versions compared are those of an article in a corpus."""


class ArticleScreen(DeclaredScreen):
    """Shows two versions of an article, and knows the others."""

    def __init__(self, shelf: Shelf | None) -> None:
        """Take the article's versions, if the two that are shown are of one."""
        super().__init__()
        self.shelf = shelf
        self._history: History | None = None
        if shelf is not None:
            from diptych.app.history import History

            self._history = History(shelf)
        self._towards: Shelf | None = None
        """The versions that are being compared, to be shown next."""

    @property
    def view(self) -> DiffView:
        """The two columns."""
        return self.query_one("#view", DiffView)

    def show(self, rows: Rows) -> None:
        """Show another comparison, from its first change."""
        raise NotImplementedError

    async def compared(self, read: Callable[[], tuple[Version, Version]]) -> Rows | None:
        """The rows of the comparison of what is read; None where there are none, which was told."""
        raise NotImplementedError

    async def waiting(self, work: Waited[Result]) -> Result | None:
        """What the work gives, done beside the keys; None where there is nothing, which was told."""
        raise NotImplementedError

    def action_next_pair(self) -> None:
        """Step to the next two versions."""
        self._step(1, "This is the last version.")

    def action_previous_pair(self) -> None:
        """Step to the two versions before."""
        self._step(-1, "This is the first version.")

    def _step(self, steps: int, nowhere: str) -> None:
        here = self._towards or self.shelf
        shelf = here and here.stepped(steps)
        if shelf is None:
            self.app.tell(nowhere)
        else:
            self._turn_to(shelf)

    @work(exclusive=True, group="comparing")
    async def _turn_to(self, shelf: Shelf) -> None:
        """Show another two versions, keeping the place in the text, which can be read until they are compared."""
        before, view = self.shelf, self.view
        if before is None:
            return
        self._towards = shelf
        try:
            rows = await self.compared(shelf.versions)
        finally:
            if self._towards is shelf:
                self._towards = None
        if rows is None or not self.is_there:
            return
        reading, page = view.reading, view.page
        self.shelf = shelf
        if reading is None or page is None:
            self.show(rows)
        else:
            spot = keeping.spot_of(reading, page, view.size.height)
            self.show(rows)
            view.move(partial(keeping.resumed, spot=spot, shared=_shared(before, shelf)))
        self.app.tell(f"Versions {shelf.old + 1} and {shelf.new + 1} of {len(shelf.documents)}.", timeout=2)

    @work(exclusive=True, group="timeline")
    async def action_timeline(self) -> None:
        """List the article's versions, and choose two."""
        if self._history is None or self.shelf is None:
            return
        from diptych.app.screens.timeline import TimelineScreen

        chosen = await self.app.push_screen_wait(TimelineScreen(self._history, self.shelf))
        if chosen is not None and chosen != (self.shelf.old, self.shelf.new):
            self._turn_to(self.shelf.at(*chosen))

    @work(exclusive=True, group="biography")
    async def action_biography(self) -> None:
        """Follow the sentence being read through all versions, and go to one of its steps."""
        reading, page, shelf, history = self.view.reading, self.view.page, self.shelf, self._history
        if reading is None or page is None or not page.end or shelf is None or history is None:
            return
        from diptych.app.screens.pick import PickScreen
        from diptych.layout import timeline

        link = reading.rows.link_of(keeping.row_read(reading, page, self.view.size.height))
        side = Side.NEW if link.new else Side.OLD
        at = shelf.new if side is Side.NEW else shelf.old
        moments = await self.waiting(partial(history.life_of, at, link.on(side)))
        if moments is None or not self.is_there:
            return
        picked: PickScreen[Moment] = PickScreen(
            partial(timeline.among, moments),
            timeline.life(moments, shelf),
            f"This sentence is {timeline.life_of(moments, shelf)}",
            "words, or what became of it: reworded, moved …",
            lambda moment: moment.version == at,
        )
        moment = await self.app.push_screen_wait(picked)
        if moment is not None and moment.version != at:
            self._turn_to(shelf.at(max(0, moment.version - 1), max(1, moment.version)))


def _shared(before: Shelf, after: Shelf) -> dict[Side, Side]:
    """For the sides whose version is still shown, the side where it stands now."""
    now = {after.old: Side.OLD, after.new: Side.NEW}
    sides = ((Side.NEW, before.new), (Side.OLD, before.old))
    return {side: now[version] for side, version in sides if version in now}
