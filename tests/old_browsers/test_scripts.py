"""Every script of a site runs in a browser of 2017: ES2017 as a parser sees it, and nothing newer is called.

The browsers in mind are those that an old machine stopped at: Firefox 52, the last for Windows XP and Vista,
and Chromium 58.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.sites import REPOSITORY

PARSER = Path(__file__).parent / "parse.js"


def words(text: str) -> list[str]:
    return text.split()


# What came into the language and into browsers after them, by name, whatever object it is called on.
MEMBERS = words(
    """
    flat flatMap fromEntries matchAll replaceAll at trimStart trimEnd hasOwn findLast findLastIndex
    toSorted toReversed toSpliced groupBy allSettled any withResolvers finally isWellFormed
    replaceChildren toggleAttribute checkVisibility requestSubmit showModal showPopover togglePopover
    scrollIntoViewIfNeeded setHTML getHTML computedStyleMap animate getAnimations startViewTransition
    replaceSync composedPath getRootNode attachShadow assignedNodes randomUUID writeText readText share
    canShare formatToParts formatRange supportedValuesOf
    """
)
GLOBALS = words(
    """
    globalThis BigInt WeakRef FinalizationRegistry AggregateError structuredClone queueMicrotask
    IntersectionObserver ResizeObserver AbortController AbortSignal requestIdleCallback reportError
    BroadcastChannel CSSStyleSheet Highlight customElements EventTarget SharedArrayBuffer Atomics
    PluralRules RelativeTimeFormat ListFormat DisplayNames Segmenter Locale CompressionStream
    DecompressionStream URLPattern trustedTypes scheduler navigation
    """
)


@pytest.fixture
def parse(node: Callable[..., Any]) -> Callable[[Mapping[str, str]], Any]:
    def parsed(scripts: Mapping[str, str]) -> Any:
        asked = {"scripts": dict(scripts), "members": MEMBERS, "globals": GLOBALS}
        return node(PARSER, asked, "--expose-internals")

    return parsed


def scripts(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*.js"))
    }


def test_a_site_has_no_script_that_is_too_new(parse: Callable[..., Any], mixed: Path) -> None:
    found = scripts(mixed)
    assert {"assets/reading.js", "assets/parallel.js"} <= set(found)
    assert any(name.startswith("search/") or "/search/" in name for name in found)
    came_out = parse(found)
    assert came_out["faults"] == []
    assert came_out["uses"] == []


def test_the_theme_has_none_either(parse: Callable[..., Any]) -> None:
    """Also what only some pages load."""
    came_out = parse(scripts(REPOSITORY / "theme"))
    assert came_out["faults"] == []
    assert came_out["uses"] == []


@pytest.mark.parametrize(
    "text",
    [
        "var a = {...b};",
        "async function* f() {}",
        "async function f() { for await (var x of y) {} }",
        "var a = b?.c;",
        "var a = b ?? c;",
        "a ||= b;",
        "try {} catch {}",
        "class A { #b; }",
        "class A { b = 1; }",
        "var a = 1n;",
        "var a = 1_000;",
        "import('./a.js');",
        "import a from './a.js';",
        "var a = /(?<=b)c/;",
        "var a = /(?<b>c)/u;",
        "var a = /\\p{L}/u;",
        "var a = /b/s;",
        "var a = new RegExp('(?<=b)c');",
        "var a = RegExp('b', 's');",
    ],
)
def test_syntax_that_is_too_new_is_found(parse: Callable[..., Any], text: str) -> None:
    (fault,) = parse({"a.js": f"\n{text}"})["faults"]
    assert (fault["script"], fault["line"]) == ("a.js", 2)


@pytest.mark.parametrize(
    "text",
    [
        "async function f(a, b,) { await a; return b ** 2; }",
        "const {a, b: [c = 1]} = d; for (const [e, f] of Object.entries(a)) f(...e, `${c}`);",
        "var a = new RegExp('[/]' + b), c = /(?=d)\\u{1F600}/u;",
        "class A extends B { static get c() { return super.c; } }",
    ],
)
def test_syntax_of_2017_is_left(parse: Callable[..., Any], text: str) -> None:
    assert parse({"a.js": text}) == {"faults": [], "uses": []}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[1, [2]].flat();", "flat"),
        ("a['replaceAll']('b', 'c');", "replaceAll"),
        ("new IntersectionObserver(f);", "IntersectionObserver"),
        ("new window.IntersectionObserver(f);", "IntersectionObserver"),
        ("(root || globalThis).a = 1;", "globalThis"),
        ("Object.fromEntries(a);", "fromEntries"),
        ("new Intl.Segmenter('kk');", "Segmenter"),
        ("if (globalThis) a();", "globalThis"),
        ("if (a.share) b.flat();", "flat"),
    ],
)
def test_a_name_that_is_too_new_is_found(parse: Callable[..., Any], text: str, name: str) -> None:
    uses = parse({"a.js": text})["uses"]
    assert {use["name"] for use in uses} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "/* a.flat() */ var b = 'globalThis';",
        "var flat = 1, a = {any: flat}; b(a.share);",
        "if (navigator.share) navigator.share();",
        "var a = typeof globalThis === 'undefined' ? window : globalThis;",
        'var a = typeof window === "undefined" ? globalThis : window;',
        "var a = b.IntersectionObserver && new b.IntersectionObserver(c);",
        "if ('IntersectionObserver' in window) { new IntersectionObserver(a); }",
    ],
)
def test_a_word_and_a_question_are_no_use(parse: Callable[..., Any], text: str) -> None:
    assert parse({"a.js": text})["uses"] == []
