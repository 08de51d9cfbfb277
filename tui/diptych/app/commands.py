"""Every command of the screens, declared once; bindings, footer, help, palette and the README all derive from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can do.

    On the reading screen it is one of :data:`diptych.layout.moves.MOVES`; what is no move, a screen carries out in its
    method ``action_<name>``.
    """

    name: str
    keys: str
    """Keys in Textual's names, parted by commas; the first one is shown."""
    title: str
    """Two or three words, for the foot of the screen and the palette."""
    help: str
    """A whole sentence, for the help and the manual."""
    topic: str
    shown: str = ""
    """How the keys are written for people, where Textual's names are not what a keyboard says."""


_MOVING, _CHANGES, _FINDING, _VIEWS = "Reading", "Changes", "Finding the way", "Views"
_VERSIONS = "Versions"
_TAKING, _SCREENS = "Taking away", "Getting about"

COMPARE = (
    Command("next_change", "n,right_square_bracket", "next", "Go to the next change, or find.", _CHANGES, shown="n ]"),
    Command(
        "previous_change",
        "p,left_square_bracket",
        "previous",
        "Go to the previous change, or find.",
        _CHANGES,
        shown="p [",
    ),
    Command("changes", "l", "list", "Open the list of changes, or close it.", _FINDING),
    Command(
        "wordings",
        "w",
        "wordings",
        "Open the list of what was put for what, or close it; choose one to walk its occurrences.",
        _FINDING,
    ),
    Command("search", "slash", "search", "Search; n and N then walk the finds.", _FINDING, shown="/"),
    Command("previous_find", "N", "previous find", "Go to the previous find.", _FINDING),
    Command("next_alike", "full_stop", "next alike", "Go to the next change of the same kind.", _CHANGES, shown="."),
    Command(
        "previous_alike", "comma", "previous alike", "Go to the previous change of the same kind.", _CHANGES, shown=","
    ),
    Command(
        "next_touching",
        "greater_than_sign",
        "next touching",
        "Go to the next change that touches the same: a number, a name …",
        _CHANGES,
        shown=">",
    ),
    Command(
        "previous_touching",
        "less_than_sign",
        "previous touching",
        "Go to the previous change that touches the same.",
        _CHANGES,
        shown="<",
    ),
    Command(
        "go_to",
        "colon",
        "go to",
        "Go to a change (:17), a paragraph (:p12), a part of the way (:50%), the next of a sort (:moved, :number).",
        _FINDING,
        shown=":",
    ),
    Command(
        "place_before", "ctrl+o", "place before", "Go back to the place before the last leap.", _FINDING, shown="^o"
    ),
    Command(
        "place_after", "ctrl+n", "place after", "Go forward again to the place gone back from.", _FINDING, shown="^n"
    ),
    Command("opposite", "m", "opposite", "Show both ends of a passage that moved side by side, and back.", _FINDING),
    Command("other_end", "M", "other end", "Go to the other end of a passage that moved, and back.", _FINDING),
    Command("line_down", "j,down", "line down", "Scroll down one line.", _MOVING, shown="j ↓"),
    Command("line_up", "k,up", "line up", "Scroll up one line.", _MOVING, shown="k ↑"),
    Command("page_down", "space,pagedown", "page down", "Scroll down one page.", _MOVING, shown="space PgDn"),
    Command("page_up", "b,pageup", "page up", "Scroll up one page.", _MOVING, shown="b PgUp"),
    Command("half_down", "ctrl+d", "half a page down", "Scroll down half a page.", _MOVING, shown="^d"),
    Command("half_up", "ctrl+u", "half a page up", "Scroll up half a page.", _MOVING, shown="^u"),
    Command(
        "to_start",
        "g,home",
        "beginning",
        "Go to the beginning; 17g goes to change 17.",
        _MOVING,
        shown="g Home",
    ),
    Command("to_end", "G,end", "end", "Go to the end; 17G goes to change 17.", _MOVING, shown="G End"),
    Command(
        "next_pair", "right_curly_bracket", "next versions", "Step to the next two versions.", _VERSIONS, shown="}"
    ),
    Command(
        "previous_pair",
        "left_curly_bracket",
        "previous versions",
        "Step to the two versions before.",
        _VERSIONS,
        shown="{",
    ),
    Command("timeline", "t", "timeline", "List the article's versions, and choose two.", _VERSIONS),
    Command("biography", "h", "biography", "Follow this sentence through all versions.", _VERSIONS),
    Command(
        "compare_again", "R", "compare again", "Compare again what the files hold now, keeping the place.", _CHANGES
    ),
    Command("swap", "x", "swap", "Let old and new change places.", _CHANGES),
    Command(
        "select", "v", "select", "Select a sentence; j and k draw it out, v again turns to the other side.", _TAKING
    ),
    Command("copy", "y", "copy", "Send what is selected, or the current change marked up, to the clipboard.", _TAKING),
    Command("copy_side", "Y", "copy one side", "Send the new text of the current change to the clipboard.", _TAKING),
    Command("export", "e", "export", "Export the comparison to a file.", _TAKING),
    Command("filter", "f", "filter", "Choose the kinds of change to walk, and what they touch.", _VIEWS),
    Command("substantive", "s", "substantive", "Hide changes of form only, or show them again.", _VIEWS),
    Command("fold", "z", "fold", "Fold unchanged stretches away, or bring them back.", _VIEWS),
    Command("open_fold", "enter", "open fold", "Open the next folded stretch in place.", _VIEWS),
    Command("columns", "u", "columns", "Show one column or two, or as many as the width has room for.", _VIEWS),
    Command("flow", "P", "paragraphs", "Let sentences run together as paragraphs, or stand apart again.", _VIEWS),
    Command("blink", "o", "blink", "Flip old and new in place at the current change, and back.", _VIEWS),
    Command("inspect", "i", "characters", "Show the characters of the current change by code point and name.", _VIEWS),
    Command("theme", "T", "colours", "Choose the colours: dark, light, high contrast, colour-blind safe …", _VIEWS),
    Command("help", "question_mark,f1", "help", "Show all keys and signs.", _SCREENS, shown="?"),
    Command("suspend", "ctrl+z", "suspend", "Suspend diptych; fg in the shell brings it back.", _SCREENS, shown="^z"),
    Command(
        "back",
        "escape",
        "articles",
        "End the search, the selection or the list, or go back to the articles.",
        _SCREENS,
        shown="esc",
    ),
    Command("quit", "q", "quit", "Leave diptych.", _SCREENS),
)

