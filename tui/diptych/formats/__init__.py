"""The formats in which a comparison can be taken away, in one table: text out, no screen and no second comparing.

Every format is pure; :mod:`diptych.formats.writing` alone touches a disk.
"""

from __future__ import annotations

from diptych.formats.table import FORMATS, Format, find, for_suffix, render

__all__ = ["FORMATS", "Format", "find", "for_suffix", "render"]
