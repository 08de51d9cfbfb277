"""The colours."""

import pytest

from diptych.palette import SCHEMES, Ink, Scheme, contrast


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("ink", [ink for ink in Ink if ink is not Ink.RULE])
def test_every_ink_can_be_read_on_the_page_and_on_the_current_change(scheme: Scheme, ink: Ink) -> None:
    paint = scheme.inks[ink]
    backgrounds = [paint.background] if paint.background else [scheme.page, scheme.current]
    assert min(contrast(paint.color, background) for background in backgrounds) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=lambda scheme: scheme.name)
def test_every_ink_has_a_paint(scheme: Scheme) -> None:
    assert set(scheme.inks) == set(Ink)


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
