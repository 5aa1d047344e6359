"""Reads .docx: what Word prints, without its debris.

Ours, because every library tried lost something that print shows: notes (python-docx), insertions
(python-docx), automatic numbers (mammoth, python-docx), or the font that says which old encoding a
run is in (all).
"""
