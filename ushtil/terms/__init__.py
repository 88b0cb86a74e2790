"""The termbase: concepts with their terms in each language, found in texts and written for other tools."""
