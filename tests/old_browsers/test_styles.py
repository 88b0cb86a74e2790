"""No style sheet holds what an old browser drops and a reader would miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.old_browsers import styles
from tests.sites import REPOSITORY

SHEETS = sorted((REPOSITORY / "theme/assets").rglob("*.css"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_of_the_theme(sheet: Path) -> None:
    assert styles.faults(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (".a, .b:focus-visible { color: red }", "takes the rest of its list along"),
        (".a, .b:has(> .c, .d) { color: red }", ".b:has(> .c, .d) takes"),
        ("@media print { .a, :is(.b, .c) { color: red } }", ":is(.b, .c) takes"),
        (".a { inset: 0 }", "inset: 0 is dropped"),
        (".a { top: 0; left: 0; inset: 0 }", "inset: 0 is dropped"),
        (".a { display: grid; gap: 1em }", "gap: 1em is dropped"),
        (".a { padding-inline: 1em }", "padding-inline"),
        (".a { width: min(10em, 100%) }", "width: min(10em, 100%)"),
        (".a { width: min(10em, 100%); width: 10em }", "width: min(10em, 100%)"),
        (":root { --wide: 10em; --wide: max(0px, 10vw) }", "--wide"),
        (".a { color: rgb(0 0 0 / 50%) }", "color: rgb"),
        (".a { background: #0003 }", "#0003"),
        (".a { height: 100dvh }", "100dvh"),
        (".a { .b { color: red } }", "a rule within a rule"),
        ("@layer a { .b { color: red } }", "@layer is dropped"),
        ("@media (width >= 40em) { .a { color: red } }", "never true"),
    ],
)
def test_what_breaks_is_found(text: str, words: str) -> None:
    (fault,) = styles.faults(f"\n{text}")
    assert words in fault.what
    assert fault.line == 2


@pytest.mark.parametrize(
    "text",
    [
        ".a:focus-visible { outline: 1px solid }",
        ".a { top: 0; right: 0; bottom: 0; left: 0; inset: 0 }",
        ".a { display: grid; grid-gap: 1em; gap: 1em }",
        ".a { width: 10em; width: min(10em, 100%) }",
        ".a { text-wrap: balance; color-scheme: dark; scroll-margin-top: 1em }",
        ".a { color: rgba(0, 0, 0, .5); background: #00f; grid-template: auto / minmax(0, 1fr) }",
        ".a { --wide: 10em; width: calc(var(--wide) - 1px); position: sticky }",
        ".a:not(.b) > :first-child, .c::before { content: 'max(1, 2)' }",
        "@media (min-width: 48em) { .a { display: flex } }",
        ".a { display: flex; gap: 1em }",
        "@supports (display: grid) and (gap: 1em) { .a { gap: 1em } }",
    ],
)
def test_what_degrades_is_left(text: str) -> None:
    assert styles.faults(text) == []


def test_what_an_old_browser_keeps() -> None:
    text = (
        ".a, .b:has(.c) { color: red }\n.d { color: red; color: color-mix(in srgb, red, blue); gap: 1em }"
        "@media print { .e { inset: 0; top: 0; } } @layer f { .g { top: 0 } }"
        " @supports (inset: 0) { .h { top: 0 } } @supports not (inset: 0) { .i { top: 0; } }"
    )
    kept = " ".join(styles.older(text).split())
    assert kept == ".d {color: red;} @media print {.e {top: 0;}} .i {top: 0;}"
