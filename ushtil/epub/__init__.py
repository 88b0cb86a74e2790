"""The texts as books for phones and readers, EPUB 3: in each language all of them, and each long document.

books ── which books a site gives
making ── a book as the files of its container
  ├ rendering ── a page's Markdown as a part of a book
  │   ├ cleaning, allowed ── any HTML as XHTML that a book may hold
  │   ├ drawings ── SVG as a book may hold it
  │   └ notes ── footnotes that a reader shows where their mark is touched
  ├ links, pictures ── what stands within the book and what on the site
  ├ front, glossary ── cover, title page, the terms of the book
  └ contents, package ── nav.xhtml, toc.ncx, content.opf
container ── the zip, the same bytes for the same texts
xhtml, words ── elements and files; what a book says itself

EPUB 3.3 (https://www.w3.org/TR/epub-33/), EPUB Accessibility 1.1, DPUB-ARIA 1.1.
"""

from ushtil.epub.books import Book, books
from ushtil.epub.making import write

__all__ = ["Book", "books", "write"]
