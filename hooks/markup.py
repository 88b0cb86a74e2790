"""Gives MkDocs the Markdown extensions of the library, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ushtil.markup import extensions
from ushtil.markup.anchors import Labels
from ushtil.markup.elsewhere import Elsewhere
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """New instances for each language: the same configuration serves all of them in turn."""
    state: State = config.extra["ushtil"]
    strings = state.interface
    labels = Labels(strings.paragraph, strings.removed_paragraph, strings.note, strings.notes)
    config.extra["elsewhere"] = Elsewhere()
    config.markdown_extensions = [
        *extensions(labels, strings.permalink, strings.back_from_note),
        config.extra["elsewhere"],
    ]
    config.mdx_configs = {}
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> None:
    """Tells the links at the headings which page it is."""
    state: State = config.extra["ushtil"]
    config.extra["elsewhere"].page = state.surroundings(page.file.src_uri, config.edit_uri or "")
