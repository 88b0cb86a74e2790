"""Shows each page honestly: its own title and text, and where it stands in for a missing translation,
the notice, the language of the content, and the address of the original.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.plugins import event_priority

from ushtil.publish import heads
from ushtil.publish.state import State, View

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


@event_priority(100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Any) -> Navigation:
    """Titles are text; the theme prints them as HTML, and some of them through a filter that escapes."""
    _escape(nav.items)
    return nav


def _escape(items: list[Any]) -> None:
    for item in items:
        item.title = Markup(heads.escape(item.title))
        _escape(item.children or [])


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    """`{{ page | titled }}`: a title in a list, in its own language; of a branch, that of its first page."""
    env.filters["titled"] = partial(_titled, config.extra["ushtil"])
    return env


def _titled(state: State, item: Any) -> Markup:
    first = item
    while getattr(first, "children", None):
        first = first.children[0]
    file = getattr(first, "file", None)
    return Markup(state.titled(item.title, file.src_uri if file else ""))


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """Of the front matter what the theme may print; the text, completed where it is a translation."""
    state: State = config.extra["ushtil"]
    metadata = state.metadata(page.file.src_uri)
    page.meta = {key: Markup(value) if isinstance(value, str) else value for key, value in metadata.items()}
    return state.markdown(page.file.src_uri)


@event_priority(-100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Any) -> str:
    """The language of the content, where that is not the reader's, and of its table of contents."""
    view = _view(page, config)
    _mark(page.toc, view)
    return view.wrap(html)


def _mark(items: Any, view: View) -> None:
    for item in items:
        item.title = view.mark(item.title, item.id)
        _mark(item.children, view)


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """What our templates print."""
    context["view"] = _view(page, config)
    context["strings"] = config.extra["ushtil"].interface
    return context


def _view(page: Page, config: MkDocsConfig) -> View:
    state: State = config.extra["ushtil"]
    return state.view(page.file.src_uri)
