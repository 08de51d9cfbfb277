"""What to call the file of an export. Pure."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from diptych.formats.table import find

if TYPE_CHECKING:
    from diptych.comparison.result import Comparison

_UNFIT = re.compile(r"[^\w.-]+")


def suggested(comparison: Comparison, name: str) -> str:
    """A file name for a comparison in a format: ``v1-to-v2.txt``; letters, digits, points and hyphens only."""
    stems = (PurePath(version.name).stem or version.title for version in (comparison.old, comparison.new))
    old, new = (_UNFIT.sub("-", stem).strip("-.")[:60] for stem in stems)
    return f"{old or 'old'}-to-{new or 'new'}{find(name).suffix}"
