"""Where the user's own folders are."""

from __future__ import annotations

import pytest
from platformdirs import user_cache_dir

from diptych.paths import cache_folder


@pytest.mark.parametrize("home", ["/home/reader", "/home/reader/", "/", "", "reader", None])
@pytest.mark.parametrize("caches", ["/var/caches", "/var/caches/", "", None])
def test_caches_are_where_the_platform_keeps_them(
    home: str | None, caches: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIPTYCH_CACHE")
    for name, value in (("HOME", home), ("XDG_CACHE_HOME", caches)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert cache_folder() == user_cache_dir("diptych", appauthor=False)


def test_caches_can_be_kept_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPTYCH_CACHE", "elsewhere")
    assert cache_folder() == "elsewhere"
