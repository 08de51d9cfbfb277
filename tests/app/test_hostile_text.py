"""Documents that would steer the terminal, or the screen's own markup."""

from pathlib import Path

import pytest

from driving import lines, opened, settled, text

HOSTILE = [
    "\x1b]52;c;aGVsbG8=\x07 sets the clipboard",
    "\x1b[2J\x1b[31m clears the screen",
    "\x9b31m and \x85 are C1",
    "[b]bold[/b] [/b] [@click=app.quit]quit[/] [Reuters] [[x]]",
    "\u202eabc\u202c and \u200bzero\u200d width \u2066iso\u2069",
    "\ufeffBOM, \u00adsoft, \u2028separators\u2029",
    "a\u0300\u0301\u0302\u0303 combining, 日本語 wide, 👩\u200d👩\u200d👧 family, ﷽",
    "\U000e0041\U000e0042 tags",
]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "a[b]\x1b[31m.txt", tmp_path / "new [b][@click=app.quit].txt"
    old.write_text("\n\n".join(f"The first text says {part} here." for part in HOSTILE), encoding="utf-8")
    new.write_text("\n\n".join(f"The other text says {part} there." for part in HOSTILE), encoding="utf-8")
    return str(old), str(new)


@pytest.mark.parametrize("width", [120, 50])
async def test_nothing_of_a_document_reaches_the_terminal_untranslated(pair: tuple[str, str], width: int) -> None:
    async with opened(*pair, width=width, height=60) as pilot:
        for _ in range(12):
            shown = "".join(lines(pilot))
            assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
            assert not set(shown) & set(
                "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2028\u2029\ufeff"
            )
            await pilot.press("n", "space")
        await pilot.press("g")
        assert "␛]52;c;aGVsbG8=␇" in text(pilot).replace(" ", "") or "␛]52" in text(pilot)


async def test_markup_in_a_document_is_text(pair: tuple[str, str]) -> None:
    async with opened(*pair, height=70) as pilot:
        await pilot.press("g")
        shown = text(pilot)
        assert "[Reuters]" in shown
        assert "[@click=app.quit]" in shown
        assert "[/b]" in shown


async def test_hidden_characters_are_shown_by_name(pair: tuple[str, str]) -> None:
    async with opened(*pair, height=80) as pilot:
        await pilot.press("g")
        shown = text(pilot)
        assert "‹RLO›" in shown
        assert "‹ZWSP›" in shown


async def test_hostile_text_can_be_copied_exported_and_listed(pair: tuple[str, str]) -> None:
    async with opened(*pair) as pilot:
        await pilot.press("n", "y", "e")
        await settled(pilot)
        await pilot.press("down", "down", "down")
        await settled(pilot)
        assert "\x1b" not in "".join(lines(pilot))
        assert "\x1b" not in pilot.app.clipboard
    async with opened(str(Path(pair[0]).parent)) as pilot:
        await pilot.press("escape")
        await settled(pilot)
        assert "\x1b" not in "".join(lines(pilot))
