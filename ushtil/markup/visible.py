"""The lines of a page without what Markdown shows as it is: code, and comments.

What is masked keeps its place, so that every line keeps its number (␀ is `CODE`):

    ```            →   ␀
    <p>{#x}</p>    →   ␀
    ```            →   ␀
    see `[a](b)`   →   see ␀␀␀␀␀␀␀␀
    <!-- # x -->   →   (blank)
"""

from __future__ import annotations

import re

CODE = "\0"
"""Stands for code; no text that a page shows may hold it."""

# As Python-Markdown's fenced_code has it: at the very start of a line, and closed by the same sign.
_FENCED = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?\n)??(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL)
# No second opening in between, or many that are never closed would take quadratic time.
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_SPAN = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
# What an indented line may belong to: an item, a footnote, an admonition.
_CONTAINER = re.compile(r"(?:[ ]{0,3}(?:[-*+]|\d+\.)[ \t]|\[\^[^\]]+\]:|!!!|\?\?\?)")


def visible(body: str) -> list[str]:
    """The lines of `body`, code and comments masked."""
    text = body.replace("\r\n", "\n").replace(CODE, " ")
    text = _FENCED.sub(lambda match: "\n".join([CODE] * (match[0].count("\n") + 1)), text)
    text = "\n".join(_without_indented(text.split("\n")))
    text = _COMMENT.sub(lambda match: re.sub(r"[^\n]+", "", match[0]), text)
    return _SPAN.sub(lambda match: re.sub(r"[^\n]", CODE, match[0]), text).split("\n")


def _without_indented(lines: list[str]) -> list[str]:
    """Indented code masked; an indented line below an item or a note belongs to that."""
    shown: list[str] = []
    contained, before = False, ""
    for line in lines:
        if line.strip() and not line.startswith((" ", "\t")):
            # A line that only goes on with a paragraph of the container leaves it open.
            contained = bool(_CONTAINER.match(line)) or (contained and bool(before.strip()))
        indented = line.startswith(("    ", "\t")) and line.strip() and not contained
        is_code = indented and before.strip() in {"", CODE}
        shown.append(CODE if is_code else line)
        before = shown[-1]
    return shown
