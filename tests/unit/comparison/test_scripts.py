"""Patterns for western texts tell the same as those that know all scripts; they only tell it sooner."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych import scripts
from diptych.comparison import boundaries, profiles, shortlist, tokens

WESTERN = [chr(code) for code in range(0x2400) if scripts.is_western(chr(code))]
BESIDE = ("{0}", "a{0}b", "1{0}2", " {0}{0} ", "x-{0}")
ENDS = ("So!{0} Next one", "So?{0}Next one", "so.{0} Next one", "so. {0} Next", "U.S.{0} Then it", "а н. э.{0} Она")


def told(text: str) -> tuple[object, ...]:
    """What the patterns for western texts find in a text."""
    return (
        [(match.lastgroup, match.span()) for match in tokens._patterns(western=True).token.finditer(text)],
        tokens._patterns(western=True).word.findall(text),
        profiles._WORD.findall(text),
        shortlist._WORD.findall(text),
        len(scripts._word(western=True).findall(text)),
        [match.span() for match in boundaries._strong(western=True).finditer(text)],
    )


def told_by_all(text: str) -> tuple[object, ...]:
    """What the patterns for all scripts find in it."""
    return (
        [(match.lastgroup, match.span()) for match in tokens._patterns(western=False).token.finditer(text)],
        tokens._patterns(western=False).word.findall(text),
        profiles._any_word().findall(text),
        shortlist._any_word().findall(text),
        len(scripts._word(western=False).findall(text)),
        [match.span() for match in boundaries._strong(western=False).finditer(text)],
    )


def test_every_western_character_is_told_as_by_the_patterns_for_all_scripts() -> None:
    for character in WESTERN:
        for form in (*BESIDE, *ENDS):
            text = form.format(character)
            assert told(text) == told_by_all(text), hex(ord(character))


@given(st.text(st.sampled_from("aZé9Жя .,!?…:'’-·&@%$−“”»)¹¿¡\u0301\u200b\u00ad\n"), max_size=30))
def test_western_texts_are_told_as_by_the_patterns_for_all_scripts(text: str) -> None:
    assert told(text) == told_by_all(text)


def test_a_text_is_western_until_a_letter_of_another_script_comes() -> None:
    assert scripts.is_western("Ça coûte 5 € – „ganz“ sicher, Ναι, да…")
    for other in ("शांति", "北京", "서울", "سلام", "שלום", "ไทย", "𠀋"):
        assert not scripts.is_western(f"So {other}")


def test_words_are_counted_in_every_script() -> None:
    assert scripts.count_words("") == 0
    assert scripts.count_words("Don’t stop: it’s 4.2 million") == 5
    assert scripts.count_words("Don't stop: it's 4.2 million") == 5
    assert scripts.count_words("北京 is big") == 4
