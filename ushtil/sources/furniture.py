"""Page furniture: what belongs to the sheet and not to the text.

    … last words of a page          ← body
                                      gap
    Report on N. 2022        12     ← running head or foot, its number varies
    12 / Page 12 of 80 / бет 12     ← page number
                                      gap
    first words of the next …       ← body

A line is taken for furniture on evidence from the whole document, never for its looks alone: page
numbers because they rise in step with the lines, running heads because they come back at the edges
of pages or cut sentences in two.  What is removed is returned, so that the report can list it.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ..language import alternatives, known, profile
from ..language.enumerators import enumerator
from .lines import Line
from .prose import ends_sentence, starts_lower

RULE = re.compile(r"^[\s_=*~·•–—-]{5,}$|^_{3,}$")
DIGITS = re.compile(r"\d+")
LONGEST_HEAD = 120
FEWEST_LINES, MOST_LINES = 6, 150
LONGEST_TITLE = 4
# Numbers that neither cut a sentence nor stand at a known edge must be at least this far apart.
FEWEST_EVEN = 25


@dataclass(frozen=True)
class Removed:
    """A line that was taken out, and as what."""

    line: Line
    reason: str


def page_pattern() -> re.Pattern[str]:
    """A line that holds a page number and nothing else: "12", "- 12 -", "Page 12 of 80", "бет 12"."""
    profiles = [profile(code) for code in known()]
    word = f"(?:{alternatives([word for entry in profiles for word in entry.page_words])})"
    of = alternatives([word for entry in profiles for word in entry.of_words])
    total = rf"(?:\s*(?:/|{of})\s*\d{{1,4}})"
    edge = r"[\s\[\]()|<>–—-]*"
    forms = (
        rf"{word}\s*(?P<named>\d{{1,4}}){total}?",
        rf"(?P<counted>\d{{1,4}}){total}?[\s-]*{word}",
        rf"(?P<of>\d{{1,4}}){total}",
        r"(?P<bare>\d{1,4})",
    )
    return re.compile(f"^{edge}(?:{'|'.join(forms)}){edge}$", re.IGNORECASE)


PAGE_NUMBER = page_pattern()


def strip(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """The lines of the text with their printed pages, and what was removed."""
    reasons: dict[int, str] = {}
    reasons.update((n, "rule") for n, line in enumerate(lines) if RULE.match(line.text))
    numbers = page_numbers(lines)
    reasons.update((n, "page number") for n in numbers)
    reasons.update((n, "running head") for n in running_heads(lines, reasons))
    removed = [Removed(lines[n], reason) for n, reason in sorted(reasons.items())]
    return with_pages(lines, reasons, numbers), removed


def page_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Positions of page numbers → their value."""
    named: dict[int, int] = {}
    bare: dict[int, int] = {}
    for n, line in enumerate(lines):
        match = PAGE_NUMBER.match(line.text) if len(line.text) < 40 else None
        if match and (isolated(lines, n) if match["bare"] else beside_gap(lines, n)):
            target = bare if match["bare"] else named
            target[n] = int(match[match.lastgroup or "bare"])
    steady = in_step(sorted((*named.items(), *bare.items())), lines)
    if not set_by_pages(sorted(steady & bare.keys()), lines):
        steady = set(named)
    return {n: value for n, value in (*named.items(), *bare.items()) if n in named or n in steady}


