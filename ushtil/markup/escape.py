"""Plain text to Markdown that shows exactly that text, whatever it holds.

Every sign that Markdown or its extensions could read is escaped; `<` and `&` become entities, because
raw HTML is found before backslashes are.  Sentences go on lines of their own, which keeps a review
short; line breaks inside a paragraph mean nothing to Markdown.
"""

from __future__ import annotations

import html
import re

from ..language.letters import CAPITAL

# Signs that mean something within a line; a backslash makes them plain, and those of `ANY_SIGN`, no other.
SPECIAL = re.compile(r"([\\`*{}\[\]|])")
ANY_SIGN = re.compile(r"[\\`*_{}\[\]()#+\-.!|]")
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])|__+")
ENTITY = re.compile(r"&(?=#?\w+;)")
LINE_START = re.compile(r"^(?=[#>+-])")
UNDERLINE_OR_FENCE = re.compile(r"^(?:=|~(?=~))")
NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
URL = re.compile(r"https?://[^\s<>\"«»“”]+[^\s<>\"«»“”.,;:!?)\]’']")
# What would be read as something else inside the angle brackets of a link.
NO_ADDRESS = re.compile(r"[\\`{}\[\]|]|&#?\w+;")
# A sentence begins with a capital, a figure, a quotation or a dash; one that ends with a sign other than
# a letter's full stop needs no long word before it.
SENTENCE = re.compile(
    rf"(?<=[^\W\d_]{{3}}[.!?…])\s+(?={CAPITAL}|\d|[«“\"(—–])"
    rf"|(?<=[^\w\s.][.!?…])\s+(?={CAPITAL})|(?<=\d[.!?…])\s+(?={CAPITAL})"
)
# Abbreviations and initials end with a full stop and no sentence.
BROKEN_AFTER = re.compile(rf"(?:^|[\s(«])(?:[^\W\d_]{{1,3}}|{CAPITAL}[^\W\d_]?)\.$")

SHORTEST = 12


def escape(text: str) -> str:
    """`text` as inline Markdown on one line; addresses that can be followed become links."""
    parts, position = [], 0
    for match in URL.finditer(text):
        parts += [escape_plain(text[position : match.start()]), link(match[0])]
        position = match.end()
    parts.append(escape_plain(text[position:]))
    return "".join(parts)


def escape_plain(text: str) -> str:
    """`text` with every sign that means something to Markdown made plain."""
    text = ENTITY.sub("&amp;", text)
    text = SPECIAL.sub(r"\\\1", text)
    text = UNDERSCORE.sub(lambda match: r"\_" * len(match[0]), text)
    return text.replace("<", "&lt;")


def escape_anywhere(text: str) -> str:
    """`text` as inline Markdown for a heading, a link or a cell: none of its signs is left."""
    return html.escape(ANY_SIGN.sub(r"\\\g<0>", text), quote=False)


def link(address: str) -> str:
    """An http address as a link; as plain text where Markdown could read something inside it."""
    return escape_plain(address) if NO_ADDRESS.search(address) else f"<{address}>"


def escape_start(line: str) -> str:
    """A line of escaped text whose first sign starts no block."""
    line = LINE_START.sub(r"\\", line)
    line = UNDERLINE_OR_FENCE.sub(lambda match: f"&#{ord(match[0])};", line)
    return NUMBER_START.sub(r"\1\\\2", line)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, roughly: a wrong cut only puts a line break there."""
    found: list[str] = []
    for part in SENTENCE.split(text):
        if found and (len(found[-1]) < SHORTEST or BROKEN_AFTER.search(found[-1][-SHORTEST:])):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def paragraph(text: str) -> str:
    """A paragraph of plain text as Markdown, a sentence a line."""
    return "\n".join(escape_start(escape(sentence)) for sentence in sentences(text))


PLAIN = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>:&=?%@])")
NOTE_MARK = re.compile(r"\[\^[^\]]*\]")
AUTOLINK = re.compile(r"<((?:https?|mailto):[^>]*)>")


def unescape(text: str) -> str:
    """The plain text of inline Markdown that `escape` wrote, lines joined."""
    text = AUTOLINK.sub(r"\1", text)
    text = PLAIN.sub(r"\1", " ".join(text.split("\n")))
    text = text.replace("&#61;", "=").replace("&#126;", "~")
    return text.replace("&lt;", "<").replace("&amp;", "&")
