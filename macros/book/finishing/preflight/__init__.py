"""Reads finished PDFs and reports, in Vietnamese, what a press or an archive will ask of them.

`content` gathers what is in a file, `rules` are the demands of the standards, `report` puts both in
words. The package registries have no program that certifies PDF/X or PDF/A, so the report names
each demand that was checked, and says that the press's own preflight has the last word.
"""
