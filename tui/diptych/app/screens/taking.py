"""What is taken away from the reading screen, to the clipboard or a file, or looked at code point by code point."""

from __future__ import annotations

from diptych.app.bindings import first_key
from diptych.app.screens.comparing import ComparingScreen
from diptych.layout import selecting
from diptych.layout.excerpt import marked, one_side
from diptych.layout.particulars import plural
from diptych.layout.selecting import selected_text


class TakingScreen(ComparingScreen):
    """Hands out the current change, one side of it, what is selected, or all."""

    def action_inspect(self) -> None:
        """Show the characters of the current change by code point and name."""
        reading = self.view.reading
        if reading is None or reading.link is None:
            self.app.tell("There is no change to look into.")
        else:
            from diptych.app.screens.lines import LinesScreen
            from diptych.layout.characters import characters

            told = characters(reading.rows.comparison, reading.link)
            title = f"The characters of change {reading.number:,}"
            self.app.push_screen(LinesScreen[None](title, len(told), lambda n, _: told[n]))

    def action_copy(self) -> None:
        """Send what is selected, or the current change as marked text, to the clipboard."""
        reading = self.view.reading
        if reading is not None and reading.selection is not None:
            self._send(selected_text(reading.rows.comparison, reading.selection), "the selected text")
            self.view.move(selecting.ended)
        elif reading is not None and reading.link is not None:
            self._send(marked(reading.rows.comparison, reading.link), f"change {reading.number:,}")
        else:
            self.app.tell("There is no change to copy.")

    def action_copy_side(self) -> None:
        """Send the new text of the current change, or the old one where it was deleted, to the clipboard."""
        reading = self.view.reading
        if reading is not None and reading.link is not None:
            side, text = one_side(reading.rows.comparison, reading.link)
            self._send(text, f"the {side.value} text of change {reading.number:,}")

    def _send(self, text: str, what: str) -> None:
        """Send something to the clipboard; the terminal does not say whether it took it."""
        self.app.copy_to_clipboard(text)
        words = plural(len(text.split()), "word")
        key = next(first_key(command) for command in self.commands if command.name == "export")
        told = f"Sent to the clipboard: {what}, {words}. If your terminal does not take it, press {key} for a file."
        self.app.tell(told)

    def action_export(self) -> None:
        """Ask for a format and a file."""
        if self.comparison is not None and self.view.reading is not None:
            from diptych.app.screens.export import ExportScreen

            self.app.push_screen(ExportScreen(self.comparison, self.view.reading.view.wanted))
