"""The rules of the house: which way imports run, how long a module is, what no file may say."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("hooks", "scripts", "ushtil")
LONGEST = 280
# Spelled apart, or this file would be the first to break the rule.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "proxy.golang" + ".org",
)
BINARY = {".png", ".jpg", ".ico", ".woff2", ".zip"}


def modules(*rooms):
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield pytest.param(path, id=path.relative_to(ROOT).as_posix())


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path):
    """The full names of the modules that a module imports, relative ones resolved."""
    package = list(path.relative_to(ROOT).with_suffix("").parts[:-1])
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*base, *([node.module] if node.module else [])])


@pytest.mark.parametrize("path", list(modules(*ROOMS)))
def test_imports_run_one_way(path):
    room = path.relative_to(ROOT).parts[0]
    of_ours = {name.split(".")[0] for name in imported(path)} & {*ROOMS, "tests"}
    # scripts/main.py finds the commands by file name and imports none of them by itself.
    assert of_ours <= {"ushtil"}, f"{room} may import ushtil and no other room"


@pytest.mark.parametrize("path", list(modules("ushtil")))
def test_the_library_knows_no_mkdocs_and_no_command_line(path):
    forbidden = {"mkdocs", "material", "mkdocs_static_i18n", "click", "argparse", "logging"}
    assert {name.split(".")[0] for name in imported(path)} & forbidden == set()
    calls = {node.func.id for node in ast.walk(tree_of(path)) if is_call(node)}
    assert calls & {"print", "exit", "input"} == set(), "only the edges print or exit"


def is_call(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


@pytest.mark.parametrize("path", list(modules(*ROOMS)))
def test_no_module_is_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", list(modules(*ROOMS)))
def test_no_code_names_a_language(path):
    """Languages stand in languages.toml and language/<code>/; code asks there."""
    if path.relative_to(ROOT).parts[:2] == ("ushtil", "language"):
        return
    named = {node.value for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant)} & {"ru", "kk"}
    assert named == set()


def tracked_files():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    return [ROOT / name for name in names if name and Path(name).suffix not in BINARY]


def test_no_tracked_file_names_a_registry():
    """Who installs asks the registry that their machine is set up for."""
    files = [path for path in tracked_files() if path.is_file()]
    if not files:
        pytest.skip("no git checkout here: nothing is tracked")
    told = [
        (path.name, host)
        for path in files
        for host in REGISTRIES
        if host in path.read_text("utf-8", "replace")
    ]
    assert told == []


def test_the_lock_has_a_hash_for_every_pin_and_no_address():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [n for n, line in enumerate(lines) if "==" in line and not line.startswith((" ", "#"))]
    assert len(pins) > 40
    assert [lines[n] for n in pins if "--hash=sha256:" not in lines[n + 1]] == []
    assert not any("://" in line for line in lines)
