"""The user's settings: a TOML file to a frozen Config, and a list of what was wrong with it.

A broken file never stops the program; each problem is a sentence that names the place and the remedy.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diptych.palette import SCHEMES
from diptych.paths import config_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """Settings, each with its default."""

    theme: str = "dark"
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the name of a command, several parted by commas: ``{"next_change": "n,f8"}``."""
    problems: tuple[str, ...] = ()


def load(path: Path | None = None) -> Config:
    """Read the settings; a missing file gives the defaults."""
    path = path or config_file()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        return Config(problems=(f"Settings left aside: {path} cannot be read ({error}). Mend the file or delete it.",))
    return _checked(table, path)


def _checked(table: dict[str, Any], path: Path) -> Config:
    problems = [
        f"{path}: there is no setting “{name}”; there are theme and [keys]."
        for name in table
        if name not in ("theme", "keys")
    ]
    theme = table.get("theme", "dark")
    if not isinstance(theme, str) or theme not in SCHEMES:
        problems.append(f"{path}: theme is {theme!r}; it can be {' or '.join(SCHEMES)}.")
        theme = "dark"
    keys: dict[str, str] = {}
    listed = table.get("keys", {})
    if not isinstance(listed, dict):
        problems.append(f'{path}: keys is not a table; write [keys] and below it lines like next_change = "n".')
        listed = {}
    for name, key in listed.items():
        if isinstance(key, str) and key:
            keys[name] = key
        else:
            problems.append(f'{path}: the key of {name} is not a text; write {name} = "n".')
    return Config(theme, keys, tuple(problems))
