"""Texts for property tests of exports: few words, many paragraphs, and what is awkward in between."""

from __future__ import annotations

from hypothesis import strategies as st

_WORD = st.sampled_from(
    ["cat", "dog", "the", "a", "*Anna*", "12", "sat,", "—", "“so”", '"so"', "[here](x)", "Pashinyan", "é", "e\u0301"]
)
_SENTENCE = st.lists(_WORD, max_size=8).map(lambda found: " ".join([*found, "end."]))
_PARAGRAPH = st.lists(_SENTENCE, min_size=1, max_size=3).map("  ".join)
TEXTS = st.lists(st.one_of(_PARAGRAPH, st.just("# A heading"), st.just("- an item\n- two")), max_size=5).map(
    "\n\n".join
)
