"""How running text begins, ends and goes on: the small predicates that the other steps share."""

from __future__ import annotations

import re

# A sentence's last sign may be followed by closing quotes and brackets, and by the mark of a note.
MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"
NOTE_MARK = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}")
SENTENCE_END = re.compile(r"[.!?…:;][\"'»”’)\]]*$")
FULL_STOP = re.compile(r"[.!?…][\"'»”’)\]]*$")
NOT_LOWER = re.compile(r"^\(?[^\W\d_][.)]\s+\S|^https?://|^www\.")
OPENING = "\"'«“„‘(["
HYPHEN_END = re.compile(r"[^\W_][-\u2010\u00ad]$")


def unmarked(text: str) -> str:
    """`text` without the marks of notes."""
    return NOTE_MARK.sub("", text)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends where a paragraph may end."""
    return bool(SENTENCE_END.search(unmarked(text).rstrip()))


def first_letter(text: str) -> str:
    """The first character after opening quotes and brackets, "" if there is none."""
    return text.lstrip(OPENING)[:1]


def starts_lower(text: str) -> bool:
    """Whether `text` begins in lower case, in mid-sentence; an address or "c. Title" does not."""
    return first_letter(text).islower() and not NOT_LOWER.match(text)


def starts_upper(text: str) -> bool:
    """Whether `text` begins in upper case."""
    return first_letter(text).isupper()


def in_capitals(text: str) -> bool:
    """Whether all letters of `text` are capitals, and there is a word of three among them."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and text == text.upper() and re.search(r"[^\W\d_]{3}", text) is not None


def words(text: str) -> list[str]:
    """The words of `text`, hyphens inside."""
    return re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", text)
