"""The export dialog: a format, a file, and what it will hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from diptych.app.background import beside
from diptych.errors import DiptychError
from diptych.formats.names import suggested
from diptych.formats.table import FORMATS, render
from diptych.formats.writing import write_whole
from diptych.layout.display import safe

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diptych.app.main import DiptychApp
    from diptych.comparison.result import Comparison

_PREVIEW_LINES = 200


class ExportScreen(ModalScreen[None]):
    """Asks how and where to export a comparison, and does it."""

    app: DiptychApp
    BINDINGS: ClassVar = [Binding("escape", "dismiss", "close")]

    def __init__(self, comparison: Comparison) -> None:
        """Take what to export."""
        super().__init__()
        self._comparison = comparison
        self._format = next(iter(FORMATS))
        self._agreed_to_replace = ""

    def compose(self) -> ComposeResult:
        """Formats, the file, the preview."""
        with Vertical(id="export"):
            yield Static("Export", classes="title", markup=False)
            with Horizontal(id="choice"):
                yield OptionList(
                    *(Option(Content(f"{name:<13} {entry.purpose}"), id=name) for name, entry in FORMATS.items()),
                    id="formats",
                )
            yield Static("File", classes="label", markup=False)
            yield Input(suggested(self._comparison, self._format), id="file")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="sample", markup=False)
            yield Static("enter writes the file · tab changes the field · escape closes", id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin in the list of formats."""
        self.query_one("#formats", OptionList).focus()

    @on(OptionList.OptionHighlighted)
    def _format_chosen(self, event: OptionList.OptionHighlighted) -> None:
        field = self.query_one("#file", Input)
        untouched = field.value == suggested(self._comparison, self._format)
        self._format = event.option_id or self._format
        if untouched:
            field.value = suggested(self._comparison, self._format)
        self._preview(self._format, max(20, self.query_one("#preview").size.width - 2))

    @work(exclusive=True)
    async def _preview(self, name: str, width: int) -> None:
        told = await beside(lambda _: render(self._comparison, name, width=width, scheme=self.app.scheme))
        if isinstance(told, bytes):
            self.query_one("#sample", Static).update(Content(f"{len(told):,} bytes, which only its programs can show."))
            return
        lines = told.replace("\r", "").split("\n", _PREVIEW_LINES)[:_PREVIEW_LINES]
        if FORMATS[name].has_color:
            sample = Text.from_ansi("\n".join(lines))
        else:
            sample = Text("\n".join(safe(line) for line in lines))
        self.query_one("#sample", Static).update(Content.from_rich_text(sample))

    @on(OptionList.OptionSelected)
    def _go_to_file(self) -> None:
        self.query_one("#file", Input).focus()

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        path = Path(event.value).expanduser()
        if not event.value.strip():
            self.app.tell("Give the file a name.", severity="warning")
        elif path.exists() and self._agreed_to_replace != event.value:
            self._agreed_to_replace = event.value
            self.app.tell(f"{path} is there already. Press enter again to replace it.", severity="warning")
        else:
            self._save(path)

    @work
    async def _save(self, path: Path) -> None:
        name, scheme = self._format, self.app.scheme
        try:
            await beside(lambda _: write_whole(path, render(self._comparison, name, scheme=scheme)))
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
        else:
            self.app.tell(f"Written to {path.absolute()}.")
            self.dismiss()
