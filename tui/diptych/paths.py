"""Where things live: what the package brings along, and the user's own folders. Creates nothing.

An index opens in less time than pathlib and platformdirs take to be imported: they are when they are used.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from platformdirs import PlatformDirs


def packaged(name: str) -> Path:
    """The folder ``styles`` or ``seeds``: inside the installed package, or at the top of a checkout."""
    from pathlib import Path

    here = Path(__file__).parent
    inside = here / name
    return inside if inside.is_dir() else here.parent.parent / name


def sheet(name: str) -> Path:
    """One of the style sheets of the screens."""
    return packaged("styles") / f"{name}.tcss"


def config_file() -> Path:
    """The user's settings."""
    return _user().user_config_path / "config.toml"


def state_file() -> Path:
    """What diptych remembers for the user from one time to the next."""
    return _user().user_state_path / "remembered.json"


def cache_folder() -> str:
    """What can be made again at any time, such as the indexes of corpora; ``DIPTYCH_CACHE`` names another folder.

    On Linux the freedesktop.org rule that platformdirs goes by is short enough to be followed here.
    """
    chosen = os.environ.get("DIPTYCH_CACHE")
    if not chosen and sys.platform == "linux":
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.environ.get("HOME", ""), ".cache")
        chosen = os.path.join(caches, _NAME) if caches.startswith("/") else None
    return chosen or _user().user_cache_dir


def data_folder() -> Path:
    """What the user made with diptych and wants to keep; ``DIPTYCH_DATA`` names another folder."""
    from pathlib import Path

    chosen = os.environ.get("DIPTYCH_DATA")
    return Path(chosen) if chosen else _user().user_data_path


def _user() -> PlatformDirs:
    from platformdirs import PlatformDirs

    return PlatformDirs(_NAME, appauthor=False)


_NAME = "diptych"
