"""Runs the tests of the browser's search that are written for Node's own runner."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ushtil.language import words

HERE = Path(__file__).parent / "js"


def test_they_pass() -> None:
    node = shutil.which(os.environ.get("NODE") or "node")
    if not node:
        (pytest.fail if os.environ.get("USHTIL_CI") == "1" else pytest.skip)(
            "no Node: apt-get install nodejs"
        )
    files = sorted(str(file) for file in HERE.glob("*.test.js"))
    assert files
    done = subprocess.run([node, "--test", *files], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_letters_and_digits_are_those_of_python(node: Callable[[Path, object], Any]) -> None:
    """Every character of Unicode 14, from which the browser's table is; a newer Python knows more of them."""
    ages = unicodedata if unicodedata.unidata_version <= "14.0.0" else unicodedata.ucd_3_2_0
    signs = [
        chr(code)
        for code in range(0x110000)
        if not 0xD800 <= code <= 0xDFFF and ages.category(chr(code)) not in {"Cn", "Co"}
    ]
    kinds = {"letter": re.compile(words.LETTER), "digit": re.compile(r"\d")}
    expected = "".join(
        "L" if kinds["letter"].match(sign) else "D" if kinds["digit"].match(sign) else "-" for sign in signs
    )
    came = node(HERE / "kinds.js", signs)
    differing = [
        (hex(ord(sign)), *pair)
        for sign, pair in zip(signs, zip(came, expected, strict=True), strict=True)
        if pair[0] != pair[1]
    ]
    assert differing[:20] == []


TEXTS = (
    "ӘМШ-ның 2-бабына 20-ға 1990-х УПО-шный ВИЧ-инфекция UN-led ҚазҰУ-дың",
    "o'clock can’t ʼtwas don' зорлық-зомбылық A/HRC/44/10 x² 10,0003 ½",
    "пра\u0301ва гу\u00adман 😀право𐐷 Ⅷ-ші ①x ٣٤-ға",
    "“«-–—…»” \n\t",
    "",
)


def test_words_are_those_of_python(node: Callable[[Path, object], Any]) -> None:
    asked = {"hyphen": words.hyphen_endings(), "texts": TEXTS}
    expected = [[word.form for word in words.words(text)] for text in TEXTS]
    spans = [[text[word.start : word.end] for word in words.words(text)] for text in TEXTS]
    assert node(HERE / "words.js", asked) == [expected, spans]
