"""Which kinds of words in one text may stand for which in the other, and how far that can be relied on.

Numbers stand for themselves; words for words of the same meaning in the lexicon, for words that sound
alike, and for those that a first pass over the same two texts found together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .tokens import Side, Vocabulary

NUMBER, NAME, MEANING = 0.85, 0.8, 0.65
COGNATE = {3: 0.5, 4: 0.55, 5: 0.65}
FEW_BONES, ENOUGH_SOUNDS = 3, 4
# Of several partners only those near to the best count: a loose likeness beside a name would blur it.
NEAR = 0.15


@dataclass
class Partners:
    """kind in a → kinds in b, each with its reliability: how often b holds it where a holds the other."""

    links: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, a: str, b: str, reliability: float) -> None:
        """Record that `a` may be `b`; the better reason counts."""
        if reliability > self.links[a].get(b, 0.0):
            self.links[a][b] = reliability

    def pruned(self) -> Partners:
        """Without partners that are much worse than the best."""
        kept = Partners()
        for a, found in self.links.items():
            bar = max(found.values()) - NEAR
            for b, reliability in found.items():
                if reliability >= bar:
                    kept.add(a, b, reliability)
        return kept

    def turned(self) -> Partners:
        """The same from b to a."""
        other = Partners()
        for a, found in self.links.items():
            for b, reliability in found.items():
                other.add(b, a, reliability)
        return other


def partners(a: Side, b: Side) -> Partners:
    """All partners that numbers, meanings and sounds give."""
    found = Partners()
    for one, other, reliability in by_meaning(a.vocabulary, b.vocabulary):
        found.add(one, other, reliability)
    for one, other, reliability in by_sound(a.vocabulary, b.vocabulary):
        found.add(one, other, reliability)
    return found


def by_meaning(a: Vocabulary, b: Vocabulary) -> Iterator[tuple[str, str, float]]:
    """Numbers that are equal, words that share a meaning."""
    holders: Mapping[str, list[str]] = defaultdict(list)
    for kind, held in b.meanings.items():
        for meaning in held:
            holders[meaning].append(kind)
    for kind, held in a.meanings.items():
        for meaning in held:
            for other in holders.get(meaning, ()):
                yield kind, other, NUMBER if kind[0] == other[0] == "#" else MEANING


def by_sound(a: Vocabulary, b: Vocabulary) -> Iterator[tuple[str, str, float]]:
    """Words that sound alike; only those that begin alike are compared, so that it takes linear time."""
    holders: Mapping[str, list[str]] = defaultdict(list)
    for kind in b.shortest:
        for key in keys(b, kind):
            holders[key].append(kind)
    for kind in a.shortest:
        for key in keys(a, kind):
            for other in holders.get(key, ()):
                value = likeness(a, b, kind, other)
                if value:
                    yield kind, other, value


def keys(vocabulary: Vocabulary, kind: str) -> list[str]:
    """Beginnings under which a kind is looked up."""
    bone, sound = vocabulary.bones(kind)[:FEW_BONES], vocabulary.sounds(kind)[:ENOUGH_SOUNDS]
    return ["b" + bone] * (len(bone) == FEW_BONES) + ["s" + sound] * (len(sound) == ENOUGH_SOUNDS)


def likeness(a: Vocabulary, b: Vocabulary, one: str, other: str) -> float:
    """How far it can be relied on that two words are one, 0 where they are not alike."""
    bone, sound = a.bones(one), a.sounds(one)
    bone_b, sound_b = b.bones(other), b.sounds(other)
    same, heard = shared(bone, bone_b), shared(sound, sound_b)
    rest = max(len(bone), len(bone_b)) - same
    are_names = one in a.names and other in b.names
    if are_names and rest <= 3 and (same >= FEW_BONES or (same >= 2 and heard >= ENOUGH_SOUNDS)):
        return NAME
    if same >= FEW_BONES + 1 and rest <= 4:
        return COGNATE[min(same, 5)]
    if same >= FEW_BONES and heard >= ENOUGH_SOUNDS and rest <= 2:
        return COGNATE[3]
    return 0.0


def shared(a: str, b: str) -> int:
    """The length of the beginning that two words share."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n
