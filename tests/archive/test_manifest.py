"""Manifests are those of sha256sum."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ushtil.archive import manifest

DIGESTS = st.binary().map(lambda data: hashlib.sha256(data).hexdigest())
NAMES = st.text(st.characters(exclude_characters="\n\r\\", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(NAMES, DIGESTS, min_size=1))
def test_what_is_written_is_read(digests: dict[str, str]) -> None:
    assert manifest.parse(manifest.text(digests)) == digests


@pytest.mark.parametrize(
    "broken", ["", "abc  a\n", f"{'0' * 64} a\n", f"{'0' * 64}  a\n" * 2, f"{'g' * 64}  a\n"]
)
def test_what_is_no_manifest_is_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"line \d is not"):
        manifest.parse(broken)


def test_sha256sum_reads_it(tmp_path: Path) -> None:
    (tmp_path / "ә b.html").write_text("text")
    listed = manifest.text({"ә b.html": manifest.digest(tmp_path / "ә b.html")})
    (tmp_path / manifest.NAME).write_text(listed, encoding="utf-8")
    command = ["sha256sum", "--quiet", "-c", manifest.NAME]
    assert subprocess.run(command, cwd=tmp_path).returncode == 0
    (tmp_path / "ә b.html").write_text("other")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 1
