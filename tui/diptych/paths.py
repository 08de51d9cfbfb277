"""Where things live: what the package brings along, and the user's own folders. Creates nothing."""

from __future__ import annotations

import os
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


def cache_folder() -> Path:
    """What can be made again at any time, such as the indexes of corpora; ``DIPTYCH_CACHE`` names another folder."""
    chosen = os.environ.get("DIPTYCH_CACHE")
    return Path(chosen) if chosen else _USER.user_cache_path


def data_folder() -> Path:
    """What the user made with diptych and wants to keep; ``DIPTYCH_DATA`` names another folder."""
    chosen = os.environ.get("DIPTYCH_DATA")
    return Path(chosen) if chosen else _USER.user_data_path
