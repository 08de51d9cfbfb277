"""What of a list is shown the moment that a letter is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diptych.app import browsing
from diptych.app.browsing import Browsing
from diptych.corpus.index.catalogue import AS_FOUND, Catalogue
from diptych.layout.listing import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLES = ("Harbour closed", "Bridge opened", "Harbour opened", "Market moved", "Harbour sold")
TEXTS = (
    "Ice kept every boat at its berth, and the pilots went home before noon.",
    "A ribbon was cut by the mayor's daughter while the brass band played on.",
    "With the thaw came forty ships in one tide, most of them laden with salt.",
    "Stalls stand behind the church from now on, since the square is dug up.",
    "An investor whom nobody had heard of paid more than the council dared to ask.",
)


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browsing]:
    monkeypatch.setattr(browsing, "_MOMENT", 60.0)
    for number, (title, text) in enumerate(zip(TITLES, TEXTS, strict=True)):
        (tmp_path / f"{number}.md").write_text(f"# {title}\n\n{text}", encoding="utf-8")
    catalogue = Catalogue(str(tmp_path))
    catalogue.refresh()
    yield Browsing(catalogue)
    catalogue.close()


def test_of_a_short_list_all_is_shown_at_once_and_the_cursor_stays_on_its_article(listed: Browsing) -> None:
    found = listed.glimpse(AS_FOUND, "harbour", 3, narrower=False)
    assert found is not None
    assert (list(found.numbers), found.place, found.whole) == ([1, 3, 5], 1, True)


def test_of_a_long_list_the_beginning_is_shown_where_the_cursor_will_stand_in_it(
    listed: Browsing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "MANY", 2)
    monkeypatch.setattr(browsing, "_BEGINNING", 2)
    found = listed.glimpse(AS_FOUND, "harbour", 3, narrower=False)
    assert found is not None
    assert (list(found.numbers), found.place, found.whole) == ([1, 3], 1, False)
    assert listed.glimpse(AS_FOUND, "harbour", 5, narrower=False) is None
    first = listed.glimpse(AS_FOUND, "harbour", 2, narrower=True)
    assert first is not None
    assert first.place == 0
    assert listed.glimpse("title", "harbour", 3, narrower=True) is None


def test_nothing_is_shown_at_once_that_takes_longer_than_a_moment(
    listed: Browsing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsing, "_MOMENT", -1.0)
    assert listed.glimpse(AS_FOUND, "harbour", 1, narrower=True) is None


@pytest.mark.parametrize("ascending", [True, False])
def test_an_article_is_found_in_a_list_or_is_not_there(ascending: bool) -> None:
    assert [place_of(number, (2, 5, 9), ascending=ascending) for number in (None, 1, 2, 5, 7, 9, 11)] == [
        *(None, None, 0, 1, None, 2, None)
    ]
