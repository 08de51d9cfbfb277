"""What the list of articles shows of a corpus. Values, though written out: to import dataclasses takes longer than to
open an index of a million documents.
"""

from __future__ import annotations


class _Value:
    """Equal to another one of its sort with equal fields."""

    __slots__: tuple[str, ...] = ()

    def _fields(self) -> list[object]:
        return [getattr(self, name) for name in self.__slots__]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Value) and type(self) is type(other) and self._fields() == other._fields()

    __hash__ = None  # type: ignore[assignment]  # the fields can be set

    def __repr__(self) -> str:
        return f"{type(self).__name__}{tuple(self._fields())}"


class Counts(_Value):
    """How much is in a corpus."""

    __slots__ = ("articles", "documents", "problems")

    def __init__(self, articles: int = 0, documents: int = 0, problems: int = 0) -> None:
        self.articles = articles
        self.documents = documents
        self.problems = problems


class Listed(_Value):
    """An article as the list shows it: everything but its versions."""

    __slots__ = ("changed", "earliest", "latest", "number", "sentences", "sources", "title", "versions")

    def __init__(  # noqa: PLR0913, PLR0917  # a field each
        self,
        number: int,
        title: str,
        versions: int,
        earliest: str,
        latest: str,
        sources: str,
        changed: int | None = None,
        sentences: int | None = None,
    ) -> None:
        self.number = number
        self.title = title
        self.versions = versions
        self.earliest = earliest
        self.latest = latest
        self.sources = sources
        self.changed = changed
        """Sentences that differ between first and last version in more than form; None where nobody has counted."""
        self.sentences = sentences
