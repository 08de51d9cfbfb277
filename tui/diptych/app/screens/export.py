"""The export dialog: a format, how much of the comparison, a file, and what it will hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Checkbox, Input, OptionList, Static
from textual.widgets.option_list import Option

from diptych.app.background import beside
from diptych.app.screens.dialog import Dialog, Keys
from diptych.app.widgets.key_line import KeyLine
from diptych.app.widgets.tick import Tick
from diptych.errors import DiptychError
from diptych.formats.names import suggested
from diptych.formats.selection import Selection
from diptych.formats.table import FORMATS, render
from diptych.formats.writing import write_whole
from diptych.layout.display import safe
from diptych.layout.filters import EVERYTHING, Filter
from diptych.paths import sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from diptych.comparison.result import Comparison

_PREVIEW_LINES = 200


class ExportScreen(Dialog[None]):
    """Asks how and where to export a comparison, and does it."""

    CSS_PATH: ClassVar = [sheet("export")]
    BINDINGS: ClassVar = [Binding("escape", "leave", "close")]
    KEYS: ClassVar[Keys] = (
        ("enter", "write the file", "write"),
        ("tab", "next field", "app.focus_next"),
        ("esc", "close", "leave"),
    )

    def __init__(self, comparison: Comparison, wanted: Filter = EVERYTHING) -> None:
        """Take what to export, and which changes the screen shows."""
        super().__init__()
        self._comparison, self._wanted = comparison, wanted
        self._format = next(iter(FORMATS))
        self._agreed_to_replace = ""

    def compose(self) -> ComposeResult:
        """Formats, options, the file, the preview."""
        with Vertical(id="export"):
            yield Static("Export", classes="title", markup=False)
            yield OptionList(
                *(Option(Content(f"{name:<13}{entry.purpose}"), id=name) for name, entry in FORMATS.items()),
                id="formats",
            )
            with Horizontal(id="choice"):
                yield Tick("changes only", id="only", compact=True)
                if self._wanted != EVERYTHING:
                    yield Tick("as filtered on the screen", id="filtered", value=True, compact=True)
                yield Tick("with notes", id="notes", value=True, compact=True)
            with Horizontal(id="target"):
                yield Static("File", id="label", markup=False)
                yield Input(self._suggested(), id="file")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="sample", markup=False)
            yield KeyLine(id="hint")

    def on_mount(self) -> None:
        """Begin in the list of formats."""
        self.tell_keys()
        self.query_one("#formats", OptionList).focus()

    def _suggested(self) -> str:
        """A name for the file, in the folder that was exported to last."""
        name, folder = suggested(self._comparison, self._format), self.app.export_folder
        return str(Path(folder, name)) if folder and Path(folder).is_dir() else name

    def _chosen(self, name: str) -> bool:
        return any(box.value for box in self.query(f"#{name}").results(Checkbox))

    def _selection(self) -> Selection:
        """How much is wanted; formats of whole versions hold everything."""
        if not FORMATS[self._format].has_selection:
            return Selection()
        wanted = self._wanted if self._chosen("filtered") else EVERYTHING
        return Selection(self._chosen("only") or wanted != EVERYTHING, wanted=wanted)

    @on(OptionList.OptionHighlighted)
    def _format_chosen(self, event: OptionList.OptionHighlighted) -> None:
        field = self.query_one("#file", Input)
        untouched = field.value == self._suggested()
        self._format = event.option_id or self._format
        if untouched:
            field.value = self._suggested()
        for box in self.query("#only, #filtered").results(Checkbox):
            box.disabled = not FORMATS[self._format].has_selection
        self._preview()

    @on(Checkbox.Changed)
    @work(exclusive=True)
    async def _preview(self) -> None:
        name, selection, notes, scheme = self._format, self._selection(), self._chosen("notes"), self.app.export_scheme
        width = max(20, self.query_one("#preview").size.width - 2)
        told = await beside(
            lambda _: render(self._comparison, name, width=width, scheme=scheme, selection=selection, notes=notes)
        )
        if isinstance(told, bytes):
            sample = Text(f"{len(told):,} bytes, for the programs that read such files.")
        else:
            lines = told.split("\n", _PREVIEW_LINES)[:_PREVIEW_LINES]
            colored = FORMATS[name].has_color
            sample = Text.from_ansi("\n".join(lines)) if colored else Text("\n".join(safe(line) for line in lines))
        self.query_one("#sample", Static).update(Content.from_rich_text(sample))

    @on(OptionList.OptionSelected)
    def _go_to_file(self) -> None:
        self.query_one("#file", Input).focus()

    @on(Input.Submitted)
    def action_write(self) -> None:
        """Write the file, if it has a name and replaces none unasked."""
        wanted = self.query_one("#file", Input).value
        path = Path(wanted).expanduser()
        if not wanted.strip():
            self.app.tell("Give the file a name.", severity="warning")
        elif path.exists() and self._agreed_to_replace != wanted:
            self._agreed_to_replace = wanted
            self.app.tell(f"{path} is there already. Press enter again to replace it.", severity="warning")
        else:
            self._save(path)

    @work
    async def _save(self, path: Path) -> None:
        name, selection, notes, scheme = self._format, self._selection(), self._chosen("notes"), self.app.export_scheme

        def written() -> None:
            write_whole(path, render(self._comparison, name, scheme=scheme, selection=selection, notes=notes))

        try:
            await beside(lambda _: written())
        except DiptychError as error:
            self.app.tell(str(error), severity="warning")
        else:
            self.app.remember(exported=str(path.absolute().parent))
            self.app.tell(f"Written to {path.absolute()}.")
            self.dismiss()
