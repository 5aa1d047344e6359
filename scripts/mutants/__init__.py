"""Mutation testing: put one small fault into the code at a time, and see whether tests fail."""
