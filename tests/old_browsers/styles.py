"""A style sheet as Firefox 52 and Chromium 58 read it: what they drop, and whether a page can bear it.

A browser drops a declaration that it does not know, a rule of which it does not know *one* selector, and a
block whose @-rule it does not know. What is dropped degrades where an earlier declaration says the same in
older words, or where only looks are lost; else it breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

SELECTORS = re.compile(
    r"(?<!:):(?:has|is|where|focus-visible|focus-within|any-link|dir|modal|open|popover-open|user-valid"
    r"|user-invalid|defined|state|autofill)\b|::(?:marker|backdrop|part|slotted|target-text|highlight"
    r"|file-selector-button|details-content|view-transition)\b|:not\([^()]*[,\s>+~][^()]*\)"
)
PROPERTIES = re.compile(
    r"inset(?:-.*)?|gap|row-gap|aspect-ratio|place-.*|(?:margin|padding)-(?:inline|block).*"
    r"|border-(?:inline|block|start|end).*|(?:min-|max-)?(?:inline|block)-size|translate|rotate|scale"
    r"|backdrop-filter|mask-.*|content-visibility|container.*|text-wrap.*|text-box.*|line-clamp|accent-color"
    r"|color-scheme|forced-color-adjust|print-color-adjust|text-underline-.*|text-decoration-(?:thickness|skip.*)"
    r"|overscroll-.*|scroll-(?:margin|padding|snap|timeline).*|hyphenate-.*|text-size-adjust|interpolate-size"
    r"|animation-(?:timeline|range|composition)|view-.*|font-palette|hanging-punctuation|scrollbar-.*"
)
VALUES = re.compile(
    r"\b(?:min|max|clamp|color-mix|light-dark|oklch|oklab|lab|lch|hwb|env|round|mod|pow|sqrt|sign|abs|image-set"
    r"|conic-gradient|fit-content|linear|color)\(|\b[\d.]+(?:[dsl]v[hwib]|cq[whib]|rlh|lh|rcap|rex)\b"
    r"|#(?:[0-9a-f]{4}|[0-9a-f]{8})\b(?![0-9a-f])|\brgba?\([^,()]*\)|\bhsla?\([^,()]*\)"
    r"|\b(?:contents|clip|anywhere|break-spaces|revert|revert-layer|subgrid|balance|pretty)\b",
    re.IGNORECASE,
)
BLOCKS = {"layer", "container", "scope", "starting-style", "property", "view-transition", "position-try"}
RANGE = re.compile(r"[<>]|\b(?:not|only)\s*\(|\bor\b")
# Only looks are lost.
LOOKS = re.compile(
    r"color-scheme|accent-color|text-wrap.*|text-underline-.*|text-decoration-.*|overscroll-.*|scroll-.*"
    r"|hyphenate-.*|text-size-adjust|forced-color-adjust|print-color-adjust|content-visibility|box-shadow"
    r"|row-gap|list-style|hanging-punctuation|scrollbar-.*|overflow-wrap|text-box.*"
)
OLDER = {"gap": {"grid-gap"}, "inset": {"top", "right", "bottom", "left"}}


@dataclass(frozen=True)
class Fault:
    """What an old browser drops, and a page cannot bear."""

    line: int
    what: str


def faults(text: str) -> list[Fault]:
    """All of a style sheet, in its order."""
    return list(_rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def older(text: str) -> str:
    """The style sheet without what an old browser drops, for one that is not old to show."""
    return "\n".join(_older(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _rules(rules: list[Any]) -> Iterator[Fault]:
    for rule in rules:
        if rule.type == "at-rule":
            yield from _block(rule)
        elif rule.type == "qualified-rule":
            yield from _rule(rule)


def _block(rule: Any) -> Iterator[Fault]:
    name, asked = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
    if name in BLOCKS:
        yield Fault(rule.source_line, f"@{name} is dropped with all that is in it")
    elif name == "media" and RANGE.search(asked):
        yield Fault(rule.source_line, f"@media {asked} is never true")
    elif name == "media" or (name == "supports" and asked.startswith("not")):
        yield from _rules(_nested(rule))


def _nested(rule: Any) -> list[Any]:
    parsed: list[Any] = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return parsed


def _rule(rule: Any) -> Iterator[Fault]:
    selectors = _selectors(rule)
    new = [one for one in selectors if SELECTORS.search(one)]
    if new and len(new) < len(selectors):
        yield Fault(rule.source_line, f"{new[0]} takes the rest of its list along: give it a rule of its own")
    if not new:
        yield from _declarations(rule)


def _selectors(rule: Any) -> list[str]:
    text, depth, found = tinycss2.serialize(rule.prelude), 0, [""]
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return [" ".join(one.split()) for one in found]


def _declarations(rule: Any) -> Iterator[Fault]:
    told: dict[str, str] = {}
    for one in _parsed(rule):
        if one.type != "declaration":
            yield Fault(one.source_line, "a rule within a rule is dropped")
            continue
        value = tinycss2.serialize(one.value).strip()
        if not _drops(one):
            told[one.name] = value
        elif not _degrades(one.name, told):
            yield Fault(
                one.source_line, f"{one.name}: {value} is dropped, and nothing older stands before it"
            )


def _parsed(rule: Any) -> list[Any]:
    parsed: list[Any] = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return parsed


def _degrades(name: str, told: dict[str, str]) -> bool:
    if name.startswith("--"):
        # Where it is used, the whole declaration then falls.
        return False
    if name == "gap" and "grid" not in told.get("display", ""):
        # What stands in a row comes closer.
        return True
    return bool(LOOKS.fullmatch(name)) or OLDER.get(name, {name}) <= set(told)


def _older(rules: list[Any]) -> Iterator[str]:
    for rule in rules:
        asked = tinycss2.serialize(rule.prelude) if hasattr(rule, "prelude") else ""
        if rule.type == "qualified-rule" and not any(SELECTORS.search(one) for one in _selectors(rule)):
            kept = [one for one in _parsed(rule) if one.type == "declaration" and not _drops(one)]
            yield f"{asked}{{{''.join(one.serialize() + ';' for one in kept)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and not RANGE.search(asked):
            yield f"@media {asked}{{{''.join(_older(_nested(rule)))}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword == "supports":
            # Asked is whether something is there that is not.
            yield from _older(_nested(rule)) if asked.strip().startswith("not") else ()
        elif rule.type == "at-rule" and rule.lower_at_keyword not in ("media", *BLOCKS):
            yield rule.serialize()


def _drops(one: Any) -> bool:
    """Whether an old browser knows no such property, or no such value, of those not in quotes."""
    value = tinycss2.serialize([part for part in one.value if part.type != "string"])
    return bool(PROPERTIES.fullmatch(one.name) or VALUES.search(value))
