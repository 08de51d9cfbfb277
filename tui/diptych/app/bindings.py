"""From declared commands and the keys of the settings to what Textual binds, and to keys as people write them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, format_key

from diptych.app.commands import BROWSE, COMPARE, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diptych.app.commands import Command
    from diptych.config import Config

_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMED = {key.value for key in Keys}


@cache
def _characters() -> frozenset[str]:
    """What Textual calls the characters of a keyboard: ``question_mark``."""
    import unicodedata

    names = (unicodedata.name(chr(code), "") for code in range(33, 0x250))
    called = (name.lower().replace("-", "_").replace(" ", "_") for name in names if name)
    return frozenset(KEY_NAME_REPLACEMENTS.get(name, name) for name in called)


def action(command: Command) -> str:
    """What Textual calls: the screen's method for the command, or the one for all moves."""
    if command in BROWSE or command not in COMPARE:
        return command.name
    from diptych.layout.moves import MOVES  # only where a comparison is read: the list of articles moves by itself

    return f"move({command.name!r})" if command.name in MOVES else command.name


def bindings(commands: tuple[Command, ...]) -> list[BindingType]:
    """A binding for each command; its id is the command's name, by which the settings can give it other keys."""
    return [
        Binding(
            command.keys,
            action(command),
            command.title,
            show=False,
            id=command.name,
        )
        for command in commands
    ]


def settled(commands: tuple[Command, ...], config: Config) -> tuple[Command, ...]:
    """The commands with the keys that the settings give them."""
    return tuple(_with_keys(command, config.keys.get(command.name)) for command in commands)


def _with_keys(command: Command, keys: str | None) -> Command:
    if keys is None:
        return command
    listed = [key.strip() for key in keys.split(",") if key.strip()]
    return replace(command, keys=",".join(listed), shown=" ".join(map(shown, listed)))


def shown(key: str) -> str:
    """A key as people write it: ``^o``, ``?``, ``F8``."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return format_key(key)


def first_key(command: Command) -> str:
    """The key to show where there is room for one."""
    return written(command).split()[0]


def strange(config: Config) -> Iterator[str]:
    """What is wrong with the keys of the settings, a sentence each, with the place and the remedy."""
    if not config.keys:
        return
    from difflib import get_close_matches

    known = {command.name for command in (*COMPARE, *BROWSE)}
    for name, keys in config.keys.items():
        place = config.place(name)
        if name not in known:
            near = get_close_matches(name, known, 1)
            remedy = f"is it {near[0]}?" if near else "see ? or diptych keys for the names."
            yield f"{place}: there is no command called {name}; {remedy}"
        for key in filter(None, map(str.strip, keys.split(","))):
            if not is_key(key):
                yield f"{place}: there is no key called “{key}”; write it as n, ?, f8, ctrl+n, alt+n, pagedown."
    for commands in (COMPARE, BROWSE):
        yield from _clashes(commands, config)


def _clashes(commands: tuple[Command, ...], config: Config) -> Iterator[str]:
    holder: dict[str, str] = {}
    for command in commands:
        keys = config.keys.get(command.name)
        for key in (keys or "").split(","):
            if key.strip() and (other := holder.setdefault(key.strip(), command.name)) != command.name:
                yield f"{config.place(command.name)}: {key.strip()} is also the key of {other}; give one another key."
    for command in settled(commands, config):
        own = command.keys.split(",")
        if command.name not in config.keys and all(key in holder for key in own):
            place = config.place(holder[own[0]])
            yield f"{place}: {command.name} has no key any more; give it one below [keys], as in {command.name} = …"


def is_key(key: str) -> bool:
    """Whether Textual knows a key of that name."""
    *modifiers, base = key.split("+") if key != "+" else ["+"]
    if not set(modifiers) <= _MODIFIERS:
        return False
    return len(base) == 1 or base in _NAMED or base in _characters()
