"""Comparing every fact with its source, without keeping the sentences of the source.

`extract` turns a paragraph into values, `files` stores them in data/sources/, `match` compares
claims with them, `coverage` and `strength` measure how much is compared and how strictly, `move`
updates citations after a transcription was corrected.
"""
