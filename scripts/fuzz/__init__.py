"""Fuzzing: real files, spoilt at random, through everything that reads what strangers send."""
