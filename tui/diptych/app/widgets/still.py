"""What shows only what fits it, and so need not be laid out once more when it gets another size."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Container
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Static


class Still:
    """A first base for widgets and screens that never scroll.

    Textual lays out everything and paints it again when it learns how large a widget's content is, since scroll bars
    may come or go. Every new size would thus cost two frames, or three.
    """

    virtual_size: ClassVar[Reactive[Size]] = Reactive(Size(0, 0), repaint=False)

    def watch_virtual_size(self) -> None:
        """Take another size at once: the event that tells of it comes after the paint, and sometimes not at all."""
        self.fit()

    def fit(self) -> None:
        """Make ready what is shown for the size there is now."""


class Box(Still, Container):
    """Holds widgets that fit it."""


class Note(Still, Static):
    """Words that fit where they stand."""
