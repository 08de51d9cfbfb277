"""What diptych remembers from one time to the next: the theme, the folder exported to, that the hint was given.

A file in the user's state folder, written whole or not at all. That it cannot be read or written is no trouble: then
nothing was remembered.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass, replace

from diptych.errors import DiptychError
from diptych.paths import state_file


@dataclass(frozen=True, slots=True)
class Remembered:
    """What there is to remember, each with what holds where nothing is."""

    theme: str = ""
    """The theme that was chosen last; empty where none was."""
    instead: str = ""
    """The theme of the settings at that time: where they name another one since, they are heeded again."""
    exported: str = ""
    """The folder that was exported to last; empty where nothing was."""
    hinted: bool = False
    """Whether the reader has seen which keys to begin with."""

    def theme_over(self, setting: str) -> str:
        """The theme to begin with, given that of the settings."""
        return self.theme if self.theme and self.instead == setting else setting


def recall() -> Remembered:
    """What was remembered."""
    try:
        text = state_file().read_text(encoding="utf-8")
    except (OSError, ValueError):
        return Remembered()
    import json

    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return Remembered()
    if not isinstance(told, dict):
        return Remembered()
    found = Remembered()
    for name, default in asdict(found).items():
        if isinstance(told.get(name), type(default)):
            found = replace(found, **{name: told[name]})
    return found


def remember(remembered: Remembered) -> None:
    """Keep it for the next time, if that can be done."""
    import json

    from diptych.formats.writing import write_whole

    path = state_file()
    with suppress(OSError, DiptychError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(remembered), indent=2) + "\n")
