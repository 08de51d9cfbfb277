"""The app: themes, signals, and which screen comes first. Everything that it decides is decided below it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual.app import SystemCommand
from textual.filter import NoColor
from textual.worker import WorkerFailed

from diptych import config, read_version
from diptych.app.bindings import action, settled, strange
from diptych.app.commands import BROWSE, COMPARE, written
from diptych.app.keyboard import OneKeyAtATime
from diptych.app.remembered import recall, remember
from diptych.app.screens.declared import DeclaredScreen
from diptych.app.themes import PREFIX, names, scheme_of, theme_of, variables
from diptych.config import DEFAULT_THEME
from diptych.errors import DiptychError
from diptych.layout.display import safe
from diptych.palette import PLAIN
from diptych.paths import packaged, sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.filter import LineFilter
    from textual.screen import Screen

    from diptych.app.commands import Command
    from diptych.corpus.records import Options
    from diptych.model import Version
    from diptych.palette import Scheme

    Versions = Callable[[], tuple[Version, Version]]

_LEGIBLE = 20.0
"""Seconds for which it is told what is wrong with the settings: a file, a line and a remedy take time to read."""

_SHEETS = ("compare", "browse", "pick", "lines", "filter", "export", "help")
"""The style sheets that the screens ask for."""
_LATER = 0.3
"""Seconds after which those are read that the first screen did not ask for."""


class DiptychApp(OneKeyAtATime):
    """Shows a corpus, or one comparison."""

    TITLE = "diptych"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        paths: Sequence[str],
        versions: Versions | None = None,
        reading: Options | None = None,
        *,
        watching: bool = False,
        called: str = "",
    ) -> None:
        """Take no path for the sample corpus, one for a corpus, two or what gives two versions for a comparison."""
        super().__init__()
        self._reading, self._called = reading, called
        self.watching = watching
        """Whether to compare again of our own accord when a file changes."""
        self._paths = tuple(paths)
        self._versions = partial(self._read, *paths) if versions is None and len(self._paths) == 2 else versions
        self._config = config.load()
        self.failure: BaseException | None = None
        """Why the app ended, if it could not go on."""
        self._settled: dict[tuple[Command, ...], tuple[Command, ...]] = {}
        self._remembered = recall()
        self._use_first_theme()
        self.css_path = [sheet("app"), sheet("browse" if self._versions is None else "compare")]
        self.stylesheet.set_variables(self.get_css_variables())
        self._is_styled = False
        commands = {command.name for command in (*COMPARE, *BROWSE)}
        self.set_keymap({name: keys for name, keys in self._config.keys.items() if name in commands})

    def _use_first_theme(self) -> None:
        """The theme that was chosen last, or that of the settings; without colour, the plain one."""
        wanted = self._remembered.theme_over(self._config.theme)
        first = next((name for name in (wanted, self._config.theme) if name in names()), DEFAULT_THEME)
        self.use_theme(PLAIN.name if self.no_color else first)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The palette's colours by the names that the style sheets use."""
        return variables(scheme_of("dark"))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where ``NO_COLOR`` is set nothing is coloured; Textual alone would show greys."""
        return [NoColor()] if self.no_color else super().get_line_filters()

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew, as a theme asks for; the first one is known before any sheet has been read."""
        if self._is_styled:
            super().refresh_css(animate)
        self._is_styled = True

    @property
    def scheme(self) -> Scheme:
        """The colours in use."""
        name = self.theme.removeprefix(PREFIX)
        return scheme_of(name if name in names() else "dark")

    @property
    def export_scheme(self) -> Scheme:
        """The colours for what leaves the screen: a picture cannot be drawn in a terminal's own."""
        return scheme_of("dark" if self.scheme.dark else "light") if self.scheme.terminal else self.scheme

    def use_theme(self, name: str) -> None:
        """Show everything in another theme, one of :func:`diptych.app.themes.names`."""
        if f"{PREFIX}{name}" not in self.available_themes:
            self.register_theme(theme_of(scheme_of(name)))
        self.theme = f"{PREFIX}{name}"

    @property
    def export_folder(self) -> str:
        """The folder that was exported to last; empty where nothing was."""
        return self._remembered.exported

    @property
    def hinted(self) -> bool:
        """Whether the reader has seen which keys to begin with."""
        return self._remembered.hinted

    def remember(self, **told: str | bool) -> None:
        """Keep something for the next time."""
        self._remembered = replace(self._remembered, **told)  # type: ignore[arg-type]
        remember(self._remembered)

    def choose_theme(self) -> None:
        """Let the reader choose a theme, shown while it is looked at; the choice is remembered."""
        if self.no_color:
            self.tell("NO_COLOR is set, so there are no colours to choose from.")
            return
        from diptych.app.screens.theme import ThemeScreen

        before = self.scheme.name

        def chosen(name: str | None) -> None:
            self.use_theme(name or before)
            if name:
                self.remember(theme=name, instead=self._config.theme)

        self.push_screen(ThemeScreen(before), chosen)

    @property
    def has_list(self) -> bool:
        """Whether a list of articles lies under the comparison."""
        return any(
            isinstance(screen, DeclaredScreen) and screen.DECLARED is BROWSE for screen in self.screen_stack[:-1]
        )

    def get_default_screen(self) -> Screen[None]:
        """The list, or the one comparison: with an empty screen below, everything would be laid out twice at first."""
        if self._versions is not None:
            from diptych.app.screens.compare import CompareScreen

            return CompareScreen(self._versions)
        from diptych.app.screens.browse import BrowseScreen

        return BrowseScreen(self._paths[0] if self._paths else str(packaged("seeds")), self._reading, self._called)

    def on_mount(self) -> None:
        """Catch the signals that would leave the terminal in the alternate screen; tell what the settings got wrong."""
        self._catch_signals()
        self.set_timer(_LATER, self._read_sheets)
        mistakes = (*self._config.problems, *strange(self._config), *self._strange_theme())
        if mistakes:  # in one notice: several would hide the text
            self.notify("\n".join(map(safe, mistakes)), severity="warning", timeout=_LEGIBLE, markup=False)

    def _read_sheets(self) -> None:
        """Read the sheets of the other screens, one of which would otherwise style everything anew as it opens."""
        sheets = [path for name in _SHEETS if not self.stylesheet.has_source(str(path := sheet(name)))]
        self.stylesheet.read_all(sheets)
        self.stylesheet.parse()

    def _strange_theme(self) -> Iterator[str]:
        theme = self._config.theme
        if theme not in names():
            from difflib import get_close_matches

            near, place = get_close_matches(theme, names(), 1) or ["light"], self._config.place("theme")
            yield f"{place}: there is no theme called “{theme}”; is it {near[0]}? T lists them all."

    def settled(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        """The commands with the keys that the settings give them."""
        if commands not in self._settled:
            self._settled[commands] = settled(commands, self._config)
        return self._settled[commands]

    @staticmethod
    def _read(old: str, new: str) -> tuple[Version, Version]:
        return read_version(old), read_version(new)

    def _catch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError):  # Windows; a loop not in the main thread
                    loop.add_signal_handler(number, self.exit, 128 + number)

    def tell(
        self,
        sentence: str,
        *,
        severity: Literal["information", "warning"] = "information",
        timeout: float | None = None,
    ) -> None:
        """Say something that does not stop the reader."""
        self.notify(safe(sentence), severity=severity, timeout=timeout, markup=False)

    def trouble(self, sentence: str) -> None:
        """Say what went wrong: on the list where there is one, otherwise by ending with it."""
        if self.has_list:
            self.pop_screen()
            self.tell(sentence, severity="warning")
        else:
            self._end_with(DiptychError(sentence))

    def _end_with(self, error: BaseException) -> None:
        self.failure = error
        self.exit(2)

    def _handle_exception(self, error: Exception) -> None:
        """Leave the telling of what is wrong inside to whoever ran the app; Textual would print a traceback."""
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self._end_with(error.error if isinstance(error, WorkerFailed) else error)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette offers what the screen's commands declare."""
        for command in screen.commands if isinstance(screen, DeclaredScreen) else ():
            told = f"{command.help}  {written(command)}"
            yield SystemCommand(command.title.capitalize(), told, partial(self.run_action, f"screen.{action(command)}"))


def run(
    paths: Sequence[str],
    versions: Versions | None = None,
    reading: Options | None = None,
    *,
    watching: bool = False,
    called: str = "",
) -> int:
    """Open the app and give its exit status.

    Args:
        paths: none for the sample corpus, one for a corpus, two for the old and the new version.
        versions: what gives the two versions, where they are more than two files; it runs in a thread.
        reading: how a corpus is to be read.
        watching: whether to compare again when a file changes, without being asked.
        called: what to call a corpus; by default its path.

    Raises:
        DiptychError: what was to be shown cannot be read.
        Exception: something is wrong inside.
    """
    app = DiptychApp(paths, versions, reading, watching=watching, called=called)
    status = app.run()
    if app.failure is not None:
        raise app.failure
    return (app.return_code or 0) if status is None else status
