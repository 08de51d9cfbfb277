"""The user's settings: a TOML file to a frozen Config, and a list of what was wrong with it.

A broken file never stops the program; each problem is a sentence that names the line and the remedy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diptych.paths import config_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DEFAULT_THEME = "dark"
_ROLES = ("title", "byline", "date", "source")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings, each with its default."""

    theme: str = DEFAULT_THEME
    """The name of a theme; whether there is one of that name is for the screens to say."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the name of a command, several parted by commas: ``{"next_change": "n,f8"}``."""
    problems: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    """Words before a colon that make a header line, with its role: ``{"Stand": "date"}``."""
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    """For each setting the file and the line where it stands: ``…/config.toml, line 3``."""

    def place(self, setting: str) -> str:
        """Where a setting stands, as far as that is known."""
        return self.places.get(setting, "Settings")


def load(path: Path | None = None) -> Config:
    """Read the settings; a missing file gives the defaults."""
    path = path or config_file()
    try:
        text = path.read_text(encoding="utf-8-sig")
        import tomllib

        table = tomllib.loads(text)
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        return Config(problems=(f"Settings left aside: {path} cannot be read ({error}). Mend the file or delete it.",))
    return _checked(table, _places(text, path), str(path))


def _places(text: str, path: Path) -> dict[str, str]:
    """The line on which each name is first given a value, or a table begins."""
    places: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r"""\s*\[?\s*["']?([\w.-]+)["']?\s*(?:=|\])""", line)
        if found:
            places.setdefault(found[1].rpartition(".")[2], f"{path}, line {number}")
    return places


def _checked(table: dict[str, Any], places: dict[str, str], path: str) -> Config:
    problems = [
        f"{places.get(name, path)}: there is no setting “{name}”; there are theme, [keys] and [headers]."
        for name in table
        if name not in ("theme", "keys", "headers")
    ]
    theme = table.get("theme", DEFAULT_THEME)
    if not isinstance(theme, str):
        problems.append(f'{places.get("theme", path)}: the theme is not a text; write theme = "light".')
        theme = DEFAULT_THEME
    keys: dict[str, str] = {}
    listed = table.get("keys", {})
    if not isinstance(listed, dict):
        problems.append(
            f'{places.get("keys", path)}: keys is not a table; write [keys] and below it lines like next_change = "n".'
        )
        listed = {}
    for name, key in listed.items():
        if isinstance(key, str) and key.strip():
            keys[name] = key
        else:
            problems.append(f'{places.get(name, path)}: the key of {name} is not a text; write {name} = "n".')
    headers = _headers(table.get("headers", {}), places, path, problems)
    return Config(theme, keys, tuple(problems), headers, places)


def _headers(listed: object, places: Mapping[str, str], path: str, problems: list[str]) -> dict[str, str]:
    """The labels of header lines with their roles; what is wrong with them is added to the problems."""
    if not isinstance(listed, dict):
        place = places.get("headers", path)
        problems.append(f'{place}: headers is not a table; write [headers] and below it lines like Stand = "date".')
        return {}
    found = {}
    for label, role in listed.items():
        if role in _ROLES:
            found[label] = role
        else:
            place = places.get(label, path)
            problems.append(f"{place}: the header {label} can be {', '.join(_ROLES)}, but not {role!r}.")
    return found
