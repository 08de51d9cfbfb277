"""How well one colour can be read on another, and how to make it so. Colours are ``#rrggbb``."""

from __future__ import annotations

LEAST = 4.5
"""The contrast that text must have (WCAG 2.2, level AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [channel / 255 for channel in _channels(color)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: ``share`` of the way from one to the other."""
    channels = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)


def legible(color: str, *pages: str, least: float = LEAST) -> str:
    """The colour, or the nearest one on the way to black or to white that can be read on all these pages."""
    dark = sum(_luminance(page) for page in pages) < 0.18 * len(pages)
    for step in range(21):
        nearer = mixed(color, "#ffffff" if dark else "#000000", step / 20)
        if min(contrast(nearer, page) for page in pages) >= least:
            return nearer
    return "#ffffff" if dark else "#000000"


def _channels(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)]
