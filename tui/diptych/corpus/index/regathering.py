"""A few documents came or went: only the families that this touches are made anew, and come out as if all were.

What changed is the pairs that the phrases of these documents bring together, and which phrases are boilerplate; from
that follows which ties are others than before, and from these which families. All is written in one transaction.
"""

from __future__ import annotations

from array import array
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from diptych.corpus.families import (
    CORE,
    LIKELY,
    STUBBY,
    UNRELATED,
    Found,
    Sizes,
    is_boilerplate,
    tied,
)
from diptych.corpus.index import gathering
from diptych.corpus.index import kept as keeping
from diptych.corpus.index.holders import Holders, TooMuchError, changed_pairs
from diptych.corpus.index.kept import Stories, neighbours
from diptych.corpus.index.said import those_said
from diptych.corpus.index.sketched import Sketches, unpacked
from diptych.corpus.meetings import INDEX, INDEX_BITS
from diptych.corpus.ties import Evidence

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from diptych.corpus.corrections import Said
    from diptych.corpus.index.holders import Pair
    from diptych.corpus.index.said import SaidOf
    from diptych.corpus.records import Options
    from diptych.corpus.sketches import Sketch

SHARE = 0.1
"""Of all documents; if more came or went, all are gathered from nothing,"""
MOST = 5_000
"""as they are if more than these came or went,"""
MOST_PHRASES = 1_000_000
"""or documents with more phrases than these."""


def regather(connection: sqlite3.Connection, path: str, options: Options, said: Said) -> bool:
    """Make those families anew that changed since the documents were last gathered.

    Returns:
        False where all must be gathered from nothing; then nothing is changed.
    """
    do = connection.execute
    do("BEGIN IMMEDIATE")
    try:
        kept = keeping.kept_from(connection)
        is_done = kept is not None and _Regathering(connection, path, options, kept).run(said)
    except TooMuchError:
        is_done = False
    except BaseException:
        do("ROLLBACK")
        raise
    do("COMMIT" if is_done else "ROLLBACK")
    return is_done


