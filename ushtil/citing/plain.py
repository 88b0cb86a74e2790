"""The form for people. Which one a language uses stands in its citing.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ushtil.citing import chicago, gost
from ushtil.citing.model import Citation
from ushtil.citing.words import cited, words
from ushtil.references.works import Work


class Form(NamedTuple):
    """How a standard writes our page, and the document of which it tells."""

    ours: Callable[[Citation], str]
    original: Callable[[Citation, Work], str]


FORMS: Mapping[str, Form] = {
    "chicago": Form(chicago.ours, chicago.original),
    "gost": Form(gost.ours, gost.original),
}


def text(citation: Citation) -> str:
    """One paragraph of plain text: the document, if there is one, then our page."""
    form = FORMS[words(citation.language).form]
    ours = form.ours(citation)
    return f"{form.original(citation, citation.work)} {cited(citation)} {ours}" if citation.work else ours
