"""A box to tick whose state is told by its sign: ``[x]`` or ``[ ]``, in any colours and in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Checkbox

from diptych.layout.wrap import ticked

if TYPE_CHECKING:
    from textual.geometry import Size


class Tick(Checkbox):
    """A checkbox; Textual's own shows the same cross in two colours."""

    def render(self) -> Content:
        """The sign and the label."""
        return Content.assemble(
            (ticked(self.value), self.get_visual_style("toggle--button")),
            " ",
            self.label.stylize_before(self.get_visual_style("toggle--label")),
        )

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """Cells of the sign, a blank and the label."""
        return len(ticked(self.value)) + 1 + self.label.cell_length
