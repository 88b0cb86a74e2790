"""What became of a text in the other languages: which sections are current, stale, missing.

A translated page records, section by section, the hash of the section of the original that it was made
from (`translated_from` in its front matter).  Everything here is a function of the sources; who wants to
see what has changed since brings the history along (`ushtil.status.history`).
"""
