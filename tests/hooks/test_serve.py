"""`ushtil serve` and `mkdocs serve`: an edit in any tree is seen, and built once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import sites

PATIENCE = 20
# MkDocs waits a moment for more edits before it builds; a second build would begin within this time.
CALM = 1.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Preview:
    """A running preview, and what it says."""

    def __init__(self, port: int, log: Path) -> None:
        self.port, self.log = port, log

    def page(self, name: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{name}", timeout=5) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def builds(self) -> int:
        return self.log.read_text().count("Building documentation...")

    def wait(self, name: str, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.page(name):
            assert time.monotonic() < end, f"{name} never said {words!r}:\n{self.log.read_text()}"
            time.sleep(0.1)


@contextmanager
def preview(tmp_path: Path, command: Callable[[str], list[str]], **environment: str) -> Iterator[Preview]:
    port, log = free_port(), tmp_path / "log"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("USHTIL_")}
    with (
        log.open("w") as output,
        subprocess.Popen(
            command(f"127.0.0.1:{port}"),
            cwd=sites.REPOSITORY,
            env={**clean, "PYTHONPATH": str(sites.REPOSITORY), **environment},
            stdout=output,
            stderr=output,
        ) as process,
    ):
        try:
            yield Preview(port, log)
        finally:
            process.terminate()


def ours(root: Path) -> Callable[[str], list[str]]:
    return lambda address: [*sites.COMMAND, "serve", "--root", str(root), "--address", address]


def mkdocs(address: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]


def edit(root: Path, site: Preview, file: str, page: str, words: str) -> None:
    """Writes a page of the trees, waits until it is shown, and holds that it was built once."""
    before = site.builds()
    sites.plant(root, {file: f"# Title\n\n{words}\n"})
    site.wait(page, words)
    time.sleep(CALM)
    assert site.builds() == before + 1, file


def test_an_edit_a_new_file_and_a_new_folder_are_seen_and_built_once(tmp_path: Path) -> None:
    root = sites.plant(tmp_path / "root", sites.MIXED)
    with preview(tmp_path, ours(root)) as site:
        site.wait("kk/both.html", "Мәтін.")
        assert "livereload" in site.page("index.html")
        edit(root, site, "docs_kk/both.md", "kk/both.html", "Жаңа мәтін")
        edit(root, site, "docs_ru/new.md", "kk/new.html", "Новый текст")
        edit(root, site, "docs/folder/new.md", "ru/folder/new.html", "New text")


def test_mkdocs_serve_by_itself_sees_the_other_trees_too(tmp_path: Path) -> None:
    root = sites.plant(tmp_path / "root", sites.MIXED)
    with preview(tmp_path, mkdocs, USHTIL_ROOT=str(root)) as site:
        site.wait("kk/both.html", "Мәтін.")
        edit(root, site, "docs_kk/both.md", "kk/both.html", "Жаңа мәтін")


def test_a_root_without_texts_is_refused(tmp_path: Path) -> None:
    done = sites.run("serve", "--root", str(tmp_path))
    assert done.returncode == 2
    assert "expected at least one of the folders docs/" in done.stderr
