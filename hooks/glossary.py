"""Explains the terms of the texts: pages made from the termbase, and marks where a term stands.

A root without a termbase has neither, and its pages load nothing for it.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority

from ushtil.markup.elsewhere import Surroundings
from ushtil.markup.terms import Terms
from ushtil.publish import glossary, output
from ushtil.publish.state import State
from ushtil.terms import termbase

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.glossary")


@event_priority(90)
def _add_page(config: MkDocsConfig) -> MkDocsConfig:
    """After the site is planned (100), which happens once for all languages."""
    state: State = config.extra["ushtil"]
    if state.language.default:
        outcome = glossary.load(state.site)
        config.extra["glossary"] = outcome.value
        for problem in outcome.problems:
            log.error("%s", problem)
    made = config.extra["glossary"]
    if made:
        config.extra["ushtil"] = replace(state, site=glossary.added(state.site, made))
    return config


@event_priority(-10)
def _add_extension(config: MkDocsConfig) -> MkDocsConfig:
    """After the list of extensions is made anew (0)."""
    made = config.extra["glossary"]
    config.extra["terms"] = Terms(made.find if made else {})
    config.markdown_extensions.append(config.extra["terms"])
    config.extra["marked"] = set()
    return config


on_config = CombinedEvent(_add_page, _add_extension)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """A change of the termbase is seen; MkDocs watches none that is made later."""
    folder = config.extra["ushtil"].site.root / termbase.FOLDER
    if folder.is_dir():
        server.watch(str(folder))
    return server


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> None:
    """Tells the extension which page it is."""
    made, state, path = config.extra["glossary"], config.extra["ushtil"], page.file.src_uri
    config.extra["terms"].page = made and made.place(path, state.language)
    if glossary.is_ours(path, state.site):
        # Its entries have ways to other languages themselves.
        config.extra["elsewhere"].page = Surroundings()


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """Remembers which pages have marks; fills the glossary, whose table of contents ends at its letters."""
    made, state = config.extra["glossary"], config.extra["ushtil"]
    if config.extra["terms"].count:
        config.extra["marked"].add(page.file.src_uri)
    if not made or not glossary.is_ours(page.file.src_uri, state.site):
        return html
    for item in (below for above in page.toc for below in above.children):
        item.children = []
    return made.pages[state.language.code][page.file.src_uri].filled(html)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What the templates load, and where."""
    state, path = config.extra["ushtil"], page.file.src_uri
    context["glossary"] = glossary.needs(path, state.site, state.language, path in config.extra["marked"])
    return context


def on_post_build(config: MkDocsConfig) -> None:
    """Writes what the marks show, and the termbase for other programs."""
    made = config.extra["glossary"]
    if made:
        output.write(config.site_dir, glossary.files(made, config.extra["ushtil"].language))
