"""Where things live: what the package brings along, and the user's own folders. Creates nothing."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

_HERE = Path(__file__).parent
_USER = PlatformDirs("diptych", appauthor=False)


def packaged(name: str) -> Path:
    """The folder ``styles`` or ``seeds``: inside the installed package, or at the top of a checkout."""
    inside = _HERE / name
    return inside if inside.is_dir() else _HERE.parent.parent / name


def config_file() -> Path:
    """The user's settings."""
    return _USER.user_config_path / "config.toml"


def state_file() -> Path:
    """What diptych remembers for the user from one time to the next."""
    return _USER.user_state_path / "remembered.json"
