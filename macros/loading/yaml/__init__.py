"""Strict YAML: every scalar a text with its place, nothing that surprises an editor."""
