"""How the reading screen comes by its comparison: beside the keys, stopped on demand, and again when a file changes."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from textual import work

from diptych import compare
from diptych.app.background import beside
from diptych.app.screens.seeking import SeekingScreen
from diptych.corpus.watching import as_read, stamps, watched
from diptych.errors import ComparisonStoppedError, DiptychError
from diptych.layout import keeping
from diptych.layout.display import safe
from diptych.layout.rows import rows_of
from diptych.model import Side

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from textual.timer import Timer

    from diptych.app.background import Waited
    from diptych.comparison.result import Comparison
    from diptych.corpus.shelf import Shelf
    from diptych.corpus.watching import Stamp
    from diptych.layout.reading import Reading
    from diptych.layout.rows import Rows
    from diptych.model import Version

    Stamps = tuple[Stamp | None, ...]
    Pair = tuple[Version, Version]

Result = TypeVar("Result")

_PATIENCE = 0.3
"""Seconds after which the texts are shown while they are still being compared, or it is told that others are."""

_TICK = 0.1
"""Seconds between two looks at how far it is."""

EVERY = 1.0
"""Seconds between two looks at the files."""


class ComparingScreen(SeekingScreen):
    """Compares two versions, and compares them again when they have changed."""

    def __init__(self, versions: Callable[[], Pair], shelf: Shelf | None) -> None:
        """Take what gives the two versions, in a thread (it may raise a DiptychError), and the article they are of."""
        super().__init__(shelf)
        self._versions = versions
        self._stop = Event()
        self.comparison: Comparison | None = None
        """None while there is none yet."""
        self.progress: float | None = None
        """How much of a comparison is done, from 0 to 1; None while nothing is compared."""
        self._outlined: Reading | None = None
        """How a first, rough comparison was opened, if nobody has moved since."""
        self.changed: tuple[str, ...] = ()
        """The files that have changed since they were read."""
        self._gone: tuple[str, ...] = ()
        """The files that were not there at the last look but one, nor at the last, which was told."""
        self._began = 0
        """When the reading of what is shown began, in nanoseconds."""
        self._paths: tuple[str, ...] = ()
        self._read_as: Stamps = ()
        self._last: Stamps = ()
        self._looking = False
        self._timer: Timer | None = None

    def tell_progress(self) -> None:
        """Say how far it is."""
        raise NotImplementedError

    def action_compare_again(self) -> None:
        """Compare what the files hold now, keeping the place."""
        if self.progress is None:
            self.begin()

    def stop_comparing(self) -> None:
        """Give up the comparison that is being made."""
        self._stop.set()

    @work(exclusive=True, group="comparing")
    async def begin(self) -> None:
        """Read both versions and compare them."""
        if not self.is_there:
            return
        self.changed = ()
        rows = await self.compared(self._read)
        if rows is not None and self.is_there:
            self._take(rows)

    def _read(self) -> Pair:
        return self.shelf.versions() if self.shelf is not None and self.comparison is not None else self._versions()

    async def compared(self, read: Callable[[], Pair]) -> Rows | None:
        """The rows of the comparison of what is read; None where there are none, which was told.

        Where it takes long for the first time, both texts can be read meanwhile, paragraph beside paragraph.
        """
        began = time.time_ns()
        pair = await self.waiting(lambda *_: read())
        self._began = began
        if pair is None:
            return None
        return await self.waiting(partial(_rows, *pair), partial(self._show_outline, *pair))

    async def waiting(
        self, work: Waited[Result], meanwhile: Callable[[], Awaitable[None]] | None = None
    ) -> Result | None:
        """What the work gives, done beside the keys; None where it was stopped or cannot be done, which was told.

        Args:
            work: takes a function to say how far it is (0 to 1), and one that says whether to stop.
            meanwhile: what to do as soon as it takes long.
        """
        stop = self._stop = Event()
        self.progress = 0.0

        def advance(progress: float) -> None:
            if self._stop is stop:
                self.progress = progress

        task = asyncio.create_task(beside(lambda dropped: work(advance, partial(_any, dropped, stop.is_set))))
        try:
            if self.comparison is None and self.is_there:
                self.tell_progress()
            await asyncio.wait({task}, timeout=_PATIENCE)
            if not task.done() and meanwhile is not None:
                await meanwhile()
            while not task.done() and self.is_there:
                self.tell_progress()
                await asyncio.wait({task}, timeout=_TICK)
            return await task
        except DiptychError as error:
            if self.is_there:
                self._give_up(error)
        finally:
            task.cancel()
            if self._stop is stop:
                self.progress = None
                if self.is_there:
                    self.tell_progress()
        return None

    async def _show_outline(self, old: Version, new: Version) -> None:
        if self.comparison is None:
            from diptych.comparison.outline import outline

            rough = await beside(lambda _: rows_of(outline(old, new)))
            if self.is_there:
                self.view.show(rough)
                self._outlined = self.view.reading

    def _give_up(self, error: DiptychError) -> None:
        """Say why there is nothing to show, or nothing else than before."""
        if not isinstance(error, ComparisonStoppedError):
            if self.comparison is None:
                self.app.trouble(str(error))
            else:
                self.app.tell(str(error), severity="warning")
        elif self.comparison is not None:
            self.app.tell("Stopped. What you were reading is still here.")
        elif self.app.has_list:
            self.app.pop_screen()
        else:
            self.app.tell("Stopped: only whole paragraphs are compared. R compares sentences, too.")

    def _take(self, rows: Rows) -> None:
        """Show what came out, at the place where the reader was if something was read before."""
        again, reading, page = self.comparison is not None, self.view.reading, self.view.page
        if reading is None or page is None or reading is self._outlined:
            self.show(rows)
        else:
            from diptych.layout.again import carried

            before = reading.rows.comparison
            height = self.view.size.height
            spot = carried(keeping.spot_of(reading, page, height), before, rows.comparison)
            read = reading.rows.rows[keeping.row_read(reading, page, height)] if page.end else None
            sides = (Side.OLD, Side.NEW) if read is not None and not read.has(Side.NEW) else (Side.NEW, Side.OLD)
            wanted = reading.view.wanted
            self.show(rows)
            self.walk(wanted)
            self.view.move(partial(keeping.resumed, spot=spot, shared={side: side for side in sides}))
            if again:
                self.app.tell("Compared again." if rows.comparison != before else "Nothing has changed.")
        for note in rows.comparison.notes:
            self.app.tell(note)

    @work(exclusive=True, group="watching")
    async def watch_files(self, comparison: Comparison) -> None:
        """From now on look at the files of these versions now and then."""
        self.changed = ()
        self._paths = await beside(lambda _: watched((comparison.old, comparison.new)))
        self._last = await beside(lambda _: stamps(self._paths))
        self._read_as = as_read(self._last, self._began, time.time_ns())
        if self._timer is None and self.is_there:
            self._timer = self.set_interval(EVERY, self._look_at_files)

    def _look_at_files(self) -> None:
        """Look, unless the last look still takes its time, as it does where a network is down."""
        if self._paths and not self._looking and not self.changed and self.progress is None:
            self._looking = True
            self._stamp_now()

    @work(group="looking")
    async def _stamp_now(self) -> None:
        """Once a file has changed and is left alone again, say so, or compare again; say when one is gone."""
        paths, before, last = self._paths, self._read_as, self._last
        now = self._last = await beside(lambda _: stamps(paths))
        self._looking = False
        if not self.is_there or paths != self._paths or now != last:  # programs that save may put a file away first
            return
        gone = tuple(path for path, found in zip(paths, now, strict=True) if found is None)
        if gone and gone != self._gone:
            self.app.tell(f"{_names(gone)} cannot be found any more. What you were reading is still here.")
        self._gone = gone
        if not gone and now != before:
            self.changed = tuple(path for path, was, is_ in zip(paths, before, now, strict=True) if was != is_)
            self._offer_again()

    def _offer_again(self) -> None:
        if self.app.watching:
            self.begin()
        else:
            self.app.tell(f"{_names(self.changed)} changed on the disk. R compares again.")
            self.tell_progress()


def _rows(old: Version, new: Version, advance: Callable[[float], None], stopped: Callable[[], bool]) -> Rows:
    return rows_of(compare(old, new, progress=advance, cancelled=stopped))


def _names(paths: Iterable[str]) -> str:
    return " and ".join(safe(path.replace("\\", "/").rpartition("/")[2]) for path in paths)


def _any(*asked: Callable[[], bool]) -> bool:
    return any(ask() for ask in asked)
