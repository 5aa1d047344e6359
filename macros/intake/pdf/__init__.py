"""Reads a PDF with text: letters become lines, lines become the paragraphs that their author made.

A PDF knows where each letter stands and nothing of paragraphs. The rules here ask what print shows:
whether the next word would have fitted on the line before, what stands on every page, what is below
a short rule.
"""
