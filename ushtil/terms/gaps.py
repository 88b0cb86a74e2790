"""What stands between two words of a text, and whether a term may go on across it.

gap              joint          a term that has only a blank there goes on
" ", "\\n", " «"  ""             yes: a blank, one line break, quotation marks
"-", "-\\n"       "-"            yes: «civil-society actors»
", "             ","            no, unless the term has the comma itself
" – ", "\\n\\n"    None           no term goes on
"""

from __future__ import annotations

import re
from functools import lru_cache

from ushtil.language.words import HYPHENS

BREAK = None
HYPHEN = "-"
# Quotation marks stand inside names as one likes; marks of notes and what has no width mean nothing here.
_IGNORED = re.compile("[«»„“”‟\"'‘’‹›¹²³\u2070-\u2079\u200b-\u200d\u2060\ufeff\u00ad]+")
_HYPHEN = re.compile(rf"[{HYPHENS}](?:[ \t\r]*\n[ \t]*)?")
_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=50_000)
def joint(gap: str) -> str | None:
    """How a gap joins: "" plainly, "-" by a hyphen, other signs by themselves, None not at all."""
    if gap == " ":
        return ""
    if gap.count("\n") > 1 or "\f" in gap or "\t" in gap:
        return BREAK
    bare = _IGNORED.sub("", gap)
    if _HYPHEN.fullmatch(bare):
        return HYPHEN
    signs = _BLANK.sub("", bare)
    return BREAK if any(sign in HYPHENS for sign in signs) else signs


def goes_on(found: str | None, wanted: str) -> bool:
    """Whether a term that has the joint `wanted` goes on across the joint `found` in a text.

    Signs of the term may be left out in the text, as writers do; nothing may be put in but a hyphen.
    """
    if found is None:
        return False
    return found in ("", wanted) or (found == HYPHEN and not wanted)


def divides(gap: str) -> bool:
    """Whether a word may have been divided here at the end of its line."""
    return "\n" in gap and bool(_HYPHEN.fullmatch(gap))
