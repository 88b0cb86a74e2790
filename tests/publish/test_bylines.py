"""What is said below a text of who wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.sites import build, plant
from ushtil import languages
from ushtil.publish.bylines import byline

ALL = languages.read(languages.SHIPPED)
MADE = {"author": "Ushtil", "original": "en", "translator": ["A. B.", "C. D."], "date": "2026-11-22"}


@pytest.mark.parametrize(
    ("metadata", "code", "said"),
    [
        ({}, "en", ""),
        ({"status": "original", "author": "A. B."}, "en", "Written by A. B. This is the original."),
        (
            {**MADE, "status": "unofficial"},
            "en",
            "Written by Ushtil. Unofficial translation from English: A. B., C. D. "
            "No native speaker has reviewed it yet. 22 November 2026.",
        ),
        (
            {**MADE, "status": "official", "translator": "", "reviewed_by": "E", "updated": "2026-12"},
            "ru",
            "Автор: Ushtil. Официальный перевод с английского. Проверено: E. 22 ноября 2026\u202fг. "
            "Изменено: декабрь 2026\u202fг.",
        ),
        ({"status": "machine", "original": "ru"}, "kk", "Орыс тілінен машиналық аударма. Ана тілінде"),
        ({"status": "rumour", "date": "2026-02-31"}, "en", ""),
    ],
)
def test_byline(metadata: dict[str, Any], code: str, said: str) -> None:
    told = byline(metadata, code, ALL)
    assert told.startswith(said) if said else not told


def test_it_stands_on_the_page(tmp_path: Path) -> None:
    page = "---\ntitle: A\nauthor: <b>\nstatus: original\n---\n# A {#a}\n\nText.\n{: #p1 }\n"
    plant(tmp_path, {"docs/index.md": page})
    build(tmp_path)
    shown = (tmp_path / "site" / "ru" / "index.html").read_text(encoding="utf-8")
    assert '<p class="byline">Автор: &lt;b&gt;. Это оригинал.</p>' in shown
