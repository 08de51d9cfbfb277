"""The formats in which a comparison can be taken away, in one table: text out, no screen and no second comparing.

Every format is pure; :mod:`diptych.formats.writing` alone touches a disk.
"""

from __future__ import annotations

from diptych.formats.table import FORMATS, Format, Sheet, find, for_suffix, render, rendered

__all__ = ["FORMATS", "Format", "Sheet", "find", "for_suffix", "render", "rendered"]
