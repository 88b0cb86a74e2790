"""Words so common that they name nothing in particular: a language's function words and `<code>/common.toml`.

    words = "time year people way …"      in their dictionary form

A term that is one of these alone would be found where something else is meant.
"""

from __future__ import annotations

from functools import cache

from . import known, profile
from .stemming import stemmer
from .tables import table


def is_common(form: str, code: str) -> bool:
    """Whether a word in any of its forms is a common one; never where nothing is known of the language."""
    return stemmer(code)(form) in _stems(code)


@cache
def _stems(code: str) -> frozenset[str]:
    told = table(code, "common").get("words", "").split()
    functions = profile(code).function_words if code in known() else ()
    return frozenset(map(stemmer(code), [*told, *functions]))
