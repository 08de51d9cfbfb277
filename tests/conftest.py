"""Whoever runs the tests may have settings of their own; the tests do not see them."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile(
    "any-machine",
    deadline=None,  # a test must not fail because the machine is busy,
    derandomize="DIPTYCH_EXPLORE" not in os.environ,  # nor now and then: the gate tries the same examples every time
)
settings.load_profile("any-machine")


@pytest.fixture(autouse=True)
def settings_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where diptych looks for settings in this test; there are none unless the test writes them."""
    path = tmp_path_factory.mktemp("settings") / "config.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(path.parent))  # for those that run diptych as a process
    monkeypatch.setattr("diptych.config.config_file", lambda: path)
    return path


@pytest.fixture(autouse=True)
def state_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where diptych remembers things in this test; it has been used before, and no theme was chosen."""
    path = tmp_path_factory.mktemp("state") / "diptych" / "remembered.json"
    path.parent.mkdir()
    path.write_text('{"hinted": true}', encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(path.parent.parent))  # for those that run diptych as a process
    monkeypatch.setattr("diptych.app.remembered.state_file", lambda: path)
    return path


@pytest.fixture(autouse=True)
def folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Indexes and corrections of this test alone."""
    for name in ("CACHE", "DATA"):
        monkeypatch.setenv(f"DIPTYCH_{name}", str(tmp_path_factory.mktemp(name.lower())))
