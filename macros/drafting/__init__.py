"""Proposes facts that a source says and data/ does not have yet, as YAML to be edited.

By rules alone: a value that is proposed stands in the paragraph that is cited. What the rules do
not know is left out, or asked in a comment.
"""
