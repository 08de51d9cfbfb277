"""One key at a time: what a key does is done before the next one is given to anybody.

Textual gives a key to whatever has the focus when it comes in. Keys that come in one burst (typed ahead, pasted into
tmux, held back by a slow line) thus all go to the same widget, though the first of them may have opened a field for the
others. Here a key waits until the one before it has come back from the widget that it was given to.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.widget import Widget

_PATIENCE = 0.3
"""Seconds after which a key is given up that does not come back: who had it is gone."""
_JUST = 0.05
"""Seconds for which a key may have left something for later, such as moving the focus."""


class Done(Message, bubble=True):
    """Follows a key on its way through the widgets, and comes back to the app behind it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class OneKeyAtATime(App[int]):
    """An app that minds the order of keys, and of what they do; a key that comes alone costs nothing more."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._out: events.Key | None = None
        """The key that was given last, until it has come back; a field keeps those that are typed into it."""
        self._holder: Widget | None = None
        self._given = 0
        self._when = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait while another one is out."""
        if not isinstance(event, events.Key):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            if event is self._out:
                self._out, self._when = None, monotonic()
        elif self._waiting:
            self._waiting.append(event)
        elif monotonic() - self._when > (_JUST if self._out is None else _PATIENCE):
            await self._give(event)
        else:
            self._waiting.append(event)
            self._follow()

    async def _give(self, key: events.Key) -> None:
        self._holder, self._out, self._when = self.focused or self.screen, key, monotonic()
        self._given += 1
        await super().on_event(key)

    def _follow(self) -> None:
        """See to it that the next key is given when the last one is done."""
        number = self._given
        if self._out is None or self._holder is None or not self._holder.post_message(Done(number)):
            self.call_later(self._next, number)
        else:
            self.set_timer(_PATIENCE, partial(self._next, number))

    def on_done(self, done: Done) -> None:
        """The key has done what it does, but for what it left for later."""
        self.call_later(self._next, done.number)

    async def _next(self, number: int) -> None:
        if number == self._given and self._waiting:
            await self._give(self._waiting.popleft())
            if self._waiting:
                self._follow()
