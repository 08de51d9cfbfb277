"""From declared commands to what Textual binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from diptych.app.commands import COMPARE, written
from diptych.layout.moves import MOVES

if TYPE_CHECKING:
    from diptych.app.commands import Command


def action(command: Command) -> str:
    """What Textual calls: the screen's method for the command, or the one for all moves."""
    return f"move({command.name!r})" if command in COMPARE and command.name in MOVES else command.name


def bindings(commands: tuple[Command, ...]) -> list[BindingType]:
    """A binding for each command; its id is the command's name, by which the settings can give it other keys."""
    return [
        Binding(
            command.keys,
            action(command),
            command.title,
            show=command.footer,
            key_display=written(command).split()[0],
            tooltip=command.help,
            id=command.name,
        )
        for command in commands
    ]
