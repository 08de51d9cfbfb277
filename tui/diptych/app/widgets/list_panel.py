"""A list beside or below the text, narrowed down as one types: the changes, or the wordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from diptych.app.background import beside
from diptych.app.paint import content
from diptych.app.widgets.line_list import BESIDE_WORDS, LineList, MovesInList
from diptych.layout.display import Piece
from diptych.palette import DARK, Ink, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Listed:
    """What a panel lists: items of any sort, found by words."""

    name: str
    """The name of the command that opens and closes it."""
    title: Callable[[int], str]
    """What stands above the list, given how many items were found."""
    placeholder: str
    found: Callable[[str], Sequence[Any]]
    line: Callable[[Any, int], list[Piece]]
    begin: Callable[[Any], bool] = lambda _: True
    """Whether the cursor may begin at an item; otherwise at a later one."""


class ListPanel(Vertical, MovesInList):
    """Hidden until it is opened; the reader's place and its cursor follow each other."""

    BINDINGS: ClassVar = [Binding("escape", "leave", "close"), *BESIDE_WORDS]

    class Looked(Message):
        """The reader put the cursor on an item."""

        def __init__(self, listed: Listed, item: Any) -> None:
            super().__init__()
            self.listed = listed
            self.item = item

    class Chosen(Looked):
        """The reader chose an item, and wants to be there."""

    class Left(Message):
        """The reader wants the panel closed."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.scheme: Scheme = DARK
        self.listed: Listed | None = None
        """What is listed; None while the panel is closed."""
        self._found: Sequence[Any] = ()
        self._at: Any = None
        """The item at which the reader is known to be."""
        self.display = False

    @property
    def here(self) -> Any:
        """The item under the cursor; None where nothing was found."""
        return self._found[self.list.cursor] if self._found else None

    def open(self, listed: Listed) -> None:
        """List something from its beginning, ready for words."""
        if not self.children:  # made now: the first frame need not wait for what nobody sees
            self.mount(Static(id="found", markup=False), Input(id="wanted"), LineList(id="list"))
            self.list.scheme = self.scheme
            self.list.can_focus = False  # the words are typed above it; the keys that move in it come through them
        self.listed, self.display = listed, True
        wanted = self.query_one("#wanted", Input)
        wanted.placeholder = listed.placeholder
        with self.prevent(Input.Changed):
            wanted.value = ""
        wanted.focus()
        self.look_again(listed)

    def look_again(self, listed: Listed) -> None:
        """List the same sort of thing, when what there is has changed."""
        self.listed = listed
        self._look_for(self.query_one("#wanted", Input).value)

    def close(self) -> None:
        """List nothing."""
        self.listed, self.display = None, False

    def paint_in(self, scheme: Scheme) -> None:
        """Use other colours."""
        self.scheme = scheme
        if self.children:
            self.list.paint_in(scheme)
            self._tell()

    def follow(self, index: Callable[[Sequence[Any]], int | None]) -> None:
        """Put the cursor where the reader is, given what was found; it stays where that is nowhere."""
        at = index(self._found)
        if at is not None:
            self._at = self._found[at]
            self.list.move_to(at)

    @work(exclusive=True)
    async def _look_for(self, words: str) -> None:
        listed = self.listed
        if listed is None:
            return
        found = await beside(lambda _: listed.found(words))
        self._found = found
        cursor = next((n for n, item in enumerate(found) if listed.begin(item)), max(0, len(found) - 1))
        self._at = found[cursor] if found else None
        self.list.show(len(found), lambda index, width: listed.line(found[index], width), cursor)
        self._tell()

    def _tell(self) -> None:
        if self.listed is not None:
            told = content([Piece(self.listed.title(len(self._found)), Ink.FAINT)], self.scheme)
            self.query_one("#found", Static).update(told, layout=False)

    @on(Input.Changed)
    def _wanted(self, event: Input.Changed) -> None:
        event.stop()
        self._look_for(event.value)

    @on(LineList.Highlighted)
    def _look(self, event: LineList.Highlighted) -> None:
        event.stop()
        if self.listed is not None and self.here is not None and self.here != self._at:
            self._at = self.here
            self.post_message(self.Looked(self.listed, self.here))

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _choose(self, event: Message) -> None:
        event.stop()
        if self.listed is not None and self.here is not None:
            self.post_message(self.Chosen(self.listed, self.here))

    def action_leave(self) -> None:
        """Take the words back; without any, close."""
        wanted = self.query_one("#wanted", Input)
        if wanted.value:
            wanted.value = ""
        else:
            self.post_message(self.Left())
