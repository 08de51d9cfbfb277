"""The places that the reader left by a leap, to go back to and forward again. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from diptych.layout.page import Place

_MOST = 200
"""Places that are remembered."""


class Spot(NamedTuple):
    """Where a reader stood: the place at the top of the window, and the current change."""

    top: Place
    change: int | None


class Visited(NamedTuple):
    """What lies behind the reader, the latest last, and what lies ahead after going back, the nearest last."""

    behind: tuple[Spot, ...] = ()
    ahead: tuple[Spot, ...] = ()

    def left(self, spot: Spot) -> Visited:
        """The reader leaps away from a spot; there is nothing ahead any more."""
        behind = tuple(other for other in self.behind if other != spot)
        return Visited((*behind, spot)[-_MOST:])

    def back(self, here: Spot) -> tuple[Spot, Visited]:
        """The spot before, and what is visited then; the same spot where there is none before."""
        behind = self.behind[:-1] if self.behind[-1:] == (here,) else self.behind
        if not behind:
            return here, self
        return behind[-1], Visited(behind[:-1], (*self.ahead, here))

    def forward(self, here: Spot) -> tuple[Spot, Visited]:
        """The spot that was gone back from, and what is visited then."""
        if not self.ahead:
            return here, self
        return self.ahead[-1], Visited((*self.behind, here), self.ahead[:-1])


NOWHERE = Visited()
"""No place was left yet."""
