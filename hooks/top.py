"""What stands once for all languages, at the top of the site: the sitemap, and the page "not found".

MkDocs would make both anew in every language, each over the last.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ushtil.publish import addresses
from ushtil.publish.navigation import INDEX
from ushtil.publish.state import State

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """The page "not found" speaks all languages, and leads to the home page of each."""
    state: State = config.extra["ushtil"]
    context["view"] = state.view(INDEX, "")
    context["strings"] = state.interface
    context["spoken"] = state.spoken
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Kept in the default language only; MkDocs writes no file for an empty text."""
    state: State = config.extra["ushtil"]
    return output_content if state.language.default else ""


def on_post_build(config: MkDocsConfig) -> None:
    """Writes the sitemap, if the site knows its address."""
    state: State = config.extra["ushtil"]
    if config.site_url and state.language.default:
        text = addresses.sitemap(state.translated, state.site.languages, config.site_url)
        Path(config.site_dir, "sitemap.xml").write_text(text, encoding="utf-8", newline="\n")
