"""The form for people. Which one a language uses stands in its citing.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ushtil.citing import chicago, gost
from ushtil.citing.model import Citation
from ushtil.citing.words import words

FORMS: Mapping[str, Callable[[Citation], str]] = {"chicago": chicago.text, "gost": gost.text}


def text(citation: Citation) -> str:
    """One paragraph of plain text: the document, if there is one, then our page."""
    return FORMS[words(citation.language).form](citation)
