"""Strict reading of the files that editors write, with positions and all problems."""
