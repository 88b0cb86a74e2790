"""The Snowball stemmers, as `<code>/stemmer.toml` sets them:

algorithm = "english"    the name of the algorithm
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import Stemmer

from . import HERE


@dataclass(frozen=True)
class Snowball:
    """One algorithm."""

    algorithm: str
    stemmer: Stemmer.Stemmer

    def stem(self, form: str) -> str:
        """The stem of a folded form."""
        return str(self.stemmer.stemWord(form))

    def browser_data(self, forms: Iterable[str]) -> dict[str, Any]:
        """The name of the algorithm, and what it corrects."""
        return {"kind": "snowball", "algorithm": self.algorithm, "corrections": {}}


def engine(code: str) -> Snowball:
    """The engine of a language by its `stemmer.toml`."""
    settings = tomllib.loads((HERE / code / "stemmer.toml").read_text(encoding="utf-8"))
    return Snowball(settings["algorithm"], Stemmer.Stemmer(settings["algorithm"]))
