"""Plain text to Markdown that shows exactly that text, whatever it holds.

Every sign that Markdown or its extensions could read is escaped; `<` and `&` become entities, because
raw HTML is found before backslashes are.  Sentences go on lines of their own, which keeps a review
short; line breaks inside a paragraph mean nothing to Markdown.
"""

from __future__ import annotations

import re

from ..language.letters import CAPITAL

SPECIAL = re.compile(r"([\\`*{}\[\]|~])")
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])|__+")
ENTITY = re.compile(r"&(?=#?\w+;)")
LINE_START = re.compile(r"^(?=[#>+=:!?%@~-]|[*_]{2,})")
NUMBER_START = re.compile(r"^(\d{1,9}|[^\W\d_])([.)])(?=\s|$)")
URL = re.compile(r"https?://[^\s<>\"«»“”]+[^\s<>\"«»“”.,;:!?)\]’']")
# A sentence begins with a capital, a figure, a quotation or a dash; one that ends with a sign other than
# a letter's full stop needs no long word before it.
SENTENCE = re.compile(
    rf"(?<=[^\W\d_]{{3}}[.!?…])\s+(?={CAPITAL}|\d|[«“\"(—–])|(?<=[^\w\s.][.!?…])\s+(?={CAPITAL})|(?<=\d[.!?…])\s+(?={CAPITAL})"
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


def link(address: str) -> str:
    """An http address as a link; what Markdown could read inside it is percent-encoded."""
    safe = address.replace("{", "%7B").replace("}", "%7D").replace("|", "%7C").replace("`", "%60")
    return f"<{safe}>" if safe == address else escape_plain(address)


def escape_start(line: str) -> str:
    """A line of escaped text whose first sign starts no block."""
    line = LINE_START.sub(r"\\", line)
    return NUMBER_START.sub(r"\1\\\2", line)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, roughly: a wrong cut only puts a line break there."""
    found: list[str] = []
    for part in SENTENCE.split(text):
        if found and (len(found[-1]) < SHORTEST or BROKEN_AFTER.search(found[-1])):
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
    return text.replace("&lt;", "<").replace("&amp;", "&")
