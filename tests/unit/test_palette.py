"""The colours."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.palette import LEAST, PLAIN, SCHEMES, Foreign, Ink, Scheme, adapted, contrast, legible, mixed

COLOR = st.builds(lambda number: f"#{number:06x}", st.integers(0, 0xFFFFFF))
OWN = [scheme for scheme in SCHEMES.values() if not scheme.terminal]
TEXTS = [ink for ink in Ink if ink is not Ink.RULE]
SEEN_WITHOUT = {
    "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How linear RGB looks to an eye that lacks one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1)."""


def least_contrast(scheme: Scheme, ink: Ink) -> float:
    paint = scheme.inks[ink]
    backgrounds = [paint.background] if paint.background else [scheme.page, scheme.current]
    return min(contrast(paint.color, background) for background in backgrounds)


@pytest.mark.parametrize("scheme", OWN, ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("ink", TEXTS)
def test_every_ink_can_be_read_on_the_page_and_on_the_current_change(scheme: Scheme, ink: Ink) -> None:
    assert least_contrast(scheme, ink) >= LEAST


@pytest.mark.parametrize("name", ["contrast", "contrast-light"])
@pytest.mark.parametrize("ink", TEXTS)
def test_the_schemes_of_high_contrast_have_it(name: str, ink: Ink) -> None:
    assert least_contrast(SCHEMES[name], ink) >= 7


@pytest.mark.parametrize("lacking", SEEN_WITHOUT)
@pytest.mark.parametrize("name", ["blue-orange", "blue-orange-light"])
def test_old_new_moved_and_reworded_differ_for_every_kind_of_eye(name: str, lacking: str) -> None:
    inks = SCHEMES[name].inks
    told = [inks[ink].color for ink in (Ink.REMOVED, Ink.ADDED, Ink.MOVED, Ink.REWORDED)]
    assert min(distance(one, other, SEEN_WITHOUT[lacking]) for one, other in combinations(told, 2)) > 25


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
def test_every_ink_has_a_paint_and_changed_words_do_not_rest_on_colour(scheme: Scheme) -> None:
    assert set(scheme.inks) == set(Ink)
    attributes = {ink: scheme.inks[ink]._replace(color="", background="") for ink in Ink}
    assert attributes[Ink.NEW_WORD] not in (attributes[Ink.OLD_WORD], attributes[Ink.TEXT])
    assert attributes[Ink.OLD_WORD] != attributes[Ink.TEXT]
    assert attributes[Ink.STRUCK].strike


def test_the_plain_scheme_names_no_colour() -> None:
    assert {paint.color for paint in PLAIN.inks.values()} == {"default"}
    assert {paint.background for paint in PLAIN.inks.values()} == {""}


@given(st.builds(Foreign, *[COLOR] * 6), st.booleans())
def test_whatever_theme_is_adapted_it_can_be_read(foreign: Foreign, dark: bool) -> None:
    scheme = adapted("theirs", foreign, dark=dark)
    if max(contrast(foreign.page, "#000000"), contrast(foreign.page, "#ffffff")) > 9:
        assert min(least_contrast(scheme, ink) for ink in TEXTS) >= LEAST


@given(COLOR, COLOR)
def test_a_colour_that_can_be_read_is_left_alone(color: str, page: str) -> None:
    found = legible(color, page)
    assert found == color or contrast(color, page) < LEAST
    assert contrast(found, page) >= min(LEAST, contrast(color, page))


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mixed("#000000", "#ff8000", share) for share in (0, 0.5, 1)] == ["#000000", "#804000", "#ff8000"]


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


Matrix = tuple[tuple[float, float, float], ...]


def distance(one: str, other: str, seen: Matrix) -> float:
    """How far apart two colours are in CIE Lab to an eye that sees linear RGB through a matrix."""
    a, b = (_lab([sum(row[n] * linear(color)[n] for n in range(3)) for row in seen]) for color in (one, other))
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5


def linear(color: str) -> list[float]:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def _lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (max(0.0, min(1.0, channel)) for channel in rgb)
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
