"""`ushtil serve`: a live preview of all trees."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

import click
from mkdocs.commands.serve import serve
from mkdocs.exceptions import MkDocsException

from ushtil import languages, transaction
from ushtil.publish import swap, trees

REPOSITORY = Path(__file__).resolve().parent.parent


@click.command("serve")
@click.option("--root", type=click.Path(path_type=Path), default=REPOSITORY, help="The folder of the trees.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="HOST:PORT to listen at.")
def command(root: Path, address: str) -> None:
    """Show the site of the trees under ROOT, and again whenever a text or the theme changes.

    \b
    Example: ushtil serve
             ushtil serve --root /tmp/texts --address 127.0.0.1:8001
    """
    trees.examine(root, languages.load(root))
    transaction.recover(root)
    swap.settle(root / "site")
    os.environ.update(NO_MKDOCS_2_WARNING="1", USHTIL_ROOT=str(root.resolve()))
    logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(message)s")
    # Not by its command line: with click 8.3 and later that one forgets live reload unless it is told twice.
    try:
        serve(str(REPOSITORY / "mkdocs.yml"), livereload=True, watch_theme=True, dev_addr=address)
    except MkDocsException as error:
        click.echo(f"ushtil serve: {error}", err=True)
        sys.exit(1)
