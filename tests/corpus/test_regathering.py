"""A few documents that came or went: the families come out as if all had been gathered from nothing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diptych.corpus import families, meetings, sketches
from diptych.corpus.corpus import body_of
from diptych.corpus.corrections import Said
from diptych.corpus.document import version_from
from diptych.corpus.index import holders, regathering, sketched, writing
from diptych.corpus.index import kept as keeping
from diptych.corpus.index.catalogue import Catalogue
from diptych.corpus.index.gathering import gather
from diptych.corpus.index.store import connect
from diptych.corpus.index.writing import Part, Understood, Writing
from diptych.corpus.records import Filed, Options, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_CHANCE = random.Random(7)
_WORDS = ["".join(_CHANCE.choices("abcdefghijklmnoprstuvw", k=_CHANCE.randint(3, 8))) for _ in range(400)]
_SENTENCES = [" ".join(_CHANCE.choices(_WORDS, k=_CHANCE.choice((4, 7, 9, 14)))) + "." for _ in range(16)]
_FOLDER = "/heap"
_TABLES = {
    "article": "SELECT * FROM article ORDER BY id",
    "member": "SELECT * FROM member ORDER BY document",
    "pair": "SELECT * FROM pair ORDER BY a, b",
    "frequent": "SELECT * FROM frequent ORDER BY number",
    "meta": "SELECT * FROM meta WHERE name IN ('documents', 'order', 'said')",
}


class _Heap:
    """An index that is filled without a corpus."""

    def __init__(self, file: str) -> None:
        self.connection = connect(file)
        self.writing = Writing(self.connection)
        self.texts: dict[str, str] = {}
        self._stamp = 0

    def put(self, name: str, text: str, article: str = "") -> None:
        path = f"{_FOLDER}/{name}"
        self.texts[path] = text
        self._stamp += 1
        version = version_from(Record("", text), name=name, path=path, options=Options())
        plain = body_of(version)
        sketch = None if article else sketches.sketch_of(plain)
        self.writing.write(
            [Part(path, str(self._stamp), [Understood(Filed(version, path, "", article), plain, sketch)], True)]
        )

    def drop(self, name: str) -> None:
        asked = "SELECT id FROM container WHERE path = ?"
        self.writing.drop([number for (number,) in self.connection.execute(asked, (f"{_FOLDER}/{name}",)).fetchall()])
        self.texts.pop(f"{_FOLDER}/{name}", None)

    def regather(self, said: Said) -> bool:
        return regathering.regather(self.connection, _FOLDER, Options(), said)

    def gather(self, said: Said) -> None:
        gather(self.connection, _FOLDER, Options(), said, lambda: False)

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        return {name: self.connection.execute(asked).fetchall() for name, asked in _TABLES.items()}


_Texts = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=9).map(" ".join)
_Names = st.integers(0, 11).map("{}.txt".format)
_Changes = st.lists(
    st.one_of(
        st.tuples(_Names, _Texts, st.sampled_from(["", "", "", "one", "two"])),
        st.tuples(_Names, st.just(""), st.just("")),
    ),
    min_size=1,
    max_size=5,
)
_Said = st.builds(
    Said,
    st.frozensets(st.tuples(st.just("0.txt"), st.sampled_from(["1.txt", "2.txt", "7.txt"])), max_size=1),
    st.frozensets(st.tuples(st.sampled_from(["0.txt", "1.txt"]), st.sampled_from(["3.txt", "4.txt"])), max_size=2),
)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every bound so low that a few texts reach it."""
    for module in (meetings, holders):
        monkeypatch.setattr(module, "CROWD", 3)
    for module in (meetings, families):
        monkeypatch.setattr(module, "THRONG", 5)
    for module in (families, regathering):
        monkeypatch.setattr(module, "UNRELATED", 3)
    monkeypatch.setattr(sketches, "_SHORT", 30)
    monkeypatch.setattr(families, "STUB", 15)
    monkeypatch.setattr(regathering, "SHARE", 100)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(_Texts, max_size=12),
    st.lists(st.tuples(_Changes, _Said), min_size=1, max_size=4),
)
def test_what_is_gathered_in_steps_is_what_is_gathered_from_nothing(small, monkeypatch, texts, steps) -> None:
    heap = _Heap(":memory:")
    _let_reread(monkeypatch, lambda: heap)
    for number, text in enumerate(texts):
        heap.put(f"{number}.txt", text)
    heap.gather(Said())
    for changes, said in steps:
        there = len(heap.rows()["member"])
        for name, text, article in changes:
            if text:
                heap.put(name, text, article)
            else:
                heap.drop(name)
        assert heap.regather(said) or not there
        in_steps = heap.rows()
        heap.gather(said)
        assert in_steps == heap.rows() or not there
    heap.connection.close()


def _let_reread(monkeypatch: pytest.MonkeyPatch, heap: Callable[[], _Heap]) -> None:
    def load_some(path: str, keys: dict[str, int], _options: Options) -> Iterator[tuple[str, object]]:
        for key in keys:
            yield key, version_from(Record("", heap().texts[path]), name=path, path=path, options=Options())

    monkeypatch.setattr(sketched, "load_some", load_some)


def _filled(count: int) -> _Heap:
    heap = _Heap(":memory:")
    for number in range(count):
        heap.put(f"{number}.txt", f"{_SENTENCES[number % 16]} {_SENTENCES[number * 5 % 16]} It is text {number}.")
    heap.gather(Said())
    return heap


def test_a_change_of_more_than_a_tenth_is_gathered_from_nothing() -> None:
    heap = _filled(30)
    for number in range(3):
        heap.put(f"new{number}.txt", _SENTENCES[number])
    assert heap.regather(Said())
    for number in range(4):
        heap.put(f"newer{number}.txt", _SENTENCES[number])
    assert not heap.regather(Said())


def test_more_phrases_than_can_be_asked_for_are_gathered_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    heap = _filled(30)
    before = heap.rows()
    heap.put("new.txt", " ".join(_SENTENCES))
    monkeypatch.setattr(regathering, "MOST_PHRASES", 20)
    assert not heap.regather(Said())
    monkeypatch.undo()
    monkeypatch.setattr(holders, "HELD", 20)
    assert not heap.regather(Said())
    assert heap.rows() == before


def test_what_went_without_being_kept_is_gathered_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    heap = _filled(40)
    monkeypatch.setattr(writing, "MOST_GONE", 1)
    heap.drop("1.txt")
    assert heap.regather(Said())
    heap.drop("2.txt")
    heap.drop("3.txt")
    assert not heap.regather(Said())
    heap.gather(Said())
    assert heap.regather(Said())


def test_a_gathering_beside_another_ones_leaves_nothing_to_go_on_from() -> None:
    heap = _filled(30)
    state = keeping.next_after(heap.connection)
    heap.drop("1.txt")
    assert heap.regather(Said())
    keeping.leave(heap.connection, state, Said())
    assert not heap.regather(Said())


def test_an_article_keeps_its_number_whatever_comes_before_or_goes(tmp_path: Path) -> None:
    for number, sentence in enumerate(_SENTENCES[:14]):
        (tmp_path / f"{number:02}.txt").write_text(f"{sentence} {sentence.upper()} {number}", encoding="utf-8")
    catalogue = Catalogue(str(tmp_path))
    catalogue.refresh()
    before = {catalogue.article(number).title: number for number in catalogue.places()}
    (tmp_path / "03.txt").unlink()
    catalogue.refresh()
    after = {catalogue.article(number).title: number for number in catalogue.places()}
    assert len(after) == catalogue.counts().articles == 13
    assert after.items() < before.items()
