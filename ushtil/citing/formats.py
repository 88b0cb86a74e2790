"""The forms of a citation that can be copied or put into a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ushtil.citing import bibtex, csl, plain, ris
from ushtil.citing.model import Citation


@dataclass(frozen=True)
class Format:
    """`name` is what people call it, "" for the plain form; `ending` that of its files."""

    name: str
    ending: str
    media: str
    text: Callable[[Citation], str]


PLAIN = Format("", "txt", "text/plain", plain.text)
FILES = (
    Format("BibTeX", "bib", "application/x-bibtex", bibtex.text),
    Format("RIS", "ris", "application/x-research-info-systems", ris.text),
    Format("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl.text),
)
ALL = (PLAIN, *FILES)
