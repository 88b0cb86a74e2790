"""Markdown as Ushtil writes and reads it: front matter, ids, paragraph numbers, escaping."""
