"""Which items of two languages have no counterpart, and which of them belong together.

    ours    6233  2017  2021  4076           matched: 2017, 2021, 4076
    theirs  2017  6223  2021  4076           left:    6233 and 6223, which stand at like places: a pair

In this order, so that a sentence that was moved or a year that is said twice is no contradiction:
  1. what is the same within a group is matched, instances of one value by their places;
  2. what is left is matched across the groups of the section, and with its loose paragraphs;
  3. what is left is paired within its group, the likest first;
  4. a value that the other side of the group has, only not as often, is a repetition and no contradiction
     by itself; neither are small numbers in words that have no partner ("both", "the first").
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ushtil.checks.groups import Group, Pairing
from ushtil.checks.items import Family, Item
from ushtil.checks.units import Unit
from ushtil.language.numbers import Strength

Items = Mapping[Unit, tuple[Item, ...]]
Placed = list[tuple[float, Item]]
"""Items with their places in the text of their side, 0 to 1."""
Key = tuple[Family, str, bool]
# Beyond this many combinations a table is compared in order only.
_MOST_COMBINATIONS = 20_000
_MOST_EQUAL = 50
# As much of the text may lie between two repetitions that stand for each other.
_NEAR = 0.15


@dataclass(frozen=True)
class Difference:
    """Two items that should agree; None where one side has nothing in the place."""

    group: Group
    ours: Item | None
    theirs: Item | None


@dataclass
class _Left:
    """What one group has left, with the place of each item in the text of its side, 0 to 1."""

    group: Group
    ours: Placed
    theirs: Placed
    own_keys: set[tuple[Family, str]]
    other_keys: set[tuple[Family, str]]


def differences(pairing: Pairing, items: Items) -> Iterator[Difference]:
    """The contradictions of one section."""
    found = []
    for group in pairing.groups:
        left, mixed = _within(group, items)
        found.append(left)
        yield from mixed
    loose = _Left(
        pairing.loose, _placed(pairing.loose.ours, items), _placed(pairing.loose.theirs, items), set(), set()
    )
    _across([*found, loose])
    for left in found:
        yield from _paired(left, loose)


def _placed(units: Iterable[Unit], items: Items) -> Placed:
    """The items of some units with their place in the whole, 0 to 1."""
    found, before = [], 0
    for unit in units:
        found += [(float(before + item.offset), item) for item in items[unit]]
        before += sum(len(row) + 1 for row in unit.rows)
    return [(place / before, item) for place, item in found]


def _keys(items: Iterable[tuple[float, Item]]) -> set[tuple[Family, str]]:
    return {(item.family, key) for _, item in items for key in item.keys}


def _within(group: Group, items: Items) -> tuple[_Left, list[Difference]]:
    """Step 1; and the pairs of which one is a percentage and the other is not."""
    ours, theirs = _placed(group.ours, items), _placed(group.theirs, items)
    own_keys, other_keys = _keys(ours), _keys(theirs)
    _in_order(ours, theirs)
    matched = _match(ours, theirs, _loosely)
    mixed = [
        Difference(group, a, b)
        for a, b in matched
        if a.is_percent is not b.is_percent and a.strength is b.strength is Strength.FIRM
    ]
    return _Left(group, ours, theirs, own_keys, other_keys), mixed


def _strictly(item: Item) -> list[Key]:
    """The readings of a number that is surely one, a percentage apart."""
    return (
        [] if item.strength is Strength.WEAK else [(item.family, key, item.is_percent) for key in item.keys]
    )


def _loosely(item: Item) -> list[Key]:
    return [(item.family, key, False) for key in item.keys]


def _in_order(ours: Placed, theirs: Placed) -> None:
    """Take out the longest sequence that both sides have in the same order.

    Of two equal values that leaves the one that is wrong: the other stands among its neighbours.
    """
    if not ours or not theirs or len(ours) * len(theirs) > _MOST_COMBINATIONS:
        return
    readings = [[{*_strictly(item)} for _, item in side] for side in (ours, theirs)]
    longest = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for m in reversed(range(len(ours))):
        for n in reversed(range(len(theirs))):
            same = not readings[0][m].isdisjoint(readings[1][n])
            longest[m][n] = longest[m + 1][n + 1] + 1 if same else max(longest[m + 1][n], longest[m][n + 1])
    taken: set[Item] = set()
    m = n = 0
    while m < len(ours) and n < len(theirs):
        if not readings[0][m].isdisjoint(readings[1][n]):
            taken |= {ours[m][1], theirs[n][1]}
            m, n = m + 1, n + 1
        elif longest[m + 1][n] >= longest[m][n + 1]:
            m += 1
        else:
            n += 1
    _remove(taken, ours, theirs)


def _remove(taken: set[Item], *sides: Placed) -> None:
    for side in sides:
        side[:] = [entry for entry in side if entry[1] not in taken]


def _across(groups: list[_Left]) -> None:
    """Step 2: an item that stands in another paragraph of the section is matched there."""
    ours = [entry for left in groups for entry in left.ours]
    theirs = [entry for left in groups for entry in left.theirs]
    _match(ours, theirs, _strictly)
    kept = {item for _, item in (*ours, *theirs)}
    for left in groups:
        left.ours = [entry for entry in left.ours if entry[1] in kept]
        left.theirs = [entry for entry in left.theirs if entry[1] in kept]


def _match(ours: Placed, theirs: Placed, readings: Callable[[Item], list[Key]]) -> list[tuple[Item, Item]]:
    """Take out of both lists what is the same on both sides."""
    waiting: dict[Key, deque[tuple[float, Item]]] = {}
    for entry in theirs:
        for key in readings(entry[1]):
            waiting.setdefault(key, deque()).append(entry)
    taken: set[Item] = set()
    matched = []
    # What can be read in one way only chooses first.
    for place, item in sorted(ours, key=lambda entry: len(entry[1].keys)):
        for key in readings(item):
            other = _nearest(place, waiting.get(key, deque()), taken)
            if other:
                taken |= {item, other}
                matched.append((item, other))
                break
    _remove(taken, ours, theirs)
    return matched


def _nearest(place: float, waiting: deque[tuple[float, Item]], taken: set[Item]) -> Item | None:
    """The free item nearest to `place`; of very many equal ones the first."""
    while waiting and waiting[0][1] in taken:
        waiting.popleft()
    near = [entry for entry in islice(waiting, _MOST_EQUAL) if entry[1] not in taken]
    return min(near, key=lambda entry: abs(entry[0] - place))[1] if near else None


def _paired(left: _Left, loose: _Left) -> Iterator[Difference]:
    """Steps 3 and 4."""
    ours, theirs = list(left.ours), list(left.theirs)
    for a, b in _likest(ours, theirs):
        ours.remove(a)
        theirs.remove(b)
        is_repetition = _repeats(a[1], left.other_keys) and _repeats(b[1], left.own_keys)
        if not is_repetition or abs(a[0] - b[0]) < _NEAR:
            yield Difference(left.group, a[1], b[1])
    for _, item in ours:
        if item.strength is Strength.FIRM and not _repeats(item, left.other_keys):
            yield Difference(left.group, item, _partner(item, loose.theirs))
    for _, item in theirs:
        if item.strength is Strength.FIRM and not _repeats(item, left.own_keys):
            yield Difference(left.group, _partner(item, loose.ours), item)


def _repeats(item: Item, keys: set[tuple[Family, str]]) -> bool:
    return any((item.family, key) in keys for key in item.keys)


def _partner(item: Item, loose: Placed) -> Item | None:
    """What a loose paragraph has in the place of `item`; it is taken."""
    like = [entry for entry in loose if _may_pair(item, entry[1]) and item.is_year is entry[1].is_year]
    if not like:
        return None
    chosen = min(like, key=lambda entry: _unlike(item, entry[1]))
    loose.remove(chosen)
    return chosen[1]


def _may_pair(a: Item, b: Item) -> bool:
    """Whether two items can stand for each other. Of numbers in words a part ("half") pairs with a part."""
    if a.family is not b.family or Strength.WEAK in (a.strength, b.strength):
        return False
    return Strength.FIRM in (a.strength, b.strength) or a.is_part is b.is_part


def _likest(ours: Placed, theirs: Placed) -> list[tuple[tuple[float, Item], tuple[float, Item]]]:
    """Pairs of items that belong together, the likest first."""
    if len(ours) * len(theirs) > _MOST_COMBINATIONS:
        return [(a, b) for a, b in zip(ours, theirs, strict=False) if _may_pair(a[1], b[1])]
    ranked = sorted(
        (
            (_cost(a, b), m, n)
            for m, a in enumerate(ours)
            for n, b in enumerate(theirs)
            if _may_pair(a[1], b[1])
        )
    )
    left, right, found = set(range(len(ours))), set(range(len(theirs))), []
    for _, m, n in ranked:
        if m in left and n in right:
            left.remove(m)
            right.remove(n)
            found.append((ours[m], theirs[n]))
    return found


def _cost(a: tuple[float, Item], b: tuple[float, Item]) -> float:
    """How unlike two items and their places are."""
    return abs(a[0] - b[0]) + _unlike(a[1], b[1])


def _unlike(one: Item, two: Item) -> float:
    """How unlike two items are: by what they are, and by their digits."""
    unlike = (one.is_year is not two.is_year) + (one.is_percent is not two.is_percent)
    unlike += one.strength is not two.strength
    shared = sum(x == y for x, y in zip(one.shown, two.shown, strict=False))
    return 0.5 * unlike + 0.5 * (1 - shared / max(len(one.shown), len(two.shown)))
