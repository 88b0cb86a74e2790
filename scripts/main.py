"""The console command `ushtil`: a group whose commands are the modules of this folder.

Each module exposes one click command named `command`; the module `import_` is the command `import`.
A module is imported only when its command is used: the list of commands takes the first line of
each module's docstring without running the module, so that `ushtil --help` is quick.
"""

from __future__ import annotations

import ast
import errno
import pkgutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import click

from ushtil import __version__
from ushtil.problems import Unreadable

_FOLDER = Path(__file__).parent
_NO_COMMANDS = {"main"}

REMEDIES = {
    errno.ENOSPC: "make room",
    errno.EDQUOT: "make room",
    errno.EFBIG: "let files be larger (ulimit -f)",
    errno.EROFS: "choose a folder that can be written",
    errno.EACCES: "ask for the right to read and write it, or choose another place",
    errno.EPERM: "ask for the right to read and write it, or choose another place",
    errno.EBUSY: "choose a folder that is no mount of its own",
    errno.EXDEV: "choose a folder that is no mount of its own",
    errno.EIO: "the disk is failing: save what is on it",
}
"""What to do about a disk that refuses. Other errors of the system are faults of ours, and show where."""


def module_names() -> dict[str, str]:
    """Command → name of its module, for every module of this folder but the private ones."""
    names = (module.name for module in pkgutil.iter_modules([str(_FOLDER)]))
    return {
        name.rstrip("_").replace("_", "-"): name
        for name in sorted(names)
        if name not in _NO_COMMANDS and not name.startswith("_")
    }


def summary(name: str, module: str) -> str:
    """The first line of a command's module, read without importing it and without the command's name."""
    source = (_FOLDER / f"{module}.py").read_text(encoding="utf-8")
    first = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    return first.removeprefix(f"`ushtil {name}`: ")


class Commands(click.Group):
    """Finds commands by file name; turns unreadable input into one line and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(module_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = module_names().get(cmd_name)
        if module is None:
            return None
        command = import_module(f"scripts.{module}").command
        assert isinstance(command, click.Command), f"scripts/{module}.py exposes no click command"
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary(name, module)) for name, module in module_names().items()])

    def invoke(self, ctx: click.Context) -> object:
        try:
            with ended_in_order():
                return super().invoke(ctx)
        except Unreadable as error:
            click.echo(f"ushtil: {error}", err=True)
            raise click.exceptions.Exit(2) from error
        except OSError as error:
            if error.errno not in REMEDIES:
                raise
            place = error.filename2 or error.filename
            what = f"{place}: {error.strerror}" if place else error.strerror
            kept = "what was there before is as it was"
            click.echo(f"ushtil: {what}; {REMEDIES[error.errno]}: {kept}", err=True)
            raise click.exceptions.Exit(1) from error


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Lets a command that is told to end (`kill`, a closed terminal) clear its work away, as Ctrl+C does."""

    def leave(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Exit code 0: done; 1: done, with errors (under --strict with warnings too); 2: wrong usage or "
    "unreadable input. COMMAND --help explains one command with an example.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Legal texts in several languages, from source document to site."""
