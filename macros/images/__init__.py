"""Copies of pictures: which sizes and formats there are of each, and how they are made."""
