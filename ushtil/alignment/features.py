"""What can be compared across languages: length, numbers, names and cognates."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..language.skeleton import skeleton

NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d{3})*(?!\d)")
WORD = re.compile(r"[^\W\d_]{3,}")
DIGITS = re.compile(r"\D")
# A capital in mid-sentence is a name more often than not; names outweigh common cognates.
NAME_WEIGHT = 2.0
NUMBER_WEIGHT = 2.5


@dataclass(frozen=True)
class Features:
    """A text's length in letters and the weights of its tokens ("#238", "@jmbv", "kstr")."""

    length: int
    tokens: Mapping[str, int]
    text: str = ""


def features(text: str) -> Features:
    """The features of a plain text."""
    tokens: Counter[str] = Counter()
    for match in NUMBER.finditer(text):
        tokens["#" + DIGITS.sub("", match[0])] += 1
    for match in WORD.finditer(text):
        bones = skeleton(match[0])
        if bones:
            tokens[("@" if match[0][0].isupper() else "") + bones] += 1
    return Features(len(text), tokens, text)


def together(parts: Sequence[Features]) -> Features:
    """Several texts as one."""
    tokens: Counter[str] = Counter()
    for part in parts:
        tokens.update(part.tokens)
    return Features(sum(part.length + 1 for part in parts) - 1, tokens, " ".join(part.text for part in parts))


@dataclass(frozen=True)
class Rarity:
    """How telling a token is: the fewer units hold it, the more."""

    units: int
    holders: Mapping[str, int]

    def weight(self, token: str) -> float:
        """The inverse document frequency of a token, by what kind it is."""
        kind = NUMBER_WEIGHT if token[0] == "#" else NAME_WEIGHT if token[0] == "@" else 1.0
        return kind * math.log((1 + self.units) / self.holders.get(token, 1))


def rarity(units: Sequence[Features]) -> Rarity:
    """How many of `units` hold each token."""
    holders: Counter[str] = Counter()
    for unit in units:
        holders.update(unit.tokens.keys())
    return Rarity(len(units), holders)


@dataclass(frozen=True)
class Vector:
    """Weighted tokens of unit length."""

    weights: Mapping[str, float]
    length: int
    text: str


def vector(unit: Features, rare: Rarity) -> Vector:
    """The tokens of a unit weighted by rarity."""
    weights = {token: (1 + math.log(count)) * rare.weight(token) for token, count in unit.tokens.items()}
    norm = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return Vector({token: value / norm for token, value in weights.items()}, unit.length, unit.text)


def cosine(a: Vector, b: Vector) -> float:
    """How much of their telling tokens two units share, 0 to 1."""
    if len(a.weights) > len(b.weights):
        a, b = b, a
    return sum(value * b.weights.get(token, 0.0) for token, value in a.weights.items())


def length_fit(a: int, b: int, ratio: float = 1.0, slope: float = 0.45) -> float:
    """How well two lengths fit, 0 to 1; `ratio` is the usual b / a. After Gale and Church (1993)."""
    if not a or not b:
        return 1.0 if a == b else 0.0
    return math.exp(-((math.log(b / (a * ratio)) / slope) ** 2) / 2)
