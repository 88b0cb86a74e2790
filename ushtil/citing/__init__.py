"""How a page or a paragraph is cited: the document first of which it tells, then our page.

Report / Department. – 2023. – URL: https://…          Work, at a Place of its own
As retold in: Section 1 : digest / A. Author // Site    Page, with its revision and the day it was read

`model` holds what there is to say; `gost` and `chicago` say it in plain words, `bibtex`, `ris` and `csl` to
programs.  Nothing here knows of the clock: a day that is not told is a blank to fill in, or is left out.
"""