BROWSE = (
    Command("open", "enter", "compare", "Compare the chosen versions.", _SCREENS, shown="enter"),
    Command("mark", "space", "mark", "Mark a version, to compare it with another one.", _SCREENS, shown="space"),
    Command("unfold", "right,left,o", "versions", "Show an article's versions, or hide them.", _VIEWS, shown="→ ← o"),
    Command("narrow", "slash", "narrow", "Narrow the list down by title, source, date, name.", _VIEWS, shown="/"),
    Command(
        "full_text", "ctrl+f", "find in texts", "List the articles whose texts have some words.", _VIEWS, shown="^f"
    ),
    Command("everything", "escape", "all", "Show all articles again.", _VIEWS, shown="esc"),
    Command("sort", "s", "sort", "Sort by title, versions, date, how much changed.", _VIEWS),
    Command("read", "v", "read", "Read a version as it is.", _SCREENS),
    Command("problems", "P", "problems", "List what could not be read, and what to do about it.", _SCREENS),
    Command(
        "together", "plus", "belongs here", "Say that the marked version belongs to this article.", _VERSIONS, shown="+"
    ),
    Command("apart", "minus", "not here", "Say that the marked version is none of this article.", _VERSIONS, shown="-"),
    Command("cursor_down", "j,down", "down", "Go down the list.", _MOVING, shown="j ↓"),
    Command("cursor_up", "k,up", "up", "Go up the list.", _MOVING, shown="k ↑"),
    Command("page_down", "pagedown,ctrl+d", "page down", "Go down a page.", _MOVING, shown="PgDn ^d"),
    Command("page_up", "pageup,ctrl+u", "page up", "Go up a page.", _MOVING, shown="PgUp ^u"),
    Command("to_start", "g,home", "first", "Go to the first line.", _MOVING, shown="g Home"),
    Command("to_end", "G,end", "last", "Go to the last line.", _MOVING, shown="G End"),
    Command("theme", "T", "colours", "Choose the colours: dark, light, high contrast, colour-blind safe …", _VIEWS),
    Command("help", "question_mark,f1", "help", "Show all keys and signs.", _SCREENS, shown="?"),
    Command("suspend", "ctrl+z", "suspend", "Suspend diptych; fg in the shell brings it back.", _SCREENS, shown="^z"),
    Command("quit", "q", "quit", "Leave diptych.", _SCREENS),
)


