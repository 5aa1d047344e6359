"""From a document of an office to a transcription, the record of a source, and its evidence.

Readers (`word/`, `plain.py`, …) give a :class:`~macros.intake.document.Reading`, `clean.py` cleans
it, `outline.py` finds its headings, and `command.py` writes what comes out.
"""
