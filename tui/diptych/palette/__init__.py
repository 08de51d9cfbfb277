"""Which colour means what: the only colours in diptych. Everything else names an :class:`Ink`."""

from diptych.palette.contrast import LEAST, contrast, legible, mixed
from diptych.palette.inks import Ink, Paint, Scheme
from diptych.palette.schemes import DARK, LIGHT, PLAIN, SCHEMES, Foreign, adapted

__all__ = [
    "DARK",
    "LEAST",
    "LIGHT",
    "PLAIN",
    "SCHEMES",
    "Foreign",
    "Ink",
    "Paint",
    "Scheme",
    "adapted",
    "contrast",
    "legible",
    "mixed",
]
