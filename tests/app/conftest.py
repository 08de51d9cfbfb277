"""What several tests of the screens begin with."""

import pytest

from diptych.app.screens import comparing
from driving import Slow


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Comparisons take as long as the test wants, and the screen is impatient."""
    found = Slow()
    monkeypatch.setattr(comparing, "compare", found)
    monkeypatch.setattr(comparing, "_PATIENCE", 0.001)
    monkeypatch.setattr(comparing, "_TICK", 0.005)
    return found
