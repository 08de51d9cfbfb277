"""What the reader says of which documents belong together, against the guess that was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from diptych.app.background import beside
from diptych.app.screens.telling import TellingScreen
from diptych.errors import DiptychError

if TYPE_CHECKING:
    from collections.abc import Callable

    from diptych.corpus import corrections


class CorrectingScreen(TellingScreen):
    """Takes corrections of its list, and keeps them."""

    def action_together(self) -> None:
        """Say that the marked version and this one are versions of one article."""
        self._correct(lambda said, marked, here, _: said.with_together([marked, here]))

    def action_apart(self) -> None:
        """Say that the marked version is no version of this article; without a mark, that this one is none."""
        self._correct(lambda said, marked, _, others: said.with_apart(marked, others))

    @work(exclusive=True, group="correct")
    async def _correct(self, saying: Callable[[corrections.Said, str, str, list[str]], corrections.Said]) -> None:
        here, document, catalogue = self.here(), self.document(), self.catalogue
        if here is None or document is None or catalogue is None:
            return
        if self.marked is None or (self.marked == document and here[1] is None):
            self.app.tell("Press space on one version, then go to the other one and press this key again.")
            return
        from diptych.corpus import corrections

        named = [corrections.named(catalogue.path, found.address) for found in (self.marked, document)]
        others = [corrections.named(catalogue.path, found.address) for found in here[0].documents]
        others = [name for name in others if name != named[0]]
        try:
            said = saying(corrections.read(catalogue.path), named[0], named[1], others)
            await beside(lambda _: catalogue.correct(said))
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
            return
        if not self.is_there:
            return
        self.marked = None
        self.tell_keys()
        self.app.tell(f"Done, and kept in {corrections.corrections_file(catalogue.path)}")
        await self.list_now()
