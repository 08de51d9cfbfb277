"""One key at a time: what a key does is done before the next one is given to anybody.

Textual gives a key to whatever has the focus when it comes in. Keys that come in one burst (typed ahead, pasted into
tmux, held back by a slow line) thus all go to the same widget, though the first of them may have opened a field for the
others. Here a key waits until the one before it has come back from the widget that it was given to.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.timer import Timer

_PATIENCE = 0.3
"""Seconds after which a key is given up that does not come back: who had it is gone."""


class Done(Message, bubble=True):
    """Follows a key on its way through the widgets, and comes back to the app behind it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class OneKeyAtATime(App[int]):
    """An app that minds the order of keys, and of what they do."""

    _given = 0
    """The number of the key that is out, or was last."""
    _is_out = False

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key] = deque()
        self._patience: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait while another one is out."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._is_out:
            self._waiting.append(event)
            if self._patience is None:
                self._patience = self.set_timer(_PATIENCE, self._give_up)
        else:
            await self._give(event)

    async def _give(self, key: events.Key) -> None:
        holder = self.focused or self.screen
        self._given += 1
        self._is_out = True
        await super().on_event(key)
        if not holder.post_message(Done(self._given)):
            self.call_later(self._next, self._given)

    def on_done(self, done: Done) -> None:
        """The key has done what it does, but for what it left for later, such as moving the focus."""
        self.call_later(self._next, done.number)

    async def _next(self, number: int) -> None:
        if number != self._given or not self._is_out:
            return
        self._is_out = False
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        if self._waiting:
            await self._give(self._waiting.popleft())
            if self._waiting:
                self._patience = self.set_timer(_PATIENCE, self._give_up)

    async def _give_up(self) -> None:
        self._patience = None
        await self._next(self._given)
