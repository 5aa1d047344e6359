"""Keeps the files of data/ in one form, and mends in chapters and data what a machine can mend."""
