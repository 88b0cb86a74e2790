"""Shows what became of translations: a page of the site, and a note where an original has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import CombinedEvent, event_priority

from ushtil.markup.notices import Notices
from ushtil.publish.state import State
from ushtil.status import page as status
from ushtil.status.notices import notices
from ushtil.status.strings import strings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


@event_priority(90)
def _add_page(config: MkDocsConfig) -> MkDocsConfig:
    """After the site is planned (100), which happens once for all languages."""
    state: State = config.extra["ushtil"]
    if state.language.default:
        config.extra["status"] = status.Overview(state.site)
    site = status.added(state.site, config.extra["status"])
    config.extra["ushtil"] = replace(state, site=site)
    return config


@event_priority(-10)
def _add_extension(config: MkDocsConfig) -> MkDocsConfig:
    """After the list of extensions is made anew (0)."""
    config.extra["notices"] = Notices()
    config.markdown_extensions.append(config.extra["notices"])
    return config


on_config = CombinedEvent(_add_page, _add_extension)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> None:
    """Tells the extension what to say on this page."""
    code = config.extra["ushtil"].language.code
    states = config.extra["status"].states(page.file.src_uri, code)
    config.extra["notices"].page = notices(states, strings(code))
