"""Fuzzing: real files, spoilt at random, are given to everything that reads files of strangers."""
