"""Termbases for property tests: well-formed ones, and ones that only look so."""

from __future__ import annotations

from hypothesis import strategies as st

from ushtil import languages
from ushtil.terms.concepts import Concept, Entry, Link, Status, Variant

LANGUAGES = languages.read(languages.SHIPPED)
IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,6}", fullmatch=True).filter(lambda name: name != "subjects")
# What reading lets through: no control characters, no space at the ends, no second space.
LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff\ufffe"
)
PROSE = st.text(LETTERS, max_size=12).map(str.strip)
WORDS = st.text(LETTERS, max_size=12).map(lambda text: " ".join(text.split()))
TERMS = WORDS.filter(bool)
STATUSES = st.sampled_from([status for status in Status if status is not Status.PREFERRED])
ENTRIES = st.builds(
    Entry,
    TERMS,
    st.lists(TERMS, max_size=2).map(tuple),
    st.lists(st.builds(Variant, TERMS, STATUSES, PROSE), max_size=2).map(tuple),
    PROSE,
    PROSE,
    PROSE,
)
LINKS = st.builds(
    Link,
    st.from_regex(r"https?://[^\s\x00-\x1f\x7f-\xa0]{1,9}", fullmatch=True).filter(str.isprintable),
    WORDS,
)
CONCEPTS = st.builds(
    Concept,
    IDS,
    st.dictionaries(st.sampled_from(LANGUAGES.codes), ENTRIES, min_size=1),
    IDS | st.just(""),
    st.just(()),
    st.lists(LINKS, max_size=2).map(tuple),
)

_LEAVES = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.sampled_from(["upr", "https://a.b"])
)
_OF_A_CONCEPT = [
    "id",
    "subject",
    "terms",
    "related",
    "links",
    "url",
    "title",
    "en",
    "kk",
    "de",
    "a.b",
    "0",
    "",
]
_OF_AN_ENTRY = ["preferred", "abbreviations", "variants", "term", "status", "source", "definition", "note"]
_KEYS = st.sampled_from([*_OF_A_CONCEPT, *_OF_AN_ENTRY])
HALF_RIGHT = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=20,
)
