"""What stands above the columns."""

from __future__ import annotations

import pytest

from diptych.layout.particulars import clock


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2026-11-23T08:30:15Z", "2026-11-23 08:30 UTC"),
        ("2026-11-23 08:30:15.25+02:00", "2026-11-23 08:30 +02:00"),
        ("2026-11-23T08:30", "2026-11-23 08:30"),
        ("2026-11-23", "2026-11-23"),
        ("08/11/2022", "08/11/2022"),
        ("Tuesday, 8 November", "Tuesday, 8 November"),
        ("", ""),
    ],
)
def test_a_moment_is_told_as_people_read_it_and_any_other_date_as_it_is(date: str, told: str) -> None:
    assert clock(date) == told
    assert told.startswith(clock(date, zone=False))
