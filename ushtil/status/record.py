"""What a translation was made from, written into its front matter: `translated_from`, one section a line.

Only these lines of the file change; the rest of the front matter stays as a person wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ushtil.markup import frontmatter
from ushtil.problems import Unreadable

KEY = "translated_from"
_GOES_ON = re.compile(r"[ \t#]|\s*$|- ")


def record(text: str, hashes: Mapping[str, str], place: str) -> str:
    """The file `text` with `hashes` (section id → hash) as its whole `translated_from`.

    Raises `Unreadable` where the file has no front matter, or none that can be read.
    """
    outcome = frontmatter.parse(text, place)
    if outcome.value.first_body_line == 1 or any(problem.code == "F02" for problem in outcome.problems):
        raise Unreadable(str(outcome.problems[0]))
    lines = re.split(r"(?<=\n)", text)
    end = outcome.value.first_body_line - 2
    ending = "\r\n" if lines[0].endswith("\r\n") else "\n"
    start = outcome.value.lines.get(KEY, end + 1) - 1
    stop = (
        next((n for n in range(start + 1, end) if not _GOES_ON.match(lines[n])), end) if start < end else end
    )
    fenced = frontmatter.render({KEY: dict(hashes)}).splitlines()
    # A line at most of what followed is blank: those between two keys are kept.
    while stop > start + 1 and not lines[stop - 1].strip():
        stop -= 1
    return "".join([*lines[:start], *(f"{line}{ending}" for line in fenced[1:-1]), *lines[stop:]])
