"""The records of data/: strict and immutable, each with its position in a file."""
