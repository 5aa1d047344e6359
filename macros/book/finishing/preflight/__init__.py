"""Reads finished PDFs back and tells, in Vietnamese, what a press or an archive will ask of them.

`facts` gathers what is in a file, `rules` walks what the standards ask, `report` puts both in
words. No program that certifies PDF/X or PDF/A is to be had from the package registries; the report
names each demand that was looked at, and says that a press's own preflight has the last word.
"""
