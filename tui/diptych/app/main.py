"""The app: themes, signals, and which screen comes first. Everything that it decides is decided below it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import App, SystemCommand
from textual.theme import Theme
from textual.worker import WorkerFailed

from diptych import config, read_version
from diptych.app.bindings import action
from diptych.app.commands import BROWSE, COMPARE
from diptych.app.screens.browse import BrowseScreen
from diptych.app.screens.compare import CompareScreen
from diptych.app.screens.declared import DeclaredScreen
from diptych.errors import DiptychError
from diptych.layout.display import safe
from diptych.palette import SCHEMES, Ink, Scheme
from diptych.paths import packaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.screen import Screen

    from diptych.model import Version

    Versions = Callable[[], tuple[Version, Version]]

_SHEETS = ("app", "compare", "browse", "pick", "timeline", "filter", "export", "help")


class DiptychApp(App[int]):
    """Shows a corpus, or one comparison."""

    TITLE = "diptych"
    CSS_PATH: ClassVar = [packaged("styles") / f"{name}.tcss" for name in _SHEETS]
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, paths: Sequence[str], versions: Versions | None = None) -> None:
        """Take no path for the sample corpus, one for a corpus, two or what gives two versions for a comparison."""
        super().__init__()
        self._paths = tuple(paths)
        self._versions = partial(self._read, *paths) if versions is None and len(self._paths) == 2 else versions
        self._config = config.load()
        self.failure: BaseException | None = None
        """Why the app ended, if it could not go on."""
        for scheme in SCHEMES.values():
            self.register_theme(_theme(scheme))
        self.theme = _theme_name(self._config.theme)
        names = {command.name for command in (*COMPARE, *BROWSE)}
        self.set_keymap({name: keys for name, keys in self._config.keys.items() if name in names})
        self._strange = sorted(set(self._config.keys) - names)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The palette's colours by the names that the style sheets use."""
        scheme = SCHEMES["dark"]
        return _variables(scheme)

    @property
    def scheme(self) -> Scheme:
        """The colours in use; a theme of Textual's own gets the scheme of its darkness."""
        return SCHEMES.get(self.theme.removeprefix("diptych-"), SCHEMES["dark" if self.current_theme.dark else "light"])

    @property
    def has_list(self) -> bool:
        """Whether a list of articles lies under the comparison."""
        return any(isinstance(screen, BrowseScreen) for screen in self.screen_stack[:-1])

    def on_mount(self) -> None:
        """Catch the signals that would leave the terminal in the alternate screen; open the first screen."""
        self._catch_signals()
        if self._versions is not None:
            self.push_screen(CompareScreen(self._versions))
        else:
            self.push_screen(BrowseScreen(self._paths[0] if self._paths else str(packaged("seeds"))))
        for problem in self._config.problems:
            self.tell(problem, severity="warning")
        for name in self._strange:
            self.tell(f"Settings: there is no command called {name}; see ? for the names.", severity="warning")

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

    def next_theme(self) -> None:
        """Change to the next scheme."""
        names = list(SCHEMES)
        self.theme = _theme_name(names[(names.index(self.scheme.name) + 1) % len(names)])

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette offers what the screen's commands declare."""
        for command in screen.DECLARED if isinstance(screen, DeclaredScreen) else ():
            yield SystemCommand(
                command.title.capitalize(), command.help, partial(self.run_action, f"screen.{action(command)}")
            )


def _theme_name(scheme: str) -> str:
    return f"diptych-{scheme}"


def _theme(scheme: Scheme) -> Theme:
    inks = scheme.inks
    return Theme(
        name=_theme_name(scheme.name),
        primary=inks[Ink.ADDED].color,
        secondary=inks[Ink.MOVED].color,
        accent=inks[Ink.REWORDED].color,
        warning=inks[Ink.REWORDED].color,
        error=inks[Ink.REMOVED].color,
        success=inks[Ink.ADDED].color,
        foreground=inks[Ink.TEXT].color,
        background=scheme.page,
        surface=scheme.page,
        panel=scheme.current,
        dark=scheme.dark,
        variables=_variables(scheme),
    )


def _variables(scheme: Scheme) -> dict[str, str]:
    """``$page``, ``$current``, and for every ink its foreground as ``$ink-<name>``."""
    named = {f"ink-{ink.value.replace('_', '-')}": paint.color for ink, paint in scheme.inks.items()}
    quiet = {
        "footer-background": scheme.page,
        "footer-item-background": scheme.page,
        "footer-key-background": scheme.page,
        "footer-description-background": scheme.page,
        "footer-key-foreground": scheme.inks[Ink.REWORDED].color,
        "footer-description-foreground": scheme.inks[Ink.FAINT].color,
    }
    return {"page": scheme.page, "current": scheme.current, **named, **quiet}


def run(paths: Sequence[str], versions: Versions | None = None) -> int:
    """Open the app and give its exit status.

    Args:
        paths: none for the sample corpus, one for a corpus, two for the old and the new version.
        versions: what gives the two versions, where they are more than two files; it runs in a thread.

    Raises:
        DiptychError: what was to be shown cannot be read.
        Exception: something is wrong inside.
    """
    app = DiptychApp(paths, versions)
    status = app.run()
    if app.failure is not None:
        raise app.failure
    return (app.return_code or 0) if status is None else status
