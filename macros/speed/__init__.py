"""Code that is complicated in order to save time or memory; each module says how much."""
