"""The records of data/: strict, immutable, each knowing its place in a file."""