READING = (
    "next_change",
    "previous_change",
    "changes",
    "search",
    "filter",
    "help",
    "back",
    "quit",
    "copy",
    "export",
    "theme",
)
"""The commands at the foot of the screen while a comparison is read, the most telling first."""

MOVED_HERE = (("opposite", "other end opposite"), ("other_end", "go to it"))
"""What comes before them at a passage that moved."""

MOVED_BACK = (("opposite", "back"), ("other_end", "go to the other end"))
"""The same while both its ends stand opposite each other."""

SEARCHING = (("next_change", "next find"), ("previous_find", "previous find"), ("search", "search"), ("back", "end"))
"""What stands there while n and N belong to a search, with what the keys do then."""

SELECTING = (("line_down", "more"), ("line_up", "less"), ("select", "other side"), ("copy", "copy"), ("back", "end"))
"""What stands there while something is selected."""

LISTING = (("↑ ↓", "choose", ""), ("enter", "go there", ""), ("tab", "text or list", ""), ("esc", "close", ""))
"""What stands there while words are typed into a list: keys that are no commands."""

BROWSING = ("open", "narrow", "full_text", "help", "quit", "mark", "unfold", "sort", "read", "theme")
"""The commands at the foot of the list of articles."""

MARKED = (("open", "compare both"), ("mark", "unmark"), "together", "apart", "help", "quit")
"""What stands there while a version is marked."""

SEARCHED = (("enter", "search", ""), ("^s", "which version", ""), ("^r", "words or pattern", ""), ("esc", "close", ""))
"""What stands there while what to search for is typed."""

GOING = (("enter", "go there", ""), ("esc", "close", ""))
"""What stands there while the place to go to is typed."""

ASKING = (("enter", "look through these", ""), ("esc", "close", ""))
"""What stands there while words are typed to narrow the list down: keys that are no commands."""

COMPARING = (("back", "stop comparing"), ("help", "help"), ("quit", "quit"))
"""What stands there while two versions are being compared."""


Wanted: TypeAlias = "tuple[tuple[str, str] | str, ...]"
"""Commands by name, or by name with a title of their own."""


def offered(commands: tuple[Command, ...], wanted: Wanted) -> tuple[tuple[str, str, str], ...]:
    """For the foot of the screen: of each command wanted its first key, a title, and its name."""
    named = {command.name: command for command in commands}
    told = [(entry, named[entry].title) if isinstance(entry, str) else entry for entry in wanted]
    return tuple((written(named[name]).split()[0], title, name) for name, title in told)


def written(command: Command) -> str:
    """The keys of a command as people write them: ``n ]``."""
    return command.shown or command.keys.replace(",", " ")


def by_topic(commands: tuple[Command, ...]) -> dict[str, list[Command]]:
    """The commands under their topics, both in the order of declaration."""
    topics: dict[str, list[Command]] = {}
    for command in commands:
        topics.setdefault(command.topic, []).append(command)
    return topics
