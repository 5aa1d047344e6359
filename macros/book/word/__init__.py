"""The Word edition of a volume, for those who review in Word: comments, tracked changes.

Pandoc writes it (pypandoc_binary, installed by `make word` alone) from HTML that is made simple
here: notes are Word's own, what tells a fact is a bookmark (`macros.addresses.bookmarks`).
"""
