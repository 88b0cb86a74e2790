"""Puts the search field into every page, and adds the pages of results and of all pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from ushtil.publish import output, search_pages
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


@event_priority(80)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """After all other pages are planned (90): they are listed."""
    state: State = config.extra["ushtil"]
    config.extra["ushtil"] = replace(state, site=search_pages.added(state.site))
    return config


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What the field is told."""
    state: State = config.extra["ushtil"]
    context["search"] = search_pages.box(state.site, state.language, page.file.src_uri)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what the scripts must know."""
    state: State = config.extra["ushtil"]
    output.write(config.site_dir, search_pages.files(state.site, state.language))
