"""Whether to print in colour."""

from __future__ import annotations

import pytest

from diptych.cli.output import Color, colored


@pytest.mark.parametrize(
    ("environ", "terminal", "expected"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"CLICOLOR": "1"}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_the_environment_decides_where_nobody_said(environ: dict[str, str], terminal: bool, expected: bool) -> None:
    assert colored(Color.AUTO, terminal, {"TERM": "xterm"} | environ) is expected


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}])
def test_what_was_said_outweighs_the_environment(environ: dict[str, str]) -> None:
    assert colored(Color.ALWAYS, False, environ)
    assert not colored(Color.NEVER, True, environ)
