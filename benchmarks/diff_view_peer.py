"""The app that textual-diff-view is measured in, run in the environment of the peers: ``diff_view_peer.py OLD NEW``."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual_diff_view import DiffView  # type: ignore[import-not-found,unused-ignore]


class Peer(App[None]):
    """Both texts, scrolled by the keys that Textual gives a scroll view."""

    def compose(self) -> ComposeResult:
        """One scroll view with the difference in it."""
        old, new = (Path(path).read_text(encoding="utf-8") for path in sys.argv[1:3])
        with VerticalScroll() as scroll:
            yield DiffView("old.txt", "new.txt", old, new)
        scroll.focus()


if __name__ == "__main__":
    Peer().run()