class _Regathering:
    """What one regathering knows."""

    def __init__(self, connection: sqlite3.Connection, path: str, options: Options, kept: keeping.Kept) -> None:
        self._connection, self._path, self._options = connection, path, options
        self._until = kept.until
        self._holders = Holders(connection)
        self._sketches = Sketches(connection, ())
        asked = connection.execute("SELECT id, told FROM document WHERE id > ?", (kept.until,))
        self._added = dict(asked.fetchmany(MOST + 1))
        self._gone: dict[int, Sketch | None] = {}
        for number, words, chosen, phrases in connection.execute("SELECT * FROM gone"):
            self._gone[number] = None if phrases is None or number > kept.until else unpacked(words, chosen, phrases)
        self._anew: set[int] = set()
        """Documents, there or gone, whose families are made anew."""

    def run(self, said: Said) -> bool:
        """Do it; False where it is too much."""
        (there,) = self._connection.execute("SELECT value FROM meta WHERE name = 'documents'").fetchone()
        if len(self._added) + len(self._gone) > min(MOST, SHARE * there):
            return False
        next_one = keeping.next_after(self._connection)
        changed = self._changed_phrases()
        self._holders.learn(changed)
        again = self._paired_anew(changed)
        again |= self._weighed_anew(changed)
        self._tie(again)
        self._write(said)
        self._connection.executemany("DELETE FROM gone WHERE document = ?", [(number,) for number in self._gone])
        keeping.leave(self._connection, next_one, said)
        return True

    def _changed_phrases(self) -> dict[int, list[int]]:
        """The phrases of what came and went, and of each these documents."""
        changed: dict[int, list[int]] = {}
        sketches = chain(
            ((number, self._sketches.of(number)) for number, told in self._added.items() if not told),
            ((number, sketch) for number, sketch in self._gone.items() if sketch is not None),
        )
        for number, sketch in sketches:
            for phrase in sketch.phrases:
                changed.setdefault(phrase, []).append(number)
            if len(changed) > MOST_PHRASES:
                raise TooMuchError
        return changed

    def _paired_anew(self, changed: dict[int, list[int]]) -> set[Pair]:
        """Write which pairs are of which sort now; gives those that are looked at again, and learns whose story."""
        pairs: set[Pair] = set()
        for phrase, documents in changed.items():
            after = self._holders.of(phrase)
            gone = [number for number in documents if number in self._gone]
            before = sorted([*(number for number in after if number not in self._added), *gone])
            pairs.update(changed_pairs(before, after, documents))
        pairs = {pair for pair in pairs if pair[0] not in self._gone and pair[1] not in self._gone}
        sorts = self._sorts(pairs)
        was = {pair: self._sort_of(pair) for pair in pairs}
        moved = {number for pair, sort in sorts.items() if (sort ^ was[pair]) & CORE for number in pair}
        moved |= {number for number in self._gone for number in self._beside(number, CORE)}
        stories = Stories(self._connection)
        before_of = {number: stories.of(number) for story in moved for number in stories.whole(story)}
        self._forget_gone()
        put = "INSERT INTO pair (a, b, sort) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sort = excluded.sort"
        self._connection.executemany(put, [(*pair, sort) for pair, sort in sorts.items() if sort or was[pair]])
        self._retold(before_of, moved)
        return {pair for pair, sort in sorts.items() if sort or was[pair]}

    def _sorts(self, pairs: Collection[Pair]) -> dict[Pair, int]:
        """What sort each pair is of, by all phrases that bring it together."""
        common: dict[Pair, set[int]] = {}
        for pair in pairs:
            one, other = map(self._sketches.of, pair)
            common[pair] = set(one.phrases).intersection(other.phrases)
        self._holders.learn({phrase for phrases in common.values() for phrase in phrases})
        sizes = Sizes(2)
        sorts = {}
        for pair, phrases in common.items():
            met = sum(self._holders.meet(pair, phrase) for phrase in phrases)
            for _ in sizes.noted(map(self._sketches.of, pair)):
                pass
            sorts[pair] = sizes.sort(0, 1, met) if met else 0
        return sorts

    def _sort_of(self, pair: Pair) -> int:
        row = self._connection.execute("SELECT sort FROM pair WHERE a = ? AND b = ?", pair).fetchone()
        return row[0] if row else 0

    def _beside(self, number: int, sort: int) -> list[int]:
        return [other for other, _ in neighbours(self._connection, number, sort)]

    def _forget_gone(self) -> None:
        """Take the pairs of what went out; whom it was tied to gets another family."""
        for number in self._gone:
            self._anew.add(number)
            self._anew.update(other for other, share in neighbours(self._connection, number, -1) if share is not None)
            self._connection.execute("DELETE FROM pair WHERE a = ?", (number,))
            self._connection.execute("DELETE FROM pair WHERE b = ?", (number,))

    def _retold(self, before: dict[int, int], moved: set[int]) -> None:
        """Learn of whom else, beside the documents that changed, it must be asked anew how many stories they are."""
        stories = Stories(self._connection)
        there = {number for story in (*moved, *before) if story not in self._gone for number in stories.whole(story)}
        old = [number for number in there if number not in self._added]
        was = {number: before.get(number, number) for number in old}
        joint = {(was[number], stories.of(number)) for number in old}
        self._other_stories: list[int] = []
        if len(joint) != len(set(was.values())) or len(joint) != len({after for _, after in joint}):
            self._other_stories = old

    def _weighed_anew(self, changed: dict[int, list[int]]) -> set[Pair]:
        """Find out which phrases have become boilerplate or are so no longer; gives the pairs that this touches."""
        others = {phrase for number in self._other_stories for phrase in self._sketches.of(number).phrases}
        was = keeping.weighed(self._connection, others.union(changed))
        asked = {phrase for phrase in changed if len(self._holders.of(phrase)) >= UNRELATED}.union(was)
        self._holders.learn(asked)
        stories = Stories(self._connection)
        now = {phrase for phrase in asked if len(self._holders.of(phrase)) >= UNRELATED}
        told = frozenset(phrase for phrase in now if is_boilerplate(self._holders.of(phrase), stories.of))
        turned = {phrase for phrase in asked if was.get(phrase, False) != (phrase in told)}
        self._connection.executemany("DELETE FROM frequent WHERE number = ?", [(phrase,) for phrase in asked - now])
        keeping.keep_phrases(self._connection, now, told)
        holders = {number for phrase in turned for number in self._holders.of(phrase)}
        return {
            (min(number, other), max(number, other))
            for number in holders
            for other in self._beside(number, LIKELY | STUBBY)
        }

    def _tie(self, pairs: Collection[Pair]) -> None:
        """Write anew what ties these pairs; who is tied otherwise than before gets another family."""
        sketches = Sketches(self._connection, sorted({number for pair in pairs for number in pair}))
        place = {number: index for index, number in enumerate(sketches.numbers)}
        sizes = Sizes(len(sketches))
        for _ in sizes.noted(sketches):
            pass
        sorts = {place[a] << INDEX_BITS | place[b]: self._sort_of((a, b)) for a, b in pairs}
        ordered = sorted(sorts)
        whole = partial(sketches.whole, self._options)
        known = keeping.weighed(self._connection, {phrase for sketch in sketches for phrase in sketch.phrases})
        boilerplate = frozenset(phrase for phrase, told in known.items() if told)
        found = tied(ordered, bytearray(map(sorts.__getitem__, ordered)), sketches, sizes, whole, boilerplate)
        for pair in ordered:
            a, b = sketches.numbers[pair >> INDEX_BITS], sketches.numbers[pair & INDEX]
            evidence = keeping.columns_of(found[0].get(pair) or found[1].get(pair))
            asked = "SELECT share, phrases, places FROM pair WHERE a = ? AND b = ?"
            if self._connection.execute(asked, (a, b)).fetchone() != evidence:
                self._anew |= {a, b}
                put = "UPDATE pair SET share = ?, phrases = ?, places = ? WHERE a = ? AND b = ?"
                self._connection.execute(put, (*evidence, a, b))
        self._connection.executemany("DELETE FROM pair WHERE a = ? AND b = ? AND sort = 0", list(pairs))

    def _write(self, said: Said) -> None:
        """Write the families of whoever needs another one, and of all who may be in one with them."""
        now, then = those_said(self._connection, self._path, said), keeping.said_then(self._connection)
        before = those_said(self._connection, self._path, then)
        self._anew.update(self._added)
        for pair in chain(now.together ^ before.together, now.apart ^ before.apart):
            self._anew.update(pair)
        touched = self._closed(now)
        do = self._connection.execute
        articles = {
            row[0] for number in touched for row in do("SELECT article FROM member WHERE document = ?", (number,))
        }
        for article in articles:
            do("DELETE FROM article WHERE id = ?", (article,))
            do("DELETE FROM member WHERE article = ?", (article,))
        gathering.write(self._connection, self._groups(sorted(touched - self._gone.keys()), now))
        gathering.count(self._connection)

    def _closed(self, said: SaidOf) -> set[int]:
        """These documents, and all that are in a family with one of them, or may come into one."""
        joined: dict[int, list[int]] = {}
        for one, other in said.together:
            joined.setdefault(one, []).append(other)
            joined.setdefault(other, []).append(one)
        do = self._connection.execute
        waiting = list(self._anew)
        found = set(waiting)
        while waiting:
            number = waiting.pop()
            row = do("SELECT told FROM document WHERE id = ?", (number,)).fetchone()
            told = do("SELECT id FROM document WHERE told = ? AND told != ''", row) if row and row[0] else ()
            mates = do(
                "SELECT b.document FROM member AS a JOIN member AS b USING (article) WHERE a.document = ?", (number,)
            )
            tied_to = (other for other, share in neighbours(self._connection, number, -1) if share is not None)
            for other in chain((n for (n,) in told), (n for (n,) in mates), tied_to, joined.get(number, ())):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    def _groups(self, numbers: list[int], said: SaidOf) -> list[gathering.Group]:
        """The families of these documents."""
        do = self._connection.execute
        told: list[tuple[str | bytes, int]] = []
        others = array("q")
        for number in numbers:
            row = do("SELECT told FROM document WHERE id = ?", (number,)).fetchone()
            if row is not None and row[0]:
                told.append((row[0], number))
            elif row is not None:
                others.append(number)
        sketches = Sketches(self._connection, others)
        place = {number: index for index, number in enumerate(others)}
        sizes = Sizes(len(others))
        for _ in sizes.noted(sketches):
            pass
        ties: dict[int, Evidence] = {}
        stubs: dict[int, Evidence] = {}
        for number in others:
            asked = "SELECT b, sort, share, phrases, places FROM pair WHERE a = ? AND share IS NOT NULL"
            for other, sort, *evidence in do(asked, (number,)):
                (stubs if sort & STUBBY else ties)[place[number] << INDEX_BITS | place[other]] = Evidence(*evidence)
        nothing = frozenset[int]()
        found = Found(sizes, array("Q"), bytearray(), nothing, nothing, ties, stubs)
        return gathering.groups_of(sorted(told, key=_in_order), sketches, found, said)


def _in_order(row: tuple[str | bytes, int]) -> tuple[bool, str | bytes, int]:
    """As SQLite sorts: texts before bytes."""
    return isinstance(row[0], bytes), row[0], row[1]
