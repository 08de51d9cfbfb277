"""How a terminal that puts right-to-left text in order draws a line: UAX #9 as far as lines of the screen need it."""

from __future__ import annotations

from unicodedata import bidirectional

_EMBEDS = {"RLE": 1, "LRE": 0}
_NEUTRAL = {"B", "S", "WS", "ON", "BN", "RLE", "LRE", "PDF"}


def drawn(line: str) -> list[int]:
    """The indices of the characters from left to right as they are drawn, for a line that runs from left to right.

    Embeddings and implicit marks are heeded; isolates, overrides and pairs of brackets are not.
    """
    kinds, levels = _explicit(line)
    for start, stop in _runs(levels):
        _weak(kinds, start, stop, _edge(levels, start - 1, start))
        _neutral(kinds, start, stop, levels)
    for at, kind in enumerate(kinds):
        if levels[at] % 2:
            levels[at] += kind in {"L", "EN", "AN"}
        else:
            levels[at] += {"R": 1, "EN": 2, "AN": 2}.get(kind, 0)
    for at in reversed(range(len(line))):  # blanks at the end of a line are the line's own
        if bidirectional(line[at]) not in {"WS", "S", "B", "BN"}:
            break
        levels[at] = 0
    order = list(range(len(line)))
    for level in range(max(levels, default=0), 0, -1):
        for start, stop in _stretches([levels[at] >= level for at in order]):
            order[start:stop] = order[start:stop][::-1]
    return order


def _explicit(line: str) -> tuple[list[str], list[int]]:
    kinds, levels, stack = [], [], [0]
    for kind in map(bidirectional, line):
        if kind in _EMBEDS:
            levels.append(stack[-1])
            stack.append(stack[-1] + 1 if (stack[-1] + 1) % 2 == _EMBEDS[kind] else stack[-1] + 2)
        elif kind == "PDF":
            if len(stack) > 1:
                stack.pop()
            levels.append(stack[-1])
        else:
            levels.append(stack[-1])
        kinds.append(kind)
    return kinds, levels


def _runs(levels: list[int]) -> list[tuple[int, int]]:
    starts = [at for at in range(len(levels)) if not at or levels[at] != levels[at - 1]]
    return list(zip(starts, [*starts[1:], len(levels)], strict=True))


def _stretches(held: list[bool]) -> list[tuple[int, int]]:
    return [(start, stop) for start, stop in _runs([int(one) for one in held]) if held[start]]


def _edge(levels: list[int], outside: int, inside: int) -> str:
    level = max(levels[outside] if 0 <= outside < len(levels) else 0, levels[inside])
    return "R" if level % 2 else "L"


def _weak(kinds: list[str], start: int, stop: int, before: str) -> None:
    previous, strong = before, before
    for at in range(start, stop):
        if kinds[at] == "NSM":
            kinds[at] = previous
        if kinds[at] in {"L", "R", "AL"}:
            strong = kinds[at]
        elif kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
        previous = kinds[at]
    for at in range(start, stop):
        if kinds[at] == "AL":
            kinds[at] = "R"
    for at in range(start + 1, stop - 1):
        if kinds[at] in {"ES", "CS"} and kinds[at - 1] == kinds[at + 1] == "EN":
            kinds[at] = "EN"
        elif kinds[at] == "CS" and kinds[at - 1] == kinds[at + 1] == "AN":
            kinds[at] = "AN"
    for first, last in _stretches([kind == "ET" for kind in kinds[start:stop]]):
        beside = {kinds[n] for n in (start + first - 1, start + last) if start <= n < stop}
        kinds[start + first : start + last] = ["EN" if "EN" in beside else "ON"] * (last - first)
    strong = before
    for at in range(start, stop):
        kinds[at] = "ON" if kinds[at] in {"ES", "CS"} else kinds[at]
        strong = kinds[at] if kinds[at] in {"L", "R"} else strong
        kinds[at] = "L" if kinds[at] == "EN" and strong == "L" else kinds[at]


def _neutral(kinds: list[str], start: int, stop: int, levels: list[int]) -> None:
    own = "R" if levels[start] % 2 else "L"
    for first, last in _stretches([kind in _NEUTRAL for kind in kinds[start:stop]]):
        left = kinds[start + first - 1] if first else _edge(levels, start - 1, start)
        right = kinds[start + last] if start + last < stop else _edge(levels, stop, start)
        left, right = ("R" if kind in {"EN", "AN"} else kind for kind in (left, right))
        kinds[start + first : start + last] = [left if left == right else own] * (last - first)