def set_by_pages(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether lines stand where pages end: at known edges, in mid-sentence, or at even distances."""
    body = Body(lines, dict.fromkeys(places, ""))
    at_edges = sum(
        1 for n in places if lines[n].starts_page or (n + 1 < len(lines) and lines[n + 1].starts_page)
    )
    cuts = sum(1 for n in places if body.cut(n))
    if 5 * cuts >= len(places) or 2 * at_edges >= len(places):
        return True
    distances = sorted(lines[m].number - lines[n].number for n, m in itertools.pairwise(places))
    return bool(distances) and distances[0] >= FEWEST_EVEN and distances[-1] <= 1.5 * distances[0]


def beside_gap(lines: Sequence[Line], n: int) -> bool:
    """Whether a blank line or the edge of a page is next to a line."""
    following = lines[n + 1] if n + 1 < len(lines) else None
    return lines[n].gap > 0 or lines[n].starts_page or following is None or following.gap > 0


def isolated(lines: Sequence[Line], n: int) -> bool:
    """Whether a line stands apart from the text before or after it, or at the edge of a page."""
    following = lines[n + 1] if n + 1 < len(lines) else None
    before = lines[n].gap > 0 or lines[n].starts_page or n == 0
    after = following is None or following.gap > 0 or following.starts_page
    return (before and after) or lines[n].starts_page or (following is not None and following.starts_page)


def in_step(candidates: Sequence[tuple[int, int]], lines: Sequence[Line]) -> set[int]:
    """Those numbers that rise with the lines as page numbers do: some dozens of lines a page."""
    steady = set()
    for (n, value), (m, later) in itertools.pairwise(candidates):
        pages = later - value
        distance = lines[m].number - lines[n].number
        heads = pages == 1 and lines[n].starts_page and lines[m].starts_page
        if pages > 0 and (heads or FEWEST_LINES * pages <= distance <= MOST_LINES * pages):
            steady |= {n, m}
    return steady


def running_heads(lines: Sequence[Line], known_furniture: dict[int, str]) -> set[int]:
    """Positions of lines that come back as heads or feet of pages."""
    edges = page_edges(lines, known_furniture)
    groups: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        if n in known_furniture or len(line.text) > LONGEST_HEAD or runs_on(lines, n):
            continue
        if n in edges or isolated(lines, n):
            groups[DIGITS.sub("#", line.text.casefold())].append(n)
    body = Body(lines, known_furniture)
    heads = {n for places in groups.values() if recurs(places, lines, edges, body) for n in places}
    return heads | varying_heads(edges - heads, heads, lines, body)


def runs_on(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is the first of a paragraph that goes on in the next line."""
    following = lines[n + 1] if n + 1 < len(lines) else None
    goes_on = following is not None and not following.gap and starts_lower(following.text)
    return goes_on and not lines[n].starts_page and not (following and following.starts_page)


def page_edges(lines: Sequence[Line], known_furniture: Iterable[int]) -> set[int]:
    """Positions of the first and last line of each page, as far as page breaks are known."""
    starts = {n for n, line in enumerate(lines) if line.starts_page}
    furniture = set(known_furniture)
    edges = {0, len(lines) - 1}
    for n in starts | furniture:
        edges |= {n - 1, n, n + 1} if n in furniture else {n - 1, n}
    return {n for n in edges if 0 <= n < len(lines)} - furniture


@dataclass(frozen=True)
class Body:
    """What stands around a line once furniture is out of the way."""

    lines: Sequence[Line]
    furniture: dict[int, str]

    def near(self, n: int, step: int, skip: Callable[[int], bool]) -> str:
        n += step
        while 0 <= n < len(self.lines) and (n in self.furniture or skip(n)):
            n += step
        return self.lines[n].text if 0 <= n < len(self.lines) else ""

    def cut(self, n: int, skip: Callable[[int], bool] = lambda n: False) -> bool:
        """Whether the line at `n` stands between the two halves of a sentence."""
        before, after = self.near(n, -1, skip), self.near(n, 1, skip)
        return bool(before) and not ends_sentence(before) and starts_lower(after)

    def below_title(self, n: int) -> bool:
        """Whether the text before a line may be a title, after which no sentence is open."""
        return len(self.near(n, -1, lambda _: False).split()) <= LONGEST_TITLE


def recurs(places: Sequence[int], lines: Sequence[Line], edges: set[int], body: Body) -> bool:
    """Whether the lines at `places`, alike but for digits, are one running head."""
    if len(places) < 2 or starts_lower(lines[places[0]].text) or enumerator(lines[places[0]].text):
        return False
    cuts = sum(1 for n in places if body.cut(n) and not body.below_title(n))
    at_edges = sum(1 for n in places if n in edges)
    if cuts and 4 * cuts >= len(places):
        return True
    if at_edges == len(places):
        return len(places) > 2 or rising(places, lines)
    return len(places) > 2 and rising(places, lines) and set_by_pages(places, lines)


def rising(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether some number in the lines rises from one to the next, at a page's distance."""
    rows = [[int(digits[:9]) for digits in DIGITS.findall(lines[n].text)] for n in places]
    distances = [lines[m].number - lines[n].number for n, m in itertools.pairwise(places)]
    if not rows[0] or min(distances) < FEWEST_LINES:
        return False
    return any(
        all(0 < later - value <= 4 for value, later in itertools.pairwise(column))
        for column in zip(*rows, strict=True)
    )


def varying_heads(edges: set[int], heads: set[int], lines: Sequence[Line], body: Body) -> set[int]:
    """Heads whose words change from page to page: they stand where heads stand and cut a sentence."""
    slots = sum(1 for n in range(len(lines)) if lines[n].starts_page)
    found = {
        n
        for n in edges
        if len(lines[n].text) <= LONGEST_HEAD
        and not starts_lower(lines[n].text)
        and not ends_sentence(lines[n].text)
        and isolated(lines, n)
        and lines[n].gap + (lines[n + 1].gap if n + 1 < len(lines) else 1) > 0
        and body.cut(n)
        and not body.below_title(n)
    }
    return found if len(found | heads) >= 3 and 2 * len(found | heads) >= slots // 2 else set()


def with_pages(lines: Sequence[Line], reasons: dict[int, str], numbers: dict[int, int]) -> list[Line]:
    """The lines that stay; gaps left by the others are page breaks, and pages get their printed numbers."""
    kept: list[Line] = []
    gap, broken = 0, False
    for n, line in enumerate(lines):
        if n in reasons:
            gap += line.gap + 1
            broken = broken or line.starts_page or reasons[n] != "rule"
            continue
        starts = line.starts_page or broken
        kept.append(replace(line, gap=line.gap + gap, starts_page=starts))
        gap, broken = 0, False
    return printed_pages(kept, lines, numbers) if numbers else kept


def printed_pages(kept: list[Line], lines: Sequence[Line], numbers: dict[int, int]) -> list[Line]:
    """The lines with the printed number of their page: a foot ends its page, a head begins it."""
    starts = [line.number for line in kept if line.starts_page]
    places = sorted((lines[n].number, value) for n, value in numbers.items())
    head = at_head(places, kept, starts)
    paged = []
    bounds = [number for number, _ in places]
    index = 0
    for line in kept:
        while index < len(bounds) and bounds[index] < line.number:
            index += 1
        place = index - 1 if head else index
        value = places[place][1] if 0 <= place < len(places) else 0
        near = 0 <= place < len(places) and same_page(line.number, places[place][0], starts)
        paged.append(replace(line, page=str(value)) if near else line)
    return paged


def at_head(places: Sequence[tuple[int, int]], kept: Sequence[Line], starts: Sequence[int]) -> bool:
    """Whether the numbers stand at the heads of pages: the first before all text, or by count of breaks."""
    if not kept or places[0][0] < kept[0].number:
        return True
    if places[-1][0] > kept[-1].number:
        return False
    number, value = places[0]
    breaks = sum(1 for start in starts if kept[0].number < start <= number)
    return breaks + 2 == value


def same_page(line: int, mark: int, starts: Sequence[int]) -> bool:
    """Whether no page break that bears no number lies between a line and the number of a page."""
    low, high = sorted((line, mark))
    return bisect_right(starts, high) - bisect_right(starts, low) <= 1
