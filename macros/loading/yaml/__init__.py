"""Strict YAML: every scalar is a text with its position, without surprises for editors."""
