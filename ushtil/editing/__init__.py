"""Edits of pages that a person wrote: ids and numbers put in, pages begun, nothing else touched."""
