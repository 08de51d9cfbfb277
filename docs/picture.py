"""Makes the picture in the README: the app on the sample corpus, at 120 by 40."""

from __future__ import annotations

import asyncio
from pathlib import Path

from diptych.app.main import DiptychApp
from diptych.paths import packaged

_HERE = Path(__file__).parent


async def main() -> None:
    """Open the seeds, go to the changes of names, and save what the screen shows."""
    old, new = sorted(map(str, packaged("seeds").iterdir()))
    app = DiptychApp([old, new])
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("1", "1", "G", "n")
        await pilot.pause(0.2)
        (_HERE / "diptych.svg").write_text(app.export_screenshot(title="diptych"), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
