"""Holding every fact against what stands in its source, without the source's sentences.

`extract` reads a paragraph into values, `files` keeps them in data/sources/, `match` holds
claims against them, `coverage` and `strength` measure how much and how firmly, `move` carries
citations over when a transcription was corrected.
"""
