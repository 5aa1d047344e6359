"""Mutants: one small fault put into the code at a time, to see whether the tests tell of it."""
