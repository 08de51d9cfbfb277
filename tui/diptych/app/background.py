"""Long work beside the screen: in a thread that neither blocks the keys nor outlives the app."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")

Waited: TypeAlias = "Callable[[Callable[[float], None], Callable[[], bool]], Result]"
"""Work that takes a function to say how far it is, from 0 to 1, and one that says whether to stop."""


async def beside(work: Callable[[Callable[[], bool]], Result]) -> Result:
    """What the work gives, or raises.

    The thread is a daemon: leaving the app does not wait for it, as it would for asyncio's threads or Textual's own.

    Args:
        work: takes a function that says whether anybody still waits for the result, so that it can stop early.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Result] = loop.create_future()
    dropped = threading.Event()

    def settle(result: Result | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result, error = None, None
        try:
            result = work(dropped.is_set)
        except BaseException as raised:  # raised again where it is awaited
            error = raised
        with contextlib.suppress(RuntimeError):  # the app has gone, and its loop with it
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=run, daemon=True, name="diptych").start()
    try:
        return await future
    finally:
        dropped.set()
