"""What archives say, language by language: `ushtil/language/<code>/archive.toml`.

What a language lacks comes from the default language of those that Ushtil ships with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from ushtil.language import formatting, tables

_MEGABYTE, _TENTH = Decimal(1_000_000), Decimal("0.1")


@dataclass(frozen=True)
class Strings:
    """One language's strings."""

    title: str
    """The title of the page that offers the downloads."""
    about: str
    edition: str
    """Heads the column of what there is to download; the next three the other columns."""
    size: str
    date: str
    device: str
    megabytes: str
    """A size: {size}."""
    check: str
    """The heading above how a download is checked."""
    check_about: str
    """Says that the file {ending} beside a download tells its digest, and which lines compare."""
    check_unpacked: str
    """Says which line checks a folder, and that it can take the list {list} beside the zip instead."""
    here: str
    """Stands in an archive's copy of the page, with a link to the start page around {start}."""
    mixed: str
    """Said on a page whose files around it are of another build, or not there."""
    start: Mapping[str, Any]
    """The start page: `title`; `packed`, said in a zip, and the `steps` out, with {start}; `open`: {site};
    `holds`: {pages} and {texts}; `sources`, the same of the sources; `day`: {date}; `newer`: {address};
    `newer_there`, where no address is known; `build`: {id}; `how`, which leads to this page."""
    kinds: Mapping[str, str]
    """What each kind of edition is called: {language}, {title}."""
    devices: Mapping[str, str]
    """Where each kind is best read."""

    def amount(self, size: int, code: str) -> str:
        """A number of bytes as readers know it: "12.3 MB"."""
        shown = max(_TENTH, (size / _MEGABYTE).quantize(_TENTH))
        return self.megabytes.format(size=formatting.number(shown, code))


@cache
def strings(code: str) -> Strings:
    """The strings of a language, gaps filled from the default language."""
    return Strings(**tables.filled(code, "archive"))
