"""The versions of one article in order, and which two of them are compared. Frozen; texts are read when asked for."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003  # a field of a dataclass
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diptych.corpus.corpus import Document
    from diptych.model import Version


@dataclass(frozen=True, slots=True)
class Shelf:
    """An article's versions from the first to the last, with a finger on two of them."""

    documents: tuple[Document, ...]
    load: Callable[[Document], Version]
    """Reads a document's text, now; may raise a DiptychError."""
    old: int = 0
    new: int = 1

    def versions(self) -> tuple[Version, Version]:
        """The two versions, read now.

        Raises:
            DiptychError: one of them has gone, or can no longer be read.
        """
        return self.load(self.documents[self.old]), self.load(self.documents[self.new])

    def version(self, number: int) -> Version:
        """The version of that index, read now.

        Raises:
            DiptychError: it has gone, or can no longer be read.
        """
        return self.load(self.documents[number])

    def stepped(self, steps: int) -> Shelf | None:
        """The next pair as far apart as this one, or with negative steps an earlier one; None past either end."""
        old, new = self.old + steps, self.new + steps
        return self.at(old, new) if min(old, new) >= 0 and max(old, new) < len(self.documents) else None

    def at(self, old: int, new: int) -> Shelf:
        """The same versions, with the finger on another two."""
        return replace(self, old=old, new=new)

    def swapped(self) -> Shelf:
        """Old and new in each other's place."""
        return self.at(self.new, self.old)
