"""`ushtil verify --sha256`: a digest that the reader brings along decides."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from scripts.main import cli
from ushtil.archive import editions, manifest, packing


@pytest.fixture(params=["zip", "folder"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A zip with its digest beside, or the folder that it was unpacked into."""
    file = tmp_path / "top.zip"
    packing.pack(file, [packing.of_text("index.html", "first")], "2026")
    editions.vouch(file)
    if request.param == "zip":
        return file
    with ZipFile(file) as archive:
        archive.extractall(tmp_path)
    return file.with_suffix("")


def digest_of(path: Path) -> str:
    return manifest.digest(path / manifest.NAME if path.is_dir() else path)


def verify(path: Path, digest: str, *options: str) -> Result:
    return CliRunner().invoke(cli, ["verify", str(path), "--sha256", digest, *options])


@pytest.mark.parametrize("written", [str.lower, str.upper])
def test_the_right_digest(path: Path, written: Callable[[str], str]) -> None:
    done = verify(path, written(digest_of(path)))
    assert (done.exit_code, done.stdout) == (0, f"{path}: whole, files: 1\n"), done.stderr
    assert done.stderr == ""
    told = json.loads(verify(path, digest_of(path), "--json").stdout)
    assert told == {"whole": True, "files": 1, "vouched": "given", "problems": []}


def test_a_wrong_digest_fails_whatever_stands_beside(path: Path) -> None:
    wrong = digest_of(path)[::-1]
    done = verify(path, wrong)
    assert (done.exit_code, done.stdout) == (1, f"{path}: NOT whole, files: 1\n")
    assert "V12" in done.stderr and wrong in done.stderr and digest_of(path) in done.stderr
    told = json.loads(verify(path, wrong, "--json").stdout)
    assert (told["whole"], [one["code"] for one in told["problems"]]) == (False, ["V12"])


@pytest.mark.parametrize("digest", ["123", "g" * 64, "0" * 63, "0" * 65, "0" * 40, " ", ""])
def test_a_digest_that_is_none_is_wrong_usage(path: Path, digest: str) -> None:
    done = verify(path, digest)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--sha256: expected a sha256 of 64 digits" in done.stderr and repr(digest) in done.stderr
