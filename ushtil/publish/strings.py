"""What the site itself says to a reader, in the reader's language.

`ushtil/language/<code>/interface.toml` holds it.  What a language lacks comes from the default language
of the languages that Ushtil ships with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ushtil.language import tables
from ushtil.languages import Languages


@dataclass(frozen=True)
class Interface:
    """One language's strings. `names` has other languages' names, in the form that the notices need."""

    languages: str
    """Names the list of languages, for those who do not see it."""
    untranslated: str
    """Said of a language that the page does not exist in."""
    shown_in_original: str
    """The notice of a page that is shown in the language it was written in: {language}."""
    shown_in_other: str
    """The notice of a page that is shown in another translation: {language}."""
    section_in_original: str
    """The same of a section of a page that is translated for the rest."""
    section_in_other: str
    section_in: str
    """Leads to a section in another language: {language}."""
    parallel: str
    """Names the page that shows the languages side by side."""
    parallel_about: str
    """Describes that page to who searches for it: {title}, {count} of its languages."""
    section_parallel: str
    """Leads to a section there."""
    paragraph_parallel: str
    """Leads to a paragraph there: {number}."""
    absent: str
    """Stands where a language lacks a paragraph that others have."""
    doubt: str
    """Explains the mark ≈ on paragraphs that were matched by their place."""
    parts: str
    """Names the list of a long page's parts."""
    note: str
    """The mark of a footnote, read out: {number}."""
    notes: str
    none_shown: str
    """Said where the reader has hidden every language."""
    copy: str
    """Copies the address of a paragraph."""
    copied: str
    share: str
    home: str
    """What the home page is called in the navigation, where its title would repeat the site's name."""
    documents: str
    """The title of a home page that lists the texts."""
    permalink: str
    paragraph: str
    """A paragraph's address, read out: {number}."""
    removed_paragraph: str
    back_from_note: str
    """Goes back from a footnote; {} stands for its number."""
    light: str
    """What the button does that turns the light scheme on."""
    dark: str
    skip: str
    """Leads over what stands above the text."""
    menu: str
    site_pages: str
    """Names the list of all pages."""
    pages_of: str
    """Shows the pages of a branch: {title}."""
    way: str
    """Names the way from the home page to this one."""
    contents: str
    neighbours: str
    """Names the links to the previous and the next page."""
    previous: str
    next: str
    edit: str
    page_address: str
    """Stands before the address of a page on paper."""
    names: Mapping[str, str]

    def notice(self, shown: str, original: str, site: Languages) -> str:
        """What a reader is told of a page shown in the language `shown`."""
        text = self.shown_in_original if shown == original else self.shown_in_other
        return text.format(language=self.name(shown, site))

    def notice_of_section(self, shown: str, original: str, site: Languages) -> str:
        """What a reader is told of a section shown in the language `shown`."""
        text = self.section_in_original if shown == original else self.section_in_other
        return text.format(language=self.name(shown, site))

    def name(self, code: str, site: Languages) -> str:
        """What the language is called here, or calls itself."""
        return self.names.get(code) or site.by_code(code).name


@cache
def interface(code: str) -> Interface:
    """The strings of a language, gaps filled from the default language."""
    return Interface(**tables.filled(code, "interface"))
