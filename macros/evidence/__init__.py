"""Comparing every fact with its source, without keeping the sentences of the source.

`extract` turns a paragraph into values, `files` stores them in data/sources/, `match` compares
claims with them, `coverage` measures how much is compared, `move` updates citations after a
transcription was corrected. How strictly it compares, `macros.mutation` measures.
"""
