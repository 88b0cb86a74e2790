"""Writes the search index of each language from the pages as they were built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from ushtil.publish import output
from ushtil.publish.state import State
from ushtil.search import site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begins anew for each language."""
    config.extra["contents"] = {}
    return config


@event_priority(-90)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remembers a page when all is in it, and before it is wrapped for another language (-100)."""
    config.extra["contents"][page.file.src_uri] = html


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the shards of the language that was built."""
    state: State = config.extra["ushtil"]
    made = config.extra["glossary"]
    termbase = made.termbase if made else None
    made_of = config.extra["contents"]
    output.write(config.site_dir, site.files(state.site, state.language, made_of, termbase).items())
    config.extra["contents"] = {}
